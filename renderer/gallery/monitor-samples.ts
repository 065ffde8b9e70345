import type { ChangeKind } from '../../shared/domain/state.ts';
import { logPosition, unitId, wallTime } from '../../shared/kernel/brand.ts';
import { type LocalText, localText, sameText } from '../../shared/kernel/language.ts';
import type { LookBackView } from '../../shared/views/look-back-view.ts';
import type { LookView, MonitorResult, MonitorRound, MonitorView } from '../../shared/views/monitor-view.ts';
import { sampleEvent, unitNames } from './wall-samples.ts';

const nameOf = (index: number): LocalText => unitNames[index] ?? sameText(`${index}`);
const leaders = localText('市四套班子领导', '市四套班子領導', 'City leadership');
const citizens = localText('社会各界代表', '社會各界代表', 'Public representatives');
const score = localText('评议打分', '評議打分', 'Scoring');
const wall = Date.UTC(2019, 10, 13, 2, 14, 5);
const hash = '9f2c41d7a0b85e63c7d1f4029ab8e6350d7c1b94fe28a65310c9d7e4b2f86a15';
const later = 'd41a7e90b35c8f26174e9ab0c6d2853f90b71ce4a85d3f6208e1c7b94a5d0f38';

const reasons = {
  left: '中途离席，签到表第 3 页',
  device: '平板没电，当面交纸票',
  own: '本单位',
  mistyped: '第二项打成 51，应为 15',
};

const round = (index: number, fields: Partial<MonitorRound> = {}): MonitorRound => ({
  round: `u${index}.1`,
  unit: { id: unitId(`u${index}`), name: nameOf(index) },
  forms: [score],
  isSecret: false,
  due: fields.missing?.length ?? 0,
  lowered: [],
  number: 1,
  opening: 1,
  state: 'locked',
  counts: {
    submitted: 20,
    expected: 20,
    groups: [
      { name: leaders, submitted: 12, expected: 12 },
      { name: citizens, submitted: 8, expected: 8 },
    ],
  },
  missing: [],
  decisions: [],
  returned: [],
  movedTo: null,
  ...fields,
});

const voting = round(3, {
  state: 'open',
  counts: {
    submitted: 17,
    expected: 19,
    groups: [
      { name: leaders, submitted: 11, expected: 12 },
      { name: citizens, submitted: 6, expected: 7 },
    ],
  },
  missing: [4, 17],
  decisions: [{ seat: 9, decision: 'absent', reason: reasons.left }],
  returned: [6],
});

const rounds: readonly MonitorRound[] = [
  round(0, { decisions: [{ seat: 2, decision: 'recused', reason: reasons.own }] }),
  round(1, { state: 'voided', movedTo: nameOf(2) }),
  round(2, { opening: 2, decisions: [{ seat: 14, decision: 'paper', reason: reasons.device }] }),
];

const groups = (a: string, b: string) => [
  { mean: a, ballots: 12, struck: 2 },
  { mean: b, ballots: 8, struck: 2 },
];

const counted: MonitorResult = {
  phase: 'counted',
  count: 1,
  rule: {
    groups: [
      { name: leaders, percent: '60' },
      { name: citizens, percent: '40' },
    ],
    trim: { high: 1, low: 1, fromCount: 5 },
    decimals: 2,
    ties: [],
    shows: { totals: true, groupMeans: true },
  },
  figures: hash,
  isSeen: false,
  rows: [],
  coSigned: false,
  objection: null,
  released: null,
  odd: null,
};

const rows: MonitorResult['rows'] = [
  { unit: nameOf(0), place: '1', isShared: false, total: '92.10', groups: groups('92.50', '91.50') },
  { unit: nameOf(2), place: '2', isShared: true, total: '90.40', groups: groups('90.00', '91.00') },
  { unit: nameOf(11), place: '2', isShared: true, total: '90.40', groups: groups('91.00', '89.50') },
  { unit: nameOf(3), place: '4', isShared: false, total: '88.75', groups: groups('89.25', '88.00') },
];

const calm: MonitorView = {
  event: sampleEvent,
  stage: { stepName: score, unit: { id: unitId('u3'), name: nameOf(3) }, phase: 'live' },
  rule: {
    name: localText('六比竞赛评议办法', '六比競賽評議辦法', 'Rules of the six-comparison contest'),
    hash: later,
    version: 1,
    isFixed: true,
    isMonitorRequired: true,
  },
  rounds: [...rounds, voting],
  exits: [],
  absences: [],
  changes: [],
  looks: [],
  result: null,
  proposals: [],
  whatIfs: [],
  lookBack: null,
  attachments: [],
  log: { lastEntry: 412, version: { number: 1, supersedes: null } },
};

