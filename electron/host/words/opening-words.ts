import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { InEachLanguage } from '../../operator-language.ts';
import type { SessionError } from '../event-session.ts';
import type { OpenNotice } from '../log/open-event-file.ts';
import type { SpoiltTable } from '../log/spoilt-table.ts';
import { findingLine } from './finding-words.ts';

const shownFindings = 10;

type OpeningWords = {
  /** What is wrong with the file at this path, and what to do. Findings come between `damaged` and `afterFindings`. */
  readonly problem: (path: string, error: SessionError) => readonly string[];
  readonly afterFindings: string;
  readonly notice: { readonly [code in OpenNotice['code']]: string };
  readonly diskRefused: (path: string, code: string) => readonly string[];
  /** The system's own words, which follow, aren't translated. */
  readonly systemRefused: string;
};

function spoiltSimplified(table: SpoiltTable): string {
  switch (table.kind) {
    case 'settings-row':
      return '一项设置';
    case 'setting':
      return `设置 ${table.name}`;
    case 'seat-card':
      return `${table.count} 张席卡中的第 ${table.number} 张`;
    case 'database':
      return table.message;
    default:
      return unreachable(table);
  }
}

const simplified: OpeningWords = {
  problem: (path, error) => {
    switch (error.code) {
      case 'not-found':
        return [`${path}：没有这个文件。`, '请核对文件在哪里。'];
      case 'is-folder':
        return [
          `${path}：这是文件夹，不是活动文件。`,
          '请写出其中的文件名；还不存在的文件名会新建活动，例如 --event 文件夹/我的活动.leitai。',
        ];
      case 'no-folder':
        return [`${error.folder}：要存新活动的文件夹不存在。`, '请先建好，或换一个。'];
      case 'exists':
        return [`${path}：已有同名文件。`, '请给新活动换个名字。'];
      case 'locked': {
        const holder = error.pid === null ? '另一个程序' : `进程 ${error.pid}`;
        const place = !error.address ? '' : `（${error.address}）`;
        return [
          `${path}：这个活动已由${holder}${place}打开。`,
          '请在那里继续，或先停掉那个主机。什么都没有改动。',
        ];
      }
      case 'damaged':
        return [`${path}：活动记录有损坏。文件原样未动。`];
      case 'fork': {
        const at = `第 ${error.at.version} 版第 ${error.at.n} 条`;
        const here = error.found === null ? '没有这一条' : error.found;
        return [
          `${path}：这个文件与本机写的记录是同一场活动的两个分支，不晚于${at}就分开了。文件本身没有损坏，原样未动。`,
          `本机记下的：${error.noted}`,
          `文件里的：${here}`,
          '同一个文件在两台机器上各自往下走，或各自立了更正版本，就会这样；记录被整段改写过也会这样。',
          '请打开本机写的那个文件。两个文件都留着，请主持人认定哪一个有效；要接着用这一个，请在写它的那台机器上打开。',
          '看从哪一条分开：npm run verify -- 文件 另一个文件',
        ];
      }
      case 'missing-wal':
        return [
          `${path}：文件只到第 ${error.lastEntry} 条，而本机写到过第 ${error.knownHead.n} 条。`,
          '复制时漏了旁边的 -wal 文件。请把它找回来，或打开一份完整的副本。什么都没有改动。',
        ];
      case 'cannot-replay':
        return [
          `${path}：第 ${error.entry} 条无法重演：${error.reason}`,
          '文件原样未动。请改用镜像或另存的副本。',
        ];
      case 'other-rules':
        return [
          `${path}：这个活动是按规则 ${error.rules} 开始的，而本程序按 ${error.known} 计分。`,
          '请用开始它的那一版程序打开。什么都没有改动。',
        ];
      case 'network-share':
        return [`${error.folder} 在网络共享（${error.share}）上，断电会丢票。`, '请把活动放到本机的磁盘上。'];
      case 'synced-folder':
        return [
          `${error.folder} 由 ${error.service} 同步，文件可能被中途换掉。`,
          '请把活动放到不同步的文件夹里。',
        ];
      case 'foreign': {
        const what = {
          'not-a-file': '它不是普通文件',
          'not-sqlite': '它不是 SQLite 文件',
          'other-program': '它是别的程序的 SQLite 文件',
        };
        return [`${path}：不是活动文件：${what[error.what]}。`, '请核对是不是选对了文件。'];
      }
      case 'newer-format':
        return [`${path}：由更新的程序写成（格式 ${error.format}）。`, '请用那一版打开或核验。'];
      case 'unreadable': {
        const where = error.entry === null ? '' : `，从第 ${error.entry} 条起`;
        return [`${path}：读不出来${where}：${error.detail}`, '请改用镜像或另存的副本，并保留这个文件。'];
      }
      case 'spoilt-table':
        return [
          `${path}：记录旁边的内容读不出来：${spoiltSimplified(error.table)}`,
          '请改用镜像或另存的副本，并保留这个文件。',
        ];
      case 'no-room':
        return [`放临时副本的空间不够：${error.detail}`, '请在那里腾出一些空间再试。'];
      default:
        return unreachable(error);
    }
  },
  afterFindings: '请打开镜像或另存的副本；要看全部问题：npm run verify -- 文件',
  notice: {
    'recovered-wal': '上次打开这个活动的主机突然中断；已经确认过的内容全在。',
    'missing-wal': '这个文件上次没有正常关闭，旁边的 -wal 文件不见了：如果是复制来的，最后几条记录可能缺失。',
  },
  diskRefused: (path, code) => [`${path}：磁盘拒绝写入（${code}）。`, '请腾出空间，或把活动放到别的磁盘。'],
  systemRefused: '系统不让打开所指的文件、文件夹或地址：',
};

