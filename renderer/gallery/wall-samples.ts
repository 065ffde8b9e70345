import type { CurtainKind } from '../../shared/domain/curtain.ts';
import type { Timer } from '../../shared/domain/timer.ts';
import { instant, milliseconds, unitId } from '../../shared/kernel/brand.ts';
import { type LocalText, localText } from '../../shared/kernel/language.ts';
import type {
  AttemptView,
  CountsView,
  EventView,
  RankingRow,
  RankingScene,
  RuleView,
  SceneView,
  TimerView,
} from '../../shared/views/view-sections.ts';

/** A picture of the wall at one instant, of invented units. */
export type WallSample = {
  readonly scene: SceneView;
  readonly timer: TimerView;
  readonly counts: CountsView | null;
  readonly curtain: CurtainKind;
  readonly isHostLost: boolean;
};

export const sampleNow = instant(1_000_000);

export const sampleEvent: EventView = {
  id: 'sample',
  title: localText('温州擂台·六比竞赛', '溫州擂臺·六比競賽', 'Wenzhou Arena – Six-Comparison Contest'),
  arena: localText('县区比拼现场', '縣區比拼現場', 'County Comparison'),
  sitting: localText('2019 年第一场', '2019 年第一場', 'First session of 2019'),
  isDemo: true,
  wallLanguage: 'zh-Hans',
};

export const unitNames: readonly LocalText[] = [
  localText('示例一县', '示例一縣', 'Example County 1'),
  localText('示例二市', '示例二市', 'Example City 2'),
  localText('示例三区', '示例三區', 'Example District 3'),
  localText('示例四县', '示例四縣', 'Example County 4'),
  localText('示例五区', '示例五區', 'Example District 5'),
  localText('示例六市', '示例六市', 'Example City 6'),
  localText('示例七县', '示例七縣', 'Example County 7'),
  localText('示例八区', '示例八區', 'Example District 8'),
  localText('示例九县', '示例九縣', 'Example County 9'),
  localText('示例十市', '示例十市', 'Example City 10'),
  localText('示例十一县', '示例十一縣', 'Example County 11'),
  localText('示例湾产业集聚区', '示例灣產業集聚區', 'Example Bay Industrial Cluster'),
  localText('示例口产业集聚区', '示例口產業集聚區', 'Example Estuary Industrial Cluster'),
];

const longestName = localText('示例岛产业集聚区', '示例島產業集聚區', 'Example Island Industrial Cluster');
const leaders = localText('市四套班子领导', '市四套班子領導', 'City leadership');
const citizens = localText('社会各界代表', '社會各界代表', 'Public representatives');

const unit = (name: LocalText) => ({ id: unitId('e6'), name });
const short = unit(localText('示例县', '示例縣', 'Example County 1'));

export function countdown(
  limitS: number,
  leftS: number,
  bells: TimerView['bells'],
  isPaused = false,
): TimerView {
  const elapsedMs = milliseconds((limitS - leftS) * 1000);
  const clock = isPaused
    ? ({ kind: 'paused', elapsedMs } as const)
    : ({ kind: 'running', anchor: sampleNow, elapsedMs } as const);
  const timer: Timer = { kind: 'down', limitMs: milliseconds(limitS * 1000), clock };
  const bellsAtMs = { speech: [60_000, 0, -30_000], answer: [15_000, 0], ballot: [10_000, 0] };
  return { timer, bells, bellsAtMs: bells ? bellsAtMs[bells] : [] };
}

const noClock: TimerView = { timer: { kind: 'none' }, bells: null, bellsAtMs: [] };

const paper = [
  {
    kind: 'highlight',
    text: localText(
      '智能泵阀产业园一期投产',
      '智能泵閥產業園一期投產',
      'Smart valve park, phase 1, in production',
    ),
  },
  {
    kind: 'shortcoming',
    text: localText(
      '园区路网还有两段没有贯通',
      '園區路網還有兩段沒有貫通',
      'Two sections of the park road network are still missing',
    ),
  },
  {
    kind: 'measure',
    text: localText(
      '年底前贯通两段支路',
      '年底前貫通兩段支路',
      'Complete both branch roads by the end of the year',
    ),
  },
] as const;

const longPaper = [
  paper[0],
  paper[1],
  {
    kind: 'shortcoming',
    text: localText(
      '规上企业研发费用占比偏低',
      '規上企業研發費用占比偏低',
      'R&D spending of larger firms is low',
    ),
  },
  {
    kind: 'shortcoming',
    text: localText(
      '村级养老服务站开放时间不足',
      '村級養老服務站開放時間不足',
      'Village elderly-care stations open too few hours',
    ),
  },
  paper[2],
] as const;

/** The attempt that is being made in the samples. */
export const thirdDive: AttemptView = {
  list: 'dives',
  id: '3',
  name: localText('第 3 跳', '第 3 跳', 'Dive 3'),
};

