import type { InEachLanguage } from '../../operator-language.ts';

/** Why a file can't be used as an event's definition: what is wrong with it, then what to do. */
export type DefinitionWords = {
  readonly tooLarge: (file: string, bytes: number, most: number) => readonly [string, string];
  /** The reason is the system's own, as is that of `notJson`. */
  readonly notReadable: (file: string, reason: string) => readonly [string, string];
  readonly notUtf8: (file: string) => readonly [string, string];
  readonly notJson: (file: string, reason: string) => readonly [string, string];
  readonly notADefinition: (file: string) => string;
  readonly problem: (path: string, words: string) => string;
  readonly more: (count: number) => string;
  readonly correctThese: string;
};

export const definitionWords: InEachLanguage<DefinitionWords> = {
  'zh-Hans': {
    tooLarge: (file, bytes, most) => [
      `${file} 有 ${bytes} 字节，活动定义最多 ${most} 字节。`,
      '请给出活动定义（JSON），不是活动文件，也不是影片。',
    ],
    notReadable: (file, reason) => [
      `${file} 读不出来：${reason}`,
      '请核对 --definition 后的路径，以及本用户能否读取它。',
    ],
    notUtf8: (file) => [`${file} 不是 UTF-8 文字。`, '请用 UTF-8 编码重新保存。'],
    notJson: (file, reason) => [
      `${file} 不是有效的 JSON：${reason}`,
      '请在所说的位置改正；常见的是少了逗号或引号。',
    ],
    notADefinition: (file) => `${file} 不能用作活动定义：`,
    problem: (path, words) => `  在${path === '' ? '最外层' : ` ${path}`}：${words}`,
    more: (count) => `  另有 ${count} 处`,
    correctThese: '请改正这些地方再启动；什么都没有新建。',
  },
  'zh-Hant': {
    tooLarge: (file, bytes, most) => [
      `${file} 有 ${bytes} 位元組，活動定義最多 ${most} 位元組。`,
      '請給出活動定義（JSON），不是活動檔案，也不是影片。',
    ],
    notReadable: (file, reason) => [
      `${file} 讀不出來：${reason}`,
      '請核對 --definition 後的路徑，以及本使用者能否讀取它。',
    ],
    notUtf8: (file) => [`${file} 不是 UTF-8 文字。`, '請用 UTF-8 編碼重新儲存。'],
    notJson: (file, reason) => [
      `${file} 不是有效的 JSON：${reason}`,
      '請在所說的位置改正；常見的是少了逗號或引號。',
    ],
    notADefinition: (file) => `${file} 不能用作活動定義：`,
    problem: (path, words) => `  在${path === '' ? '最外層' : ` ${path}`}：${words}`,
    more: (count) => `  另有 ${count} 處`,
    correctThese: '請改正這些地方再啟動；什麼都沒有新建。',
  },
  en: {
    tooLarge: (file, bytes, most) => [
      `${file} has ${bytes} bytes; an event definition has at most ${most}.`,
      'Name the definition (JSON), not an event file or a film.',
    ],
    notReadable: (file, reason) => [
      `${file} can't be read: ${reason}`,
      'Check the path given after --definition, and that this user may read it.',
    ],
    notUtf8: (file) => [`${file} is not UTF-8 text.`, 'Save it again with the encoding UTF-8.'],
    notJson: (file, reason) => [
      `${file} is not valid JSON: ${reason}`,
      'Correct it at the place named; a comma or a quotation mark is often missing.',
    ],
    notADefinition: (file) => `${file} is not a usable event definition:`,
    problem: (path, words) => `  at ${path === '' ? 'the top' : path}: ${words}`,
    more: (count) => `  and ${count} more`,
    correctThese: 'Correct these places and start again; nothing was created.',
  },
};
