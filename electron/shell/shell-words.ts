import type { InEachLanguage } from '../operator-language.ts';

/** What the shell itself says: its dialogs and its menu. Everything else is said by pages. */
export type ShellWords = {
  readonly quitLive: string;
  readonly quitLiveDetail: string;
  readonly stay: string;
  readonly quitAnyway: string;
  readonly openOtherLive: string;
  readonly openOtherLiveDetail: string;
  readonly openOther: string;
  readonly readOnly: string;
  readonly readOnlyDetail: string;
  readonly understood: string;
  readonly gaveUp: string;
  readonly gaveUpDetail: string;
  readonly failed: string;
  readonly menuApp: string;
  readonly menuEdit: string;
  readonly menuDisplays: string;
  readonly menuShowConsole: string;
  readonly menuSwapDisplays: string;
  readonly menuQuit: string;
};

const simplified: ShellWords = {
  quitLive: '活动正在进行，确定退出吗？',
  quitLiveDetail: '退出后大屏会停住，评议席断开。已经确认的选票都已存盘，重新打开会回到同一步。',
  stay: '继续活动',
  quitAnyway: '仍然退出',
  openOtherLive: '活动正在进行，确定打开另一个活动吗？',
  openOtherLiveDetail: '当前活动会先停下并存盘。',
  openOther: '打开另一个',
  readOnly: '主机程序一分钟内三次意外退出，已改为只读打开。',
  readOnlyDetail: '活动内容完整，可以查看和导出，但不能继续推进。请先导出，再重新启动。',
  understood: '知道了',
  gaveUp: '主机程序无法运行',
  gaveUpDetail: '只读打开也失败了。活动文件没有改动，请复制一份后联系技术人员。',
  failed: '无法打开活动',
  menuApp: '擂台',
  menuEdit: '编辑',
  menuDisplays: '屏幕',
  menuShowConsole: '显示控制台',
  menuSwapDisplays: '控制台与大屏对调',
  menuQuit: '退出',
};

const traditional: ShellWords = {
  quitLive: '活動正在進行，確定退出嗎？',
  quitLiveDetail: '退出後大屏會停住，評議席斷開。已經確認的選票都已存盤，重新打開會回到同一步。',
  stay: '繼續活動',
  quitAnyway: '仍然退出',
  openOtherLive: '活動正在進行，確定打開另一個活動嗎？',
  openOtherLiveDetail: '當前活動會先停下並存盤。',
  openOther: '打開另一個',
  readOnly: '主機程式一分鐘內三次意外退出，已改為唯讀打開。',
  readOnlyDetail: '活動內容完整，可以查看和匯出，但不能繼續推進。請先匯出，再重新啟動。',
  understood: '知道了',
  gaveUp: '主機程式無法運行',
  gaveUpDetail: '唯讀打開也失敗了。活動檔案沒有改動，請複製一份後聯繫技術人員。',
  failed: '無法打開活動',
  menuApp: '擂台',
  menuEdit: '編輯',
  menuDisplays: '螢幕',
  menuShowConsole: '顯示控制台',
  menuSwapDisplays: '控制台與大屏對調',
  menuQuit: '退出',
};

const english: ShellWords = {
  quitLive: 'The event is live. Quit all the same?',
  quitLiveDetail:
    'The wall stops and the panel is cut off. Every confirmed ballot is on disk; opening it again returns to the same step.',
  stay: 'Go on with the event',
  quitAnyway: 'Quit',
  openOtherLive: 'The event is live. Open another one?',
  openOtherLiveDetail: 'The present event is stopped and saved first.',
  openOther: 'Open the other one',
  readOnly: 'The host crashed three times within a minute and has been opened read-only.',
  readOnlyDetail:
    'The event is complete and can be viewed and exported, but not moved on. Export first, then restart.',
  understood: 'Understood',
  gaveUp: 'The host cannot run',
  gaveUpDetail: 'Opening read-only failed too. The event file was not changed: copy it and ask for help.',
  failed: 'The event cannot be opened',
  menuApp: 'Leitai',
  menuEdit: 'Edit',
  menuDisplays: 'Displays',
  menuShowConsole: 'Show the console',
  menuSwapDisplays: 'Swap console and wall',
  menuQuit: 'Quit',
};

export const shellWords: InEachLanguage<ShellWords> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
};
