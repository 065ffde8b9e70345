import type { Language } from '../kernel/language.ts';

/** One unit's sheet, and the ranking. Numbers come as finished text. */
export type UnitWords = {
  readonly sheet: string;
  readonly ranking: string;
  readonly code: string;
  readonly post: string;
  readonly division: string;
  readonly place: string;
  readonly placeOf: (place: string) => string;
  readonly total: string;
  readonly none: string;
  readonly round: string;
  readonly roundOf: (number: string) => string;
  readonly criteria: string;
  readonly shares: string;
  readonly criterion: string;
  readonly maximum: string;
  readonly allBallots: string;
  readonly count: string;
  /** What a grade is worth, and what is said of one that is in no denominator. */
  readonly worth: string;
  readonly worthNone: string;
  readonly sum: string;
  readonly meansNote: string;
  readonly meanNote: string;
  readonly sharesNote: string;
  readonly option: string;
  readonly placeGiven: (place: string) => string;
  readonly places: string;
  readonly placesNote: string;
  readonly names: string;
  readonly countsWithheld: (count: string) => string;
  /** A heading where several ballots are cast on a unit. */
  readonly ofBallot: (ballot: string, what: string) => string;
  readonly rounds: (ballot: string, round: string) => string;
  readonly withheld: (count: string) => string;
  readonly groups: string;
  readonly group: string;
  readonly mean: string;
  readonly ballots: string;
  readonly struck: string;
  readonly groupsNote: string;
  readonly weight: string;
  readonly turnout: string;
  /** Ballots that are in no denominator, and why. */
  readonly outside: string;
  /** In place of the votes on a unit that left the contest. */
  readonly exits: { readonly [why in 'withdrew' | 'disqualified']: string };
  readonly options: { readonly [option in 'yes' | 'no' | 'abstain']: string };
  readonly named: { readonly [option in 'yes' | 'no']: string };
  readonly totalsWithheld: string;
  /** Under a ranking: its numbers aren't made of what it shows. */
  readonly totalsFrom: string;
};

const hans: UnitWords = {
  sheet: '单位成绩单',
  ranking: '排名表',
  code: '编号',
  post: '汇报人',
  division: '参赛组别',
  place: '名次',
  placeOf: (place) => `第 ${place} 名`,
  total: '总分',
  none: '无',
  round: '轮次',
  roundOf: (number) => `第 ${number} 轮`,
  criteria: '各项均分',
  shares: '各档票数',
  criterion: '项目',
  maximum: '满分',
  allBallots: '全部有效票',
  count: '票数',
  worth: '折分',
  worthNone: '不进分母',
  sum: '合计',
  meansNote:
    '各项均分为全部有效票的平均，取两位小数，不分权重，不去掉最高分和最低分；合计为表列各项之和，所以与总分不一定相等。',
  meanNote: '全部有效票的平均，取两位小数，不分权重，不去掉最高分和最低分，所以与计分用的均分不一定相等。',
  sharesNote: '票数为有效票和弃权票；合计为表列各档之和。',
  option: '选项',
  placeGiven: (place) => `第 ${place} 名`,
  places: '各名次票数',
  placesNote: '名次为各票所给的名次，没有票的名次不列；合计为表列各名次之和。',
  names: '得票',
  countsWithheld: (count) => `有组不足 ${count} 票，不分组列票数。`,
  ofBallot: (ballot, what) => `${ballot}：${what}`,
  rounds: (ballot, round) => `${ballot}：第 ${round} 轮`,
  withheld: (count) => `不足 ${count} 票的组不列均分。`,
  groups: '各组',
  group: '组',
  mean: '均分',
  ballots: '计票数',
  struck: '去掉票数',
  groupsNote: '计票数含去掉的票。',
  weight: '权重',
  turnout: '有效票和不进分母的票',
  outside: '不进分母',
  exits: {
    withdrew: '该单位退出，所投的票不计，不列分数。',
    disqualified: '该单位取消资格，所投的票不计，不列分数。',
  },
  options: { yes: '赞成', no: '反对', abstain: '弃权' },
  named: { yes: '选', no: '不选' },
  totalsWithheld: '按规则不公布总分。',
  totalsFrom: '本表的分数不由表列数字算出，构成见成绩单。',
};

