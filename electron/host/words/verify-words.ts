import type { InEachLanguage } from '../../operator-language.ts';

/** What `verify` reports beside the findings. */
export type VerifyWords = {
  readonly copiedInUse: string;
  readonly event: (id: string | null) => string;
  /** A superseding version; `head` is the end of the log that it supersedes. */
  readonly version: (
    version: number,
    former: number,
    head: string,
    orderedBy: string,
    reason: string,
  ) => string;
  /** The hash of a version's first entry, which its sheets carry. */
  readonly opening: (hash: string) => string;
  /** Above the report on each of two files. */
  readonly file: (path: string) => string;
  /** Two files held against one another. */
  readonly otherEvent: string;
  readonly sameLog: string;
  readonly firstGoesOn: (version: number, n: number) => string;
  readonly secondGoesOn: (version: number, n: number) => string;
  /** `first` and `second` are the hashes of the entries that differ. */
  readonly fork: (version: number, n: number, first: string | null, second: string | null) => string;
  readonly afterFork: string;
  readonly formerIntact: (version: number, count: number) => string;
  readonly formerBroken: (version: number) => string;
  readonly laterVersion: (version: number) => string;
  readonly entries: (count: number) => string;
  /** As `--head` takes it. */
  readonly head: (head: string | null) => string;
  readonly signedBy: (key: string, isOwn: boolean) => string;
  readonly sealed: string;
  /** Closed without the monitor that the rules require; an entry of a carried version as `1/57`. */
  readonly closedAlone: (entry: number | string, reason: string) => string;
  /** Under rules that didn't demand a look before it yet; an entry of a carried version as `1/57`. */
  readonly coSignedUnlooked: (entry: number | string) => string;
  /** Which release; an entry of a carried version as `1/57`. */
  readonly releasedByChair: (entry: number | string, device: string) => string;
  readonly releasedByOperator: (entry: number | string) => string;
  /** A signing device that was the host's own machine, and the entries in which it acted; empty for none. */
  readonly sameMachine: (entry: number | string, device: string, acts: string) => string;
  readonly tailNotProvable: readonly [string, string];
  readonly provenUpTo: (entry: number) => string;
  readonly nothingWrong: string;
  readonly found: (count: number) => string;
};

