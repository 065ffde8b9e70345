import { instant, logPosition, milliseconds, unitId, wallTime } from '../../shared/kernel/brand.ts';
import { type LocalText, localText, sameText } from '../../shared/kernel/language.ts';
import { sha256Hex } from '../../shared/kernel/sha256.ts';
import type {
  AgendaRow,
  ConsoleResult,
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
import type { Link } from '../connection/page-state.ts';
import type { Drawer } from '../console/desk-store.ts';
import { points } from './sample-ballots.ts';
import { sampleEvent, sampleNow, unitNames } from './wall-samples.ts';

/** One state of the console, of invented units and figures. */
export type ConsoleSample = {
  readonly view: ConsoleView;
  readonly link: Link;
  readonly drawer?: Drawer;
  readonly drawerTarget?: string;
  readonly isPeeking?: boolean;
  readonly isArmed?: boolean;
};

export const units: readonly UnitView[] = unitNames.map((name, at) => ({ id: unitId(`e${at + 1}`), name }));
const leaders = localText('市四套班子领导', '市四套班子領導', 'City leadership');
const citizens = localText('社会各界代表', '社會各界代表', 'Public representatives');
const groups = [
  { id: 'g1', name: leaders, weight: 60 },
  { id: 'g2', name: citizens, weight: 40 },
];
const rule: RuleView = {
  groups: [
    { name: leaders, percent: '60' },
    { name: citizens, percent: '40' },
  ],
  trim: { high: 1, low: 1, fromCount: 5 },
  decimals: 2,
  ties: [{ kind: 'group', name: leaders }],
  shows: { totals: true, groupMeans: true },
};

type Template = {
  readonly id: string;
  readonly name: LocalText;
  readonly who: LocalText;
  readonly plannedMs: number;
  readonly scene: string;
  readonly isBackground?: boolean;
};

const seconds = (count: number) => count * 1000;
const fileInOrder: EventFileHealth = { notice: null, findings: null };
const film: Template = {
  id: 'A3',
  name: localText('项目专题片', '項目專題片', 'Project film'),
  who: localText('播放', '播放', 'Playback'),
  plannedMs: seconds(120),
  scene: 'project_film',
};
const speech: Template = {
  id: 'A4',
  name: localText('汇报发言', '匯報發言', 'Speech'),
  who: localText('县（市、区）委书记', '縣（市、區）委書記', 'County Party secretary'),
  plannedMs: seconds(300),
  scene: 'speaker_timer',
};
const scoring: Template = {
  id: 'A4b',
  name: localText('评分', '評分', 'Scoring'),
  who: localText('评议团', '評議團', 'Panel'),
  plannedMs: seconds(90),
  scene: 'ballot_progress',
};
const comment: Template = {
  id: 'A7',
  name: localText('市长逐一点评', '市長逐一點評', 'Mayor’s comments'),
  who: localText('市长', '市長', 'Mayor'),
  plannedMs: seconds(90),
  scene: 'comment_card',
};
const opening: readonly Template[] = [
  {
    id: 'A0',
    name: localText('候场 签到 设备自检', '候場 簽到 設備自檢', 'Check-in'),
    who: localText('会务', '會務', 'Stewards'),
    plannedMs: seconds(1800),
    scene: 'checkin',
  },
  {
    id: 'A1',
    name: localText('主持人宣布开始 说明规则', '主持人宣佈開始 說明規則', 'Opening and rules'),
    who: localText('主持人', '主持人', 'Chair'),
    plannedMs: seconds(300),
    scene: 'title_rules',
  },
  {
    id: 'A2',
    name: localText('指标亮晒通报', '指標亮曬通報', 'Indicators'),
    who: localText('督考办', '督考辦', 'Supervision office'),
    plannedMs: seconds(480),
    scene: 'indicator_ranks',
  },
];
const closing: readonly Template[] = [
  {
    id: 'A8',
    name: localText('结果发布', '結果發佈', 'Results'),
    who: localText('主持人', '主持人', 'Chair'),
    plannedMs: seconds(120),
    scene: 'result_ranks',
  },
  {
    id: 'A9',
    name: localText('市委书记总结讲话', '市委書記總結講話', 'Closing speech'),
    who: localText('市委书记', '市委書記', 'City Party secretary'),
    plannedMs: seconds(1200),
    scene: 'title_quiet',
  },
  {
    id: 'A10',
    name: localText('交办签收 散会', '交辦簽收 散會', 'Hand-over'),
    who: localText('会务', '會務', 'Stewards'),
    plannedMs: seconds(180),
    scene: 'handover_qr',
  },
];
const count: Template = {
  id: 'A6',
  name: localText('封票 计票复核', '封票 計票複核', 'Count and check'),
  who: localText('操作员', '操作員', 'Operator'),
  plannedMs: seconds(180),
  scene: 'counting',
  isBackground: true,
};

type SampleStep = Template & { readonly step: string; readonly unit: string | null };

const once = (template: Template): SampleStep => ({ ...template, step: template.id, unit: null });
const steps: readonly SampleStep[] = [
  ...opening.map(once),
  ...units.flatMap((unit) =>
    [film, speech, scoring].map((template) => ({
      ...template,
      step: `${template.id}.${unit.id}`,
      unit: unit.id,
    })),
  ),
  once(count),
  ...units.map((unit) => ({ ...comment, step: `A7.${unit.id}`, unit: unit.id })),
  ...closing.map(once),
];

/** Steps run a little long or short, always in the same way. */
const drift = (at: number) => seconds([12, 31, -8, 22, 5, 40, -13][at % 7] ?? 0);

function agendaRows(step: string | null, intoStepMs: number, now: number): readonly AgendaRow[] {
  const current = steps.findIndex((each) => each.step === step);
  const lengths = steps.map((each, at) => each.plannedMs + drift(at));
  const startOf = (at: number) =>
    now -
    intoStepMs -
    lengths
      .slice(at, current)
      .reduce((sum, length, index) => sum + (steps[at + index]?.isBackground ? 0 : length), 0);
  return steps.map((each, at) => {
    const isBackground = each.isBackground ?? false;
    const hasStarted = at <= current;
    const isEnded = at < current;
    const startedWall = hasStarted ? startOf(at) : null;
    return {
      step: each.step,
      name: each.name,
      who: each.who,
      unit: each.unit,
      plannedMs: each.plannedMs,
      scene: each.scene,
      isBackground,
      state: at === current ? 'current' : isEnded ? 'done' : 'ahead',
      startedWall,
      endedWall: isEnded && startedWall !== null ? startedWall + (lengths[at] ?? 0) : null,
    };
  });
}

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
const speechTimer = countdown(seconds(300), seconds(102), 'speech', [60_000, 0, -30_000]);
const ballotTimer = countdown(seconds(90), seconds(17), 'ballot', [10_000, 0]);

function unitAt(at: number): UnitView {
  const unit = units[at];
  if (!unit) throw new RangeError(`no unit ${at}`);
  return unit;
}

export const fifth = unitAt(4);
const line = (kind: 'highlight' | 'shortcoming' | 'measure', text: string, hant: string, en: string) => ({
  kind,
  text: localText(text, hant, en),
});
const speaker: SceneView = {
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
const ballotScene = (state: 'waiting' | 'open' | 'locked'): SceneView => ({
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
const rankingRow = (row: ResultRow): RankingRow => ({
  rank: row.rank ?? 0,
  place: row.place ?? '',
  isShared: row.isShared,
  unit: row.unit.name,
  total: row.total ?? '',
  groupMeans: row.groups.map((group) => group.mean),
});
const ranking = (revealed: number): SceneView => ({
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
  const unit = units.find((each) => each.id === row?.unit) ?? null;
  const next: NextAction = {
    kind: 'step',
    stepName: scoring.name,
    unit: fifth,
    scene: ballotScene('open'),
    timerMs: seconds(90),
    startsTimer: true,
    opensRound: false,
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
      recorded: [],
      facts: [],
      pointsNodes: [],
      points: [],
      mayDecideTies: false,
      ties: [],
    },
    undo: {
      undo: { entry: 1840, action: 'step', stepName: film.name, unit: fifth },
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
      required: ['marks'],
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
        params: { step: speech.name, unit: fifth.name },
      },
      {
        n: 1839,
        wall: now - seconds(333),
        kind: 'StepEntered',
        params: { step: film.name, unit: fifth.name },
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
      },
      lostAddress: null,
    },
    refusals: { total: 0, byCode: [], last: null },
    ...sections,
  };
}

export const online: Link = { kind: 'online' };
const atScoring = { step: `A4b.${fifth.id}`, intoMs: seconds(73) };
const ballotWall = { scene: ballotScene('open'), timer: ballotTimer, curtain: 'open' as const };
export const afterBallots = { round: null, rounds: units.map((unit) => roundOf(unit, 'locked')) };
export const result: ConsoleResult = {
  phase: 'released',
  count: 1,
  isMonitorRequired: true,
  coSigned: true,
  objection: null,
  isSeen: true,
  formerly: null,
  rule,
  rows: resultRows,
  places: 13,
  revealed: 8,
  isFewerThanThree: false,
};

/** The first unit's number opened, with the figures of the sample tree. */
function openedNumber(drawerTarget: string): ConsoleSample {
  const [first, ...others] = resultRows;
  const means = ['92.40', '91.67'];
  const groups = first?.groups.map((group, at) => ({ ...group, mean: means[at] ?? null })) ?? [];
  const rows = first ? [{ ...first, total: '92.11', groups }, ...others] : others;
  const view = sampleView({ ...afterBallots, result: { ...result, phase: 'counted', revealed: 0, rows } });
  return { link: online, drawer: 'number', drawerTarget, view };
}

export function ballotSample(
  missing: readonly string[],
  next: NextAction,
  decisions: ConsoleRound['decisions'] = [],
): ConsoleView {
  const round = roundOf(fifth, 'open', missing, decisions);
  const now = Date.now();
  return sampleView({
    at: atScoring,
    now,
    round,
    timer: ballotTimer,
    wall: { ...ballotWall, counts: round.counts },
    next,
    seats: seatsOf((number) => {
      const seat = `s${number}`;
      const decision = decisions.find((each) => each.seat === seat)?.decision;
      if (decision === 'paper') return { ballot: 'paper-awaited', connection: 'never', device: null };
      if (decision) return { ballot: decision, connection: 'never', device: null };
      if (!missing.includes(seat)) return { ballot: 'stored' };
      return number === 4
        ? { ballot: 'awaited', connection: 'offline', offlineSinceWall: now - seconds(1_307) }
        : { ballot: 'awaited' };
    }),
    undo: { undo: null, redo: null, blocked: 'undo-round-has-ballots' },
  });
}

export const revealing = (revealed: number, change: Partial<ConsoleView> = {}): ConsoleView => {
  const row = resultRows[12 - revealed];
  return sampleView({
    at: { step: 'A8', intoMs: seconds(95) },
    ...afterBallots,
    timer: noTimer,
    wall: { scene: ranking(revealed), counts: null, timer: noTimer, curtain: 'open' },
    next: row
      ? { kind: 'reveal', row: rankingRow(row), left: 12 - revealed, scene: ranking(revealed + 1) }
      : {
          kind: 'step',
          stepName: closing[1]?.name ?? sameText(''),
          unit: null,
          scene: { kind: 'title', stepName: closing[1]?.name ?? null, unit: null },
          timerMs: null,
          startsTimer: true,
          opensRound: false,
          background: null,
        },
    result: { ...result, revealed },
    seats: seatsOf(),
    ...change,
  });
};

const absent17: ConsoleRound['decisions'] = [{ seat: 's17', decision: 'absent', reason: '请假' }];

function fileSample(odd: Partial<EventFileHealth>): ConsoleSample {
  const view = sampleView();
  return {
    link: online,
    view: { ...view, health: { ...view.health, file: { ...fileInOrder, ...odd } } },
  };
}

/** The event is closed; the file of its corrected version is there already, or was once. */
function ended(next: { readonly isThere: boolean; readonly isNoted: boolean }): ConsoleView {
  return {
    ...revealing(13),
    next: { kind: 'ended' },
    stage: { step: 'A10', stepName: closing[2]?.name ?? null, unit: null, phase: 'closed' },
    version: { number: 1, supersedes: null, next: { file: '2019-Q4.v2.leitai', ...next } },
  };
}

export const consoleSamples: { readonly [state: string]: () => ConsoleSample } = {
  live: () => ({ link: online, view: sampleView() }),
  prepared: () => ({
    link: online,
    view: sampleView({
      at: { step: null, intoMs: 0 },
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: {
        kind: 'start',
        stepName: opening[0]?.name ?? sameText(''),
        scene: { kind: 'title', stepName: opening[0]?.name ?? null, unit: null },
      },
      undo: { undo: null, redo: null, blocked: null },
      round: null,
      rounds: [],
      message: null,
      seats: seatsOf((number) => (number > 12 ? { connection: 'never', device: null } : {})),
      requests: [{ kind: 'screen', id: 'r1', number: '4827', role: 'prompter', address: '192.168.31.47' }],
    }),
  }),
  held: () => ({
    link: online,
    view: ballotSample(
      ['s4', 's6'],
      { kind: 'held', needs: 'missing-seats', round: `${fifth.id}.1`, seats: ['s4', 's6'], count: 2 },
      absent17,
    ),
  }),
  lock: () => ({
    link: online,
    view: ballotSample(
      [],
      { kind: 'lock', round: `${fifth.id}.1`, unit: fifth, submitted: 19, expected: 19 },
      absent17,
    ),
  }),
  lockArmed: () => ({
    link: online,
    isArmed: true,
    view: ballotSample(
      [],
      { kind: 'lock', round: `${fifth.id}.1`, unit: fifth, submitted: 19, expected: 19 },
      absent17,
    ),
  }),
  count: () => ({
    link: online,
    view: sampleView({
      at: { step: `A7.${unitAt(12).id}`, intoMs: seconds(60) },
      round: null,
      rounds: units.slice(0, 12).map((unit) => roundOf(unit, 'locked')),
      timer: countdown(seconds(90), seconds(30), 'answer', [15_000, 0]),
      wall: {
        scene: { kind: 'title', stepName: comment.name, unit: unitAt(12) },
        counts: null,
        timer: countdown(seconds(90), seconds(30), 'answer', [15_000, 0]),
        curtain: 'open',
      },
      next: { kind: 'held', needs: 'count' },
      message: null,
    }),
  }),
  counted: () => ({
    link: online,
    isPeeking: true,
    view: sampleView({
      at: { step: 'A8', intoMs: seconds(10) },
      ...afterBallots,
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: closing[0]?.name ?? null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: { kind: 'release', places: 13, isFewerThanThree: false },
      result: { ...result, phase: 'counted', revealed: 0 },
      seats: seatsOf(),
    }),
  }),
  release: () => ({
    link: online,
    isArmed: true,
    view: sampleView({
      at: { step: 'A8', intoMs: seconds(10) },
      ...afterBallots,
      timer: noTimer,
      wall: {
        scene: { kind: 'title', stepName: closing[0]?.name ?? null, unit: null },
        counts: null,
        timer: noTimer,
        curtain: 'open',
      },
      next: { kind: 'release', places: 13, isFewerThanThree: true },
      result: { ...result, phase: 'counted', revealed: 0, isFewerThanThree: true },
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 2210,
        displays: { kind: 'one' },
        gap: null,
        file: fileInOrder,
      },
      seats: seatsOf(),
    }),
  }),
  reveal: () => ({ link: online, view: revealing(8) }),
  revealCovered: () => ({
    link: online,
    view: revealing(8, {
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 2214,
        displays: { kind: 'mirrored' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  revealed: () => ({ link: online, view: revealing(13) }),
  frozen: () => ({
    link: online,
    view: sampleView({ wall: { scene: speaker, counts: null, timer: speechTimer, curtain: 'frozen' } }),
  }),
  fault: () => ({
    link: online,
    view: sampleView({
      next: { kind: 'held', needs: 'disk' },
      health: {
        disk: { kind: 'failed', sinceWall: Date.now() - seconds(7), lastGood: 1842, reason: 'ENOSPC' },
        isReadOnly: false,
        lastEntry: 1842,
        displays: { kind: 'extended' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  gap: () => ({
    link: online,
    view: sampleView({
      timer: countdown(seconds(300), seconds(102), 'speech', [60_000, 0, -30_000], true),
      next: { kind: 'held', needs: 'clock-gap' },
      health: {
        disk: { kind: 'ok' },
        isReadOnly: false,
        lastEntry: 1843,
        displays: { kind: 'extended' },
        gap: { reason: 'sleep', gapMs: seconds(94) },
        file: fileInOrder,
      },
    }),
  }),
  lost: () => ({ link: { kind: 'lost', sinceMs: performance.now() - seconds(12) }, view: sampleView() }),
  readOnly: () => ({
    link: online,
    view: sampleView({
      health: {
        disk: { kind: 'ok' },
        isReadOnly: true,
        lastEntry: 1842,
        displays: { kind: 'extended' },
        gap: null,
        file: fileInOrder,
      },
    }),
  }),
  fileRecovered: () => fileSample({ notice: 'recovered-wal' }),
  fileMayLack: () => fileSample({ notice: 'missing-wal' }),
  badSignatures: () => fileSample({ findings: { count: 3, entry: 1207, code: 'signature-bad' } }),
  lostAddress: () => {
    const view = sampleView();
    return {
      link: online,
      view: { ...view, network: { ...view.network, chosen: null, lostAddress: '192.168.31.20' } },
    };
  },
  refused: () => ({
    link: online,
    view: sampleView({
      requests: [{ kind: 'seat', id: 'r2', seat: 's9', seatNumber: 9, address: '192.168.31.66' }],
      refusals: {
        total: 7,
        byCode: [
          { code: 'bad-signature', count: 4 },
          { code: 'too-big', count: 2 },
          { code: 'round-closed', count: 1 },
        ],
        last: {
          code: 'bad-signature',
          path: 'signature',
          wall: Date.now() - seconds(31),
          from: '192.168.31.66',
        },
      },
    }),
  }),
  ended: () => ({ link: online, view: ended({ isThere: false, isNoted: false }) }),
  version: () => ({ link: online, drawer: 'version', view: ended({ isThere: false, isNoted: false }) }),
  versionThere: () => ({ link: online, drawer: 'version', view: ended({ isThere: true, isNoted: true }) }),
  versionNoted: () => ({ link: online, drawer: 'version', view: ended({ isThere: false, isNoted: true }) }),
  versionLive: () => ({
    link: online,
    drawer: 'version',
    view: {
      ...revealing(13),
      version: {
        number: 2,
        supersedes: { version: 1, n: 2213, hash: '7d3c09b1'.padEnd(64, 'e4') },
        next: null,
      },
    },
  }),
  network: () => ({
    link: online,
    drawer: 'network',
    view: sampleView({
      seats: seatsOf((number) => (number % 3 === 0 ? { connection: 'never', device: null } : {})),
    }),
  }),
  photos: () => ({
    link: online,
    drawer: 'network',
    view: sampleView({
      ...afterBallots,
      result: { ...result, phase: 'counted', revealed: 0 },
      attachments: ['签字表 第 1 页.jpg', 'scan of the signed protocol, all pages.pdf'].map(
        (name, index) => ({
          n: logPosition(3000 + index),
          wall: wallTime(Date.now() - seconds(50)),
          name,
          type: index === 0 ? 'image/jpeg' : 'application/pdf',
          bytes: 553_984,
          hash: sha256Hex(name),
          count: 1,
        }),
      ),
    }),
  }),
  jump: () => ({ link: online, drawer: 'jump', view: sampleView() }),
  keys: () => ({ link: online, drawer: 'keys', view: sampleView() }),
  scheme: () => ({ link: online, drawer: 'scheme', view: sampleView() }),
  number: () => openedNumber(fifth.id),
  numberOfGroup: () => openedNumber(`${fifth.id}/1`),
};