const kinds: readonly ChangeKind[] = [
  'recused',
  'seats-absent',
  'seats-excluded',
  'seats-on-paper',
  'monitor-admitted',
  'screen-dismissed',
  'paper-ballot',
  'late-ballot-void',
  'ballot-returned',
  'round-voided',
  'unit-withdrew',
  'objection',
  'objection-overridden',
  'round-reopened',
];

const ofDevice: readonly ChangeKind[] = ['monitor-admitted', 'screen-dismissed'];
const ofCount: readonly ChangeKind[] = ['objection', 'objection-overridden', ...ofDevice];
const ofUnit: readonly ChangeKind[] = ['unit-withdrew', 'round-voided', 'round-reopened', ...ofCount];
const device = '192.168.1.37';

const changes: MonitorView['changes'] = kinds.map((what, index) => ({
  n: 120 + index * 13,
  entry: `${120 + index * 13}`,
  wall: wall + index * 187_000,
  what,
  unit: ofCount.includes(what) ? null : nameOf(index % 4),
  toUnit: what === 'round-voided' ? nameOf(2) : null,
  seats: ofUnit.includes(what) ? [] : [index + 2],
  reason: ofDevice.includes(what)
    ? device
    : ([reasons.own, reasons.left, reasons.device, '', reasons.mistyped][index % 5] ?? ''),
  seconded: what === 'round-reopened' ? device : null,
}));

const look = (n: number, fields: Pick<LookView, 'by' | 'what'> & Partial<LookView>): LookView => ({
  n,
  entry: `${n}`,
  wall: wall + n * 12_000,
  device: null,
  unit: null,
  seat: null,
  ...fields,
});

const seen: MonitorResult = {
  ...counted,
  isSeen: true,
  rows,
  odd: [
    { kind: 'far-from-median', seat: 17, unit: nameOf(3), distance: '14.50' },
    { kind: 'all-equal', seat: 5 },
    { kind: 'reversed', seat: 11 },
  ],
};

const seniors = localText('示例城区组', '示例城區組', 'Example City Districts');
const juniors = localText('示例县域组', '示例縣域組', 'Example Counties');
const inDivisions: MonitorResult['rows'] = rows.map((row, at) => ({
  ...row,
  division: at < 2 ? seniors : juniors,
  place: `${(at % 2) + 1}`,
  isShared: false,
}));
const lookBack: LookBackView = {
  order: [
    {
      supposed: { kind: 'without-group', group: leaders },
      moved: [
        { unit: nameOf(11), place: '2', otherwise: '4' },
        { unit: nameOf(3), place: '4', otherwise: '2' },
      ],
    },
    { supposed: { kind: 'without-group', group: citizens }, moved: [] },
    { supposed: { kind: 'without-trim' }, moved: [{ unit: nameOf(2), place: '2', otherwise: '2.5' }] },
    { supposed: { kind: 'ranked-on', on: 'exact' }, moved: [] },
  ],
  panels: [
    {
      group: leaders,
      ballot: null,
      judges: 12,
      units: 4,
      of: 4,
      concordance: { w: '0.612' },
      seats: Array.from({ length: 12 }, (_, seat) => ({
        seat: seat + 1,
        correlation: seat === 10 ? '-0.667' : '0.667',
        distance: seat === 10 ? '6.25' : `0.${seat + 10}`,
      })),
    },
    {
      group: citizens,
      ballot: null,
      judges: 8,
      units: 4,
      of: 4,
      concordance: { w: '0.845' },
      seats: Array.from({ length: 8 }, (_, seat) => ({
        seat: seat + 13,
        correlation: seat === 4 ? null : '1.000',
        distance: seat === 4 ? '4.80' : `0.${seat + 20}`,
      })),
    },
  ],
};

const ofDivisions: LookBackView = {
  order: lookBack.order.map((each, n) => (n === 0 ? { ...each, moved: null } : each)),
  panels: [seniors, juniors].flatMap((division) =>
    lookBack.panels.map((panel, n) => ({
      ...panel,
      division,
      of: 2,
      ...(n === 0 ? { units: 2 } : { units: 1, concordance: { none: 'units' as const } }),
    })),
  ),
};