const hant: UnitWords = {
  sheet: '單位成績單',
  ranking: '排名表',
  code: '編號',
  post: '匯報人',
  division: '參賽組別',
  place: '名次',
  placeOf: (place) => `第 ${place} 名`,
  total: '總分',
  none: '無',
  round: '輪次',
  roundOf: (number) => `第 ${number} 輪`,
  criteria: '各項均分',
  shares: '各檔票數',
  criterion: '項目',
  maximum: '滿分',
  allBallots: '全部有效票',
  count: '票數',
  worth: '折分',
  worthNone: '不進分母',
  sum: '合計',
  meansNote:
    '各項均分為全部有效票的平均，取兩位小數，不分權重，不去掉最高分和最低分；合計為表列各項之和，所以與總分不一定相等。',
  meanNote: '全部有效票的平均，取兩位小數，不分權重，不去掉最高分和最低分，所以與計分用的均分不一定相等。',
  sharesNote: '票數為有效票和棄權票；合計為表列各檔之和。',
  option: '選項',
  placeGiven: (place) => `第 ${place} 名`,
  places: '各名次票數',
  placesNote: '名次為各票所給的名次，沒有票的名次不列；合計為表列各名次之和。',
  names: '得票',
  countsWithheld: (count) => `有組不足 ${count} 票，不分組列票數。`,
  ofBallot: (ballot, what) => `${ballot}：${what}`,
  rounds: (ballot, round) => `${ballot}：第 ${round} 輪`,
  withheld: (count) => `不足 ${count} 票的組不列均分。`,
  groups: '各組',
  group: '組',
  mean: '均分',
  ballots: '計票數',
  struck: '去掉票數',
  groupsNote: '計票數含去掉的票。',
  weight: '權重',
  turnout: '有效票和不進分母的票',
  outside: '不進分母',
  exits: {
    withdrew: '該單位退出，所投的票不計，不列分數。',
    disqualified: '該單位取消資格，所投的票不計，不列分數。',
  },
  options: { yes: '贊成', no: '反對', abstain: '棄權' },
  named: { yes: '選', no: '不選' },
  totalsWithheld: '按規則不公布總分。',
  totalsFrom: '本表的分數不由表列數字算出，構成見成績單。',
};

const en: UnitWords = {
  sheet: 'Unit sheet',
  ranking: 'Ranking',
  code: 'Code',
  post: 'Speaker',
  division: 'Division',
  place: 'Place',
  placeOf: (place) => place,
  total: 'Total',
  none: 'none',
  round: 'Round',
  roundOf: (number) => number,
  criteria: 'Means by criterion',
  shares: 'Ballots by option',
  criterion: 'Criterion',
  maximum: 'Maximum',
  allBallots: 'All valid ballots',
  count: 'Ballots',
  worth: 'Points',
  worthNone: 'in no denominator',
  sum: 'Sum',
  meansNote:
    'Means are those of all valid ballots, to two decimals, without weights and with nothing struck; sums are those of the rows shown, and so need not equal the total.',
  meanNote:
    'The mean of all valid ballots, to two decimals, without weights and with nothing struck; it need not equal the one that counts.',
  sharesNote: 'Valid ballots and abstentions; the sum is that of the rows shown.',
  option: 'Choice',
  placeGiven: (place) => `Place ${place}`,
  places: 'Ballots by place',
  placesNote:
    'Places as the ballots gave them; those that nobody gave aren’t listed. The sum is that of the rows shown.',
  names: 'Votes',
  countsWithheld: (count) => `Some group has fewer than ${count} ballots, so none is listed by group.`,
  ofBallot: (ballot, what) => `${ballot}: ${what}`,
  rounds: (ballot, round) => `${ballot}: round ${round}`,
  withheld: (count) => `A group with fewer than ${count} ballots shows no mean.`,
  groups: 'Groups',
  group: 'Group',
  mean: 'Mean',
  ballots: 'Ballots',
  struck: 'Struck',
  groupsNote: 'Struck ballots are among the ballots.',
  weight: 'Weight',
  turnout: 'Ballots that are valid, and those in no denominator',
  outside: 'In no denominator',
  exits: {
    withdrew: 'The unit withdrew: its votes don’t count, and no mark is listed.',
    disqualified: 'The unit was disqualified: its votes don’t count, and no mark is listed.',
  },
  options: { yes: 'For', no: 'Against', abstain: 'Abstain' },
  named: { yes: 'Named', no: 'Not named' },
  totalsWithheld: 'By the rules, totals are not published.',
  totalsFrom: 'The figures aren’t made from what stands here; the result sheet shows what they are made of.',
};

export const unitWords: { readonly [language in Language]: UnitWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
