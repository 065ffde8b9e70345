import { ballotTotal } from '../../shared/domain/ballot.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { instant, milliseconds, roundId, seatId, type UnitId, unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { HostMessage } from '../../shared/protocol/host-message.ts';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type {
  BallotDraftView,
  BallotFormView,
  PanelView,
  StoredBallotView,
  UnitView,
} from '../../shared/views/view-sections.ts';
import { type PaperValues, paperOf } from '../ballot-paper/paper.ts';
import type { BallotFate, KeptBallot } from '../connection/device-storage.ts';
import { unconnectedState } from '../connection/page-store.ts';
import type { PanelState } from '../panel/panel-state.ts';
import {
  agreement,
  approval,
  criteria,
  grades,
  looseApproval,
  looseRanking,
  placement,
  points,
  pointsOnAll,
  ranking,
  sampleUnits,
  satisfaction,
  speech,
  totals,
  winner,
} from './sample-ballots.ts';

const unit = { id: unitId('u5'), name: localText('示例五县', '示例五縣', 'Example County 5') };

const form: BallotFormView = {
  round: roundId('u5.1'),
  opening: 1,
  unit,
  state: 'open',
  schemeHash: '0'.repeat(64),
  mark: 'demo',
  units: [unit],
  parts: [points],
};

const marks = { c1: '18.5', c2: '14', c3: '13.5', c4: '18.5', c5: '14', c6: '14' };

function kept(n: number, values: PaperValues, fate: BallotFate): KeptBallot {
  const signed = signedBallotText({
    protocol: 'leitai-ballot-1',
    event: 'sample',
    round: form.round,
    opening: 1,
    scheme: form.schemeHash,
    seat: 's12',
    device: 1,
    n,
    mark: form.mark,
    values,
  });
  const paper = paperOf(form, {});
  return { n, round: form.round, opening: 1, values, paper, signed, signature: '', fate };
}

const unsent = kept(1, marks, { kind: 'unsent' });

const stored: StoredBallotView = {
  round: form.round,
  opening: 1,
  ballotNumber: 1,
  values: marks,
  total: ballotTotal(criteria, marks),
  code: ballotCheckCode(unsent.signed),
  signed: unsent.signed,
};

const fate: BallotFate = { kind: 'stored', ballotNumber: 1, values: marks, code: stored.code };
const acknowledged: KeptBallot = { ...unsent, fate };

const admission = (
  state: Extract<HostMessage, { kind: 'admission' }>['state'],
): Extract<HostMessage, { kind: 'admission' }> => ({
  kind: 'admission',
  state,
  number: null,
  retryAfterMs: null,
  refusal: null,
});

const speaking: PanelView['stage'] = {
  stepName: localText('汇报发言', '匯報發言', 'Report'),
  unit,
  position: { index: 5, total: 13 },
  task: 'listen',
};

