import type { Language } from '../../shared/kernel/language.ts';

type FailureWords = { readonly [code: string]: string };

const simplified = {
  'not-found': '找不到这个活动文件，请核对它在哪里。',
  'no-folder': '要存活动的文件夹不存在，请先建好，或换一个。',
  exists: '已有同名文件，请给新活动换个名字。',
  locked: '这个活动已在另一个主机程序里打开，请在那里继续，或先停掉它。',
  damaged: '活动记录有损坏，文件没有改动。请改用镜像或另存的副本。',
  'missing-wal': '文件缺少最后的记录：复制时漏了旁边的 -wal 文件。请把它找回来。',
  'cannot-replay': '有一条记录无法重演，文件没有改动。请改用镜像或另存的副本。',
  'network-share': '活动文件在网络共享上，断电会丢票。请移到本机磁盘。',
  'synced-folder': '活动文件在同步盘里，可能被中途换掉。请移到不同步的文件夹。',
  foreign: '这不是擂台的活动文件。',
  'newer-format': '这个活动由更新的程序写成，请用那一版打开。',
  unreadable: '活动文件读不出来，没有改动。请改用镜像或另存的副本。',
  'no-room': '临时空间不够，请腾出一些再试。',
  'port-taken': '端口被别的程序占用，而席卡和设备只认这个端口。请停掉那个程序再启动。',
  disk: '磁盘写不进去，请腾出空间，或把活动放到别的磁盘。',
  definition: '活动的定义文件有错，请按下面的位置改正。',
  system: '系统不让打开所指的文件、文件夹或地址。',
  usage: '启动参数不对。',
} as const satisfies FailureWords;

type Failure = keyof typeof simplified;

const traditional: { readonly [code in Failure]: string } = {
  'not-found': '找不到這個活動檔案，請核對它在哪裡。',
  'no-folder': '要存活動的資料夾不存在，請先建好，或換一個。',
  exists: '已有同名檔案，請給新活動換個名字。',
  locked: '這個活動已在另一個主機程式裡打開，請在那裡繼續，或先停掉它。',
  damaged: '活動記錄有損壞，檔案沒有改動。請改用鏡像或另存的副本。',
  'missing-wal': '檔案缺少最後的記錄：複製時漏了旁邊的 -wal 檔案。請把它找回來。',
  'cannot-replay': '有一條記錄無法重演，檔案沒有改動。請改用鏡像或另存的副本。',
  'network-share': '活動檔案在網路共享上，斷電會丟票。請移到本機磁碟。',
  'synced-folder': '活動檔案在同步碟裡，可能被中途換掉。請移到不同步的資料夾。',
  foreign: '這不是擂臺的活動檔案。',
  'newer-format': '這個活動由更新的程式寫成，請用那一版打開。',
  unreadable: '活動檔案讀不出來，沒有改動。請改用鏡像或另存的副本。',
  'no-room': '暫存空間不夠，請騰出一些再試。',
  'port-taken': '埠被別的程式佔用，而席卡和設備只認這個埠。請停掉那個程式再啟動。',
  disk: '磁碟寫不進去，請騰出空間，或把活動放到別的磁碟。',
  definition: '活動的定義檔有錯，請按下面的位置改正。',
  system: '系統不讓打開所指的檔案、資料夾或位址。',
  usage: '啟動參數不對。',
};

const english: { readonly [code in Failure]: string } = {
  'not-found': 'The event file is not there: check where it is.',
  'no-folder': 'The folder for the new event does not exist: make it, or choose another.',
  exists: 'A file of this name exists: give the new event another name.',
  locked: 'The event is open in another host: go on there, or stop that one first.',
  damaged: 'The event’s log is damaged. The file was not changed: use the mirror or a saved copy.',
  'missing-wal': 'The last entries are missing: the -wal file beside it was not copied. Bring it back.',
  'cannot-replay': 'An entry cannot be replayed. The file was not changed: use the mirror or a saved copy.',
  'network-share':
    'The event is on a network share, where a power cut loses ballots: move it to a local disk.',
  'synced-folder': 'The event is in a synced folder and could be swapped: move it to one that is not synced.',
  foreign: 'This is not an event file of Leitai.',
  'newer-format': 'The event was written by a newer program: open it with that one.',
  unreadable: 'The event file cannot be read. It was not changed: use the mirror or a saved copy.',
  'no-room': 'There is too little temporary space: free some and try again.',
  'port-taken': 'Another program has the port that cards and devices know: stop it and start again.',
  disk: 'The disk takes no more: free some space, or put the event on another disk.',
  definition: 'The definition of the event is wrong: mend it where it says below.',
  system: 'The system refuses the file, folder or address that was named.',
  usage: 'The start options are wrong.',
};

const words: { readonly [language in Language]: FailureWords } = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
};

/** What a person reads when an event can't be opened: what to do in their language, then the host's own lines. */
export function failureText(language: Language, code: string, details: string): string {
  const sentence = words[language][code];
  return sentence === undefined ? details : `${sentence}\n\n${details}`;
}
