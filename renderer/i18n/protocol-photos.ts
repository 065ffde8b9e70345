import { defineWords } from './words.ts';

/** Photos of the signed protocol. */
export const photoWords = defineWords(
  {
    title: '签字表照片',
    choose: '附上签字表照片…',
    note: 'JPEG、PNG 或 PDF，可以选几份。图片先缩小再存，指纹记入记录，印在计票单和成绩单上。',
    afterCount: '计票后才能附上',
    sending: '正在附上 {{name}}…',
    size: '{{kib}} KiB',
    ofCount: '第 {{number}} 次计票',
    hash: '指纹 {{first}}…{{last}}',
    refused: '{{name}} 没有附上：{{why}}',
  },
  {
    title: '簽字表照片',
    choose: '附上簽字表照片…',
    note: 'JPEG、PNG 或 PDF，可以選幾份。圖片先縮小再存，指紋記入記錄，印在計票單和成績單上。',
    afterCount: '計票後才能附上',
    sending: '正在附上 {{name}}…',
    size: '{{kib}} KiB',
    ofCount: '第 {{number}} 次計票',
    hash: '指紋 {{first}}…{{last}}',
    refused: '{{name}} 沒有附上：{{why}}',
  },
  {
    title: 'Photos of the signed protocol',
    choose: 'Attach the photo of the signed protocol…',
    note: 'JPEG, PNG or PDF; several may be chosen. Pictures are made smaller, then stored; their hash goes into the log and onto the count and result sheets.',
    afterCount: 'Only after the count',
    sending: 'Attaching {{name}}…',
    size: '{{kib}} KiB',
    ofCount: 'Count {{number}}',
    hash: 'hash {{first}}…{{last}}',
    refused: '{{name}} was not attached: {{why}}',
  },
);
