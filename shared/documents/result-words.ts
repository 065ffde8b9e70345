import type { UnitFigure } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { noResultWords } from '../views/no-result-words.ts';

/** The words of a result sheet. Numbers come as finished text. */
export type ResultWords = {
  readonly sheet: string;
  readonly rank: string;
  readonly unit: string;
  readonly total: string;
  /** A value that is called as the places are. */
  readonly reckoned: (name: string) => string;
  /** With its share of the total, or of the part of the total that groups make. */
  readonly mean: (group: string, percent: string, of: string) => string;
  readonly ballots: (group: string) => string;
  readonly struck: (group: string) => string;
  readonly remark: string;
  readonly states: { readonly [state in Exclude<UnitFigure['state'], 'ranked'>]: string };
  readonly shared: string;
  readonly undecided: string;
  readonly partedBy: (rule: string) => string;
  readonly groupWithoutBallot: (group: string) => string;
  readonly fewBallots: (group: string, count: string) => string;
  readonly asShown: (total: string) => string;
  readonly asShownParts: (total: string) => string;
  /** A part of the total; the factor is empty where it goes in as it is. */
  readonly part: (name: string, factor: string) => string;
  readonly band: string;
  readonly prizes: string;
  readonly nobody: string;
  /** A prize or the next stage, in one division. */
  readonly inDivision: (text: string, division: string) => string;
  readonly annual: string;
  readonly entrants: string;
  /** Why those who go on were chosen. */
  readonly byHand: string;
  readonly ballotsByGroup: string;
  /** How many ballots are in the denominators, where no group has a part of its own. */
  readonly validBallots: string;
  readonly valid: string;
  /** Seats of a group that are recused from the unit; the group is empty where there is one alone. */
  readonly recused: (group: string, count: string) => string;
  readonly contested: (units: string) => string;
  readonly rule: string;
  readonly tieKinds: { readonly [kind in 'decimals' | 'count-back' | 'decision']: string };
  readonly tieGroup: (group: string) => string;
  readonly formerly: string;
  readonly formerlyNote: (hash: string) => string;
  readonly formerVersion: (version: string) => string;
  readonly formerVersionNote: (version: string) => string;
  readonly sameAsVersion: (version: string) => string;
  readonly sums: string;
  readonly sumsNote: string;
  readonly sumsNoteParts: string;
  readonly sumsNotePlain: string;
  readonly sumsNoteBallotsAndNumbers: string;
  /** Where nobody votes. */
  readonly sumsNoteNumbers: string;
};

const hans: ResultWords = {
  sheet: '成绩单',
  rank: '名次',
  unit: '单位',
  total: '总分',
  reckoned: (name) => `${name}（算出）`,
  mean: (group, percent, of) => `${group} 均分（${of && `占${of}\u00a0`}${percent}%）`,
  ballots: (group) => `${group} 计票数`,
  struck: (group) => `${group} 去掉票数`,
  remark: '说明',
  states: {
    ...noResultWords['zh-Hans'],
    waits: '待定',
    'no-ballot': '没有有效票',
  },
  shared: '并列',
  undecided: '同分，待决定',
  partedBy: (rule) => `同分，按${rule}先后`,
  groupWithoutBallot: (group) => `${group}没有有效票`,
  fewBallots: (group, count) => `${group}只有 ${count} 票`,
  asShown: (total) => `按表列均分计算为 ${total}`,
  asShownParts: (total) => `按表列分项计算为 ${total}`,
  part: (name, factor) => (factor === '' ? name : `${name}（${factor}）`),
  band: '评定',
  prizes: '按规则评出',
  nobody: '无',
  inDivision: (text, division) => `${text}（${division}）`,
  annual: '年度考核加减分',
  entrants: '进入下一阶段',
  byHand: '选定晋级的理由',
  ballotsByGroup: '各组计票数',
  validBallots: '有效票数',
  valid: '有效',
  recused: (group, count) => `${group}回避\u00a0${count}`,
  contested: (units) => `同分待定：${units}`,
  rule: '算法',
  tieKinds: { decimals: '更多位小数', 'count-back': '单项计数', decision: '评委会裁定' },
  tieGroup: (group) => `${group}均分`,
  formerly: '规则改动前的结果',
  formerlyNote: (hash) => `按改动前的规则（指纹 ${hash}）计算，只供对照，不作结果。`,
  formerVersion: (version) => `第 ${version} 版的结果（已被取代）`,
  formerVersionNote: (version) => `第 ${version} 版放行的名次和总分，只供对照，不作结果。`,
  sameAsVersion: (version) => `各单位的名次和总分与第 ${version} 版放行的相同。`,
  sums: '合计',
  sumsNote: '总分由未取整的组均分算出，最后才取整；与按表列均分计算的结果不同时，说明栏写明',
  sumsNoteParts: '总分由分项算出，最后才取整；与按表列分项计算的结果不同时，说明栏写明',
  sumsNotePlain: '由全部有效票算出，本单不列各票；逐票见“分数由来”',
  sumsNoteBallotsAndNumbers: '由全部有效票和记录的数值算出，本单不列各票；逐票见“分数由来”',
  sumsNoteNumbers: '由全部记录的数值算出',
};

