import type { Language } from '../kernel/language.ts';

/** 计票单. Numbers come as finished text. */
export type CountWords = {
  readonly sheet: string;
  readonly unit: string;
  readonly allUnits: string;
  readonly ballot: string;
  readonly round: string;
  readonly group: string;
  readonly expected: string;
  readonly present: string;
  readonly issued: string;
  readonly returned: string;
  readonly valid: string;
  readonly abstained: string;
  readonly void: string;
  readonly remark: string;
  readonly sum: string;
  readonly absent: (count: string) => string;
  readonly recused: (count: string) => string;
  /** Papers that didn't hold the unit any more. */
  readonly without: (count: string) => string;
  readonly excluded: (count: string) => string;
  readonly notYet: (count: string) => string;
  readonly unlike: (count: string) => string;
  readonly noQuorum: string;
  /** A secret ballot: cards that gave no ballot, whoever held them. */
  readonly cardsLeft: (count: string) => string;
  readonly lowered: (count: string, reason: string) => string;
  /** Ballots that came in although the group was waited for without them. */
  readonly cameAfterAll: (count: string) => string;
  /** The unit is named where the row is about several. */
  readonly exit: (unit: string, what: string) => string;
  readonly exits: { readonly [why in 'withdrew' | 'disqualified']: string };
  readonly scores: string;
  readonly scoresNote: string;
  readonly tooMany: string;
  readonly noRound: string;
  readonly sums: string;
  readonly meanings: string;
  readonly secretMeanings: string;
  readonly allGood: string;
  readonly voided: (units: string) => string;
  /** Votes that are void, and what came of them. */
  readonly voidRounds: {
    readonly title: string;
    readonly stored: string;
    readonly outcome: string;
    readonly again: string;
    readonly meant: (unit: string) => string;
    readonly note: string;
  };
  /** Panelists who were out of the hall. */
  readonly away: {
    readonly title: string;
    readonly seat: string;
    readonly left: string;
    readonly back: string;
    readonly missed: string;
    readonly reason: string;
    readonly stillAway: string;
    readonly none: string;
    readonly reasons: (left: string, back: string) => string;
  };
};

const hans: CountWords = {
  sheet: '计票单',
  unit: '单位',
  allUnits: '全部单位',
  ballot: '票种',
  round: '轮',
  group: '组',
  expected: '应到',
  present: '实到',
  issued: '发出',
  returned: '收回',
  valid: '有效',
  abstained: '弃权',
  void: '废票',
  remark: '说明',
  sum: '合计',
  absent: (count) => `缺席 ${count}`,
  recused: (count) => `回避 ${count}`,
  without: (count) => `票上没有该单位 ${count}`,
  excluded: (count) => `不计 ${count}`,
  notYet: (count) => `未收回 ${count}`,
  unlike: (count) => `收回与有效、弃权、废票之和相差 ${count}`,
  noQuorum: '未达法定票数',
  cardsLeft: (count) => `未交 ${count}`,
  lowered: (count, reason) => `应收减 ${count}：${reason}`,
  cameAfterAll: (count) => `其后仍交来 ${count}`,
  exit: (unit, what) => `${unit}${what}`,
  exits: { withdrew: '退出，票不计', disqualified: '取消资格，票不计' },
  scores: '各组得分',
  scoresNote: '均分由各组的票算出，取表列位数；计票数含去掉的票。',
  tooMany: '收回多于发出，本次表决无效',
  noRound: '没有开票',
  sums: '合计为表列各组之和。',
  meanings:
    '实到 = 应到 − 缺席；发出 = 实到 − 回避 − 票上没有该单位的；收回 = 有效 + 弃权 + 废票，不等时说明栏写明。不计的席位发出而不进分母。',
  secretMeanings: '无记名票：应到为发给各组的票卡数，实到 = 应到 − 未交；没有交的是哪一张卡，不列。',
  allGood: '各单位收回均不多于发出。',
  voided: (units) => `收回多于发出，表决无效：${units}。`,
  voidRounds: {
    title: '作废的轮次',
    stored: '作废前收回',
    outcome: '处理',
    again: '作废重投',
    meant: (unit) => `开错单位，应为${unit}`,
    note: '作废轮次的票不计，也不在上表之内；理由见更正记录。',
  },
  away: {
    title: '离席',
    seat: '席位',
    left: '离席',
    back: '回席',
    missed: '因此缺席',
    reason: '理由',
    stillAway: '未回席',
    none: '无',
    reasons: (left, back) => `${left}；回席：${back}`,
  },
};