const attachments: MonitorView['attachments'] = [1, 2].map((count) => ({
  n: logPosition(500 + count),
  wall: wallTime(wall + (500 + count) * 12_000),
  name: `签字表 第 ${count} 页.jpg`,
  type: 'image/jpeg',
  bytes: 384_112 + count * 20_480,
  hash: count === 1 ? later : hash,
  count: 1,
}));

const afterCount: MonitorView = {
  ...calm,
  stage: {
    stepName: localText('现场点评', '現場點評', 'Comment'),
    unit: null,
    phase: 'live',
  },
  rounds: [...rounds, round(3, { state: 'counted' })],
  exits: [{ id: 'u5', unit: nameOf(5), why: 'withdrew', reason: reasons.left }],
  changes,
  looks: [
    look(260, { by: 'operator', what: 'result' }),
    look(263, { by: 'operator', what: 'unit', unit: nameOf(2) }),
    look(266, { by: 'operator', what: 'seat', seat: 17 }),
    look(271, { by: 'monitor', device, what: 'result' }),
  ],
  result: counted,
};

/** States of the monitor's page, of invented units. */
export const monitorSamples: { readonly [state: string]: MonitorView } = {
  prepared: {
    ...calm,
    stage: { stepName: null, unit: null, phase: 'prepared' },
    rounds: [],
    rule: { ...calm.rule, isFixed: false },
  },
  voting: calm,
  away: {
    ...calm,
    absences: [
      {
        n: 112,
        seat: 14,
        left: { wall: wall - 3_600_000, step: score, reason: reasons.left },
        back: { wall: wall - 2_100_000, step: score, reason: '已回到席位' },
        missed: [nameOf(0), nameOf(1)],
      },
      {
        n: 301,
        seat: 9,
        left: { wall: wall - 300_000, step: score, reason: reasons.left },
        back: null,
        missed: [nameOf(3)],
      },
      { n: 320, seat: 2, left: { wall, step: score, reason: '身体不适' }, back: null, missed: [] },
    ],
  },
  counted: afterCount,
  seenDivisions: { ...afterCount, result: { ...seen, rows: inDivisions }, lookBack: ofDivisions },
  seen: { ...afterCount, result: seen, lookBack },
  /** Nothing was odd: one press signs. */
  plain: { ...afterCount, changes: [], looks: [], result: { ...seen, odd: [] } },
  numbers: {
    ...afterCount,
    rule: { ...calm.rule, isWithoutBallots: true },
    rounds: [],
    changes: [],
    looks: [],
    result: { ...seen, odd: null },
    lookBack,
  },
  'co-signed': { ...afterCount, result: { ...seen, coSigned: true } },
  objection: {
    ...afterCount,
    result: { ...seen, objection: { reason: reasons.left, overridden: null, isByDevice: false } },
  },
  overridden: {
    ...afterCount,
    result: { ...seen, objection: { reason: reasons.left, overridden: reasons.device, isByDevice: false } },
  },
  'by-chair': {
    ...afterCount,
    result: { ...seen, phase: 'released', coSigned: true, released: { by: 'chair', device } },
  },
  proposals: {
    ...afterCount,
    result: { ...seen, coSigned: true },
    proposals: [
      { id: 3, actHash: later, reason: reasons.mistyped, act: { kind: 'reopen', unit: nameOf(11) } },
      {
        id: 4,
        actHash: later,
        reason: reasons.own,
        act: { kind: 'void', unit: nameOf(1), why: 'wrong-unit', toUnit: nameOf(2) },
      },
      {
        id: 5,
        actHash: later,
        reason: reasons.own,
        act: { kind: 'what-if', question: { kind: 'without-group', group: citizens } },
      },
    ],
    whatIfs: [
      {
        proposal: 1,
        question: { kind: 'without-trim' },
        moved: [
          { unit: nameOf(2), place: '2', otherwise: '3' },
          { unit: nameOf(11), place: '2', otherwise: null },
        ],
      },
      { proposal: 2, question: { kind: 'without-group', group: leaders }, moved: [] },
    ],
  },
  closing: {
    ...afterCount,
    result: { ...seen, phase: 'released', coSigned: true },
    lookBack,
    attachments,
    proposals: [
      {
        id: 6,
        actHash: later,
        reason: '',
        act: {
          kind: 'close',
          result: 'released',
          figures: hash,
          rounds: 3,
          changes: changes.length,
          attachments: attachments.length,
          head: { n: 518, hash: later },
        },
      },
    ],
  },
  released: {
    ...afterCount,
    stage: { ...afterCount.stage, phase: 'closed' },
    result: { ...seen, phase: 'released', coSigned: true, odd: [] },
    lookBack,
    attachments,
  },
};
