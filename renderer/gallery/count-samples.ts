import { localText } from '../../shared/kernel/language.ts';
import type {
  ConsoleResult,
  ConsoleRound,
  ConsoleScreen,
  ConsoleView,
  FormerResult,
  NextAction,
} from '../../shared/views/console-view.ts';
import type { ProposalView } from '../../shared/views/monitor-view.ts';
import {
  afterBallots,
  ballotSample,
  type ConsoleSample,
  heldResult,
  online,
  revealing,
} from './console-samples.ts';
import { units } from './sample-agenda.ts';
import { countdown, fifth, noTimer, resultRows, roundOf, sampleView, seatsOf } from './sample-console.ts';

const held = (seats: readonly string[]) =>
  ({ kind: 'held', needs: 'missing-seats', round: `${fifth.id}.1`, seats, count: seats.length }) as const;

const decided: ConsoleRound['decisions'] = [
  { seat: 's9', decision: 'recused', reason: '本单位' },
  { seat: 's12', decision: 'paper', reason: '设备离线' },
  { seat: 's17', decision: 'absent', reason: '请假' },
];

/** Seats 4 and 6 are missing when the time has run out; 9 is recused, 12 votes on paper, 17 is absent. */
function timeUp(): ConsoleView {
  const view = ballotSample(['s4', 's6'], held(['s4', 's6']), decided);
  const round = view.round && { ...view.round, returned: ['s6'] };
  const timer = countdown(90_000, 0, 'ballot', [10_000, 0]);
  const rounds = round ? [...view.rounds, round] : view.rounds;
  return { ...view, round, rounds, timer, wall: { ...view.wall, timer } };
}

const changes: ConsoleView['changes'] = [
  {
    n: 1702,
    entry: '1702',
    wall: 1_573_603_200_000,
    what: 'recused',
    unit: fifth.name,
    toUnit: null,
    seats: [9],
    reason: '本单位',
    seconded: null,
  },
  {
    n: 1733,
    entry: '1733',
    wall: 1_573_603_260_000,
    what: 'ballot-returned',
    unit: fifth.name,
    toUnit: null,
    seats: [6],
    reason: '本人要求更正',
    seconded: null,
  },
  {
    n: 1790,
    entry: '1790',
    wall: 1_573_603_500_000,
    what: 'paper-ballot',
    unit: fifth.name,
    toUnit: null,
    seats: [12],
    reason: '设备离线',
    seconded: null,
  },
  {
    n: 1822,
    entry: '1822',
    wall: 1_573_603_900_000,
    what: 'round-reopened',
    unit: units[2]?.name ?? fifth.name,
    toUnit: null,
    seats: [],
    reason: '设备故障未交成',
    seconded: '监督员 1',
  },
];

function counted(change: Partial<ConsoleResult>, sections: Partial<ConsoleView> = {}): ConsoleView {
  const name = localText('结果发布', '結果發佈', 'Results');
  return sampleView({
    at: { step: 'A8', intoMs: 10_000 },
    ...afterBallots,
    timer: noTimer,
    wall: {
      scene: { kind: 'title', stepName: name, unit: null },
      counts: null,
      timer: noTimer,
      curtain: 'open',
    },
    next: { kind: 'held', needs: 'co-signature' },
    result: { ...heldResult, coSigned: false, ...change },
    seats: seatsOf(),
    changes,
    ...sections,
  });
}

const toRelease: Partial<ConsoleView> = {
  next: { kind: 'release', places: 13, isFewerThanThree: false },
};

const asked: Partial<ConsoleView> = {
  proposals: [
    { id: 1, actHash: 'a'.repeat(64), reason: '设备故障未交成', act: { kind: 'reopen', unit: fifth.name } },
    {
      id: 2,
      actHash: 'b'.repeat(64),
      reason: '主持人询问',
      act: { kind: 'what-if', question: { kind: 'without-trim' } },
    },
  ],
};

const answered: Partial<ConsoleView> = {
  whatIfs: [
    {
      proposal: 1,
      question: { kind: 'without-trim' },
      moved: [
        { unit: units[4]?.name ?? fifth.name, place: '4', otherwise: '5' },
        { unit: units[9]?.name ?? fifth.name, place: '5', otherwise: '4' },
      ],
    },
    {
      proposal: 2,
      question: {
        kind: 'without-group',
        group: localText('社会各界代表', '社會各界代表', 'Public representatives'),
      },
      moved: [],
    },
  ],
};

const isTied = (at: number) => at === 4 || at === 5;
const tiedRows = resultRows.map((row, at) => (isTied(at) ? { ...row, isUndecided: true } : row));
/** By the old rules the second and third stood the other way round, and every third value was another one. */
const byOldRules: FormerResult = {
  of: { kind: 'rules' },
  rows: resultRows.map(({ unit, place, total }, at) => ({
    unit,
    place: at === 1 ? '3' : at === 2 ? '2' : place,
    total: total && (Number(total) - (at % 3) * 0.11).toFixed(2),
  })),
};
/** In the version before only the last but one was another, and one that has a place now had none. */
const inVersionBefore: FormerResult = {
  of: { kind: 'version', version: 1 },
  rows: resultRows.map(({ unit, place, total }, at) => ({
    unit,
    place: at === 7 ? null : place,
    total: at === 7 ? null : total && (at === 6 ? '80.01' : total),
  })),
};

