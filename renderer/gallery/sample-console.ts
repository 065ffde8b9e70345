import { instant, milliseconds } from '../../shared/kernel/brand.ts';
import { type LocalText, localText } from '../../shared/kernel/language.ts';
import type {
  ConsoleRound,
  ConsoleSeat,
  ConsoleView,
  EventFileHealth,
  NextAction,
  ResultRow,
} from '../../shared/views/console-view.ts';
import type {
  RankingRow,
  RuleView,
  SceneView,
  TimerView,
  UnitView,
} from '../../shared/views/view-sections.ts';
import { agendaRows, film, scoring, seconds, speech, steps, units } from './sample-agenda.ts';
import { points } from './sample-ballots.ts';
import { sampleEvent, sampleNow } from './wall-samples.ts';

const leaders = localText('市四套班子领导', '市四套班子領導', 'City leadership');
const citizens = localText('社会各界代表', '社會各界代表', 'Public representatives');
const groups = [
  { id: 'g1', name: leaders, weight: 60 },
  { id: 'g2', name: citizens, weight: 40 },
];
export const rule: RuleView = {
  groups: [
    { name: leaders, percent: '60' },
    { name: citizens, percent: '40' },
  ],
  trim: { high: 1, low: 1, fromCount: 5 },
  decimals: 2,
  ties: [{ kind: 'group', name: leaders }],
  shows: { totals: true, groupMeans: true },
};

export const fileInOrder: EventFileHealth = { notice: null, findings: null };

export function seatsOf(
  change: (number: number) => Partial<ConsoleSeat> = () => ({}),
): readonly ConsoleSeat[] {
  return Array.from({ length: 20 }, (_, at): ConsoleSeat => {
    const number = at + 1;
    return {
      seat: `s${number}`,
      number,
      group: number <= 8 ? 'g1' : 'g2',
      device: 1,
      connection: 'online',
      offlineSinceWall: null,
      roundTripMs: 6 + (number % 5),
      away: null,
      ballot: 'not-expected',
      ...change(number),
    };
  });
}

export const noTimer: TimerView = { timer: { kind: 'none' }, bells: null, bellsAtMs: [] };
export const countdown = (
  limitMs: number,
  leftMs: number,
  bells: TimerView['bells'],
  bellsAtMs: readonly number[],
  isPaused = false,
): TimerView => ({
  timer: {
    kind: 'down',
    limitMs: milliseconds(limitMs),
    clock: isPaused
      ? { kind: 'paused', elapsedMs: milliseconds(limitMs - leftMs) }
      : { kind: 'running', anchor: instant(sampleNow - (limitMs - leftMs)), elapsedMs: milliseconds(0) },
  },
  bells,
  bellsAtMs,
});
export const speechTimer = countdown(seconds(300), seconds(102), 'speech', [60_000, 0, -30_000]);
export const ballotTimer = countdown(seconds(90), seconds(17), 'ballot', [10_000, 0]);

export function unitAt(at: number): UnitView {
  const unit = units[at];
  if (!unit) throw new RangeError(`no unit ${at}`);
  return unit;
}

export const fifth = unitAt(4);
const line = (kind: 'highlight' | 'shortcoming' | 'measure', text: string, hant: string, en: string) => ({
  kind,
  text: localText(text, hant, en),
});
export const speaker: SceneView = {
  kind: 'speaker',
  stepName: speech.name,
  unit: fifth,
  post: localText('区委书记', '區委書記', 'District Party secretary'),
  position: { index: 5, total: 13 },
  lines: [
    line('shortcoming', '示例短板一', '示例短板一', 'Sample shortcoming 1'),
    line('shortcoming', '示例短板二', '示例短板二', 'Sample shortcoming 2'),
    line('shortcoming', '示例短板三', '示例短板三', 'Sample shortcoming 3'),
  ],
};
export const ballotScene = (state: 'waiting' | 'open' | 'locked'): SceneView => ({
  kind: 'ballot',
  stepName: scoring.name,
  unit: fifth,
  position: { index: 5, total: 13 },
  state,
});

