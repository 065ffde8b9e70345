import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BallotOutcome } from '../../shared/protocol/host-message.ts';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { paperOf } from '../ballot-paper/paper.ts';
import { connectPage, type PageConnection } from '../connection/connect-page.ts';
import { deviceBehaviour, type Introduction } from '../connection/device-behaviour.ts';
import type { BallotFate, DeviceStorage, KeptBallot } from '../connection/device-storage.ts';
import type { LinkTiming, Session } from '../connection/host-link.ts';
import type { OriginMemory } from '../connection/known-origins.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { reportFault } from '../connection/report-fault.ts';
import { pairMessage, type SeatClaim } from '../connection/seat-claim.ts';
import { viewOfPaper } from './open-papers.ts';
import type { PanelState } from './panel-state.ts';

export type PanelStore = StoreApi<PanelState>;

type PanelOptions = {
  readonly storage: DeviceStorage;
  /** The claim of the card whose link opened the page. */
  readonly claim: SeatClaim | null;
  /** The host has let the device in: the card's secret may go from the address bar. */
  readonly paired: () => void;
  readonly origin?: string;
  readonly origins?: OriginMemory;
  readonly timing?: LinkTiming;
};

/** How long a ballot waits after the host said that it can't write. */
const hostWaitMs = 3_000;

const fateOf = (outcome: BallotOutcome): BallotFate =>
  outcome.kind === 'refused'
    ? outcome
    : { kind: 'stored', ballotNumber: outcome.ballotNumber, values: outcome.values, code: outcome.code };

/** Kept ballots and those of this page, which knows their fate first. */
const merged = (kept: readonly KeptBallot[], mine: readonly KeptBallot[]): readonly KeptBallot[] => [
  ...kept.filter(({ n }) => !mine.some((each) => each.n === n)),
  ...mine,
];

/** Opens the panel's one store and keeps it connected: joining, the view, and the ballots on their way. */
export async function openPanelStore(
  options: PanelOptions,
): Promise<{ readonly store: PanelStore; readonly close: () => void }> {
  const { storage } = options;
  const latest = await storage.readLatest();
  let connection: PageConnection | null = null;
  // Set while the host waits for a claim on the open connection.
  let unclaimed: Introduction | null = null;
  // Not the page's state: that still says `admitted` while a new connection is being let in.
  let admitted: (Introduction & { readonly device: number }) | null = null;
  // Set once everything that waited has been sent: a new ballot must not overtake older ones.
  let line: Session | null = null;

  const store: PanelStore = createStore<PanelState>()(() => ({
    ...unconnectedState<'panel'>((message) => connection?.send(message) ?? false),
    pairing: options.claim ? { kind: 'claimed', claim: options.claim } : { kind: 'none' },
    isRestored: false,
    isStorageLasting: storage.isLasting,
    ballots: [],
    drafts: {},
    claimSeat(claim) {
      store.setState({ pairing: { kind: 'claimed', claim } });
      if (unclaimed) sendClaim(claim, unclaimed);
    },
    keepDraft(round, values) {
      store.setState({ drafts: { ...store.getState().drafts, [round]: values } });
      const { eventId } = store.getState();
      if (eventId !== null) storage.keepDraft(eventId, round, values).catch(reportFault);
    },
    submit,
  }));

  const sendClaim = (claim: SeatClaim, { session, challenge, eventId, key }: Introduction) => {
    session.send(pairMessage(claim, challenge, eventId, key));
  };

  const sendBallot = (session: Session, { n, signed, signature }: KeptBallot) =>
    session.send({ kind: 'ballot', n, signed, signature });

  async function submit(...[form, values]: Parameters<PanelState['submit']>): Promise<void> {
    const { view } = store.getState();
    const { seat } = view;
    if (!admitted || !seat) throw new Error('a ballot needs an admitted seat');
    const { key, eventId, device } = admitted;
    const { round, opening, schemeHash: scheme, mark } = form;
    const kept = await storage.addBallot(eventId, (n) => {
      const signed = signedBallotText({
        protocol: 'leitai-ballot-1',
        event: eventId,
        round,
        opening,
        scheme,
        seat: seat.id,
        device,
        n,
        mark,
        values,
      });
      return {
        round,
        opening,
        values,
        paper: paperOf(form, viewOfPaper(view, round)),
        signed,
        signature: key.sign(signed),
      };
    });
    store.setState({ ballots: [...store.getState().ballots, kept] });
    if (line) sendBallot(line, kept);
  }

  /** The host can't write now: the ballot stays on its way until it can. */
  const sendAgainLater = (n: number) => {
    const session = line;
    setTimeout(() => {
      const ballot = store.getState().ballots.find((each) => each.n === n);
      if (session && session === line && ballot?.fate.kind === 'unsent') sendBallot(session, ballot);
    }, hostWaitMs);
  };

  const settle = (n: number, outcome: BallotOutcome) => {
    if (outcome.kind === 'refused' && outcome.refusal.code === 'disk-failed') {
      sendAgainLater(n);
      return;
    }
    const fate = fateOf(outcome);
    store.setState({
      ballots: store.getState().ballots.map((each) => (each.n === n ? { ...each, fate } : each)),
    });
    const { eventId } = store.getState();
    if (eventId !== null) storage.settleBallot(eventId, n, fate).catch(reportFault);
  };

  const enter = async (given: Introduction, device: number) => {
    const isOtherEvent = admitted !== null && admitted.eventId !== given.eventId;
    admitted = { ...given, device };
    line = null;
    unclaimed = null;
    // Ballots and marks of another event have no place beside this one's.
    if (isOtherEvent) store.setState({ isRestored: false, ballots: [], drafts: {} });
    store.setState({ pairing: { kind: 'none' } });
    options.paired();
    const ballots = await storage.readBallots(given.eventId);
    const drafts = await storage.readDrafts(given.eventId);
    store.setState((now) => ({
      isRestored: true,
      ballots: merged(ballots, now.ballots),
      drafts: { ...drafts, ...now.drafts },
    }));
    for (const ballot of store.getState().ballots) {
      if (ballot.fate.kind === 'unsent') sendBallot(given.session, ballot);
    }
    line = given.session;
  };

  const behaviour = deviceBehaviour({
    storage,
    latest,
    unknown(introduction) {
      unclaimed = introduction;
      const { pairing } = store.getState();
      if (pairing.kind === 'claimed') sendClaim(pairing.claim, introduction);
      else if (admitted?.eventId === introduction.eventId) store.setState({ pairing: { kind: 'displaced' } });
    },
    answered(message) {
      const { pairing } = store.getState();
      if (message.state !== 'refused' || pairing.kind !== 'claimed') return;
      const retryAtMs = message.retryAfterMs === null ? null : performance.now() + message.retryAfterMs;
      store.setState({
        pairing: { kind: 'refused', claim: pairing.claim, refusal: message.refusal, retryAtMs },
      });
    },
    admitted(message, introduction) {
      enter(introduction, message.device ?? 0).catch(reportFault);
    },
    failed: reportFault,
  });

  connection = connectPage(
    'panel',
    { get: store.getState, set: (change) => store.setState(change) },
    {
      origin: options.origin ?? location.origin,
      triesOtherOrigins: true,
      behaviour: { ...behaviour, ballotOutcome: ({ n, outcome }) => settle(n, outcome) },
      ...(options.origins && { origins: options.origins }),
      ...(options.timing && { timing: options.timing }),
    },
  );
  return { store, close: connection.close };
}
