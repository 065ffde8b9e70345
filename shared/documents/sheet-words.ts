import type { Language } from '../kernel/language.ts';

/** What stands on every sheet. Numbers come as finished text. */
export type SheetWords = {
  readonly demo: string;
  readonly held: string;
  readonly noMonitor: string;
  /** That the event is a superseding version; the first 16 digits of the hash are enough to find it. */
  readonly version: (version: string, former: string, n: string, hash: string) => string;
  readonly notCoSigned: string;
  readonly coSigned: string;
  /** The monitor's device, and the hash of the figures that it signed. */
  readonly coSignedBy: (device: string, figures: string) => string;
  /** Above a sheet: somebody signed on the host's own machine. */
  readonly sameMachine: string;
  /** The same beside the device's name. */
  readonly onSameMachine: (device: string) => string;
  readonly release: string;
  /** The chair's device. */
  readonly releasedByChair: (device: string) => string;
  readonly releasedByOperator: string;
  readonly objection: (reason: string) => string;
  readonly overridden: (reason: string, why: string) => string;
  readonly scheme: string;
  readonly schemeOf: (name: string, id: string, version: string, hash: string) => string;
  readonly engine: string;
  readonly engineOf: (engine: string, program: string) => string;
  readonly opening: string;
  readonly hash: (hash: string) => string;
  readonly head: string;
  readonly headOf: (position: string, hash: string) => string;
  readonly made: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly change: {
    readonly n: string;
    readonly time: string;
    readonly what: string;
    readonly reason: string;
    readonly seconded: string;
  };
  /** Marks of a file's name. */
  readonly notReleased: string;
  readonly demoFile: string;
  /** Of a superseding version. */
  readonly versionFile: (version: string) => string;
  readonly named: (name: string, text: string) => string;
  /** Between clauses of one cell, and between names of one list. */
  readonly clause: string;
  readonly comma: string;
};

const hans: SheetWords = {
  demo: '演示数据，不是正式成绩',
  held: '未放行：主持人尚未放行，不得公布',
  noMonitor: '无监督员',
  version: (version, former, n, hash) =>
    `更正版本：第 ${version} 版，取代第 ${former} 版（末条 #${n}，指纹 ${hash}）`,
  notCoSigned: '监督员未会签',
  coSigned: '监督员会签',
  coSignedBy: (device, figures) => `设备 ${device}，所签结果指纹 ${figures}`,
  sameMachine: '同机双人：第二人在主机这台机器上用 PIN 签名',
  onSameMachine: (device) => `${device}（同机双人）`,
  release: '放行',
  releasedByChair: (device) => `主持人本人签发，设备 ${device}`,
  releasedByOperator: '操作员经主持人同意放行',
  objection: (reason) => `监督员有异议：${reason}`,
  overridden: (reason, why) => `监督员有异议：${reason}；主持人决定放行：${why}`,
  scheme: '规则',
  schemeOf: (name, id, version, hash) => `${name}，${id} 第 ${version} 版，指纹 ${hash}`,
  engine: '计分程序版本',
  engineOf: (engine, program) => `${engine}，程序 ${program}`,
  opening: '本版首条',
  hash: (hash) => `指纹 ${hash}`,
  head: '记录链末条',
  headOf: (position, hash) => `#${position}，指纹 ${hash}`,
  made: '制表时间',
  changes: '更正记录',
  noChanges: '到制表为止没有更正。',
  change: { n: '记录号', time: '时间', what: '更正', reason: '理由', seconded: '会签' },
  notReleased: '未放行',
  demoFile: '演示',
  versionFile: (version) => `第${version}版`,
  named: (name, text) => `${name}：${text}`,
  clause: '；',
  comma: '、',
};

const hant: SheetWords = {
  demo: '演示數據，不是正式成績',
  held: '未放行：主持人尚未放行，不得公布',
  noMonitor: '無監督員',
  version: (version, former, n, hash) =>
    `更正版本：第 ${version} 版，取代第 ${former} 版（末條 #${n}，指紋 ${hash}）`,
  notCoSigned: '監督員未會簽',
  coSigned: '監督員會簽',
  coSignedBy: (device, figures) => `設備 ${device}，所簽結果指紋 ${figures}`,
  sameMachine: '同機雙人：第二人在主機這台機器上用 PIN 簽名',
  onSameMachine: (device) => `${device}（同機雙人）`,
  release: '放行',
  releasedByChair: (device) => `主持人本人簽發，設備 ${device}`,
  releasedByOperator: '操作員經主持人同意放行',
  objection: (reason) => `監督員有異議：${reason}`,
  overridden: (reason, why) => `監督員有異議：${reason}；主持人決定放行：${why}`,
  scheme: '規則',
  schemeOf: (name, id, version, hash) => `${name}，${id} 第 ${version} 版，指紋 ${hash}`,
  engine: '計分程序版本',
  engineOf: (engine, program) => `${engine}，程序 ${program}`,
  opening: '本版首條',
  hash: (hash) => `指紋 ${hash}`,
  head: '記錄鏈末條',
  headOf: (position, hash) => `#${position}，指紋 ${hash}`,
  made: '製表時間',
  changes: '更正記錄',
  noChanges: '到製表為止沒有更正。',
  change: { n: '記錄號', time: '時間', what: '更正', reason: '理由', seconded: '會簽' },
  notReleased: '未放行',
  demoFile: '演示',
  versionFile: (version) => `第${version}版`,
  named: (name, text) => `${name}：${text}`,
  clause: '；',
  comma: '、',
};

const en: SheetWords = {
  demo: 'Demo data, not an official result',
  held: 'NOT RELEASED: the chair has not released it; do not publish',
  noMonitor: 'No monitor',
  version: (version, former, n, hash) =>
    `Corrected version ${version}, supersedes version ${former} (last entry #${n}, hash ${hash})`,
  notCoSigned: 'Not co-signed by the monitor',
  coSigned: 'Co-signed by the monitor',
  coSignedBy: (device, figures) => `device ${device}, over the figures of hash ${figures}`,
  sameMachine: 'Two persons, one machine: the second person signs on the host’s machine with a PIN',
  onSameMachine: (device) => `${device} (two persons, one machine)`,
  release: 'Released',
  releasedByChair: (device) => `signed by the chair, device ${device}`,
  releasedByOperator: 'by the operator, with the chair’s consent',
  objection: (reason) => `The monitor objects: ${reason}`,
  overridden: (reason, why) => `The monitor objects: ${reason}; the chair releases: ${why}`,
  scheme: 'Rules',
  schemeOf: (name, id, version, hash) => `${name}, ${id} version ${version}, hash ${hash}`,
  engine: 'Scoring engine',
  engineOf: (engine, program) => `${engine}, program ${program}`,
  opening: 'First log entry of this version',
  hash: (hash) => `hash ${hash}`,
  head: 'Last log entry',
  headOf: (position, hash) => `#${position}, hash ${hash}`,
  made: 'Made',
  changes: 'Corrections',
  noChanges: 'No corrections up to now.',
  change: { n: 'Entry', time: 'Time', what: 'Correction', reason: 'Reason', seconded: 'Co-signed by' },
  notReleased: 'not released',
  demoFile: 'demo',
  versionFile: (version) => `version ${version}`,
  named: (name, text) => `${name}: ${text}`,
  clause: '; ',
  comma: ', ',
};

export const sheetWords: { readonly [language in Language]: SheetWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
