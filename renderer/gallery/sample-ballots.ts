import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';

const common = {
  secrecy: 'by-seat',
  round: { kind: 'per-unit' },
  validity: [],
  missing: {
    'not-yet': 'block',
    abstained: 'exclude',
    recused: 'exclude',
    absent: 'exclude',
    void: 'exclude',
  },
} satisfies Partial<BallotType>;

const onAll = { ...common, round: { kind: 'all-units' } } satisfies Partial<BallotType>;

const criterion = (id: string, hans: string, hant: string, en: string, maximum: string) => ({
  id,
  name: localText(hans, hant, en),
  minimum: '0',
  maximum,
  step: '0.5',
  factor: '1',
});

export const criteria = [
  criterion('c1', '比质量', '比質量', 'Quality', '20'),
  criterion('c2', '比位次', '比位次', 'Ranking', '15'),
  criterion('c3', '比创新', '比創新', 'Innovation', '15'),
  criterion('c4', '比项目', '比項目', 'Projects', '20'),
  criterion('c5', '比环境', '比環境', 'Environment', '15'),
  criterion('c6', '比担当', '比擔當', 'Accountability', '15'),
];

export const points: BallotType = { ...common, id: 'marks', kind: 'points', criteria };

const grade = (id: string, hans: string, hant: string, en: string) => ({
  id,
  points: '1',
  name: localText(hans, hant, en),
});

export const satisfaction: BallotType = {
  ...common,
  id: 'satisfaction',
  kind: 'grades',
  name: localText('总体评价', '總體評價', 'Overall'),
  grades: [
    grade('very', '很满意', '很滿意', 'Very satisfied'),
    grade('good', '满意', '滿意', 'Satisfied'),
    grade('fair', '基本满意', '基本滿意', 'Fairly satisfied'),
    grade('poor', '不满意', '不滿意', 'Not satisfied'),
  ],
};

export const agreement: BallotType = { ...common, id: 'agreement', kind: 'yes-no' };

export const speech: BallotType = {
  ...common,
  id: 'speech',
  kind: 'total',
  name: localText('汇报发言', '匯報發言', 'Report'),
  minimum: '60',
  maximum: '100',
  step: '0.5',
};

/** One mark for each unit; one above 95 asks for a reason. */
export const totals: BallotType = {
  ...onAll,
  id: 'totals',
  kind: 'total',
  name: localText('综合打分', '綜合評分', 'Marks for all'),
  minimum: '60',
  maximum: '100',
  step: '0.5',
  validity: [{ kind: 'reason-beyond', marks: { above: '95' }, effect: 'refuse' }],
};

export const pointsOnAll: BallotType = {
  ...onAll,
  id: 'pointsOnAll',
  kind: 'points',
  name: localText('逐项打分', '逐項評分', 'Marks by criterion'),
  criteria: criteria.slice(0, 3),
};

/** A place for each unit, which several may share. */
export const placement: BallotType = {
  ...onAll,
  id: 'placement',
  kind: 'placement',
  name: localText('定位', '定位', 'Places'),
  lastPlace: 13,
};

export const ranking: BallotType = {
  ...onAll,
  id: 'ranking',
  kind: 'ranking',
  name: localText('名次', '名次', 'Ranking'),
  effect: 'refuse',
};

export const looseRanking: BallotType = { ...ranking, effect: 'void' };

export const approval: BallotType = {
  ...onAll,
  id: 'approval',
  kind: 'approval',
  name: localText('推荐优胜', '推薦優勝', 'Recommended units'),
  atLeast: 1,
  atMost: 3,
  effect: 'refuse',
};

export const looseApproval: BallotType = { ...approval, effect: 'void' };

export const winner: BallotType = {
  ...onAll,
  id: 'winner',
  kind: 'winner',
  name: localText('最佳组织奖', '最佳組織獎', 'Best organised'),
};

/** Yearly grades; at most 30 % may be the best. */
export const grades: BallotType = {
  ...onAll,
  id: 'grades',
  kind: 'grades',
  name: localText('年度等次', '年度等次', 'Grades of the year'),
  grades: [
    grade('best', '优秀', '優秀', 'Excellent'),
    grade('good', '良好', '良好', 'Good'),
    grade('fair', '一般', '一般', 'Fair'),
    grade('poor', '较差', '較差', 'Poor'),
  ],
  validity: [{ kind: 'at-most', limit: { percent: '30' }, marks: { grade: 'best' }, effect: 'refuse' }],
};

/** Five grades, the last of which counts nowhere. */
export const appraisal: BallotType = {
  ...onAll,
  id: 'appraisal',
  kind: 'grades',
  name: localText('年度考核', '年度考核', 'Appraisal'),
  secrecy: 'anonymous',
  grades: [
    grade('excellent', '优秀', '優秀', 'Excellent'),
    grade('competent', '称职', '稱職', 'Competent'),
    grade('basic', '基本称职', '基本稱職', 'Basically competent'),
    grade('not', '不称职', '不稱職', 'Not competent'),
    { ...grade('abstain', '弃权', '棄權', 'Abstain'), points: null },
  ],
};

const numerals = '一二三四五六七八九十';
const numeral = (n: number) => (n > 10 ? `十${numerals[n - 11]}` : `${numerals[n - 1]}`);

/** Counties, and districts in between. */
export const sampleUnits: readonly UnitView[] = Array.from({ length: 13 }, (_, index) => {
  const n = index + 1;
  const isDistrict = n % 4 === 0;
  return {
    id: unitId(`u${n}`),
    name: localText(
      `示例${numeral(n)}${isDistrict ? '区' : '县'}`,
      `示例${numeral(n)}${isDistrict ? '區' : '縣'}`,
      `Example ${isDistrict ? 'District' : 'County'} ${n}`,
    ),
  };
});
