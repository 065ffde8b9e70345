import { randomBytes } from 'node:crypto';
import type { BallotValues } from '../../shared/domain/ballot.ts';
import type { ChairCommand } from '../../shared/protocol/chair-command.ts';
import { overrideText, releaseText } from '../../shared/protocol/chair-signature.ts';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import { proofText } from '../../shared/protocol/device-proof.ts';
import type { BallotOutcome, CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { MonitorCommand } from '../../shared/protocol/monitor-command.ts';
import {
  coSignText,
  declineText,
  objectText,
  secondText,
  withdrawText,
} from '../../shared/protocol/monitor-signature.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { SignedBallot } from '../../shared/protocol/signed-ballot.ts';
import { aDeviceKey, type DeviceKey } from './device-key.ts';
import { ballotMessage, type Claim, pairMessage, proveMessage } from './device-messages.ts';
import { type ClientOptions, connect, type LanClient } from './lan-client.ts';

/** Where a host's pages live, and the console's token. */
export type HostPlace = { readonly origin: string; readonly token: string };

/** Reads a host's place from its console link. */
export function placeOf(consoleLink: string): HostPlace {
  const { origin, searchParams } = new URL(consoleLink);
  return { origin, token: searchParams.get('token') ?? '' };
}

/** A seat's card as `/console/cards` tells it. */
export type Card = {
  readonly seat: string;
  readonly secret: string;
  readonly code: string;
  readonly isSpent: boolean;
};

export async function cardsOf({ origin, token }: HostPlace): Promise<readonly Card[]> {
  const response = await fetch(`${origin}/console/cards?token=${token}`);
  if (!response.ok) throw new Error(`cards: ${response.status}`);
  const sheet = (await response.json()) as {
    readonly cards: readonly {
      readonly seat: string;
      readonly url: string;
      readonly code: string;
      readonly isSpent: boolean;
    }[];
  };
  return sheet.cards.map(({ seat, url, code, isSpent }) => ({
    seat,
    secret: url.split('.').at(-1) ?? '',
    code,
    isSpent,
  }));
}

export async function cardOf(place: HostPlace, seat: string): Promise<Card> {
  const card = (await cardsOf(place)).find((each) => each.seat === seat);
  if (!card) throw new Error(`no card of ${seat}`);
  return card;
}

/** The console's page. */
export type ConsolePage = {
  readonly client: LanClient<'console'>;
  /** Sends a command and waits for its outcome. */
  readonly order: (command: OperatorCommand) => Promise<CommandOutcome>;
  /** The same, failing if the host refuses it. */
  readonly must: (command: OperatorCommand) => Promise<void>;
  /** Space, as the person sees the stage now. */
  readonly next: () => Promise<void>;
  /** Sends without waiting; returns the number of the command. */
  readonly send: (command: OperatorCommand, n?: number) => number;
};

export async function openConsole(
  { origin, token }: HostPlace,
  options: ClientOptions & { readonly page?: string } = {},
): Promise<ConsolePage> {
  const client = await connect<'console'>(origin, options);
  const page = options.page ?? randomBytes(8).toString('hex');
  await client.hello('console', { token });
  await client.next('admitted');
  await client.seen(() => true);
  let last = 0;
  const send = (command: OperatorCommand, n = last + 1): number => {
    last = Math.max(last, n);
    client.say({ kind: 'command', page, n, command });
    return n;
  };
  const order = async (command: OperatorCommand): Promise<CommandOutcome> => {
    const n = send(command);
    const answers = client.all('command-outcome').length;
    const answer = await client.until(
      () => client.all('command-outcome').find((each, index) => each.n === n && index >= answers),
      `the outcome of ${command.kind}`,
    );
    return answer.outcome;
  };
  const must = async (command: OperatorCommand): Promise<void> => {
    const outcome = await order(command);
    if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${JSON.stringify(outcome.refusal)}`);
  };
  // What an accepted command changed was sent before its outcome, so the view is up to date here.
  const next = () => must({ kind: 'NextStep', from: client.view.stage?.step ?? null });
  return { client, order, must, next, send };
}

export async function openProjector(
  { origin }: Pick<HostPlace, 'origin'>,
  options: ClientOptions = {},
): Promise<LanClient<'projector'>> {
  const client = await connect<'projector'>(origin, options);
  await client.hello('projector');
  await client.next('admitted');
  await client.seen(() => true);
  return client;
}

/** A panelist's page on a device of its own. */
export type PanelPage = {
  readonly client: LanClient<'panel'>;
  readonly key: DeviceKey;
  /** Signs these marks for the round on the page and waits for the host's answer. */
  readonly submit: (values: BallotValues, changes?: Partial<SignedBallot>) => Promise<BallotOutcome>;
  /** What `submit` would send, for tests that spoil or repeat it. */
  readonly ballot: (
    values: BallotValues,
    changes?: Partial<SignedBallot>,
    n?: number,
  ) => Extract<ClientMessage, { kind: 'ballot' }>;
  /** Sends a ballot and waits for the answer to its number. */
  readonly send: (message: Extract<ClientMessage, { kind: 'ballot' }>) => Promise<BallotOutcome>;
};

function panelPage(client: LanClient<'panel'>, key: DeviceKey, eventId: string): PanelPage {
  let last = 0;
  const ballot: PanelPage['ballot'] = (values, changes = {}, n = last + 1) => {
    last = Math.max(last, n);
    return ballotMessage(key, { ...client.view, event: eventId }, n, values, changes);
  };
  const send: PanelPage['send'] = async (message) => {
    const before = client.all('ballot-outcome').length;
    client.say(message);
    const answer = await client.until(
      () => client.all('ballot-outcome').find((each, index) => each.n === message.n && index >= before),
      `the outcome of ballot ${message.n}`,
    );
    return answer.outcome;
  };
  return { client, key, ballot, send, submit: (values, changes) => send(ballot(values, changes)) };
}

/** Connects a device that wants a seat and sends its claim; what the host answers is left to the test. */
export async function claimSeat(
  { origin }: Pick<HostPlace, 'origin'>,
  claim: Claim,
  options: ClientOptions & { readonly key?: DeviceKey } = {},
): Promise<PanelPage> {
  const { key = aDeviceKey() } = options;
  const client = await connect<'panel'>(origin, options);
  const welcome = await client.hello('panel', { publicKey: key.publicKey });
  client.say(pairMessage(claim, key, welcome));
  return panelPage(client, key, welcome.eventId);
}

/** A device that has been given the seat. Without `claim` the seat's card is asked of the host. */
export async function openPanel(
  place: HostPlace,
  seat: string,
  options: ClientOptions & { readonly key?: DeviceKey; readonly claim?: Claim } = {},
): Promise<PanelPage> {
  const claim = options.claim ?? { kind: 'card' as const, seat, secret: (await cardOf(place, seat)).secret };
  const page = await claimSeat(place, claim, options);
  await page.client.next('admitted');
  await page.client.seen((view) => view.seat?.id === seat);
  return page;
}

/** A device with a known key comes back: it proves the key and is let in. */
export async function returnToSeat(
  { origin }: Pick<HostPlace, 'origin'>,
  key: DeviceKey,
  options: ClientOptions = {},
): Promise<PanelPage> {
  const client = await connect<'panel'>(origin, options);
  const welcome = await client.hello('panel', { publicKey: key.publicKey });
  client.say(proveMessage(key, welcome));
  await client.next('admitted');
  await client.seen((view) => view.seat !== undefined);
  return panelPage(client, key, welcome.eventId);
}

/** A screen that asks to be let in; `number` is what it shows. */
export async function askToBeLetIn<R extends 'prompter' | 'monitor' | 'chair'>(
  { origin }: Pick<HostPlace, 'origin'>,
  role: R,
  options: ClientOptions & { readonly key?: DeviceKey } = {},
): Promise<{ readonly client: LanClient<R>; readonly key: DeviceKey; readonly number: string }> {
  const { key = aDeviceKey() } = options;
  const client = await connect<R>(origin, options);
  const welcome = await client.hello(role, { publicKey: key.publicKey });
  await client.next('admission');
  client.say({
    kind: 'ask-admission',
    publicKey: key.publicKey,
    signature: key.sign(proofText(welcome.challenge, welcome.eventId, key.publicKey)),
  });
  const { number } = await client.next('admission');
  return { client, key, number: number ?? '' };
}

/** A prompter that asks to be let in; `number` is what it shows. */
export const askAsPrompter = (
  place: Pick<HostPlace, 'origin'>,
  options: ClientOptions & { readonly key?: DeviceKey } = {},
) => askToBeLetIn(place, 'prompter', options);

/** The operator lets in the screen that shows this number. */
async function admit(operator: ConsolePage, number: string): Promise<void> {
  const { requests } = await operator.client.seen(
    (view) => view.requests.some((request) => request.kind === 'screen' && request.number === number),
    'the request on the console',
  );
  const request = requests.find((each) => each.kind === 'screen' && each.number === number);
  await operator.must({ kind: 'AdmitScreen', request: request?.id ?? '' });
}

/** A prompter that the operator has admitted by its number. */
export async function openPrompter(
  place: HostPlace,
  operator: ConsolePage,
  options: ClientOptions & { readonly key?: DeviceKey } = {},
): Promise<{ readonly client: LanClient<'prompter'>; readonly key: DeviceKey }> {
  const { client, key, number } = await askAsPrompter(place, options);
  await admit(operator, number);
  await client.next('admitted');
  await client.seen(() => true);
  return { client, key };
}

/** The monitor's page on a device of its own. */
export type MonitorPage = {
  readonly client: LanClient<'monitor'>;
  readonly key: DeviceKey;
  /** Under which id the operator let it in. */
  readonly screen: string;
  /** Sends a command under this page and number, and waits for the answer to it. */
  readonly order: (command: MonitorCommand, n?: number) => Promise<CommandOutcome>;
  /** What the monitor would send to co-sign the count on its page. */
  readonly coSignature: () => Extract<MonitorCommand, { kind: 'CoSignCount' }>;
  /** What the monitor would send to object to the count on its page. */
  readonly objection: (reason: string) => Extract<MonitorCommand, { kind: 'ObjectToCount' }>;
  /** What the monitor would send to take back the objection on its page. */
  readonly withdrawal: (reason: string) => Extract<MonitorCommand, { kind: 'WithdrawObjection' }>;
  /** What the monitor would send to let a proposal on its page happen. */
  readonly second: (proposal: number) => Extract<MonitorCommand, { kind: 'SecondAct' }>;
  /** What the monitor would send to decline it. */
  readonly declining: (proposal: number) => Extract<MonitorCommand, { kind: 'DeclineAct' }>;
};

function monitorPage(
  client: LanClient<'monitor'>,
  key: DeviceKey,
  event: string,
  screen: string,
): MonitorPage {
  const page = randomBytes(8).toString('hex');
  let last = 0;
  const signedBy = (signed: string) => ({ signed, signature: key.sign(signed) });
  const by = { event, screen };
  const shown = () => {
    const { count = 0, figures = '' } = client.view.result ?? {};
    return { count, figures };
  };
  const proposed = (proposal: number) => {
    const { actHash: act = '', reason = '' } = client.view.proposals?.find(({ id }) => id === proposal) ?? {};
    return { ...by, proposal, act, reason };
  };
  return {
    client,
    key,
    screen,
    order: async (command, n = last + 1) => {
      last = Math.max(last, n);
      const before = client.all('command-outcome').length;
      client.say({ kind: 'monitor-command', page, n, command });
      const answer = await client.until(
        () => client.all('command-outcome').find((each, index) => each.n === n && index >= before),
        `the outcome of ${command.kind}`,
      );
      return answer.outcome;
    },
    coSignature: () => {
      const what = shown();
      return { kind: 'CoSignCount', ...what, ...signedBy(coSignText({ ...by, ...what })) };
    },
    objection: (reason) => {
      const what = { ...shown(), reason };
      return { kind: 'ObjectToCount', ...what, ...signedBy(objectText({ ...by, ...what })) };
    },
    withdrawal: (reason) => {
      const { count = 0, objection } = client.view.result ?? {};
      const what = { count, objection: objection?.reason ?? '', reason };
      return { kind: 'WithdrawObjection', ...what, ...signedBy(withdrawText({ ...by, ...what })) };
    },
    second: (proposal) => ({
      kind: 'SecondAct',
      proposal,
      ...signedBy(secondText(proposed(proposal))),
    }),
    declining: (proposal) => ({
      kind: 'DeclineAct',
      proposal,
      ...signedBy(declineText(proposed(proposal))),
    }),
  };
}

/** A monitor that the operator has admitted by its number. */
export async function openMonitor(
  place: HostPlace,
  operator: ConsolePage,
  options: ClientOptions & { readonly key?: DeviceKey } = {},
): Promise<MonitorPage> {
  const { client, key, number } = await askToBeLetIn(place, 'monitor', options);
  await admit(operator, number);
  const { screen } = await client.next('admitted');
  await client.seen((view) => view.rounds !== undefined);
  return monitorPage(client, key, client.all('welcome')[0]?.eventId ?? '', screen ?? '');
}

/** An admitted monitor comes back: it proves the key and is let in. */
export async function returnAsMonitor(
  { origin }: Pick<HostPlace, 'origin'>,
  key: DeviceKey,
  options: ClientOptions = {},
): Promise<MonitorPage> {
  const client = await connect<'monitor'>(origin, options);
  const welcome = await client.hello('monitor', { publicKey: key.publicKey });
  client.say(proveMessage(key, welcome));
  const { screen } = await client.next('admitted');
  await client.seen((view) => view.rounds !== undefined);
  return monitorPage(client, key, welcome.eventId, screen ?? '');
}

/** The chair's page on a device of its own. */
export type ChairPage = {
  readonly client: LanClient<'chair'>;
  readonly key: DeviceKey;
  /** Under which id the operator let it in. */
  readonly screen: string;
  readonly order: (command: ChairCommand) => Promise<CommandOutcome>;
  /** What the chair would send to release the count on its page, one place after the other. */
  readonly release: () => Extract<ChairCommand, { kind: 'ReleaseByChair' }>;
  /** What the chair would send to override the objection on its page. */
  readonly override: (reason: string) => Extract<ChairCommand, { kind: 'OverrideByChair' }>;
};

/** The chair's device that the operator has admitted by its number. */
export async function openChair(place: HostPlace, operator: ConsolePage): Promise<ChairPage> {
  const { client, key, number } = await askToBeLetIn(place, 'chair');
  await admit(operator, number);
  const { screen } = await client.next('admitted');
  await client.seen((view) => view.stage !== undefined);
  const by = { event: client.all('welcome')[0]?.eventId ?? '', screen: screen ?? '' };
  const page = randomBytes(8).toString('hex');
  let n = 0;
  const signedBy = (signed: string) => ({ signed, signature: key.sign(signed) });
  const shown = () => {
    const { count = 0, figures = '' } = client.view.result ?? {};
    return { count, figures };
  };
  return {
    client,
    key,
    screen: by.screen,
    order: async (command) => {
      n += 1;
      const own = n;
      client.say({ kind: 'chair-command', page, n: own, command });
      const answer = await client.until(
        () => client.all('command-outcome').find((each) => each.n === own),
        `the outcome of ${command.kind}`,
      );
      return answer.outcome;
    },
    release: () => {
      const what = { ...shown(), reveal: 'step', isFewerThanThreeAccepted: false } as const;
      return { kind: 'ReleaseByChair', ...what, ...signedBy(releaseText({ ...by, ...what })) };
    },
    override: (reason) => {
      const what = { ...shown(), objection: client.view.result?.objection?.reason ?? '', reason };
      return { kind: 'OverrideByChair', ...what, ...signedBy(overrideText({ ...by, ...what })) };
    },
  };
}
