import type { ContestProblemCode, DefinitionProblem } from '../../../shared/domain/definition-problem.ts';
import type { ShapeFault } from '../../../shared/domain/shape-fault.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { schemeProblemWords } from '../../../shared/views/scheme-problem-words.ts';
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
  readonly contest: { readonly [code in ContestProblemCode]: string };
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
    contest: {
      'paper-too-long': '{{detail}} 个单位同填一张票太长了，设备签不下；请分几场，或改用逐个单位的票。',
      'unknown-attempt': '活动定义里没有“{{detail}}”这一次，或者这一步不属于哪个单位。',
      'attempt-unfit': '步骤“{{detail}}”的票与它的“attempt”不符：逐次投的票要写明是哪一次，别的票不写。',
      'attempts-missing': '方案要逐次计“{{detail}}”，活动定义却没有列出是哪几次。',
      'attempts-unread': '方案里没有逐次计的“{{detail}}”，列出的各次无处可用。',
      'attempts-of-indicators': '“{{detail}}”是指标榜单，由活动的指标给出，不能列各次。',
      'round-without-ballot': '步骤“{{detail}}”要收票，方案里却没有逐个单位的票。',
      'forms-apart': '“{{detail}}”这几种票不能同场收：逐个单位的、全部单位的、无记名的要分开。',
      'no-ranked-indicator': '方案要用指标位次，却没有一项指标是各单位都有数值的。',
      'not-unique': '“{{detail}}”用了两次。',
      'unknown-unit': '没有单位“{{detail}}”。',
      'unknown-division': '没有参赛组别“{{detail}}”。',
      'unit-without-division': '活动分了组别，单位“{{detail}}”却不在任何一组。',
      'division-without-unit': '参赛组别“{{detail}}”没有单位。',
      'unasked-measure': '方案里没有要“{{detail}}”这个数，带来的数无处可用。',
      'carried-missing': '单位“{{detail}}”没有带来这个数；确实没有的，写 null。',
      'stage-file-changed': '晋级文件导出后被改过，指纹对不上；请重新从前一阶段导出。',
      'group-without-seat': '组别“{{detail}}”没有席位。',
      'group-without-weight': '方案里没有组别“{{detail}}”，它的票全都不计。',
      'round-without-unit': '步骤“{{detail}}”要收票，却没有单位，方案里也没有全部单位同填的票。',
      'round-in-background': '步骤“{{detail}}”要收票，不能在后台进行。',
      'unit-never-scored': '没有步骤收“{{detail}}”的票。',
      'round-never-opened': '“{{detail}}”的票只锁不开。',
      'round-never-locked': '“{{detail}}”的票只开不锁。',
      'second-round': '“{{detail}}”在议程里有第二轮。',
      'locked-before-opened': '“{{detail}}”的票还没开就锁了。',
      'count-missing': '没有步骤计票。',
      'release-missing': '没有步骤公布结果。',
      'result-twice': '计票或公布结果不能有第二次。',
      'counted-before-locked': '最后一轮还没锁就计票了。',
      'released-before-counted': '还没计票就公布结果了。',
      'release-in-background': '公布结果的步骤要上大屏，不能在后台进行。',
      'last-in-background': '最后一步要上大屏，不能在后台进行。',
    },
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
    contest: {
      'paper-too-long': '{{detail}} 個單位同填一張票太長了，設備簽不下；請分幾場，或改用逐個單位的票。',
      'unknown-attempt': '活動定義裡沒有「{{detail}}」這一次，或者這一步不屬於哪個單位。',
      'attempt-unfit': '步驟「{{detail}}」的票與它的「attempt」不符：逐次投的票要寫明是哪一次，別的票不寫。',
      'attempts-missing': '方案要逐次計「{{detail}}」，活動定義卻沒有列出是哪幾次。',
      'attempts-unread': '方案裡沒有逐次計的「{{detail}}」，列出的各次無處可用。',
      'attempts-of-indicators': '「{{detail}}」是指標榜單，由活動的指標給出，不能列各次。',
      'round-without-ballot': '步驟「{{detail}}」要收票，方案裡卻沒有逐個單位的票。',
      'forms-apart': '「{{detail}}」這幾種票不能同場收：逐個單位的、全部單位的、無記名的要分開。',
      'no-ranked-indicator': '方案要用指標位次，卻沒有一項指標是各單位都有數值的。',
      'not-unique': '「{{detail}}」用了兩次。',
      'unknown-unit': '沒有單位「{{detail}}」。',
      'unknown-division': '沒有參賽組別「{{detail}}」。',
      'unit-without-division': '活動分了組別，單位「{{detail}}」卻不在任何一組。',
      'division-without-unit': '參賽組別「{{detail}}」沒有單位。',
      'unasked-measure': '方案裡沒有要「{{detail}}」這個數，帶來的數無處可用。',
      'carried-missing': '單位「{{detail}}」沒有帶來這個數；確實沒有的，寫 null。',
      'stage-file-changed': '晉級檔案匯出後被改過，指紋對不上；請重新從前一階段匯出。',
      'group-without-seat': '組別「{{detail}}」沒有席位。',
      'group-without-weight': '方案裡沒有組別「{{detail}}」，它的票全都不計。',
      'round-without-unit': '步驟「{{detail}}」要收票，卻沒有單位，方案裡也沒有全部單位同填的票。',
      'round-in-background': '步驟「{{detail}}」要收票，不能在後台進行。',
      'unit-never-scored': '沒有步驟收「{{detail}}」的票。',
      'round-never-opened': '「{{detail}}」的票只鎖不開。',
      'round-never-locked': '「{{detail}}」的票只開不鎖。',
      'second-round': '「{{detail}}」在議程裡有第二輪。',
      'locked-before-opened': '「{{detail}}」的票還沒開就鎖了。',
      'count-missing': '沒有步驟計票。',
      'release-missing': '沒有步驟公布結果。',
      'result-twice': '計票或公布結果不能有第二次。',
      'counted-before-locked': '最後一輪還沒鎖就計票了。',
      'released-before-counted': '還沒計票就公布結果了。',
      'release-in-background': '公布結果的步驟要上大屏，不能在後台進行。',
      'last-in-background': '最後一步要上大屏，不能在後台進行。',
    },
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
    contest: {
      'paper-too-long':
        'One paper for {{detail}} units is longer than a device may sign: split the event, or vote unit by unit.',
      'unknown-attempt': 'The event has no attempt “{{detail}}”, or the step is about no unit.',
      'attempt-unfit':
        'The ballots of step “{{detail}}” don’t fit its “attempt”: those cast by attempt need one, others have none.',
      'attempts-missing': 'The scheme takes each attempt of “{{detail}}”, but the event names none.',
      'attempts-unread': 'The scheme takes no attempts of “{{detail}}”, so they would count nothing.',
      'attempts-of-indicators': '“{{detail}}” is the list of the event’s own boards and has no attempts.',
      'round-without-ballot':
        'Step “{{detail}}” collects ballots, but the scheme has none cast unit by unit.',
      'forms-apart':
        'Ballots “{{detail}}” can’t be cast together: those on one unit, on all units and secret ones go apart.',
      'no-ranked-indicator':
        'The scheme takes places on indicator boards, but on none does every unit have a value.',
      'not-unique': '“{{detail}}” is there twice.',
      'unknown-unit': 'There is no unit “{{detail}}”.',
      'unknown-division': 'There is no division “{{detail}}”.',
      'unit-without-division': 'The event has divisions, but unit “{{detail}}” is in none of them.',
      'division-without-unit': 'Division “{{detail}}” has no unit.',
      'unasked-measure':
        'The scheme takes no measure “{{detail}}”, so what is carried over would count nothing.',
      'carried-missing': 'Unit “{{detail}}” doesn’t bring this number; write null if it has none.',
      'stage-file-changed':
        'The file of entrants was changed after it was given out: its hash doesn’t fit. Export it again from the earlier stage.',
      'group-without-seat': 'Group “{{detail}}” has no seat.',
      'group-without-weight':
        'The scheme doesn’t name group “{{detail}}”, so its ballots would count nothing.',
      'round-without-unit':
        'Step “{{detail}}” has a round but no unit, and the scheme has no ballot on all units.',
      'round-in-background': 'Step “{{detail}}” has a round, so it can’t run in the background.',
      'unit-never-scored': 'No step opens a round for “{{detail}}”.',
      'round-never-opened': 'The round of “{{detail}}” is locked but never opened.',
      'round-never-locked': 'The round of “{{detail}}” is opened but never locked.',
      'second-round': '“{{detail}}” has a second round in the agenda.',
      'locked-before-opened': '“{{detail}}” is locked before it is opened.',
      'count-missing': 'No step counts the rounds.',
      'release-missing': 'No step releases the result.',
      'result-twice': 'The result is counted or released a second time.',
      'counted-before-locked': 'The result is counted before the last round is locked.',
      'released-before-counted': 'The result is released before it is counted.',
      'release-in-background': 'A step that releases the result must take the wall.',
      'last-in-background': 'The last step must take the wall.',
    },
    more: (count) => `  and ${count} more`,
    correctThese: 'Correct these places and start again; nothing was created.',
  },
};

function filled(template: string, members: { readonly [name: string]: string }): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => members[name] ?? whole);
}

function shapeText(fault: ShapeFault, language: Language): string {
  return filled(schemeProblemWords[language].shape[fault.kind], {
    ...('name' in fault ? { name: fault.name } : {}),
    ...('limit' in fault ? { limit: fault.limit } : {}),
  });
}

function problemText(problem: DefinitionProblem, language: Language): string {
  const { code: scheme, gap } = schemeProblemWords[language];
  switch (problem.code) {
    case 'bad-shape':
      return shapeText(problem.fault, language);
    case 'not-live':
      return gap[problem.what];
    default:
      return filled({ ...scheme, ...definitionWords[language].contest }[problem.code], {
        detail: problem.detail,
      });
  }
}

/** Where and what is wrong, in one line for a terminal. */
export function problemLine(problem: DefinitionProblem, language: Language): string {
  return definitionWords[language].problem(problem.path, problemText(problem, language));
}