const hant: CountWords = {
  sheet: '計票單',
  unit: '單位',
  allUnits: '全部單位',
  ballot: '票種',
  round: '輪',
  group: '組',
  expected: '應到',
  present: '實到',
  issued: '發出',
  returned: '收回',
  valid: '有效',
  abstained: '棄權',
  void: '廢票',
  remark: '說明',
  sum: '合計',
  absent: (count) => `缺席 ${count}`,
  recused: (count) => `迴避 ${count}`,
  without: (count) => `票上沒有該單位 ${count}`,
  excluded: (count) => `不計 ${count}`,
  notYet: (count) => `未收回 ${count}`,
  unlike: (count) => `收回與有效、棄權、廢票之和相差 ${count}`,
  noQuorum: '未達法定票數',
  cardsLeft: (count) => `未交 ${count}`,
  lowered: (count, reason) => `應收減 ${count}：${reason}`,
  cameAfterAll: (count) => `其後仍交來 ${count}`,
  exit: (unit, what) => `${unit}${what}`,
  exits: { withdrew: '退出，票不計', disqualified: '取消資格，票不計' },
  scores: '各組得分',
  scoresNote: '均分由各組的票算出，取表列位數；計票數含去掉的票。',
  tooMany: '收回多於發出，本次表決無效',
  noRound: '沒有開票',
  sums: '合計為表列各組之和。',
  meanings:
    '實到 = 應到 − 缺席；發出 = 實到 − 迴避 − 票上沒有該單位的；收回 = 有效 + 棄權 + 廢票，不等時說明欄寫明。不計的席位發出而不進分母。',
  secretMeanings: '無記名票：應到為發給各組的票卡數，實到 = 應到 − 未交；沒有交的是哪一張卡，不列。',
  allGood: '各單位收回均不多於發出。',
  voided: (units) => `收回多於發出，表決無效：${units}。`,
  voidRounds: {
    title: '作廢的輪次',
    stored: '作廢前收回',
    outcome: '處理',
    again: '作廢重投',
    meant: (unit) => `開錯單位，應為${unit}`,
    note: '作廢輪次的票不計，也不在上表之內；理由見更正記錄。',
  },
  away: {
    title: '離席',
    seat: '席位',
    left: '離席',
    back: '回席',
    missed: '因此缺席',
    reason: '理由',
    stillAway: '未回席',
    none: '無',
    reasons: (left, back) => `${left}；回席：${back}`,
  },
};

const en: CountWords = {
  sheet: 'Count sheet',
  unit: 'Unit',
  allUnits: 'All units',
  ballot: 'Ballot',
  round: 'Round',
  group: 'Group',
  expected: 'Expected',
  present: 'Present',
  issued: 'Issued',
  returned: 'Returned',
  valid: 'Valid',
  abstained: 'Abstained',
  void: 'Void',
  remark: 'Remark',
  sum: 'Sum',
  absent: (count) => `absent ${count}`,
  recused: (count) => `recused ${count}`,
  without: (count) => `unit not on the paper ${count}`,
  excluded: (count) => `left out ${count}`,
  notYet: (count) => `not returned ${count}`,
  unlike: (count) => `returned differs from valid + abstained + void by ${count}`,
  noQuorum: 'no quorum',
  cardsLeft: (count) => `not cast ${count}`,
  lowered: (count, reason) => `waited for ${count} fewer: ${reason}`,
  cameAfterAll: (count) => `${count} of them came in after all`,
  exit: (unit, what) => (unit === '' ? what : `${unit}: ${what}`),
  exits: { withdrew: 'withdrew, its votes don’t count', disqualified: 'disqualified, its votes don’t count' },
  scores: 'Scores of the groups',
  scoresNote:
    'Means are made from the ballots of each group and shown to these decimals; struck ballots are among the ballots.',
  tooMany: 'more returned than issued: this vote is void',
  noRound: 'no round',
  sums: 'Sums are those of the groups’ rows shown.',
  meanings:
    'Present = expected − absent; issued = present − recused − papers that don’t hold the unit; returned = valid + abstained + void, or the remark says so. A seat left out was issued a ballot, but is in no denominator.',
  secretMeanings:
    'Secret ballots: expected are the cards given out to a group, present = expected − not cast; which card cast nothing isn’t told.',
  allGood: 'No unit has more ballots returned than issued.',
  voided: (units) => `More returned than issued, the vote is void: ${units}.`,
  voidRounds: {
    title: 'Rounds that are void',
    stored: 'Returned before',
    outcome: 'What came of it',
    again: 'voided for a new vote',
    meant: (unit) => `opened for the wrong unit, meant for ${unit}`,
    note: 'Ballots of a void round don’t count and aren’t in the table above; the reason is among the corrections.',
  },
  away: {
    title: 'Out of the hall',
    seat: 'Seat',
    left: 'Left',
    back: 'Back',
    missed: 'Absent from',
    reason: 'Reason',
    stillAway: 'not back',
    none: 'none',
    reasons: (left, back) => `${left}; back: ${back}`,
  },
};

export const countWords: { readonly [language in Language]: CountWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
