import type { Language } from '../kernel/language.ts';

/** What stands beside the ballots: measured numbers, points of the jury, its decisions. Numbers come as finished text. */
export type BesideWords = {
  readonly parts: string;
  readonly part: string;
  readonly weight: string;
  readonly value: string;
  readonly percent: (percent: string) => string;
  readonly times: (times: string) => string;
  readonly partsNote: string;
  readonly number: string;
  readonly measures: string;
  readonly measure: string;
  readonly attempts: string;
  readonly attempt: string;
  readonly unit: string;
  readonly state: string;
  readonly states: {
    readonly [state in 'confirmed' | 'unconfirmed' | 'did-not-finish' | 'missing']: string;
  };
  readonly facts: string;
  readonly points: string;
  readonly node: string;
  readonly pointsGiven: string;
  readonly reason: string;
  readonly author: string;
  readonly ties: string;
  readonly tieOrder: string;
  readonly before: string;
  readonly indicators: string;
  readonly indicator: string;
  readonly period: string;
  readonly place: string;
  readonly placeOf: (place: string, units: string) => string;
  readonly source: string;
};

const hans: BesideWords = {
  parts: '总分构成',
  part: '分项',
  weight: '计入',
  value: '得分',
  percent: (percent) => `${percent}%`,
  times: (times) => `× ${times}`,
  partsNote: '分项得分取表列位数；总分由未取整的分项算出，最后才取整。',
  number: '数值',
  measures: '测量与给定的数值',
  measure: '项目',
  attempts: '各次的数值',
  attempt: '第几次',
  unit: '单位',
  state: '状态',
  states: { confirmed: '已确认', unconfirmed: '未确认，不计', 'did-not-finish': '未完成', missing: '未录' },
  facts: '本场给定的数值',
  points: '评委会加减分',
  node: '项目',
  pointsGiven: '分值',
  reason: '理由',
  author: '决定人',
  ties: '评委会裁定的同分',
  tieOrder: '先后',
  before: ' ＞ ',
  indicators: '指标位次',
  indicator: '指标',
  period: '时期',
  place: '位次',
  placeOf: (place, units) => `${place} / ${units}`,
  source: '来源',
};

const hant: BesideWords = {
  parts: '總分構成',
  part: '分項',
  weight: '計入',
  value: '得分',
  percent: (percent) => `${percent}%`,
  times: (times) => `× ${times}`,
  partsNote: '分項得分取表列位數；總分由未取整的分項算出，最後才取整。',
  number: '數值',
  measures: '測量與給定的數值',
  measure: '項目',
  attempts: '各次的數值',
  attempt: '第幾次',
  unit: '單位',
  state: '狀態',
  states: { confirmed: '已確認', unconfirmed: '未確認，不計', 'did-not-finish': '未完成', missing: '未錄' },
  facts: '本場給定的數值',
  points: '評委會加減分',
  node: '項目',
  pointsGiven: '分值',
  reason: '理由',
  author: '決定人',
  ties: '評委會裁定的同分',
  tieOrder: '先後',
  before: ' ＞ ',
  indicators: '指標位次',
  indicator: '指標',
  period: '時期',
  place: '位次',
  placeOf: (place, units) => `${place} / ${units}`,
  source: '來源',
};

const en: BesideWords = {
  parts: 'What the total is made of',
  part: 'Part',
  weight: 'Counts',
  value: 'Score',
  percent: (percent) => `${percent}\u00a0%`,
  times: (times) => `× ${times}`,
  partsNote: 'Parts are printed rounded; the total is made from them unrounded, and rounded once at the end.',
  number: 'Value',
  measures: 'Measured and given numbers',
  measure: 'What',
  attempts: 'Numbers of each attempt',
  attempt: 'Attempt',
  unit: 'Unit',
  state: 'State',
  states: {
    confirmed: 'confirmed',
    unconfirmed: 'not confirmed: doesn’t count',
    'did-not-finish': 'did not finish',
    missing: 'not recorded',
  },
  facts: 'Numbers given for this event',
  points: 'Points given or taken by the jury',
  node: 'Where',
  pointsGiven: 'Points',
  reason: 'Reason',
  author: 'Decided by',
  ties: 'Ties decided by the jury',
  tieOrder: 'Order',
  before: ' > ',
  indicators: 'Places on the indicators',
  indicator: 'Indicator',
  period: 'Period',
  place: 'Place',
  placeOf: (place, units) => `${place} of ${units}`,
  source: 'Source',
};

export const besideWords: { readonly [language in Language]: BesideWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