export function roundOf(
  unit: UnitView,
  state: ConsoleRound['state'],
  missing: readonly string[] = [],
  decisions: ConsoleRound['decisions'] = [],
): ConsoleRound {
  const expected = 20 - decisions.filter(({ decision }) => decision !== 'paper').length;
  const inGroup = (from: number, to: number) =>
    to -
    from +
    1 -
    missing.filter((seat) => Number(seat.slice(1)) >= from && Number(seat.slice(1)) <= to).length;
  return {
    round: `${unit.id}.1`,
    unit,
    units: [unit],
    forms: ['marks'],
    isSecret: false,
    due: missing.length,
    cards: [],
    number: 1,
    opening: 1,
    state,
    counts: {
      submitted: expected - missing.length,
      expected,
      groups: [
        { name: leaders, submitted: inGroup(1, 8), expected: 8 },
        { name: citizens, submitted: inGroup(9, 20), expected: 12 },
      ],
    },
    missing,
    decisions,
    paperAwaited: decisions.filter(({ decision }) => decision === 'paper').map(({ seat }) => seat),
    returned: [],
    movedTo: null,
  };
}

const marks = [
  '91.63',
  '91.20',
  '90.84',
  '90.37',
  '89.45',
  '89.45',
  '88.92',
  '88.10',
  '87.66',
  '87.05',
  '86.40',
  '85.93',
  '84.71',
];
export const resultRows: readonly ResultRow[] = marks.map((total, at) => ({
  unit: unitAt((at * 5 + 4) % 13),
  rank: at + 1,
  place: String(at + 1),
  isShared: false,
  isUndecided: false,
  total,
  groups: [
    { mean: (Number(total) + 0.42).toFixed(2), ballots: 8, struck: 2 },
    { mean: (Number(total) - 0.63).toFixed(2), ballots: 12, struck: 2 },
  ],
  partedBy: at === 4 ? [0] : [],
}));
export const rankingRow = (row: ResultRow): RankingRow => ({
  rank: row.rank ?? 0,
  place: row.place ?? '',
  isShared: row.isShared,
  unit: row.unit.name,
  total: row.total ?? '',
  groupMeans: row.groups.map((group) => group.mean),
});
export const ranking = (revealed: number): SceneView => ({
  kind: 'ranking',
  rule,
  places: 13,
  rows: resultRows.slice(13 - revealed).map(rankingRow),
  latest: revealed > 0 && revealed < 13 ? 0 : null,
  unranked: [],
});

const lan = 'http://192.168.31.20:7310';

export type Change = Partial<ConsoleView> & {
  readonly at?: { readonly step: string | null; readonly intoMs: number };
  readonly now?: number;
};

