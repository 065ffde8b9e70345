import type { Finding, FindingCode, FindingDetail } from '../../../shared/domain/log/finding.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { InEachLanguage } from '../../operator-language.ts';

type Advice =
  | 'compare'
  | 'restore'
  | 'keep'
  | 'verify-again'
  | 'copy-beside'
  | 'other-program'
  | 'compare-key'
  | 'find-file';

type FindingWords = {
  /** The code of a finding stands in every language: it is what the documentation names. */
  readonly line: (first: number, last: number, code: FindingCode, detail: string, advice: string) => string;
  /** The line of a finding in the log of an earlier version, which the file carries. */
  readonly inVersion: (version: number, line: string) => string;
  readonly detail: (detail: FindingDetail) => string;
  readonly advice: { readonly [advice in Advice]: string };
};

const adviceFor: { readonly [code in FindingCode]: Advice } = {
  'bad-utf8': 'compare',
  'bad-json': 'compare',
  'not-canonical': 'compare',
  'not-an-entry': 'compare',
  'wrong-n': 'compare',
  swapped: 'compare',
  missing: 'restore',
  truncated: 'restore',
  altered: 'compare',
  'chain-broken': 'compare',
  unproven: 'verify-again',
  'column-differs': 'copy-beside',
  'head-differs': 'keep',
  'bad-opening': 'other-program',
  'former-open': 'keep',
  'former-stray': 'keep',
  'after-close': 'keep',
  'checkpoint-wrong': 'keep',
  'checkpoint-signature': 'keep',
  'checkpoint-key': 'compare-key',
  'signature-bad': 'keep',
  'signature-key': 'keep',
  'signed-differs': 'keep',
  'not-co-signed': 'keep',
  'not-looked': 'keep',
  'monitor-dropped': 'keep',
  'not-by-chair': 'keep',
  'media-missing': 'find-file',
  'media-differs': 'find-file',
};

const simplified: FindingWords = {
  line: (first, last, code, detail, advice) => {
    const where = first === last ? `第 ${first} 条` : `第 ${first} 至 ${last} 条`;
    return `${where}（${code}）：${detail}。怎么办：${advice}。`;
  },
  inVersion: (version, line) => `第 ${version} 版的记录，${line}`,
  detail: (detail) => {
    switch (detail.kind) {
      case 'not-utf8':
        return '内容不是 UTF-8 文字';
      case 'not-json':
        return '内容不是 JSON';
      case 'not-canonical':
        return '内容不是规范写法的文字';
      case 'not-an-entry':
        return '内容是 JSON，但不是一条记录';
      case 'not-an-opening':
        return '开头的一条不是这种格式的开篇';
      case 'before-the-first':
        return '开头的一条却说前面还有';
      case 'after-the-end':
        return '排在结束之后';
      case 'other-version-order':
        return '它说的版本与开篇不符';
      case 'not-closed':
        return '被取代的这一版没有结束和签封';
      case 'carried-unnamed':
        return '文件里带着它，但没有哪一版说取代了它';
      case 'stored-under':
        return detail.key === detail.through
          ? `存在第 ${detail.key} 号下`
          : `存在第 ${detail.key} 至 ${detail.through} 号下`;
      case 'swapped-with':
        return `存在第 ${detail.key} 号下，而那一条存在第 ${detail.position} 号下`;
      case 'followed-by':
        return `记录里没有，第 ${detail.next} 条却在`;
      case 'log-reached':
        return `记录曾到第 ${detail.furthest} 条，现在第 ${detail.end} 条起都没有了`;
      case 'says-number':
        return `它自称第 ${detail.n} 条`;
      case 'copy-differs':
        return `旁边另存的「${detail.column}」与这一条不符`;
      case 'stored-hash-differs':
        return '内容与一起存的散列值不符';
      case 'names-other-before':
        return `它没有接在第 ${detail.before} 条后面`;
      case 'next-names-other-hash':
        return `内容与第 ${detail.next} 条所记的散列值不符`;
      case 'next-in-doubt':
        return `第 ${detail.next} 条记的是另一个散列值，但那一条自身存疑`;
      case 'head-says':
        return `别处记下的末尾是 ${detail.hash}；这是另一个分支，或者这一条或更早的被改写过`;
      case 'not-a-checkpoint':
        return '内容不是签封';
      case 'host-signature-misfit':
        return '主机的签名对不上：这一条被改，或之前的记录被改写';
      case 'signs-other-entry':
        return `它签的是第 ${detail.signed} 条，不是前一条`;
      case 'host-key-unknown':
        return `签名用的密钥不认识：${detail.publicKey}`;
      case 'signed-hash-differs':
        return `内容与主机在第 ${detail.checkpoint} 条签过的散列值不符`;
      case 'file-missing':
        return `这一条附的「${detail.name}」不在文件里；它的散列值是 ${detail.hash}`;
      case 'file-differs':
        return `这一条附的「${detail.name}」已不是原来的内容；现在的散列值是 ${detail.found}`;
      case 'key-never-introduced':
        return `之前没有一条登记过 ${detail.owner} 的密钥`;
      case 'signature-misfit':
        return `${detail.owner} 的签名与所签的文字不符`;
      case 'signature-unreadable':
        return '没有可读的签名';
      case 'signed-not-canonical':
        return '所签的文字不是规范写法的 JSON';
      case 'signed-member-differs':
        return `所签的文字里「${detail.member}」不一样`;
      case 'monitor-signed-other':
        return `内容与监督员在第 ${detail.signed} 条签过的不符`;
      case 'chair-signed-other':
        return `内容与主持人设备在第 ${detail.signed} 条签过的不符`;
      case 'release-not-by-chair':
        return `主持人设备 ${detail.chair} 已准入，这次放行却没有它的签名`;
      case 'override-not-by-chair':
        return `主持人设备 ${detail.chair} 已准入，这次不采纳异议却没有它的签名`;
      case 'not-co-signed':
        return '规则要求监督员会签，这次放行却没有有效的会签，也没有经主持人同意不采纳的异议';
      case 'not-looked':
        return `会签的设备 ${detail.screen} 会签前没有打开过这次计票的结果`;
      case 'close-not-co-signed':
        return '规则要求监督员会签，这次结束本场却没有有效的会签，也没有写明理由';
      case 'close-names-other-end':
        return '会签结束本场时写的记录末尾，不是请求前的那一条';
      case 'close-names-other-figures':
        return '会签结束本场时写的结果，不是结束时的结果';
      case 'monitor-dropped':
        return '第一轮打分开始后不得取消监督员会签，这次改规则取消了';
      case 'objection-standing':
        return `监督员在第 ${detail.objection} 条提出的异议没有了结，就放行了`;
      default:
        return unreachable(detail);
    }
  },
  advice: {
    compare: '与镜像、另存的副本或总部的副本核对这一条',
    restore: '到镜像、另存的副本或总部的副本里找缺的条目',
    keep: '原样保留这个文件，报告监督员和总部',
    'verify-again': '先处理其他问题，再核验一次',
    'copy-beside': '这一条本身没问题，旁边另存的被改了：保留文件，改用另存的副本',
    'other-program': '这份记录的格式本程序不认识，请用写它的程序核验',
    'compare-key': '与在总部登记的密钥核对',
    'find-file': '记录本身没问题：从另存的副本里取这份附件，用散列值核对',
  },
};