export const verifyWords: InEachLanguage<VerifyWords> = {
  'zh-Hans': {
    copiedInUse: '注意：这个文件是使用中复制的，缺旁边的 -wal；最后几条可能没有',
    event: (id) => `活动：${id ?? '不明'}`,
    version: (version, former, head, orderedBy, reason) =>
      `版本：第 ${version} 版，取代第 ${former} 版（末尾 ${head}）；下令：${orderedBy}；理由：${reason}`,
    opening: (hash) => `本版开篇的散列值：${hash}`,
    file: (path) => `文件：${path}`,
    otherEvent: '比较：不是同一场活动',
    sameLog: '比较：两个文件的记录完全一样',
    firstGoesOn: (version, n) => `比较：前一个文件是后一个的延续，多出第 ${version} 版第 ${n} 条起的部分`,
    secondGoesOn: (version, n) => `比较：后一个文件是前一个的延续，多出第 ${version} 版第 ${n} 条起的部分`,
    fork: (version, n, first, second) =>
      `比较：两个文件分叉，从第 ${version} 版第 ${n} 条起各记各的（前：${first ?? '没有'}；后：${second ?? '没有'}）`,
    afterFork: '怎么办：两个文件都原样保留，报告监督员和总部；由下令的人认定以哪一个为准',
    formerIntact: (version, count) => `第 ${version} 版的记录在文件里，完好，已封存，${count} 条`,
    formerBroken: (version) => `第 ${version} 版的记录不完好，见上`,
    laterVersion: (version) => `注意：本机办过第 ${version} 版，这个文件已被取代`,
    entries: (count) => `条数：${count}`,
    head: (head) => `末尾：${head ?? '没有'}`,
    signedBy: (key, isOwn) =>
      `签封所用密钥：${key}（${isOwn ? '本机的密钥' : '不是本机的密钥：请与在总部登记的核对'}）`,
    sealed: '已封存：记录已结束并签封，末尾不可能缺少什么',
    closedAlone: (entry, reason) => `注意：第 ${entry} 条未经监督员会签就结束了本场，理由：${reason}`,
    coSignedUnlooked: (entry) =>
      `注意：第 ${entry} 条会签之前，没有记下那台设备打开过结果；当时的规则还不要求`,
    releasedByChair: (entry, device) => `放行：第 ${entry} 条，由主持人设备 ${device} 签名`,
    releasedByOperator: (entry) => `放行：第 ${entry} 条，操作员经主持人同意`,
    sameMachine: (entry, device, acts) =>
      `注意：同机双人——第 ${entry} 条准入的设备 ${device} 就是主机这台机器，第二人用 PIN 签名；${acts === '' ? '没有签过' : `所签：第 ${acts} 条`}`,
    tailNotProvable: [
      '未封存：末尾无法证明；最后的条目可能被截去而不留痕迹',
      '怎么办：用 --head 条号:散列值 给出最后所知的末尾，或在办过这场活动的主机上核验',
    ],
    provenUpTo: (entry) => `未封存：到第 ${entry} 条为止没有缺失；其后末尾无法证明`,
    nothingWrong: '结果：没有发现问题',
    found: (count) => `结果：发现 ${count} 处问题`,
  },
  'zh-Hant': {
    copiedInUse: '注意：這個檔案是使用中複製的，缺旁邊的 -wal；最後幾條可能沒有',
    event: (id) => `活動：${id ?? '不明'}`,
    version: (version, former, head, orderedBy, reason) =>
      `版本：第 ${version} 版，取代第 ${former} 版（末尾 ${head}）；下令：${orderedBy}；理由：${reason}`,
    opening: (hash) => `本版開篇的雜湊值：${hash}`,
    file: (path) => `檔案：${path}`,
    otherEvent: '比較：不是同一場活動',
    sameLog: '比較：兩個檔案的記錄完全一樣',
    firstGoesOn: (version, n) => `比較：前一個檔案是後一個的延續，多出第 ${version} 版第 ${n} 條起的部分`,
    secondGoesOn: (version, n) => `比較：後一個檔案是前一個的延續，多出第 ${version} 版第 ${n} 條起的部分`,
    fork: (version, n, first, second) =>
      `比較：兩個檔案分叉，從第 ${version} 版第 ${n} 條起各記各的（前：${first ?? '沒有'}；後：${second ?? '沒有'}）`,
    afterFork: '怎麼辦：兩個檔案都原樣保留，報告監督員和總部；由下令的人認定以哪一個為準',
    formerIntact: (version, count) => `第 ${version} 版的記錄在檔案裡，完好，已封存，${count} 條`,
    formerBroken: (version) => `第 ${version} 版的記錄不完好，見上`,
    laterVersion: (version) => `注意：本機辦過第 ${version} 版，這個檔案已被取代`,
    entries: (count) => `條數：${count}`,
    head: (head) => `末尾：${head ?? '沒有'}`,
    signedBy: (key, isOwn) =>
      `簽封所用金鑰：${key}（${isOwn ? '本機的金鑰' : '不是本機的金鑰：請與在總部登記的核對'}）`,
    sealed: '已封存：記錄已結束並簽封，末尾不可能缺少什麼',
    closedAlone: (entry, reason) => `注意：第 ${entry} 條未經監督員會簽就結束了本場，理由：${reason}`,
    coSignedUnlooked: (entry) =>
      `注意：第 ${entry} 條會簽之前，沒有記下那台設備打開過結果；當時的規則還不要求`,
    releasedByChair: (entry, device) => `放行：第 ${entry} 條，由主持人設備 ${device} 簽名`,
    releasedByOperator: (entry) => `放行：第 ${entry} 條，操作員經主持人同意`,
    sameMachine: (entry, device, acts) =>
      `注意：同機雙人——第 ${entry} 條准入的設備 ${device} 就是主機這台機器，第二人用 PIN 簽名；${acts === '' ? '沒有簽過' : `所簽：第 ${acts} 條`}`,
    tailNotProvable: [
      '未封存：末尾無法證明；最後的條目可能被截去而不留痕跡',
      '怎麼辦：用 --head 條號:雜湊值 給出最後所知的末尾，或在辦過這場活動的主機上核驗',
    ],
    provenUpTo: (entry) => `未封存：到第 ${entry} 條為止沒有缺失；其後末尾無法證明`,
    nothingWrong: '結果：沒有發現問題',
    found: (count) => `結果：發現 ${count} 處問題`,
  },
  en: {
    copiedInUse: 'note: the file was copied while in use, without its -wal; its last entries may be missing',
    event: (id) => `event: ${id ?? 'unknown'}`,
    version: (version, former, head, orderedBy, reason) =>
      `version: ${version}, supersedes version ${former} (head ${head}); ordered by: ${orderedBy}; reason: ${reason}`,
    opening: (hash) => `hash of this version's first entry: ${hash}`,
    file: (path) => `file: ${path}`,
    otherEvent: 'comparison: the files are of two different events',
    sameLog: 'comparison: both files hold the same log',
    firstGoesOn: (version, n) =>
      `comparison: the first file is the other one gone on, from entry ${n} of version ${version}`,
    secondGoesOn: (version, n) =>
      `comparison: the second file is the other one gone on, from entry ${n} of version ${version}`,
    fork: (version, n, first, second) =>
      `comparison: the files fork at entry ${n} of version ${version}: from there each has its own log (first: ${first ?? 'none'}; second: ${second ?? 'none'})`,
    afterFork:
      'what to do: keep both files as they are and report them to the monitor and headquarters; whoever ordered the version says which one stands',
    formerIntact: (version, count) =>
      `the log of version ${version} is in the file, intact and sealed: ${count} entries`,
    formerBroken: (version) => `the log of version ${version} is not intact: see above`,
    laterVersion: (version) =>
      `note: this machine ran version ${version} of the event; this file has been superseded`,
    entries: (count) => `entries: ${count}`,
    head: (head) => `head: ${head ?? 'none'}`,
    signedBy: (key, isOwn) =>
      `checkpoints signed by: ${key} (${isOwn ? "this machine's key" : 'not the key of this machine: compare it with the one registered at headquarters'})`,
    sealed: 'sealed: the log is closed and signed; nothing can be missing at its end',
    closedAlone: (entry, reason) =>
      `note: entry ${entry} closed the event without the monitor's signature, for this reason: ${reason}`,
    coSignedUnlooked: (entry) =>
      `note: no look at the result is recorded for the device that co-signed in entry ${entry}; the rules of that time didn't demand one`,
    releasedByChair: (entry, device) => `released: entry ${entry}, signed by the chair's device ${device}`,
    releasedByOperator: (entry) => `released: entry ${entry}, by the operator with the chair's consent`,
    sameMachine: (entry, device, acts) =>
      `note: two persons, one machine: the device ${device}, admitted in entry ${entry}, is the host's own machine, where the second person signs with a PIN; ${acts === '' ? 'it signed nothing' : `entries: ${acts}`}`,
    tailNotProvable: [
      'unsealed: tail not provable; entries may have been cut off the end without a trace',
      'what to do: give the last known head with --head N:HASH, or verify on the host that ran the event',
    ],
    provenUpTo: (entry) => `unsealed: nothing is missing up to entry ${entry}; after it, tail not provable`,
    nothingWrong: 'result: nothing wrong was found',
    found: (count) => (count === 1 ? 'result: 1 finding' : `result: ${count} findings`),
  },
};