/** A seated device that listens; 52 s of the ballot's timer are left. */
function seated(): PanelState & { readonly view: Required<PanelState['view']> } {
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
      seat: {
        id: seatId('s12'),
        number: 12,
        group: localText('社会各界代表', '社會各界代表', 'Public delegates'),
        device: 1,
      },
      mine: null,
      barred: null,
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

const stranger = (state: 'pair' | 'wait-for-operator'): PanelState => ({
  ...seated(),
  admission: admission(state),
  view: {},
});

const scoring = (drafted: PaperValues): PanelState => {
  const base = seated();
  const view = { ...base.view, stage: { ...speaking, task: 'score' as const }, ballot: form };
  return { ...base, view, drafts: { [form.round]: drafted } };
};

const holding = (ballots: readonly KeptBallot[], mine: StoredBallotView | null): PanelState => {
  const base = scoring(marks);
  return { ...base, ballots, view: { ...base.view, mine } };
};

const lost = (state: PanelState): PanelState => ({
  ...state,
  link: { kind: 'lost', sinceMs: instant(performance.now() - 12_300) },
});

const locked = (state: PanelState): PanelState => ({
  ...state,
  view: {
    ...state.view,
    stage: { ...speaking, task: 'locked' },
    ballot: { ...form, state: 'locked' },
  },
});

const refused = (code: string): BallotFate => ({ kind: 'refused', refusal: { code, path: '', params: {} } });

const { c6: _, ...fiveMarks } = marks;

/** The same round as a ballot by grade; `chosen` is what the host has. */
const choosing = (chosen: string | null): PanelState => {
  const base = scoring({});
  const ballot: BallotFormView = { ...form, parts: [satisfaction] };
  const mine = chosen === null ? null : { ...stored, values: { grade: chosen }, total: '' };
  return { ...base, view: { ...base.view, ballot, casts: [satisfaction.id], mine } };
};

/** A seat that may cast no electronic ballot in this round. */
const barred = (why: 'recused' | 'absent' | 'excluded' | 'paper'): PanelState => {
  const base = scoring({});
  return { ...base, view: { ...base.view, barred: why } };
};

/** Marks given back to the seat, or meant for this unit. */
const drafted = (from: BallotDraftView['from']): PanelState => {
  const base = scoring({});
  return { ...base, drafts: {}, view: { ...base.view, draft: { round: form.round, values: marks, from } } };
};

const limited = (effect: 'refuse' | 'void'): PanelState => {
  const base = scoring(marks);
  const validity = [{ kind: 'at-most' as const, limit: { count: 1 }, marks: { above: '18' }, effect }];
  return { ...base, view: { ...base.view, ballot: { ...form, parts: [{ ...points, validity }] } } };
};

type Filling = {
  readonly parts: readonly BallotType[];
  /** Units of the paper; the one on stage where none are given. */
  readonly units?: readonly UnitView[];
  readonly values?: PaperValues;
  readonly notOn?: readonly UnitId[];
  readonly casts?: readonly string[];
};

/** A round of its own: `values` are filled in so far. */
const filling = ({ parts, units, values, notOn, casts }: Filling): ReturnType<typeof scoring> => {
  const base = scoring({});
  const round = roundId('sample.1');
  const own: BallotFormView = {
    ...form,
    round,
    parts,
    unit: units ? null : unit,
    units: units ?? [unit],
  };
  return {
    ...base,
    drafts: { [round]: values ?? {} },
    view: {
      ...base.view,
      ballot: own,
      casts: casts ?? parts.map(({ id }) => id),
      notOn: notOn ?? [],
    },
  };
};

/** The same, as the host has it. */
const storing = (what: Filling): ReturnType<typeof scoring> => {
  const base = filling(what);
  const signed = signedBallotText({
    protocol: 'leitai-ballot-1',
    event: 'sample',
    round: base.view.ballot?.round ?? '',
    opening: 1,
    scheme: form.schemeHash,
    seat: 's12',
    device: 1,
    n: 1,
    mark: form.mark,
    values: what.values ?? {},
  });
  const mine: StoredBallotView = {
    ...stored,
    round: roundId('sample.1'),
    values: what.values ?? {},
    total: '',
    code: ballotCheckCode(signed),
    signed,
  };
  return { ...base, drafts: {}, view: { ...base.view, mine } };
};

const all = sampleUnits;
const [first, , , own] = all;
const notOwn = own ? [own.id] : [];
const voted = all.filter(({ id }) => id !== own?.id);

const onAll = (values: readonly string[], key: string, units = voted): PaperValues =>
  Object.fromEntries(units.slice(0, values.length).map(({ id }, n) => [`${id}/${key}`, values[n] ?? '']));

/** Places of as many units as asked, not in their order. */
const places = (count: number): PaperValues =>
  onAll([3, 1, 5, 2, 4, 7, 6, 12, 9, 8, 11, 10].map((place) => `${place}`).slice(0, count), 'place');

const someGrades = [
  'good',
  'best',
  'good',
  'fair',
  'best',
  'good',
  'best',
  'good',
  'fair',
  'good',
  'good',
  'fair',
];
const someMarks = ['88.5', '92', '85', '90.5', '87', '96', '83.5', '89', '91', '84', '86.5', '90'];
const yesOn = (...units: readonly number[]): PaperValues =>
  Object.fromEntries(voted.map(({ id }, n) => [`${id}/vote`, units.includes(n) ? 'yes' : 'no']));
const secretly = (ballot: BallotType): BallotType => ({ ...ballot, secrecy: 'anonymous' });

/** Ballot papers of every shape. */
const papers: { readonly [name: string]: () => PanelState } = {
  'two-ballots': () =>
    filling({ parts: [points, satisfaction], values: { 'marks/c1': '18.5', 'marks/c2': '14' } }),
  'two-ballots-ready': () =>
    filling({
      parts: [speech, satisfaction],
      values: { 'speech/total': '91.5', 'satisfaction/grade': 'good' },
    }),
  'two-ballots-stored': () =>
    storing({
      parts: [points, satisfaction],
      values: {
        ...Object.fromEntries(Object.entries(marks).map(([id, mark]) => [`marks/${id}`, mark])),
        'satisfaction/grade': 'good',
      },
    }),
  'own-of-two': () => filling({ parts: [points, satisfaction], casts: [satisfaction.id] }),
  'not-asked': () => filling({ parts: [points], casts: [] }),
  'ranking-empty': () => filling({ parts: [ranking], units: all, notOn: notOwn }),
  ranking: () => filling({ parts: [ranking], units: all, notOn: notOwn, values: places(5) }),
  'ranking-whole': () => filling({ parts: [ranking], units: all, notOn: notOwn, values: places(12) }),
  'ranking-void': () => filling({ parts: [looseRanking], units: all, notOn: notOwn, values: places(5) }),
  'ranking-returned': () => {
    const base = filling({ parts: [ranking], units: all, notOn: notOwn });
    const draft: BallotDraftView = {
      round: roundId('sample.1'),
      values: places(12),
      from: { kind: 'returned' },
    };
    return { ...base, drafts: {}, view: { ...base.view, draft } };
  },
  'ranking-stored': () => storing({ parts: [ranking], units: all, notOn: notOwn, values: places(12) }),
  approval: () => filling({ parts: [approval], units: all, values: { 'u2/vote': 'yes', 'u7/vote': 'yes' } }),
  'approval-void': () =>
    filling({ parts: [looseApproval], units: all, notOn: notOwn, values: yesOn(0, 2, 5, 7) }),
  'approval-stored': () => storing({ parts: [approval], units: all, notOn: notOwn, values: yesOn(1, 5) }),
  winner: () => filling({ parts: [winner], units: all, notOn: notOwn, values: yesOn(3) }),
  'grades-on-all': () =>
    filling({ parts: [grades], units: all, notOn: notOwn, values: onAll(someGrades.slice(0, 5), 'grade') }),
  'grades-too-many': () =>
    filling({
      parts: [grades],
      units: all,
      notOn: notOwn,
      values: onAll(['best', 'best', ...someGrades.slice(2)], 'grade'),
    }),
  'grades-stored': () =>
    storing({ parts: [grades], units: all, notOn: notOwn, values: onAll(someGrades, 'grade') }),
  'totals-on-all': () =>
    filling({ parts: [totals], units: all, notOn: notOwn, values: onAll(someMarks.slice(0, 5), 'total') }),
  'totals-reason': () =>
    filling({ parts: [totals], units: all, notOn: notOwn, values: onAll(someMarks, 'total') }),
  'points-on-all': () =>
    filling({
      parts: [pointsOnAll],
      units: all,
      notOn: notOwn,
      values: { 'u1/c1': '18', 'u1/c2': '13.5', 'u1/c3': '14', 'u2/c1': '17' },
    }),
  'places-on-all': () =>
    filling({
      parts: [placement],
      units: all,
      notOn: notOwn,
      values: onAll(['3', '1', '1'], 'place'),
    }),
  'points-reason': () =>
    filling({
      parts: [{ ...points, validity: [{ kind: 'reason-beyond', marks: { above: '19' }, effect: 'warn' }] }],
      values: { ...marks, c1: '19.5' },
    }),
  'secret-points': () => filling({ parts: [secretly(points)], values: { c1: '18' } }),
  'yes-no-on-all': () =>
    filling({
      parts: [{ ...agreement, round: { kind: 'all-units' } }],
      units: all.slice(0, 5),
      values: { 'u1/vote': 'yes', 'u2/vote': 'abstain' },
    }),
  'ranking-and-winner': () =>
    filling({
      parts: [ranking, winner],
      units: all.slice(0, 6),
      values: { 'ranking/u3/place': '1', 'ranking/u1/place': '2', 'winner/u3/vote': 'yes' },
    }),
  'secret-choice': () => filling({ parts: [secretly(satisfaction)] }),
  'secret-marks': () => filling({ parts: [secretly(speech)], values: { total: '88' } }),
  'secret-ranking': () =>
    filling({
      parts: [secretly(ranking)],
      units: all,
      values: { ...places(4), [`${first?.id}/@recused`]: 'yes' },
    }),
  'secret-unsent': () => {
    const base = filling({ parts: [secretly(ranking)], units: all });
    const paper = paperOf(base.view.ballot ?? form, base.view);
    return lost({ ...base, ballots: [{ ...unsent, paper, values: places(12), round: 'sample.1' }] });
  },
  'secret-stored': () =>
    storing({
      parts: [secretly(ranking)],
      units: all.slice(0, 4),
      values: { 'u1/place': '2', 'u2/place': '1', 'u3/@recused': 'yes', 'u4/place': '3' },
    }),
};

/** Every state of the panel's page, each as the store would hold it. */
export const panelSamples: { readonly [name: string]: () => PanelState } = {
  connecting: () => ({ ...stranger('pair'), admission: null, link: { kind: 'connecting' } }),
  join: () => stranger('pair'),
  'join-wrong': () => ({
    ...stranger('pair'),
    pairing: {
      kind: 'refused',
      claim: { kind: 'code', code: '7F3KD0QXM2' },
      refusal: { code: 'wrong-card', path: '', params: {} },
      retryAtMs: null,
    },
  }),
  'join-void': () => ({
    ...stranger('pair'),
    pairing: {
      kind: 'refused',
      claim: { kind: 'card', seat: 's12', secret: '' },
      refusal: { code: 'wrong-card', path: '', params: {} },
      retryAtMs: performance.now() + 30_000,
    },
  }),
  'join-displaced': () => ({ ...stranger('pair'), pairing: { kind: 'displaced' } }),
  'wait-for-operator': () => stranger('wait-for-operator'),
  'before-start': () => {
    const base = seated();
    return { ...base, view: { ...base.view, stage: { ...speaking, task: 'wait-for-start' } } };
  },
  listen: seated,
  'listen-refused': () => ({ ...seated(), ballots: [kept(1, marks, refused('round-closed'))] }),
  'scoring-empty': () => scoring({}),
  scoring: () => scoring({ c1: '18.5', c2: '14', c3: '13.5', c4: '18.5' }),
  'scoring-report': () => {
    const base = scoring({});
    return {
      ...base,
      view: { ...base.view, timer: { timer: { kind: 'none' }, bells: null, bellsAtMs: [] } },
    };
  },
  'scoring-last': () => scoring(fiveMarks),
  ready: () => scoring(marks),
  'scoring-again': () => ({
    ...scoring(marks),
    ballots: [kept(1, marks, refused('round-reopened'))],
  }),
  'scoring-offline': () => lost(scoring(fiveMarks)),
  choosing: () => choosing(null),
  'yes-or-no': () => {
    const base = scoring({});
    return {
      ...base,
      view: { ...base.view, ballot: { ...form, parts: [agreement] }, casts: [agreement.id] },
    };
  },
  'barred-recused': () => barred('recused'),
  'barred-absent': () => barred('absent'),
  'barred-paper': () => barred('paper'),
  'draft-returned': () => drafted({ kind: 'returned' }),
  'draft-moved': () =>
    drafted({ kind: 'moved', unit: localText('示例四区', '示例四區', 'Example District 4') }),
  'limit-refuse': () => limited('refuse'),
  'limit-void': () => limited('void'),
  ...papers,
  sending: () => holding([unsent], null),
  stored: () => holding([acknowledged], stored),
  'stored-wrong': () => holding([acknowledged], { ...stored, values: { ...marks, c1: '8.5' } }),
  unsent: () => lost(holding([unsent], null)),
  'unsent-private': () => ({ ...lost(holding([unsent], null)), isStorageLasting: false }),
  'offline-stored': () => lost(holding([acknowledged], stored)),
  offline: () => lost(seated()),
  locked: () => locked(holding([acknowledged], stored)),
  'locked-none': () => locked(holding([], null)),
  ended: () => {
    const base = seated();
    return { ...base, view: { ...base.view, stage: { ...speaking, task: 'ended' } } };
  },
};
