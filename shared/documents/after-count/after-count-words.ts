import type { NoConcordance } from '../../domain/scoring/rules/agreement.ts';
import type { OddBallot } from '../../domain/scoring/rules/odd-ballots.ts';
import type { Language } from '../../kernel/language.ts';

/** The words of the monitor's look back. Numbers come as finished text. */
export type AfterCountWords = {
  readonly sheet: string;
  readonly order: string;
  readonly orderNote: string;
  readonly supposed: string;
  readonly unit: string;
  readonly place: string;
  readonly otherwise: string;
  readonly withoutGroup: (group: string) => string;
  readonly withoutTrims: string;
  readonly rankedOn: { readonly [on in 'exact' | 'rounded']: string };
  readonly unchanged: string;
  /** In place of an order, where nothing is left to rank by. */
  readonly nothingLeft: string;
  readonly agreement: string;
  readonly agreementNote: string;
  readonly group: string;
  readonly judges: string;
  readonly units: string;
  readonly concordance: string;
  /** Why there is none. */
  readonly noConcordance: { readonly [why in NoConcordance]: string };
  readonly ofPanel: (panel: string, why: string) => string;
  readonly seatNote: string;
  readonly seat: string;
  readonly correlation: string;
  readonly distance: string;
  readonly odd: string;
  readonly oddNote: string;
  readonly what: string;
  readonly kinds: { readonly [kind in OddBallot['kind']]: (distance: string) => string };
  readonly nothingOdd: string;
  readonly secret: string;
  /** A ballot's group where several ballots were cast. */
  readonly onBallot: (group: string, ballot: string) => string;
  /** A group, on the units of one division. */
  readonly inDivision: (division: string, group: string) => string;
};

const hans: AfterCountWords = {
  sheet: '计票后分析',
  order: '次序会不会变',
  orderNote: '供监督员查看：只作比较，不改变结果，不公布。',
  supposed: '假如',
  unit: '单位',
  place: '现名次',
  otherwise: '假如的名次',
  withoutGroup: (group) => `不计${group}`,
  withoutTrims: '不去掉最高最低',
  rankedOn: { exact: '按未取整的分排名', rounded: '按取整后的分排名' },
  unchanged: '次序不变',
  nothingLeft: '就没有可排名的分了',
  agreement: '评委之间是否一致',
  agreementNote:
    '肯德尔和谐系数 W，并列已校正：1 为次序完全一致，0 为毫无一致；只看每席都打了分的单位，有席位回避、缺席或弃权的不在内。',
  group: '组',
  judges: '席数',
  units: '每席都打了分的',
  concordance: '和谐系数 W',
  noConcordance: {
    seats: '投票的不足两席',
    units: '每席都打了分的单位不足两个',
    differences: '各席都没有分出高低',
    secrecy: '无记名票不足三张，不作比较',
  },
  seatNote:
    '次序相关：在该席打了分的单位上，与同组其余各席次序的肯德尔 τ，1 为相同，−1 为相反；分数相同的两家既不算同也不算反，有这样两家的到不了 1。距离：与同组中位数的平均差。',
  seat: '席',
  correlation: '次序相关',
  distance: '平均距离',
  odd: '值得一看的票',
  oddNote: '只作提示，照常计入。',
  what: '情形',
  kinds: {
    'far-from-median': (distance) => `与同组中位数相差 ${distance}`,
    'all-equal': () => '各单位打分全部相同',
    reversed: () => '次序与同组大多相反',
  },
  nothingOdd: '没有。',
  secret: '无记名票不按席看。',
  ofPanel: (panel, why) => `${panel}：${why}。`,
  onBallot: (group, ballot) => `${group}（${ballot}）`,
  inDivision: (division, group) => `${division} · ${group}`,
};

