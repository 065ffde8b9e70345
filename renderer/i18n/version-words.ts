import { defineWords } from './words.ts';

/** A superseding version of a closed event, on the console. */
export const versionWords = defineWords(
  {
    number: '第 {{number}} 版',
    supersedes: '第 {{number}} 版，取代第 {{former}} 版（末条 #{{n}}，指纹 {{hash}}）',
    title: '更正版本',
    open: '更正版本…',
    note: '本场已结束并签封，不能再改。要更正，就另立一版：新文件带着原记录的全部内容，从结束时的状态继续；原文件一字不动。',
    orderedBy: '谁下令更正（职务）',
    reason: '更正理由',
    needed: '先写谁下令和理由',
    make: '另立第 {{number}} 版',
    question: '另立第 {{number}} 版，存为 {{file}}？主机随即改用新文件，各设备照旧。',
    isThere: '第 {{number}} 版已经有了：{{file}}，与本文件在同一个文件夹。',
    noted:
      '本机已办过第 {{number}} 版，本文件已被取代，不能再另立一版。请找回 {{file}}，放进本文件所在的文件夹再打开。',
    goOn: '打开第 {{number}} 版',
    goOnQuestion: '改用 {{file}}？各设备照旧。',
    after:
      '新版里：要更正的那一轮先「重开」或「作废」（要第二台设备同意；无监督员的再按一次），再计票、会签、放行，最后再结束一次。',
  },
  {
    number: '第 {{number}} 版',
    supersedes: '第 {{number}} 版，取代第 {{former}} 版（末條 #{{n}}，指紋 {{hash}}）',
    title: '更正版本',
    open: '更正版本…',
    note: '本場已結束並簽封，不能再改。要更正，就另立一版：新檔案帶著原記錄的全部內容，從結束時的狀態繼續；原檔案一字不動。',
    orderedBy: '誰下令更正（職務）',
    reason: '更正理由',
    needed: '先寫誰下令和理由',
    make: '另立第 {{number}} 版',
    question: '另立第 {{number}} 版，存為 {{file}}？主機隨即改用新檔案，各設備照舊。',
    isThere: '第 {{number}} 版已經有了：{{file}}，與本檔案在同一個資料夾。',
    noted:
      '本機已辦過第 {{number}} 版，本檔案已被取代，不能再另立一版。請找回 {{file}}，放進本檔案所在的資料夾再開啟。',
    goOn: '打開第 {{number}} 版',
    goOnQuestion: '改用 {{file}}？各設備照舊。',
    after:
      '新版裡：要更正的那一輪先「重開」或「作廢」（要第二台設備同意；無監督員的再按一次），再計票、會簽、放行，最後再結束一次。',
  },
  {
    number: 'Version {{number}}',
    supersedes: 'Version {{number}}, supersedes version {{former}} (last entry #{{n}}, hash {{hash}})',
    title: 'Corrected version',
    open: 'Corrected version…',
    note: 'This event is closed and sealed: it can’t be changed. A correction is a new version: its file carries the whole record and goes on from where this one ended; this file stays as it is.',
    orderedBy: 'Ordered by (office)',
    reason: 'Reason for the correction',
    needed: 'First who orders it, and why',
    make: 'Make version {{number}}',
    question: 'Make version {{number}} as {{file}}? The host goes on with the new file; all devices stay.',
    isThere: 'Version {{number}} is there already: {{file}}, in the folder of this file.',
    noted:
      'This machine has run version {{number}} already: this file is superseded, and no other version can be made. Put {{file}} back into the folder of this file, then open it.',
    goOn: 'Open version {{number}}',
    goOnQuestion: 'Go on with {{file}}? All devices stay.',
    after:
      'In the new version: re-open or void the round in question (a second device has to agree; without a monitor, a second press), count, co-sign, release, and close once more.',
  },
);