type Speaker = SceneView & { kind: 'speaker' };

const speech: Speaker = {
  kind: 'speaker',
  stepName: localText('书记汇报', '書記匯報', 'Report'),
  unit: short,
  post: localText('县委书记', '縣委書記', 'County Party Secretary'),
  position: { index: 6, total: 13 },
  lines: paper,
};
const longSpeech: Speaker = {
  ...speech,
  unit: unit(longestName),
  post: localText('管委会主要负责人', '管委會主要負責人', 'Head of the Management Committee'),
};

const ballot = (state: 'waiting' | 'open' | 'locked', of = short): SceneView & { kind: 'ballot' } => ({
  kind: 'ballot',
  stepName: localText('评分', '評分', 'Scoring'),
  unit: of,
  position: { index: 6, total: 13 },
  state,
});

function counts(...groups: readonly (readonly [LocalText, number, number])[]): CountsView {
  const sum = (pick: 1 | 2) => groups.reduce((total, group) => total + group[pick], 0);
  return {
    submitted: sum(1),
    expected: sum(2),
    groups: groups.map(([name, submitted, expected]) => ({ name, submitted, expected })),
  };
}

const rule: RuleView = {
  groups: [
    { name: leaders, percent: '60' },
    { name: citizens, percent: '40' },
  ],
  trim: { high: 1, low: 1, fromCount: 7 },
  decimals: 2,
  ties: [],
  shows: { totals: true, groupMeans: true },
};

const totals = [
  '92.36',
  '91.74',
  '91.08',
  '90.55',
  '89.92',
  '89.41',
  '88.87',
  '88.20',
  '87.66',
  '87.66',
  '86.95',
  '86.10',
  '85.42',
];
const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 11, 12, 13];

const allRows: readonly RankingRow[] = unitNames.map((name, index) => ({
  rank: ranks[index] ?? 0,
  place: String(ranks[index]),
  isShared: ranks[index] === 9,
  unit: index === 3 ? longestName : name,
  total: totals[index] ?? '',
  groupMeans: [`${91 - index}.25`, `${90 - index}.50`],
}));

function ranking(
  revealed: number,
  of: readonly RankingRow[] = allRows,
  unranked: RankingScene['unranked'] = [],
): SceneView {
  const rows = revealed === 0 ? [] : of.slice(-revealed);
  const isComplete = rows.length === of.length;
  return {
    kind: 'ranking',
    rule,
    places: of.length,
    rows,
    latest: isComplete || revealed === 0 ? null : 0,
    unranked: isComplete ? unranked : [],
  };
}

const manyRows: readonly RankingRow[] = Array.from({ length: 27 }, (_, index) => ({
  rank: index + 1,
  place: String(index + 1),
  isShared: false,
  unit: localText(`示例第${index + 1}街道`, `示例第${index + 1}街道`, `Example Subdistrict ${index + 1}`),
  total: `${95 - index}.00`,
  groupMeans: [`${95 - index}.00`, `${95 - index}.00`],
}));

const districts = localText('示例城区组', '示例城區組', 'Example City Districts');
const developmentZones = localText(
  '示例经济技术开发区与高新区组',
  '示例經濟技術開發區與高新區組',
  'Example Economic and High-tech Zones',
);

/** A ranking is the only scene that stands in a division. */
const ofDivision = (
  division: LocalText,
  scene: SceneView,
  more: Pick<RankingScene, 'withoutPlaces'> = {},
): SceneView => (scene.kind === 'ranking' ? { ...scene, division, ...more } : scene);

const criteria: readonly LocalText[] = [
  localText('比质量', '比質量', 'Quality'),
  localText('比位次', '比位次', 'Ranking'),
  localText('比创新', '比創新', 'Innovation'),
  localText('比项目', '比項目', 'Projects'),
  localText('比环境', '比環境', 'Environment'),
  localText('比担当', '比擔當', 'Accountability'),
];

const step = (name: LocalText, of: typeof short | null = null): SceneView => ({
  kind: 'title',
  stepName: name,
  unit: of,
});

const sample = (
  scene: SceneView,
  timer: TimerView = noClock,
  more: Partial<WallSample> = {},
): WallSample => ({
  scene,
  timer,
  counts: null,
  curtain: 'open',
  isHostLost: false,
  ...more,
});

const twenty = counts([leaders, 7, 8], [citizens, 9, 12]);
const eight = milliseconds(484_000);
const up: TimerView = {
  timer: {
    kind: 'up',
    plannedMs: milliseconds(600_000),
    clock: { kind: 'running', anchor: sampleNow, elapsedMs: eight },
  },
  bells: null,
  bellsAtMs: [],
};