const hant: AfterCountWords = {
  sheet: '計票後分析',
  order: '次序會不會變',
  orderNote: '供監督員查看：只作比較，不改變結果，不公布。',
  supposed: '假如',
  unit: '單位',
  place: '現名次',
  otherwise: '假如的名次',
  withoutGroup: (group) => `不計${group}`,
  withoutTrims: '不去掉最高最低',
  rankedOn: { exact: '按未取整的分排名', rounded: '按取整後的分排名' },
  unchanged: '次序不變',
  nothingLeft: '就沒有可排名的分了',
  agreement: '評委之間是否一致',
  agreementNote:
    '肯德爾和諧係數 W，並列已校正：1 為次序完全一致，0 為毫無一致；只看每席都打了分的單位，有席位迴避、缺席或棄權的不在內。',
  group: '組',
  judges: '席數',
  units: '每席都打了分的',
  concordance: '和諧係數 W',
  noConcordance: {
    seats: '投票的不足兩席',
    units: '每席都打了分的單位不足兩個',
    differences: '各席都沒有分出高低',
    secrecy: '無記名票不足三張，不作比較',
  },
  seatNote:
    '次序相關：在該席打了分的單位上，與同組其餘各席次序的肯德爾 τ，1 為相同，−1 為相反；分數相同的兩家既不算同也不算反，有這樣兩家的到不了 1。距離：與同組中位數的平均差。',
  seat: '席',
  correlation: '次序相關',
  distance: '平均距離',
  odd: '值得一看的票',
  oddNote: '只作提示，照常計入。',
  what: '情形',
  kinds: {
    'far-from-median': (distance) => `與同組中位數相差 ${distance}`,
    'all-equal': () => '各單位評分全部相同',
    reversed: () => '次序與同組大多相反',
  },
  nothingOdd: '沒有。',
  secret: '無記名票不按席看。',
  ofPanel: (panel, why) => `${panel}：${why}。`,
  onBallot: (group, ballot) => `${group}（${ballot}）`,
  inDivision: (division, group) => `${division} · ${group}`,
};

const en: AfterCountWords = {
  sheet: 'After the count',
  order: 'Would the order differ?',
  orderNote: 'For the monitor: for comparison only, the result stays as it is, and none of it is published.',
  supposed: 'Supposed',
  unit: 'Unit',
  place: 'Place',
  otherwise: 'Place then',
  withoutGroup: (group) => `Without ${group}`,
  withoutTrims: 'With nothing struck',
  rankedOn: { exact: 'Ranked on the exact value', rounded: 'Ranked on the rounded value' },
  unchanged: 'The same order',
  nothingLeft: 'Nothing would be left to rank by',
  agreement: 'Does the panel agree?',
  agreementNote:
    'Kendall’s coefficient of concordance W, corrected for ties: 1 is the same order from all, 0 none in common; over the units that every seat marked, so without those that anyone was recused from, absent for or abstained on.',
  group: 'Group',
  judges: 'Seats',
  units: 'Marked by all',
  concordance: 'W',
  noConcordance: {
    seats: 'fewer than two seats voted',
    units: 'fewer than two units were marked by every seat',
    differences: 'nobody told the units apart',
    secrecy: 'fewer than three secret ballots aren’t compared',
  },
  seatNote:
    'Correlation: over what the seat marked, Kendall’s τ with the order of the group’s other seats, 1 the same and −1 the reverse; two units with equal marks are neither, so with any of them it stays below 1. Distance: mean difference from the group’s median.',
  seat: 'Seat',
  correlation: 'Correlation',
  distance: 'Distance',
  odd: 'Ballots worth a look',
  oddNote: 'Pointed out only; they count all the same.',
  what: 'What',
  kinds: {
    'far-from-median': (distance) => `${distance} away from the group’s median`,
    'all-equal': () => 'The same mark for every unit',
    reversed: () => 'Mostly in reversed order to the group',
  },
  nothingOdd: 'None.',
  secret: 'A secret ballot isn’t looked at seat by seat.',
  ofPanel: (panel, why) => `${panel}: ${why}.`,
  onBallot: (group, ballot) => `${group} (${ballot})`,
  inDivision: (division, group) => `${division} · ${group}`,
};

export const afterCountWords: { readonly [language in Language]: AfterCountWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