function spoiltTraditional(table: SpoiltTable): string {
  switch (table.kind) {
    case 'settings-row':
      return '一項設定';
    case 'setting':
      return `設定 ${table.name}`;
    case 'seat-card':
      return `${table.count} 張席卡中的第 ${table.number} 張`;
    case 'database':
      return table.message;
    default:
      return unreachable(table);
  }
}

const traditional: OpeningWords = {
  problem: (path, error) => {
    switch (error.code) {
      case 'not-found':
        return [`${path}：沒有這個檔案。`, '請核對檔案在哪裡。'];
      case 'is-folder':
        return [
          `${path}：這是資料夾，不是活動檔案。`,
          '請寫出其中的檔名；還不存在的檔名會新建活動，例如 --event 資料夾/我的活動.leitai。',
        ];
      case 'no-folder':
        return [`${error.folder}：要存新活動的資料夾不存在。`, '請先建好，或換一個。'];
      case 'exists':
        return [`${path}：已有同名檔案。`, '請給新活動換個名字。'];
      case 'locked': {
        const holder = error.pid === null ? '另一個程式' : `行程 ${error.pid}`;
        const place = !error.address ? '' : `（${error.address}）`;
        return [
          `${path}：這個活動已由${holder}${place}開啟。`,
          '請在那裡繼續，或先停掉那個主機。什麼都沒有改動。',
        ];
      }
      case 'damaged':
        return [`${path}：活動記錄有損壞。檔案原樣未動。`];
      case 'fork': {
        const at = `第 ${error.at.version} 版第 ${error.at.n} 條`;
        const here = error.found === null ? '沒有這一條' : error.found;
        return [
          `${path}：這個檔案與本機寫的記錄是同一場活動的兩個分支，不晚於${at}就分開了。檔案本身沒有損壞，原樣未動。`,
          `本機記下的：${error.noted}`,
          `檔案裡的：${here}`,
          '同一個檔案在兩台機器上各自往下走，或各自立了更正版本，就會這樣；記錄被整段改寫過也會這樣。',
          '請開啟本機寫的那個檔案。兩個檔案都留著，請主持人認定哪一個有效；要接著用這一個，請在寫它的那台機器上開啟。',
          '看從哪一條分開：npm run verify -- 檔案 另一個檔案',
        ];
      }
      case 'missing-wal':
        return [
          `${path}：檔案只到第 ${error.lastEntry} 條，而本機寫到過第 ${error.knownHead.n} 條。`,
          '複製時漏了旁邊的 -wal 檔案。請把它找回來，或開啟一份完整的副本。什麼都沒有改動。',
        ];
      case 'cannot-replay':
        return [
          `${path}：第 ${error.entry} 條無法重演：${error.reason}`,
          '檔案原樣未動。請改用鏡像或另存的副本。',
        ];
      case 'other-rules':
        return [
          `${path}：這個活動是按規則 ${error.rules} 開始的，而本程式按 ${error.known} 計分。`,
          '請用開始它的那一版程式開啟。什麼都沒有改動。',
        ];
      case 'network-share':
        return [`${error.folder} 在網路共享（${error.share}）上，斷電會丟票。`, '請把活動放到本機的磁碟上。'];
      case 'synced-folder':
        return [
          `${error.folder} 由 ${error.service} 同步，檔案可能被中途換掉。`,
          '請把活動放到不同步的資料夾裡。',
        ];
      case 'foreign': {
        const what = {
          'not-a-file': '它不是普通檔案',
          'not-sqlite': '它不是 SQLite 檔案',
          'other-program': '它是別的程式的 SQLite 檔案',
        };
        return [`${path}：不是活動檔案：${what[error.what]}。`, '請核對是不是選對了檔案。'];
      }
      case 'newer-format':
        return [`${path}：由更新的程式寫成（格式 ${error.format}）。`, '請用那一版開啟或核驗。'];
      case 'unreadable': {
        const where = error.entry === null ? '' : `，從第 ${error.entry} 條起`;
        return [`${path}：讀不出來${where}：${error.detail}`, '請改用鏡像或另存的副本，並保留這個檔案。'];
      }
      case 'spoilt-table':
        return [
          `${path}：記錄旁邊的內容讀不出來：${spoiltTraditional(error.table)}`,
          '請改用鏡像或另存的副本，並保留這個檔案。',
        ];
      case 'no-room':
        return [`放臨時副本的空間不夠：${error.detail}`, '請在那裡騰出一些空間再試。'];
      default:
        return unreachable(error);
    }
  },
  afterFindings: '請開啟鏡像或另存的副本；要看全部問題：npm run verify -- 檔案',
  notice: {
    'recovered-wal': '上次開啟這個活動的主機突然中斷；已經確認過的內容全在。',
    'missing-wal': '這個檔案上次沒有正常關閉，旁邊的 -wal 檔案不見了：如果是複製來的，最後幾條記錄可能缺失。',
  },
  diskRefused: (path, code) => [`${path}：磁碟拒絕寫入（${code}）。`, '請騰出空間，或把活動放到別的磁碟。'],
  systemRefused: '系統不讓開啟所指的檔案、資料夾或地址：',
};

