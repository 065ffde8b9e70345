import type { InEachLanguage } from '../../operator-language.ts';

/** What the host says in the terminal beside its links. */
export type RunningWords = {
  readonly closed: (fileName: string) => string;
  readonly endedAtOnce: string;
};

export const runningWords: InEachLanguage<RunningWords> = {
  'zh-Hans': {
    closed: (fileName) => `${fileName} 已关闭。`,
    endedAtOnce: '没等关完就结束了：已经确认过的内容都在盘上，重新打开即可。',
  },
  'zh-Hant': {
    closed: (fileName) => `${fileName} 已關閉。`,
    endedAtOnce: '沒等關完就結束了：已經確認過的內容都在碟上，重新開啟即可。',
  },
  en: {
    closed: (fileName) => `${fileName} is closed.`,
    endedAtOnce:
      'Ended before it had closed: everything acknowledged is on disk; open the event again as usual.',
  },
};