const traditional: FindingWords = {
  line: (first, last, code, detail, advice) => {
    const where = first === last ? `第 ${first} 條` : `第 ${first} 至 ${last} 條`;
    return `${where}（${code}）：${detail}。怎麼辦：${advice}。`;
  },
  inVersion: (version, line) => `第 ${version} 版的記錄，${line}`,
  detail: (detail) => {
    switch (detail.kind) {
      case 'not-utf8':
        return '內容不是 UTF-8 文字';
      case 'not-json':
        return '內容不是 JSON';
      case 'not-canonical':
        return '內容不是規範寫法的文字';
      case 'not-an-entry':
        return '內容是 JSON，但不是一條記錄';
      case 'not-an-opening':
        return '開頭的一條不是這種格式的開篇';
      case 'before-the-first':
        return '開頭的一條卻說前面還有';
      case 'after-the-end':
        return '排在結束之後';
      case 'other-version-order':
        return '它說的版本與開篇不符';
      case 'not-closed':
        return '被取代的這一版沒有結束和簽封';
      case 'carried-unnamed':
        return '檔案裡帶著它，但沒有哪一版說取代了它';
      case 'stored-under':
        return detail.key === detail.through
          ? `存在第 ${detail.key} 號下`
          : `存在第 ${detail.key} 至 ${detail.through} 號下`;
      case 'swapped-with':
        return `存在第 ${detail.key} 號下，而那一條存在第 ${detail.position} 號下`;
      case 'followed-by':
        return `記錄裡沒有，第 ${detail.next} 條卻在`;
      case 'log-reached':
        return `記錄曾到第 ${detail.furthest} 條，現在第 ${detail.end} 條起都沒有了`;
      case 'says-number':
        return `它自稱第 ${detail.n} 條`;
      case 'copy-differs':
        return `旁邊另存的「${detail.column}」與這一條不符`;
      case 'stored-hash-differs':
        return '內容與一起存的雜湊值不符';
      case 'names-other-before':
        return `它沒有接在第 ${detail.before} 條後面`;
      case 'next-names-other-hash':
        return `內容與第 ${detail.next} 條所記的雜湊值不符`;
      case 'next-in-doubt':
        return `第 ${detail.next} 條記的是另一個雜湊值，但那一條自身存疑`;
      case 'head-says':
        return `別處記下的末尾是 ${detail.hash}；這是另一個分支，或者這一條或更早的被改寫過`;
      case 'not-a-checkpoint':
        return '內容不是簽封';
      case 'host-signature-misfit':
        return '主機的簽名對不上：這一條被改，或之前的記錄被改寫';
      case 'signs-other-entry':
        return `它簽的是第 ${detail.signed} 條，不是前一條`;
      case 'host-key-unknown':
        return `簽名用的金鑰不認識：${detail.publicKey}`;
      case 'signed-hash-differs':
        return `內容與主機在第 ${detail.checkpoint} 條簽過的雜湊值不符`;
      case 'file-missing':
        return `這一條附的「${detail.name}」不在檔案裡；它的雜湊值是 ${detail.hash}`;
      case 'file-differs':
        return `這一條附的「${detail.name}」已不是原來的內容；現在的雜湊值是 ${detail.found}`;
      case 'key-never-introduced':
        return `之前沒有一條登記過 ${detail.owner} 的金鑰`;
      case 'signature-misfit':
        return `${detail.owner} 的簽名與所簽的文字不符`;
      case 'signature-unreadable':
        return '沒有可讀的簽名';
      case 'signed-not-canonical':
        return '所簽的文字不是規範寫法的 JSON';
      case 'signed-member-differs':
        return `所簽的文字裡「${detail.member}」不一樣`;
      case 'monitor-signed-other':
        return `內容與監督員在第 ${detail.signed} 條簽過的不符`;
      case 'chair-signed-other':
        return `內容與主持人設備在第 ${detail.signed} 條簽過的不符`;
      case 'release-not-by-chair':
        return `主持人設備 ${detail.chair} 已准入，這次放行卻沒有它的簽名`;
      case 'override-not-by-chair':
        return `主持人設備 ${detail.chair} 已准入，這次不採納異議卻沒有它的簽名`;
      case 'not-co-signed':
        return '規則要求監督員會簽，這次放行卻沒有有效的會簽，也沒有經主持人同意不採納的異議';
      case 'not-looked':
        return `會簽的設備 ${detail.screen} 會簽前沒有打開過這次計票的結果`;
      case 'close-not-co-signed':
        return '規則要求監督員會簽，這次結束本場卻沒有有效的會簽，也沒有寫明理由';
      case 'close-names-other-end':
        return '會簽結束本場時寫的記錄末尾，不是請求前的那一條';
      case 'close-names-other-figures':
        return '會簽結束本場時寫的結果，不是結束時的結果';
      case 'monitor-dropped':
        return '第一輪打分開始後不得取消監督員會簽，這次改規則取消了';
      case 'objection-standing':
        return `監督員在第 ${detail.objection} 條提出的異議沒有了結，就放行了`;
      default:
        return unreachable(detail);
    }
  },
  advice: {
    compare: '與鏡像、另存的副本或總部的副本核對這一條',
    restore: '到鏡像、另存的副本或總部的副本裡找缺的條目',
    keep: '原樣保留這個檔案，報告監督員和總部',
    'verify-again': '先處理其他問題，再核驗一次',
    'copy-beside': '這一條本身沒問題，旁邊另存的被改了：保留檔案，改用另存的副本',
    'other-program': '這份記錄的格式本程式不認識，請用寫它的程式核驗',
    'compare-key': '與在總部登記的金鑰核對',
    'find-file': '記錄本身沒問題：從另存的副本裡取這份附件，用雜湊值核對',
  },
};

