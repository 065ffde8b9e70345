import type { InEachLanguage } from '../../operator-language.ts';

/** What the host says in the terminal beside its links. */
export type RunningWords = {
  readonly closed: (fileName: string) => string;
  readonly endedAtOnce: string;
  /** A closed event's corrected version is the event from now on. */
  readonly goesOnWith: (fileName: string) => string;
};

export const runningWords: InEachLanguage<RunningWords> = {
  'zh-Hans': {
    closed: (fileName) => `${fileName} 已关闭。`,
    goesOnWith: (fileName) => `改用更正版本 ${fileName}；原文件没有动。以后请打开这一个。`,
    endedAtOnce: '没等关完就结束了：已经确认过的内容都在盘上，重新打开即可。',
  },
  'zh-Hant': {
    closed: (fileName) => `${fileName} 已關閉。`,
    goesOnWith: (fileName) => `改用更正版本 ${fileName}；原檔案沒有動。以後請開啟這一個。`,
    endedAtOnce: '沒等關完就結束了：已經確認過的內容都在碟上，重新開啟即可。',
  },
  en: {
    closed: (fileName) => `${fileName} is closed.`,
    goesOnWith: (fileName) =>
      `Going on with the corrected version ${fileName}; the closed file is untouched. Open this one from now on.`,
    endedAtOnce:
      'Ended before it had closed: everything acknowledged is on disk; open the event again as usual.',
  },
};
