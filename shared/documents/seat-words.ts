import type { Language } from '../kernel/language.ts';

/** One panelist's own sheet, and the paper ballot. Numbers come as finished text. */
export type SeatWords = {
  readonly sheet: (seat: string) => string;
  readonly seat: string;
  readonly seatOf: (number: string) => string;
  readonly group: string;
  readonly unit: string;
  readonly round: string;
  readonly vote: string;
  readonly total: string;
  readonly checkCode: string;
  readonly remark: string;
  readonly note: string;
  /** Beside it, where sums are shown. */
  readonly sumNote: string;
  readonly noBallot: string;
  readonly notCounted: string;
  readonly states: { readonly [state in 'absent' | 'excluded' | 'void' | 'recused' | 'abstained']: string };
  /** The unit isn't in the contest any more, so the vote doesn't count. */
  readonly exits: { readonly [why in 'withdrew' | 'disqualified']: string };
  /** The ballot was typed in from paper, so there is no check code. */
  readonly onPaper: string;
  readonly signer: (number: string) => string;
  readonly paper: string;
  readonly paperOf: (seat: string) => string;
  readonly ballotOf: (unit: string, round: string) => string;
  readonly code: string;
  readonly range: (minimum: string, maximum: string, step: string) => string;
  readonly tick: string;
  readonly howNumbers: string;
  readonly howChoice: string;
  readonly correction: string;
  readonly reason: string;
  readonly allUnits: string;
  readonly recusal: string;
  /** Over a column of boxes. */
  readonly headOf: (name: string, minimum: string, maximum: string) => string;
  readonly howRanking: (units: string) => string;
  readonly howNames: (atLeast: string, atMost: string) => string;
  readonly howWinner: string;
  readonly howChoiceEach: string;
  readonly voidRanking: string;
  readonly voidNames: string;
  /** Between sentences. */
  readonly sentence: string;
  readonly reasonLine: string;
  readonly secretPaper: string;
  /** Units on which the seat is given no paper. */
  readonly noPaper: (units: string) => string;
};

const hans: SeatWords = {
  sheet: (seat) => `第 ${seat} 席 个人评分单`,
  seat: '席位',
  seatOf: (number) => `第 ${number} 席`,
  group: '组',
  unit: '单位',
  round: '轮',
  vote: '所投',
  total: '合计',
  checkCode: '校验码',
  remark: '说明',
  note: '每行为本席最后存入的一张票；说明栏写明回避、缺席、不计、废票、弃权、退出或取消资格的，不参加计票。校验码与交票时本席设备上显示的一致。',
  sumNote: '合计为表列各项乘以其系数之和。',
  noBallot: '没有交票',
  notCounted: '没有开票',
  states: { absent: '缺席', excluded: '不计', void: '废票', recused: '回避', abstained: '弃权' },
  exits: { withdrew: '单位退出，票不计', disqualified: '单位取消资格，票不计' },
  onPaper: '纸质票录入',
  signer: (number) => `第 ${number} 席 评委`,
  paper: '纸质评分表',
  paperOf: (seat) => `第 ${seat} 席 纸质评分表`,
  ballotOf: (unit, round) => `${unit} · 第 ${round} 轮`,
  code: '编码',
  range: (minimum, maximum, step) => `${minimum} 至 ${maximum}，每档 ${step}`,
  tick: '打\u00a0✓',
  howNumbers: '每项填一个分数，每格只填一个数；涂改处由本席签字。',
  howChoice: '只在一格中打 ✓；多选、不选为废票。',
  correction: '只在操作员宣布改用纸质票后有效；收回后由操作员录入，纸质票存档。',
  reason: '理由',
  allUnits: '全部单位',
  recusal: '回避',
  headOf: (name, minimum, maximum) => `${name}（${minimum} 至 ${maximum}）`,
  howRanking: (units) => `每个单位填一个名次，1 至 ${units}，每个名次只用一次。`,
  howNames: (atLeast, atMost) =>
    atLeast === '0'
      ? `在所选单位一行打 ✓，最多选 ${atMost} 个，可以不选。`
      : `在所选单位一行打 ✓，选 ${atLeast} 至 ${atMost} 个。`,
  howWinner: '只在一个单位一行打 ✓。',
  howChoiceEach: '每行只在一格中打 ✓。',
  voidRanking: '漏排或名次重复的为废票。',
  voidNames: '超出的为废票。',
  sentence: '',
  reasonLine: '规则要求写明理由的分数，理由：________________________________________',
  secretPaper:
    '无记名：不写姓名和席位。按规则须回避某单位的，在该行“回避”格打 ✓，不评该单位。无记名纸票不录入系统，由监票、计票人员当场计票。',
  noPaper: (units) => `本席回避、不发票的单位：${units}。`,
};

