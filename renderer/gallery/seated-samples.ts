import { ballotTotal } from '../../shared/domain/ballot.ts';
import { instant, milliseconds, roundId, seatId, unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { HostMessage } from '../../shared/protocol/host-message.ts';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type { BallotFormView, PanelView, StoredBallotView } from '../../shared/views/view-sections.ts';
import { type PaperValues, paperOf } from '../ballot-paper/paper.ts';
import type { BallotFate, KeptBallot } from '../connection/device-storage.ts';
import { unconnectedState } from '../connection/page-store.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { criteria, points } from './sample-ballots.ts';

export const unit = { id: unitId('u5'), name: localText('示例五县', '示例五縣', 'Example County 5') };

export const form: BallotFormView = {
  round: roundId('u5.1'),
  opening: 1,
  unit,
  state: 'open',
  schemeHash: '0'.repeat(64),
  mark: 'demo',
  units: [unit],
  parts: [points],
};

export const marks = { c1: '18.5', c2: '14', c3: '13.5', c4: '18.5', c5: '14', c6: '14' };

export function kept(n: number, values: PaperValues, fate: BallotFate, of = form): KeptBallot {
  const signed = signedBallotText({
    protocol: 'leitai-ballot-1',
    event: 'sample',
    round: of.round,
    opening: 1,
    scheme: of.schemeHash,
    seat: 's12',
    device: 1,
    n,
    mark: of.mark,
    values,
  });
  const paper = paperOf(of, {});
  return { n, round: of.round, opening: 1, values, paper, signed, signature: '', fate };
}

export const unsent = kept(1, marks, { kind: 'unsent' });

export const stored: StoredBallotView = {
  round: form.round,
  opening: 1,
  ballotNumber: 1,
  values: marks,
  total: ballotTotal(criteria, marks),
  code: ballotCheckCode(unsent.signed),
  signed: unsent.signed,
};

const fate: BallotFate = { kind: 'stored', ballotNumber: 1, values: marks, code: stored.code };
export const acknowledged: KeptBallot = { ...unsent, fate };

export const admission = (
  state: Extract<HostMessage, { kind: 'admission' }>['state'],
): Extract<HostMessage, { kind: 'admission' }> => ({
  kind: 'admission',
  state,
  number: null,
  retryAfterMs: null,
  refusal: null,
});

export const speaking: PanelView['stage'] = {
  stepName: localText('汇报发言', '匯報發言', 'Report'),
  unit,
  position: { index: 5, total: 13 },
  task: 'listen',
};

/** A seated device that listens; 52 s of the ballot's timer are left. */
export function seated(): PanelState & { readonly view: Required<PanelState['view']> } {
  return {
    ...unconnectedState<'panel'>(() => true),
    link: { kind: 'online' },
    eventId: 'sample',
    admission: { kind: 'admitted', role: 'panel', seat: 's12', device: 1, screen: null },
    view: {
      event: {
        id: 'sample',
        title: localText('县域擂台赛', '縣域擂台賽', 'County Arena'),
        arena: localText('县域擂台', '縣域擂台', 'County arena'),
        sitting: localText('2019 年第一场', '2019 年第一場', 'First session of 2019'),
        isDemo: true,
        wallLanguage: 'zh-Hans',
      },
      stage: speaking,
      timer: {
        timer: {
          kind: 'down',
          limitMs: milliseconds(90_000),
          clock: { kind: 'paused', elapsedMs: milliseconds(38_000) },
        },
        bells: 'ballot',
        bellsAtMs: [0],
      },
      ballot: null,
      keptOpen: [],
      ownKept: [],
      seat: {
        id: seatId('s12'),
        number: 12,
        group: localText('社会各界代表', '社會各界代表', 'Public delegates'),
        device: 1,
        isCard: false,
      },
      mine: null,
      barred: null,
      awaySince: null,
      casts: ['marks'],
      notOn: [],
      draft: null,
    },
    pairing: { kind: 'none' },
    isRestored: true,
    isStorageLasting: true,
    ballots: [],
    drafts: {},
    claimSeat: () => undefined,
    keepDraft: () => undefined,
    submit: async () => undefined,
  };
}
export const scoring = (drafted: PaperValues): PanelState => {
  const base = seated();
  const view = { ...base.view, stage: { ...speaking, task: 'score' as const }, ballot: form };
  return { ...base, view, drafts: { [form.round]: drafted } };
};

export const holding = (ballots: readonly KeptBallot[], mine: StoredBallotView | null): PanelState => {
  const base = scoring(marks);
  return { ...base, ballots, view: { ...base.view, mine } };
};

export const lost = (state: PanelState): PanelState => ({
  ...state,
  link: { kind: 'lost', sinceMs: instant(performance.now() - 12_300) },
});
