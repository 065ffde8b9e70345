import type { Language } from '../kernel/language.ts';

/** 开场核验单. Numbers come as finished text. */
export type OpeningWords = {
  readonly sheet: string;
  readonly statement: (entry: string) => string;
  readonly zero: string;
  readonly rounds: string;
  readonly ballots: string;
  readonly result: string;
  readonly noResult: string;
  readonly seats: string;
  readonly group: string;
  readonly weight: string;
  readonly seatCount: string;
  readonly paired: string;
  readonly sum: string;
  readonly sumNote: string;
  /** Where groups are weighed. */
  readonly weightNote: string;
  readonly everyGroup: string;
  readonly casts: { readonly [way in 'per-unit' | 'all-units' | 'tie-break']: string };
  readonly secrecies: { readonly [secrecy in 'named' | 'by-seat' | 'anonymous']: string };
  readonly rules: string;
  readonly rulesOf: (name: string, id: string, version: string) => string;
  readonly hash: string;
  readonly units: string;
  readonly unitsOf: (count: string, names: string) => string;
  readonly code: string;
  readonly division: string;
  /** Where units stand in a table of their own. */
  readonly unitsBelow: (count: string) => string;
  readonly machine: string;
  readonly event: string;
  readonly wallClock: string;
  readonly monotonic: string;
  readonly monotonicOf: (ms: string) => string;
  readonly boot: string;
  readonly noBoot: string;
};

const hans: OpeningWords = {
  sheet: '开场核验单',
  statement: (entry) => `到记录 #${entry} 为止，本场没有开过任何一轮，没有存过任何一张票。`,
  zero: '零票核验',
  rounds: '已开轮次',
  ballots: '已存选票',
  result: '计票结果',
  noResult: '无',
  seats: '席位',
  group: '组',
  weight: '权重（%）',
  seatCount: '席数',
  paired: '已配设备',
  sum: '合计',
  sumNote: '席数和已配设备的合计为表列各组之和。',
  weightNote: '权重按各组权数折算，只供显示。',
  everyGroup: '各组',
  casts: {
    'per-unit': '逐个单位，每单位一票',
    'all-units': '全部单位一张票',
    'tie-break': '只在同分时另投，全部单位一张票',
  },
  secrecies: { named: '记名', 'by-seat': '按席位', anonymous: '无记名' },
  rules: '规则',
  rulesOf: (name, id, version) => `${name}，${id} 第 ${version} 版，全文见规则卡`,
  hash: '规则指纹',
  units: '参评单位',
  unitsOf: (count, names) => `${count} 家：${names}`,
  code: '编号',
  division: '参赛组别',
  unitsBelow: (count) => `${count} 家，见下表`,
  machine: '主机与时钟',
  event: '场次编号',
  wallClock: '主机时间',
  monotonic: '单调时钟',
  monotonicOf: (ms) => `${ms} 毫秒`,
  boot: '本次开机编号',
  noBoot: '系统不提供',
};

const hant: OpeningWords = {
  sheet: '開場核驗單',
  statement: (entry) => `到記錄 #${entry} 為止，本場沒有開過任何一輪，沒有存過任何一張票。`,
  zero: '零票核驗',
  rounds: '已開輪次',
  ballots: '已存選票',
  result: '計票結果',
  noResult: '無',
  seats: '席位',
  group: '組',
  weight: '權重（%）',
  seatCount: '席數',
  paired: '已配設備',
  sum: '合計',
  sumNote: '席數和已配設備的合計為表列各組之和。',
  weightNote: '權重按各組權數折算，只供顯示。',
  everyGroup: '各組',
  casts: {
    'per-unit': '逐個單位，每單位一票',
    'all-units': '全部單位一張票',
    'tie-break': '只在同分時另投，全部單位一張票',
  },
  secrecies: { named: '記名', 'by-seat': '按席位', anonymous: '無記名' },
  rules: '規則',
  rulesOf: (name, id, version) => `${name}，${id} 第 ${version} 版，全文見規則卡`,
  hash: '規則指紋',
  units: '參評單位',
  unitsOf: (count, names) => `${count} 家：${names}`,
  code: '編號',
  division: '參賽組別',
  unitsBelow: (count) => `${count} 家，見下表`,
  machine: '主機與時鐘',
  event: '場次編號',
  wallClock: '主機時間',
  monotonic: '單調時鐘',
  monotonicOf: (ms) => `${ms} 毫秒`,
  boot: '本次開機編號',
  noBoot: '系統不提供',
};

const en: OpeningWords = {
  sheet: 'Opening sheet',
  statement: (entry) => `Up to log entry #${entry} no round has been opened and no ballot has been stored.`,
  zero: 'Zero ballots',
  rounds: 'Rounds opened',
  ballots: 'Ballots stored',
  result: 'Result',
  noResult: 'none',
  seats: 'Panel seats',
  group: 'Group',
  weight: 'Weight (%)',
  seatCount: 'Seats',
  paired: 'Devices paired',
  sum: 'Sum',
  sumNote: 'The sums of seats and devices are those of the rows shown.',
  weightNote: 'Weights are shown as shares of the groups’ weights.',
  everyGroup: 'every group',
  casts: {
    'per-unit': 'one unit at a time',
    'all-units': 'all units on one paper',
    'tie-break': 'only among equal units, on one paper',
  },
  secrecies: { named: 'by name', 'by-seat': 'by seat', anonymous: 'secret' },
  rules: 'Rules',
  rulesOf: (name, id, version) => `${name}, ${id} version ${version}; in full on the rule card`,
  hash: 'Rule hash',
  units: 'Units',
  unitsOf: (count, names) => `${count}: ${names}`,
  code: 'Code',
  division: 'Division',
  unitsBelow: (count) => `${count}, in the table below`,
  machine: 'Host and clock',
  event: 'Event',
  wallClock: 'Host’s time',
  monotonic: 'Monotonic clock',
  monotonicOf: (ms) => `${ms} ms`,
  boot: 'Run of the machine',
  noBoot: 'not given by the system',
};

export const openingWords: { readonly [language in Language]: OpeningWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