const hant: SeatWords = {
  sheet: (seat) => `第 ${seat} 席 個人評分單`,
  seat: '席位',
  seatOf: (number) => `第 ${number} 席`,
  group: '組',
  unit: '單位',
  round: '輪',
  vote: '所投',
  total: '合計',
  checkCode: '校驗碼',
  remark: '說明',
  note: '每行為本席最後存入的一張票；說明欄寫明迴避、缺席、不計、廢票、棄權、退出或取消資格的，不參加計票。校驗碼與交票時本席設備上顯示的一致。',
  sumNote: '合計為表列各項乘以其係數之和。',
  noBallot: '沒有交票',
  notCounted: '沒有開票',
  states: { absent: '缺席', excluded: '不計', void: '廢票', recused: '迴避', abstained: '棄權' },
  exits: { withdrew: '單位退出，票不計', disqualified: '單位取消資格，票不計' },
  onPaper: '紙本票錄入',
  signer: (number) => `第 ${number} 席 評委`,
  paper: '紙本評分表',
  paperOf: (seat) => `第 ${seat} 席 紙本評分表`,
  ballotOf: (unit, round) => `${unit} · 第 ${round} 輪`,
  code: '編碼',
  range: (minimum, maximum, step) => `${minimum} 至 ${maximum}，每檔 ${step}`,
  tick: '打\u00a0✓',
  howNumbers: '每項填一個分數，每格只填一個數；塗改處由本席簽字。',
  howChoice: '只在一格中打 ✓；多選、不選為廢票。',
  correction: '只在操作員宣布改用紙本票後有效；收回後由操作員錄入，紙本票存檔。',
  reason: '理由',
  allUnits: '全部單位',
  recusal: '迴避',
  headOf: (name, minimum, maximum) => `${name}（${minimum} 至 ${maximum}）`,
  howRanking: (units) => `每個單位填一個名次，1 至 ${units}，每個名次只用一次。`,
  howNames: (atLeast, atMost) =>
    atLeast === '0'
      ? `在所選單位一行打 ✓，最多選 ${atMost} 個，可以不選。`
      : `在所選單位一行打 ✓，選 ${atLeast} 至 ${atMost} 個。`,
  howWinner: '只在一個單位一行打 ✓。',
  howChoiceEach: '每行只在一格中打 ✓。',
  voidRanking: '漏排或名次重複的為廢票。',
  voidNames: '超出的為廢票。',
  sentence: '',
  reasonLine: '規則要求寫明理由的分數，理由：________________________________________',
  secretPaper:
    '無記名：不寫姓名和席位。按規則須迴避某單位的，在該行「迴避」格打 ✓，不評該單位。無記名紙票不錄入系統，由監票、計票人員當場計票。',
  noPaper: (units) => `本席迴避、不發票的單位：${units}。`,
};

const en: SeatWords = {
  sheet: (seat) => `Seat ${seat}: own ballots`,
  seat: 'Seat',
  seatOf: (number) => `Seat ${number}`,
  group: 'Group',
  unit: 'Unit',
  round: 'Round',
  vote: 'Vote',
  total: 'Sum',
  checkCode: 'Check code',
  remark: 'Remark',
  note: 'Each row is the seat’s last stored ballot; it doesn’t count where the remark says recused, absent, left out, void or abstained, or that the unit withdrew or was disqualified. The check code is the one that the seat’s device showed.',
  sumNote: 'Sums are those of the marks shown times their factors.',
  noBallot: 'no ballot',
  notCounted: 'no round',
  states: {
    absent: 'absent',
    excluded: 'left out',
    void: 'void',
    recused: 'recused',
    abstained: 'abstained',
  },
  exits: {
    withdrew: 'the unit withdrew, its votes don’t count',
    disqualified: 'the unit was disqualified, its votes don’t count',
  },
  onPaper: 'entered from paper',
  signer: (number) => `Judge, seat ${number}`,
  paper: 'Paper ballot',
  paperOf: (seat) => `Seat ${seat}: paper ballots`,
  ballotOf: (unit, round) => `${unit} · round ${round}`,
  code: 'Code',
  range: (minimum, maximum, step) => `${minimum} to ${maximum}, in steps of ${step}`,
  tick: 'Tick\u00a0✓',
  howNumbers: 'One mark for each criterion, in its box; the seat signs beside any correction.',
  howChoice: 'Tick one box only; more than one or none makes the ballot void.',
  correction:
    'Valid only once the operator has announced paper; the operator enters it, and the paper is kept.',
  reason: 'Reason',
  allUnits: 'All units',
  recusal: 'Recuse',
  headOf: (name, minimum, maximum) => `${name} (${minimum} to ${maximum})`,
  howRanking: (units) => `One place for each unit, 1 to ${units}, each place once.`,
  howNames: (atLeast, atMost) =>
    atLeast === '0'
      ? `Tick ✓ the units you name, at most ${atMost}; naming none is allowed.`
      : `Tick ✓ the units you name, ${atLeast} to ${atMost} of them.`,
  howWinner: 'Tick ✓ one unit only.',
  howChoiceEach: 'Tick one box only on each line.',
  voidRanking: 'A ballot that leaves a unit out or gives a place twice is void.',
  voidNames: 'A ballot outside that is void.',
  sentence: ' ',
  reasonLine: 'Where the rules ask for a reason: ________________________________________',
  secretPaper:
    'Secret ballot: no name and no seat. Who must not vote on a unit ticks “Recuse” on its line and gives it no mark. Secret paper ballots aren’t entered into the system; the tellers count them on the spot.',
  noPaper: (units) => `Recused, no paper is given out on: ${units}.`,
};

export const seatWords: { readonly [language in Language]: SeatWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