const lockedWithPaper = (): readonly ConsoleRound[] =>
  units.map((unit, at) =>
    roundOf(unit, 'locked', [], at === 3 ? [{ seat: 's12', decision: 'paper', reason: '设备离线' }] : []),
  );

const closeProposal: ProposalView = {
  id: 4,
  reason: '',
  actHash: 'd4'.repeat(32),
  act: {
    kind: 'close',
    result: 'released',
    figures: 'f1'.repeat(32),
    rounds: 13,
    changes: 4,
    attachments: 1,
    head: { n: 655, hash: 'ab'.repeat(32) },
  },
};

const objection = { reason: '第 7 席的票与纸面不符', overridden: null, isByDevice: false };

const chairScreen: ConsoleScreen = {
  id: 'chair-1',
  role: 'chair',
  name: '192.168.1.42',
  isOnline: true,
  roundTripMs: 11,
  isUpToDate: true,
};

/** The chair's own device is admitted, and the count waits for it. */
const withChair = (next: NextAction, change: Partial<ConsoleResult> = {}): ConsoleSample => ({
  link: online,
  view: counted(
    { coSigned: true, hasChair: true, ...change },
    { next, screens: [...sampleView().screens, chairScreen] },
  ),
});

/** States of the count and of what it means, of invented units and figures. */
export const countSamples: { readonly [state: string]: () => ConsoleSample } = {
  timeUp: () => ({ link: online, view: timeUp() }),
  paper: () => ({
    link: online,
    drawer: 'paper',
    drawerTarget: `${fifth.id}.1 s12`,
    view: timeUp(),
  }),
  seat: () => ({
    link: online,
    drawer: 'seat',
    drawerTarget: 's7',
    view: {
      ...timeUp(),
      recusals: [{ seat: 's7', unit: units[1] ?? fifth, reason: '曾在该单位任职' }],
    },
  }),
  units: () => ({
    link: online,
    drawer: 'units',
    drawerTarget: fifth.id,
    view: counted(
      { isSeen: false, rows: [] },
      {
        ...asked,
        exits: [
          {
            id: units[8]?.id ?? '',
            unit: units[8]?.name ?? fifth.name,
            why: 'withdrew',
            reason: '本单位申请',
          },
        ],
      },
    ),
  }),
  paperDue: () => ({
    link: online,
    view: sampleView({
      at: { step: `A7.${units[12]?.id}`, intoMs: 60_000 },
      round: null,
      rounds: lockedWithPaper(),
      next: { kind: 'held', needs: 'count' },
      timer: noTimer,
      message: null,
    }),
  }),
  unseen: () => ({ link: online, view: counted({ isSeen: false, rows: [] }) }),
  coSigned: () => ({
    link: online,
    view: counted({ coSigned: true, rows: tiedRows }, toRelease),
  }),
  objection: () => ({
    link: online,
    view: counted({ objection, isSeen: false, rows: [] }, { next: { kind: 'held', needs: 'objection' } }),
  }),
  overridden: () => ({
    link: online,
    view: counted(
      { objection: { ...objection, overridden: '主持人核对过纸面' } },
      { next: { kind: 'release', places: 13, isFewerThanThree: false } },
    ),
  }),
  askChair: () => withChair({ kind: 'ask-chair', about: 'release' }),
  chairAsked: () => withChair({ kind: 'held', needs: 'chair', about: 'release', wall: Date.now() - 40_000 }),
  chairObjection: () =>
    withChair(
      { kind: 'ask-chair', about: 'objection' },
      { coSigned: false, objection, isSeen: false, rows: [] },
    ),
  noMonitor: () => ({
    link: online,
    view: counted(
      { isMonitorRequired: false, isSeen: false, rows: [], count: 2 },
      {
        next: { kind: 'release', places: 13, isFewerThanThree: false },
        scheme: { ...sampleView().scheme, isMonitorRequired: false },
      },
    ),
  }),
  formerly: () => ({ link: online, view: counted({ coSigned: true, former: [byOldRules] }, toRelease) }),
  formerBoth: () => ({
    link: online,
    view: counted({ coSigned: true, former: [byOldRules, inVersionBefore] }, toRelease),
  }),

  asked: () => ({ link: online, view: counted({ isSeen: false, rows: [] }, asked) }),
  revealAsked: () => ({ link: online, view: revealing(8, asked) }),
  whatIf: () => ({ link: online, drawer: 'whatIf', view: counted({}, { ...asked, ...answered }) }),
  changes: () => ({ link: online, drawer: 'changes', view: counted({ isSeen: false, rows: [] }) }),
  closeAsks: () => ({
    link: online,
    view: { ...revealing(13), next: { kind: 'close', asksMonitor: true } },
  }),
  closeAsked: () => ({
    link: online,
    drawer: 'network',
    view: {
      ...revealing(13),
      next: { kind: 'held', needs: 'close-signature' },
      proposals: [closeProposal],
    },
  }),
};