const hant: ResultWords = {
  sheet: '成績單',
  rank: '名次',
  unit: '單位',
  total: '總分',
  reckoned: (name) => `${name}（算出）`,
  mean: (group, percent, of) => `${group} 均分（${of && `占${of}\u00a0`}${percent}%）`,
  ballots: (group) => `${group} 計票數`,
  struck: (group) => `${group} 去掉票數`,
  remark: '說明',
  states: {
    ...noResultWords['zh-Hant'],
    waits: '待定',
    'no-ballot': '沒有有效票',
  },
  shared: '並列',
  undecided: '同分，待決定',
  partedBy: (rule) => `同分，按${rule}先後`,
  groupWithoutBallot: (group) => `${group}沒有有效票`,
  fewBallots: (group, count) => `${group}只有 ${count} 票`,
  asShown: (total) => `按表列均分計算為 ${total}`,
  asShownParts: (total) => `按表列分項計算為 ${total}`,
  part: (name, factor) => (factor === '' ? name : `${name}（${factor}）`),
  band: '評定',
  prizes: '按規則評出',
  nobody: '無',
  inDivision: (text, division) => `${text}（${division}）`,
  annual: '年度考核加減分',
  entrants: '進入下一階段',
  byHand: '選定晉級的理由',
  ballotsByGroup: '各組計票數',
  validBallots: '有效票數',
  valid: '有效',
  recused: (group, count) => `${group}迴避\u00a0${count}`,
  contested: (units) => `同分待定：${units}`,
  rule: '算法',
  tieKinds: { decimals: '更多位小數', 'count-back': '單項計數', decision: '評委會裁定' },
  tieGroup: (group) => `${group}均分`,
  formerly: '規則改動前的結果',
  formerlyNote: (hash) => `按改動前的規則（指紋 ${hash}）計算，只供對照，不作結果。`,
  formerVersion: (version) => `第 ${version} 版的結果（已被取代）`,
  formerVersionNote: (version) => `第 ${version} 版放行的名次和總分，只供對照，不作結果。`,
  sameAsVersion: (version) => `各單位的名次和總分與第 ${version} 版放行的相同。`,
  sums: '合計',
  sumsNote: '總分由未取整的組均分算出，最後才取整；與按表列均分計算的結果不同時，說明欄寫明',
  sumsNoteParts: '總分由分項算出，最後才取整；與按表列分項計算的結果不同時，說明欄寫明',
  sumsNotePlain: '由全部有效票算出，本單不列各票；逐票見「分數由來」',
  sumsNoteBallotsAndNumbers: '由全部有效票和記錄的數值算出，本單不列各票；逐票見「分數由來」',
  sumsNoteNumbers: '由全部記錄的數值算出',
};

const en: ResultWords = {
  sheet: 'Result',
  rank: 'Place',
  unit: 'Unit',
  total: 'Total',
  reckoned: (name) => `${name} (worked out)`,
  mean: (group, percent, of) => `${group}: mean (${percent}\u00a0%${of && ` of ${of}`})`,
  ballots: (group) => `${group}: ballots`,
  struck: (group) => `${group}: struck`,
  remark: 'Remark',
  states: {
    ...noResultWords.en,
    waits: 'Not settled',
    'no-ballot': 'No valid ballot',
  },
  shared: 'Tied',
  undecided: 'Tied: to be decided',
  partedBy: (rule) => `Equal totals, decided by ${rule}`,
  groupWithoutBallot: (group) => `No valid ballot from ${group}`,
  fewBallots: (group, count) => `Ballots from ${group}: only ${count}`,
  asShown: (total) => `${total} when worked out from the means as shown`,
  asShownParts: (total) => `${total} when worked out from the parts as shown`,
  part: (name, factor) => (factor === '' ? name : `${name} (${factor})`),
  band: 'Rating',
  prizes: 'By the rules',
  nobody: 'none',
  inDivision: (text, division) => `${text} (${division})`,
  annual: 'Annual assessment',
  entrants: 'Go on',
  byHand: 'Chosen by hand because',
  ballotsByGroup: 'Ballots of each group',
  validBallots: 'Valid ballots',
  valid: 'Valid',
  recused: (group, count) => (group === '' ? `recused ${count}` : `${group}: recused ${count}`),
  contested: (units) => `equal, to be decided: ${units}`,
  rule: 'Method',
  tieKinds: { decimals: 'more decimals', 'count-back': 'counting back', decision: 'the jury’s decision' },
  tieGroup: (group) => `the mean of ${group}`,
  formerly: 'The result before the rules were changed',
  formerlyNote: (hash) => `By the rules before the change (hash ${hash}); for comparison, not the result.`,
  formerVersion: (version) => `The result of version ${version} (superseded)`,
  formerVersionNote: (version) =>
    `Places and totals as version ${version} released them; for comparison, not the result.`,
  sameAsVersion: (version) => `Places and totals of all units are those that version ${version} released.`,
  sums: 'Sums',
  sumsNote:
    'Totals are made from unrounded means and rounded once at the end; where the means as shown give another total, the remark says so',
  sumsNoteParts:
    'Totals are made from their parts and rounded once at the end; where the parts as shown give another total, the remark says so',
  sumsNotePlain:
    'Made from all valid ballots, which aren’t listed here; “How the score came about” has them one by one',
  sumsNoteBallotsAndNumbers:
    'Made from all valid ballots, which aren’t listed here, and the numbers on record; “How the score came about” has them one by one',
  sumsNoteNumbers: 'Made from all numbers on record',
};

export const resultWords: { readonly [language in Language]: ResultWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