function spoiltEnglish(table: SpoiltTable): string {
  switch (table.kind) {
    case 'settings-row':
      return 'a row of the settings';
    case 'setting':
      return `the setting ${table.name}`;
    case 'seat-card':
      return `seat card ${table.number} of ${table.count}`;
    case 'database':
      return table.message;
    default:
      return unreachable(table);
  }
}

const english: OpeningWords = {
  problem: (path, error) => {
    switch (error.code) {
      case 'not-found':
        return [`${path}: there is no such file.`, 'Check where it is.'];
      case 'is-folder':
        return [
          `${path}: this is a folder, not an event file.`,
          'Name the file in it; a name that is not there yet makes a new event, as in --event FOLDER/my-event.leitai.',
        ];
      case 'no-folder':
        return [`${error.folder}: there is no such folder for a new event.`, 'Make it, or name another one.'];
      case 'exists':
        return [`${path}: a file of this name exists already.`, 'Choose another name for a new event.'];
      case 'locked': {
        const holder = error.pid === null ? 'another program' : `process ${error.pid}`;
        const place = !error.address ? '' : ` (${error.address})`;
        return [
          `${path}: the event is open already in ${holder}${place}.`,
          'Go on there, or stop that host first. Nothing was changed.',
        ];
      }
      case 'damaged':
        return [`${path}: the log is damaged. The file was left as it was.`];
      case 'fork': {
        const at = `entry ${error.at.n} of version ${error.at.version}`;
        return [
          `${path}: this file and the log that this machine wrote are two forks of one event: they part at ${at} or before. The file is not damaged, and was left as it was.`,
          `Noted on this machine: ${error.noted}`,
          `In the file: ${error.found ?? 'no such entry'}`,
          'That is so when one file was gone on with on two machines, or each made its own corrected version; or when a log was rewritten as a whole.',
          'Open the file that this machine wrote. Keep both; which of them stands is for the chair to decide. To go on with this one, open it on the machine that wrote it.',
          'To see where they part: npm run verify -- FILE OTHER-FILE',
        ];
      }
      case 'missing-wal':
        return [
          `${path}: the file ends at entry ${error.lastEntry}, but this machine wrote up to entry ${error.knownHead.n}.`,
          'It was copied without the -wal file beside it. Bring that file back, or open a whole copy. Nothing was changed.',
        ];
      case 'cannot-replay':
        return [
          `${path}: entry ${error.entry} can't be replayed: ${error.reason}`,
          'The file was left as it was. Use the mirror or a saved copy.',
        ];
      case 'other-rules':
        return [
          `${path}: the event was begun under the rules ${error.rules}, and this program counts by ${error.known}.`,
          'Open it with the program that began it. Nothing was changed.',
        ];
      case 'network-share':
        return [
          `${error.folder} is on a network share (${error.share}), where a power cut can lose ballots.`,
          'Put the event on a disk of this machine.',
        ];
      case 'synced-folder':
        return [
          `${error.folder} is kept in step by ${error.service}, which can swap the file under the host.`,
          'Put the event in a folder that is not synced.',
        ];
      case 'foreign': {
        const what = {
          'not-a-file': 'it is not a plain file',
          'not-sqlite': 'it is not a SQLite file',
          'other-program': 'it is a SQLite file of another program',
        };
        return [`${path}: not an event file: ${what[error.what]}.`, 'Check that it is the right file.'];
      }
      case 'newer-format':
        return [
          `${path}: written by a newer program (format ${error.format}).`,
          'Open or verify it with that program.',
        ];
      case 'unreadable': {
        const where = error.entry === null ? '' : ` from entry ${error.entry} on`;
        return [
          `${path}: can't be read${where}: ${error.detail}`,
          'Use the mirror or a saved copy, and keep this file.',
        ];
      }
      case 'spoilt-table':
        return [
          `${path}: what lies beside the log can't be read: ${spoiltEnglish(error.table)}`,
          'Use the mirror or a saved copy, and keep this file.',
        ];
      case 'no-room':
        return [
          `There is no room for the temporary copy: ${error.detail}`,
          'Free some space there and try again.',
        ];
      default:
        return unreachable(error);
    }
  },
  afterFindings: 'Open the mirror or a saved copy, or see every finding with: npm run verify -- FILE',
  notice: {
    'recovered-wal':
      'The host that had this event open before was ended suddenly; everything that it had acknowledged is here.',
    'missing-wal':
      'This file was last in use and its -wal file is gone: if it was copied from elsewhere, its last entries may be missing.',
  },
  diskRefused: (path, code) => [
    `${path}: the disk refused (${code}).`,
    'Free some space, or put the event on another disk.',
  ],
  systemRefused: 'The system refuses the file, folder or address that was named:',
};

const words: InEachLanguage<OpeningWords> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
};

/** What is wrong with an event file, where, and what to do, one line each for a terminal. */
export function openingLines(path: string, error: SessionError, language: Language): readonly string[] {
  const { problem, afterFindings } = words[language];
  if (error.code !== 'damaged') return problem(path, error);
  const findings = error.findings.slice(0, shownFindings);
  return [
    ...problem(path, error),
    ...findings.map((finding) => `  ${findingLine(finding, language)}`),
    afterFindings,
  ];
}

/** What the operator should know of an event that opened all the same. */
export function noticeLine({ code }: OpenNotice, language: Language): string {
  return words[language].notice[code];
}

/** Why the disk took no more. `code` is the system's. */
export function diskLines(path: string, code: string, language: Language): readonly string[] {
  return words[language].diskRefused(path, code);
}

/** The system refused a file or a folder that was named on the command line. */
export function systemLines(message: string, language: Language): readonly string[] {
  return [words[language].systemRefused, message];
}
