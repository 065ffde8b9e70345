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
  readonly menuFile: string;
  readonly menuSaveSheet: string;
  readonly menuSaveAllSheets: string;
  readonly menuEdit: string;
  readonly menuDisplays: string;
  readonly menuShowConsole: string;
  readonly menuSwapDisplays: string;
  readonly menuQuit: string;
  readonly pdfNoSheet: string;
  readonly pdfNoSheetDetail: string;
  readonly pdfNotSaved: string;
  readonly pdfNoRoom: string;
  readonly pdfNotAllowed: string;
  readonly pdfInUse: string;
  readonly pdfPlaceGone: string;
  readonly pdfPrintInstead: string;
  /** The folder that a whole set is saved into. */
  readonly pdfSetFolder: string;
  /** Stands in a window's title: the `number`th of `count` is being saved. */
  readonly pdfSetSaving: (number: number, count: number) => string;
  readonly pdfSetSaved: (count: number) => string;
  readonly pdfSetSavedDetail: (folder: string) => string;
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
  menuFile: '文件',
  menuSaveSheet: '存为 PDF…',
  menuSaveAllSheets: '全套存为 PDF…',
  menuEdit: '编辑',
  menuDisplays: '屏幕',
  menuShowConsole: '显示控制台',
  menuSwapDisplays: '控制台与大屏对调',
  menuQuit: '退出',
  pdfNoSheet: '这里现在没有可存的文件',
  pdfNoSheetDetail: '原因写在页面上。',
  pdfNotSaved: 'PDF 没有存下来',
  pdfNoRoom: '磁盘空间不够。请换一个位置。',
  pdfNotAllowed: '这个位置不允许写入。请换一个位置。',
  pdfInUse: '同名文件正被别的程序打开。请先关闭它，或换一个名字。',
  pdfPlaceGone: '这个位置不在了，U 盘可能已拔出。请换一个位置。',
  pdfPrintInstead: '请再试一次。仍然不行，就在页面上按“打印”，选“另存为 PDF”。',
  pdfSetFolder: '全套文件',
  pdfSetSaving: (number, count) => `正在存为 PDF：第 ${number} 份，共 ${count} 份`,
  pdfSetSaved: (count) => `${count} 份文件已存为 PDF`,
  pdfSetSavedDetail: (folder) => `在 ${folder}。空白纸质票和逐席单不在内，需要时单独存。`,
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
  menuFile: '檔案',
  menuSaveSheet: '存為 PDF…',
  menuSaveAllSheets: '全套存為 PDF…',
  menuEdit: '編輯',
  menuDisplays: '螢幕',
  menuShowConsole: '顯示控制台',
  menuSwapDisplays: '控制台與大屏對調',
  menuQuit: '退出',
  pdfNoSheet: '這裡現在沒有可存的文件',
  pdfNoSheetDetail: '原因寫在頁面上。',
  pdfNotSaved: 'PDF 沒有存下來',
  pdfNoRoom: '磁碟空間不夠。請換一個位置。',
  pdfNotAllowed: '這個位置不允許寫入。請換一個位置。',
  pdfInUse: '同名檔案正被別的程式打開。請先關閉它，或換一個名字。',
  pdfPlaceGone: '這個位置不在了，隨身碟可能已拔出。請換一個位置。',
  pdfPrintInstead: '請再試一次。仍然不行，就在頁面上按「列印」，選「另存為 PDF」。',
  pdfSetFolder: '全套文件',
  pdfSetSaving: (number, count) => `正在存為 PDF：第 ${number} 份，共 ${count} 份`,
  pdfSetSaved: (count) => `${count} 份文件已存為 PDF`,
  pdfSetSavedDetail: (folder) => `在 ${folder}。空白紙質票和逐席單不在內，需要時單獨存。`,
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
  menuFile: 'File',
  menuSaveSheet: 'Save as PDF…',
  menuSaveAllSheets: 'Save the whole set as PDF…',
  menuEdit: 'Edit',
  menuDisplays: 'Displays',
  menuShowConsole: 'Show the console',
  menuSwapDisplays: 'Swap console and wall',
  menuQuit: 'Quit',
  pdfNoSheet: 'There is no document here to save now',
  pdfNoSheetDetail: 'The page says why.',
  pdfNotSaved: 'The PDF was not saved',
  pdfNoRoom: 'There is no room on the disk. Choose another place.',
  pdfNotAllowed: 'Nothing may be written there. Choose another place.',
  pdfInUse: 'A file of that name is open in another program. Close it there, or choose another name.',
  pdfPlaceGone: 'That place is gone; a USB stick may have been pulled out. Choose another place.',
  pdfPrintInstead: 'Try again. If it still fails, press “Print” on the page and choose “Save as PDF”.',
  pdfSetFolder: 'Documents',
  pdfSetSaving: (number, count) => `Saving as PDF: ${number} of ${count}`,
  pdfSetSaved: (count) => (count === 1 ? '1 document saved as PDF' : `${count} documents saved as PDF`),
  pdfSetSavedDetail: (folder) =>
    `In ${folder}. Blank paper ballots and the sheets of single seats are left out; save those one by one.`,
};

export const shellWords: InEachLanguage<ShellWords> = {
  'zh-Hans': simplified,
  'zh-Hant': traditional,
  en: english,
};