/** Every state of every scene, by the name that the gallery's address uses. */
export const wallSamples: { readonly [state: string]: WallSample } = {
  opening: sample({ kind: 'title', stepName: null, unit: null, criteria }),
  'opening-plain': sample({ kind: 'title', stepName: null, unit: null }),
  step: sample(step(localText('指标亮晒', '指標亮曬', 'Indicators'))),
  'step-long': sample(
    step(
      localText('考官点评 书记总结讲话', '考官點評 書記總結講話', 'Comments by the examiners and summary'),
    ),
  ),
  'step-clock': sample(
    step(localText('现场提问作答', '現場提問作答', 'Questions and answers'), unit(longestName)),
    countdown(150, 96, 'answer'),
  ),
  'step-warning': sample(
    step(localText('现场提问作答', '現場提問作答', 'Questions and answers'), short),
    countdown(150, 12, 'answer'),
  ),
  'step-overtime': sample(
    step(localText('现场提问作答', '現場提問作答', 'Questions and answers'), short),
    countdown(150, -8, 'answer'),
  ),
  calm: sample(speech, countdown(480, 276, 'speech')),
  warning: sample(speech, countdown(480, 48, 'speech')),
  overtime: sample(speech, countdown(480, -42, 'speech')),
  paused: sample(speech, countdown(480, 276, 'speech', true)),
  'long-name': sample(longSpeech, countdown(480, 276, 'speech')),
  'long-name-overtime': sample(longSpeech, countdown(480, -142, 'speech')),
  'long-paper': sample({ ...speech, lines: longPaper }, countdown(480, 276, 'speech')),
  'no-paper': sample({ ...longSpeech, lines: [] }, countdown(480, 276, 'speech')),
  'no-paper-short': sample({ ...speech, lines: [] }, countdown(480, 276, 'speech')),
  'no-clock': sample(longSpeech),
  attempt: sample({ ...speech, attempt: thirdDive }, countdown(480, 276, 'speech')),
  'attempt-long': sample({ ...longSpeech, attempt: thirdDive }, countdown(480, 276, 'speech')),
  'attempt-step': sample({
    kind: 'title',
    stepName: localText('跳水', '跳水', 'Diving'),
    unit: unit(longestName),
    attempt: thirdDive,
  }),
  'attempt-ballot': sample({ ...ballot('open', unit(longestName)), attempt: thirdDive }, noClock, {
    counts: counts([leaders, 7, 8], [citizens, 9, 12]),
  }),
  'hundred-minutes': sample(speech, countdown(7200, 6305, 'speech')),
  up: sample(speech, up),
  ballot: sample(ballot('open'), countdown(90, 38, 'ballot'), { counts: twenty }),
  'ballot-four': sample(ballot('open', unit(longestName)), countdown(90, 57, 'ballot'), {
    counts: counts(
      [leaders, 12, 12],
      [localText('两代表一委员', '兩代表一委員', 'Deputies and members'), 13, 16],
      [localText('市民监督团', '市民監督團', 'Citizen observers'), 9, 12],
      [citizens, 13, 20],
    ),
  }),
  'ballot-many': sample(ballot('open'), countdown(90, -5, 'ballot'), {
    counts: counts([leaders, 48, 60], [citizens, 137, 240]),
  }),
  'ballot-locked': sample(ballot('locked'), noClock, { counts: counts([leaders, 8, 8], [citizens, 12, 12]) }),
  'ballot-waiting': sample(ballot('waiting', unit(longestName))),
  'reveal-armed': sample(ranking(0)),
  reveal: sample(ranking(7)),
  'reveal-tie': sample(ranking(5)),
  'reveal-long': sample(ranking(10)),
  'reveal-third': sample(ranking(11)),
  'reveal-second': sample(ranking(12)),
  final: sample(ranking(13)),
  'final-absent': sample(
    ranking(
      11,
      allRows.slice(0, 11),
      unitNames
        .slice(11)
        .map((unit, n) => ({ unit, why: n === 0 ? ('did-not-finish' as const) : ('not-called' as const) })),
    ),
  ),
  'final-pages': sample(ranking(27, manyRows)),
  'reveal-pages': sample(ranking(6, manyRows)),
  'division-armed': sample(ofDivision(districts, ranking(0))),
  'division-reveal': sample(ofDivision(districts, ranking(7))),
  'division-final': sample(ofDivision(districts, ranking(13))),
  'division-without': sample(
    ofDivision(districts, ranking(8, allRows.slice(0, 8)), { withoutPlaces: [developmentZones] }),
  ),
  'division-long': sample(ofDivision(developmentZones, ranking(4))),
  'division-three': sample(ofDivision(developmentZones, ranking(1, allRows.slice(0, 3)))),
  frozen: sample(speech, countdown(480, 276, 'speech'), { curtain: 'frozen' }),
  lost: sample(speech, countdown(480, 276, 'speech'), { isHostLost: true }),
  black: sample(speech, countdown(480, 276, 'speech'), { curtain: 'black' }),
};