const english: FindingWords = {
  line: (first, last, code, detail, advice) => {
    const where = first === last ? `entry ${first}` : `entries ${first} to ${last}`;
    return `${where}: ${code}: ${detail}. What to do: ${advice}.`;
  },
  inVersion: (version, line) => `log of version ${version}, ${line}`,
  detail: (detail) => {
    switch (detail.kind) {
      case 'not-utf8':
        return 'its bytes are not UTF-8 text';
      case 'not-json':
        return 'its bytes are not JSON';
      case 'not-canonical':
        return 'its bytes are not the canonical text of their content';
      case 'not-an-entry':
        return 'its bytes are JSON, but not a log entry';
      case 'not-an-opening':
        return 'the first entry does not open a log of this format';
      case 'before-the-first':
        return 'the first entry names an entry before it';
      case 'after-the-end':
        return 'it follows the end of the log';
      case 'other-version-order':
        return 'it names another version than the opening does';
      case 'not-closed':
        return 'this superseded version was never closed and signed';
      case 'carried-unnamed':
        return 'the file carries it, but no version says that it supersedes it';
      case 'stored-under':
        return detail.key === detail.through
          ? `stored under ${detail.key}`
          : `stored under ${detail.key} to ${detail.through}`;
      case 'swapped-with':
        return `stored under ${detail.key}, whose entry is stored under ${detail.position}`;
      case 'followed-by':
        return `not in the log, though entry ${detail.next} is`;
      case 'log-reached':
        return `the log once reached entry ${detail.furthest} and now ends before entry ${detail.end}`;
      case 'says-number':
        return `it says that it is entry ${detail.n}`;
      case 'copy-differs':
        return `the copy of '${detail.column}' differs from the entry`;
      case 'stored-hash-differs':
        return 'its bytes no longer have the hash that was stored with them';
      case 'names-other-before':
        return `it does not name entry ${detail.before} as the one before it`;
      case 'next-names-other-hash':
        return `its bytes no longer have the hash that entry ${detail.next} names`;
      case 'next-in-doubt':
        return `entry ${detail.next} names another hash, but is itself in doubt`;
      case 'head-says':
        return `a head known from elsewhere says ${detail.hash}; this is another fork of the event, or this entry or an earlier one was rewritten`;
      case 'not-a-checkpoint':
        return 'its body is not a checkpoint';
      case 'host-signature-misfit':
        return "the host's signature does not fit; this entry was altered, or the log up to it was rewritten";
      case 'signs-other-entry':
        return `it signs entry ${detail.signed} instead of the one before it`;
      case 'host-key-unknown':
        return `it is signed with a key that is not known: ${detail.publicKey}`;
      case 'signed-hash-differs':
        return `its bytes no longer have the hash that the host signed in entry ${detail.checkpoint}`;
      case 'file-missing':
        return `the file '${detail.name}' that it attaches is not stored; its hash is ${detail.hash}`;
      case 'file-differs':
        return `the file '${detail.name}' that it attaches has other bytes now, with the hash ${detail.found}`;
      case 'key-never-introduced':
        return `no earlier entry introduces the key of ${detail.owner}`;
      case 'signature-misfit':
        return `the signature of ${detail.owner} does not fit the signed text`;
      case 'signature-unreadable':
        return 'it carries no readable signature';
      case 'signed-not-canonical':
        return 'the signed text is not canonical JSON';
      case 'signed-member-differs':
        return `the signed text differs in its ${detail.member}`;
      case 'monitor-signed-other':
        return `it is not what the monitor signed in entry ${detail.signed}`;
      case 'chair-signed-other':
        return `it is not what the chair's device signed in entry ${detail.signed}`;
      case 'release-not-by-chair':
        return `the chair's device ${detail.chair} was admitted, but this release does not carry its signature`;
      case 'override-not-by-chair':
        return `the chair's device ${detail.chair} was admitted, but the objection was overridden without its signature`;
      case 'not-co-signed':
        return 'the rules require a monitor, but this release has no sound co-signature, nor an objection that was overridden';
      case 'not-looked':
        return `the device ${detail.screen} co-signed this count without having looked at it`;
      case 'close-not-co-signed':
        return 'the rules require a monitor, but the event was closed without a sound signature and without a reason';
      case 'close-names-other-end':
        return 'what was signed to close the event names another end of the log than the entry before the request';
      case 'close-names-other-figures':
        return 'what was signed to close the event names other figures than those that stood at the end';
      case 'monitor-dropped':
        return 'it drops the monitor from the rules, which no change may do once a round was opened';
      case 'objection-standing':
        return `it released while the monitor's objection in entry ${detail.objection} stood`;
      default:
        return unreachable(detail);
    }
  },
  advice: {
    compare: 'compare this entry with the mirror, a saved copy or the copy at headquarters',
    restore: 'look for the missing entries in the mirror, a saved copy or the copy at headquarters',
    keep: 'keep this file as it is and report it to the monitor and headquarters',
    'verify-again': 'settle the other findings first, then verify again',
    'copy-beside':
      'the entry itself holds; its copy beside it was changed: keep the file and use a saved copy',
    'other-program':
      'this log is not of a format that this program knows; verify it with the program that wrote it',
    'compare-key': 'compare the key with the one registered at headquarters',
    'find-file': 'the log itself holds: take this file from a saved copy and compare its hash',
  },
};

const words: InEachLanguage<FindingWords> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
};

/** A finding in one plain line: where, what, and what to do. */
export function findingLine({ code, n, through, detail, version }: Finding, language: Language): string {
  const { line, inVersion, detail: say, advice } = words[language];
  const own = line(n, through, code, say(detail), advice[adviceFor[code]]);
  return version === undefined ? own : inVersion(version, own);
}
