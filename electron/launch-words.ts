import type { Obstacle } from './electron-runtime.ts';
import type { InEachLanguage } from './operator-language.ts';

/** What the launcher says by itself; everything else is said by the program that it starts. */
export type LaunchWords = {
  readonly noWindow: (reason: string) => string;
  readonly reasons: { readonly [reason in NoWindow]: string };
  readonly downloading: string;
  readonly endedUnexpectedly: string;
};

/** Why the host runs alone. */
export type NoWindow = Obstacle | 'no-runtime' | 'runtime-fails';

export const launchWords: InEachLanguage<LaunchWords> = {
  'zh-Hans': {
    noWindow: (reason) => `不开窗口：${reason}。主机照常运行，请在浏览器里打开下面的链接。`,
    reasons: {
      'no-display': '这里没有显示器',
      root: 'Electron 不能以 root 运行',
      'no-runtime': '下载不到 Electron 的运行环境',
      'runtime-fails': 'Electron 在这个系统上运行不了',
    },
    downloading: '正在下载 Electron 的运行环境，最多一分钟……',
    endedUnexpectedly: '主机意外结束。请重新启动：已经确认过的内容都没有丢。',
  },
  'zh-Hant': {
    noWindow: (reason) => `不開視窗：${reason}。主機照常執行，請在瀏覽器裡開啟下面的連結。`,
    reasons: {
      'no-display': '這裡沒有顯示器',
      root: 'Electron 不能以 root 執行',
      'no-runtime': '下載不到 Electron 的執行環境',
      'runtime-fails': 'Electron 在這個系統上執行不了',
    },
    downloading: '正在下載 Electron 的執行環境，最多一分鐘……',
    endedUnexpectedly: '主機意外結束。請重新啟動：已經確認過的內容都沒有丟。',
  },
  en: {
    noWindow: (reason) => `No window: ${reason}. The host runs without one; open the links in a browser.`,
    reasons: {
      'no-display': 'no display here',
      root: "Electron doesn't run as root",
      'no-runtime': "Electron's runtime can't be downloaded",
      'runtime-fails': "Electron can't run on this system",
    },
    downloading: 'Downloading the Electron runtime, a minute at most …',
    endedUnexpectedly: 'The host ended unexpectedly. Start it again: nothing that was acknowledged is lost.',
  },
};