/** A running speech of the fifth unit, changed as asked. */
export function sampleView(change: Change = {}): ConsoleView {
  const { at = { step: `A4.${fifth.id}`, intoMs: seconds(198) }, now = Date.now(), ...sections } = change;
  const row = steps.find((step) => step.step === at.step) ?? null;
  const unitOf = (id: string | null) => units.find((each) => each.id === id) ?? null;
  const unit = unitOf(row?.unit ?? null);
  const earlier = row ? steps.slice(0, steps.indexOf(row)).filter((step) => !step.isBackground) : [];
  const before = earlier[earlier.length - 1] ?? null;
  const back: { readonly stepName: LocalText; readonly unit: UnitView | null } = before
    ? { stepName: before.name, unit: unitOf(before.unit) }
    : { stepName: film.name, unit: fifth };
  const entered = (step: LocalText, of: UnitView | null) => ({ step, ...(of && { unit: of.name }) });
  const next: NextAction = {
    kind: 'step',
    stepName: scoring.name,
    unit: fifth,
    scene: ballotScene('open'),
    timerMs: seconds(90),
    startsTimer: true,
    opensRound: false,
    keepsOpen: [],
    background: null,
  };
  return {
    event: { ...sampleEvent, units, groups, rule },
    agenda: { isStarted: at.step !== null, rows: agendaRows(at.step, at.intoMs, now) },
    stage: {
      step: at.step,
      stepName: row?.name ?? null,
      unit,
      phase: at.step === null ? 'prepared' : 'live',
    },
    timer: speechTimer,
    wall: { scene: speaker, counts: null, timer: speechTimer, curtain: 'open' },
    next,
    ballots: [points],
    beside: {
      measures: [],
      attempts: [],
      recorded: [],
      facts: [],
      pointsNodes: [],
      points: [],
      mayDecideTies: false,
      ties: [],
    },
    undo: {
      undo: { entry: 1840, action: 'step', ...back },
      redo: null,
      blocked: null,
    },
    round: roundOf(fifth, 'open', [
      's1',
      's2',
      's3',
      's5',
      's6',
      's9',
      's10',
      's12',
      's13',
      's14',
      's15',
      's16',
      's18',
      's19',
      's20',
    ]),
    rounds: units.slice(0, 4).map((each) => roundOf(each, 'locked')),
    openRounds: [],
    seats: seatsOf((number) => ({
      ballot: [4, 7, 8, 11, 17].includes(number) ? 'stored' : 'awaited',
      ...(number === 4 ? { connection: 'offline', offlineSinceWall: now - seconds(47) } : {}),
    })),
    screens: [
      { id: 'p1', role: 'projector', name: '主会场', isOnline: true, roundTripMs: 3, isUpToDate: true },
      { id: 'p2', role: 'projector', name: '分会场', isOnline: true, roundTripMs: 14, isUpToDate: true },
      { id: 'q1', role: 'prompter', name: '', isOnline: true, roundTripMs: 8, isUpToDate: true },
    ],
    requests: [],
    result: null,
    recusals: [],
    exits: [],
    changes: [],
    attachments: [],
    proposals: [],
    whatIfs: [],
    scheme: {
      name: localText('六比竞赛评分', '六比競賽評分', 'Six-comparison scoring'),
      id: 'S1',
      hash: 'c5a4fc1'.padEnd(64, '0'),
      version: 1,
      isFixed: true,
      isMonitorRequired: true,
      castings: [{ form: 'marks', attempt: null }],
      required: [{ form: 'marks', attempt: null }],
      tieBreak: [],
    },
    version: { number: 1, supersedes: null, next: null },
    message: {
      id: 3,
      text: '请靠近话筒',
      sentWall: now - seconds(108),
      acknowledgedWall: now - seconds(102),
    },
    recent: [
      { n: 1842, wall: now - seconds(102), kind: 'PromptAcknowledged', params: {} },
      { n: 1841, wall: now - seconds(108), kind: 'PromptSent', params: { text: '请靠近话筒' } },
      {
        n: 1840,
        wall: now - seconds(198),
        kind: 'StepEntered',
        params: row ? entered(row.name, unit) : entered(speech.name, fifth),
      },
      {
        n: 1839,
        wall: now - seconds(333),
        kind: 'StepEntered',
        params: entered(back.stepName, back.unit),
      },
      { n: 1838, wall: now - seconds(367), kind: 'RoundLocked', params: { unit: unitAt(3).name } },
    ],
    health: {
      disk: { kind: 'ok' },
      isReadOnly: false,
      lastEntry: 1842,
      displays: { kind: 'extended' },
      gap: null,
      file: fileInOrder,
    },
    network: {
      port: 7310,
      portNote: null,
      chosen: '192.168.31.20',
      cards: [
        { name: '以太网', address: '192.168.31.20' },
        { name: 'WLAN', address: '10.0.8.114' },
      ],
      links: {
        panel: `${lan}/panel`,
        projector: `${lan}/projector`,
        prompter: `${lan}/prompter`,
        monitor: `${lan}/monitor`,
        chair: `${lan}/chair`,
      },
      lostAddress: null,
    },
    refusals: { total: 0, byCode: [], last: null },
    ...sections,
  };
}
