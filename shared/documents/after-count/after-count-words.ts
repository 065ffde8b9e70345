import type { NoConcordance } from '../../domain/scoring/rules/agreement.ts';
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
  /** Where the seats are told of. */
  readonly seatsElsewhere: string;
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
  seatsElsewhere: '各席与同组的远近、值得一看的票，只在监督员的页面上列出。',
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
  seatsElsewhere: '各席與同組的遠近、值得一看的票，只在監督員的頁面上列出。',
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
  seatsElsewhere:
    'How far each seat is from its group, and ballots worth a look, are on the monitor’s page alone.',
  ofPanel: (panel, why) => `${panel}: ${why}.`,
  onBallot: (group, ballot) => `${group} (${ballot})`,
  inDivision: (division, group) => `${division} · ${group}`,
};

export const afterCountWords: { readonly [language in Language]: AfterCountWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
