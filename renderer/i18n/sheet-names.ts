import type { SheetKind, SheetRefusal } from '../../shared/views/sheet-kinds.ts';
import type { SameKeys } from './words.ts';

type SheetNames = {
  readonly kind: { readonly [kind in SheetKind]: string };
  readonly refusal: { readonly [refusal in SheetRefusal]: string };
};

const hans = {
  kind: {
    'rule-card': '规则卡',
    'paper-ballot': '纸质评分表',
    opening: '开场核验单',
    count: '计票单',
    result: '成绩单',
    ranking: '排名表',
    unit: '单位成绩单',
    seat: '个人评分单',
    tree: '分数由来',
    'after-count': '计票后分析',
    announcer: '唱分稿',
  },
  refusal: {
    'result-not-counted': '计票后才有',
    'opening-too-late': '已开过轮次，不能再证明零票',
    'unknown-unit': '先选单位',
    'unknown-seat': '先选席位',
    'ballot-secret': '无记名投票没有个人评分单',
    'no-ballots': '这套规则不投票',
    'too-many-ballots': '张数太多，请选一个单位或一个席位',
  },
} as const satisfies SheetNames;

const hant: SameKeys<typeof hans> = {
  kind: {
    'rule-card': '規則卡',
    'paper-ballot': '紙本評分表',
    opening: '開場核驗單',
    count: '計票單',
    result: '成績單',
    ranking: '排名表',
    unit: '單位成績單',
    seat: '個人評分單',
    tree: '分數由來',
    'after-count': '計票後分析',
    announcer: '唱分稿',
  },
  refusal: {
    'result-not-counted': '計票後才有',
    'opening-too-late': '已開過輪次，不能再證明零票',
    'unknown-unit': '先選單位',
    'unknown-seat': '先選席位',
    'ballot-secret': '無記名投票沒有個人評分單',
    'no-ballots': '這套規則不投票',
    'too-many-ballots': '張數太多，請選一個單位或一個席位',
  },
};

const en: SameKeys<typeof hans> = {
  kind: {
    'rule-card': 'Rule card',
    'paper-ballot': 'Paper ballots',
    opening: 'Opening sheet',
    count: 'Count sheet',
    result: 'Result sheet',
    ranking: 'Ranking',
    unit: 'Unit sheet',
    seat: 'Panelist’s own sheet',
    tree: 'How a score came about',
    'after-count': 'After the count',
    announcer: 'Announcer’s script',
  },
  refusal: {
    'result-not-counted': 'there after the count',
    'opening-too-late': 'a round has been opened: zero ballots can’t be proved any more',
    'unknown-unit': 'choose a unit first',
    'unknown-seat': 'choose a seat first',
    'ballot-secret': 'a secret ballot has no sheet of its panelists',
    'no-ballots': 'nobody votes under these rules',
    'too-many-ballots': 'too many ballots: choose a unit or a seat',
  },
};

/** What the documents are called, and why one can't be had; the console and the print page say the same. */
export const sheetNames = { 'zh-Hans': hans, 'zh-Hant': hant, en } as const;
