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
      `注意：第 ${entry} 條會簽之前，沒有記下那台裝置打開過結果；當時的規則還不要求`,
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
    tailNotProvable: [
      'unsealed: tail not provable; entries may have been cut off the end without a trace',
      'what to do: give the last known head with --head N:HASH, or verify on the host that ran the event',
    ],
    provenUpTo: (entry) => `unsealed: nothing is missing up to entry ${entry}; after it, tail not provable`,
    nothingWrong: 'result: nothing wrong was found',
    found: (count) => (count === 1 ? 'result: 1 finding' : `result: ${count} findings`),
  },
};
