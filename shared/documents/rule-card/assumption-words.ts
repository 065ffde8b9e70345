import { type Language, type LocalText, localText, sameText } from '../../kernel/language.ts';
import type { Say } from './speaker.ts';

/**
 * A scheme file states its assumptions in one language. Those of the built-in schemes in every language; another
 * scheme's stand as they were written.
 */
const known: { readonly [assumption: string]: LocalText } = {
  'ballots.0.criteria: an example, free to change': localText(
    '各项名称和满分是示例，可以更改',
    '各項名稱和滿分是示例，可以更改',
    'the criteria and their maxima are an example, free to change',
  ),
  'nodes: the bands of time are one published rule; under the limit nothing happens (another published rule takes 0.1 under six minutes)':
    localText(
      '超时分档取自一份已公布的规则，不到时限的不扣分；另一份已公布的规则对不满六分钟的扣 0.1 分',
      '超時分檔取自一份已公布的規則，不到時限的不扣分；另一份已公布的規則對不滿六分鐘的扣 0.1 分',
      'the bands of time are one published rule; under the limit nothing happens (another published rule takes 0.1 under six minutes)',
    ),
  'ballots.0.atMost and prizes.0.quota: three names for three places are an example': localText(
    '三个名额、最多选三个，是示例',
    '三個名額、最多選三個，是示例',
    'three names for three places are an example',
  ),
  'facts.0: the weight of the stage before is a default of nothing': localText(
    '上一阶段得分默认不计入',
    '上一階段得分默認不計入',
    'the stage before counts nothing by default',
  ),
  'stage: the number that goes on is a default': localText(
    '晋级名额是默认值',
    '晉級名額是默認值',
    'the number that goes on is a default',
  ),
  'nodes: the bands of time-points are an example; a rescale node to the best, lower better, makes it linear to the fastest':
    localText(
      '用时分的档次是示例，也可以改为以最快者为满分、其余按比例计算',
      '用時分的檔次是示例，也可以改為以最快者為滿分、其餘按比例計算',
      'the bands of time are an example; points in proportion to the fastest are the other usual choice',
    ),
  'ballots.0.criteria: five questions of 20 each are an example': localText(
    '五道题、每题 20 分，是示例',
    '五道題、每題 20 分，是示例',
    'five questions of 20 each are an example',
  ),
  'nodes: extremes are dropped per question; for judge totals, trim one marks node of the whole ballot instead':
    localText(
      '最高分和最低分按题去掉，也可以改为按每位评委的总分去掉',
      '最高分和最低分按題去掉，也可以改為按每位評委的總分去掉',
      'extremes are struck per question; by judges’ totals is the other usual choice',
    ),
  "divisions: teams and speakers are units of two divisions, ranked apart: teams by judges' votes, speakers by marks":
    localText(
      '辩论队和辩手分为两个组别，分别排名：辩论队按评委票，辩手按得分',
      '辯論隊和辯手分為兩個組別，分別排名：辯論隊按評委票，辯手按得分',
      'teams and speakers are units of two divisions, ranked apart: teams by judges’ votes, speakers by marks',
    ),
  'nodes: the weights 40/20/40 of total are a default to set for the event': localText(
    '总分三部分的权重 40、20、40 是默认值，由赛事设定',
    '總分三部分的權重 40、20、40 是默認值，由賽事設定',
    'the weights 40, 20 and 40 of the total are a default to set for the event',
  ),
  "annual: the points are a default; the cap of 1.5 a year is the assessment's": localText(
    '加减分值是默认值；全年累计不超过 1.5 分是考核办法的规定',
    '加減分值是默認值；全年累計不超過 1.5 分是考核辦法的規定',
    'the points are a default; the cap of 1.5 a year is the assessment’s',
  ),
  'nodes: places of a seat that may not rank its own unit stand as they are; the other choices are partial: stretched, or recused: mean-of-others on the ballot':
    localText(
      '不能给本单位排名的席位，其名次照原样计；也可以改为按比例拉到全部单位，或用其他票的平均数补上',
      '不能給本單位排名的席位，其名次照原樣計；也可以改為按比例拉到全部單位，或用其他票的平均數補上',
      'places of a seat that may not rank its own unit stand as they are; they could also be stretched over all units, or its missing place be filled with the mean of the others',
    ),
  'ballots.0.grades: the points 100/70/0 are a default': localText(
    '各等次折算 100、70、0 分是默认值',
    '各等次折算 100、70、0 分是默認值',
    'the points 100, 70 and 0 are a default',
  ),
  'groups: the weights 30/30/30/10 are a default': localText(
    '各组权重 30、30、30、10 是默认值',
    '各組權重 30、30、30、10 是默認值',
    'the weights 30, 30, 30 and 10 are a default',
  ),
  'groups: the quorum of two thirds of those present is a default; below it the vote is repeated': localText(
    '有效票须达到到场人数三分之二是默认值，不足的重新投票',
    '有效票須達到到場人數三分之二是默認值，不足的重新投票',
    'the quorum of two thirds of those present is a default; below it the vote is repeated',
  ),
  'ballots.0.criteria: the maxima 30/30/25/15 are a default': localText(
    '各项满分 30、30、25、15 是默认值',
    '各項滿分 30、30、25、15 是默認值',
    'the maxima 30, 30, 25 and 15 are a default',
  ),
  'nodes: the weights 30/30/40 of combined are a default': localText(
    '三部分的权重 30、30、40 是默认值',
    '三部分的權重 30、30、40 是默認值',
    'the weights 30, 30 and 40 of the parts are a default',
  ),
  'nodes: time takes 1 point per started 30 s over, 10 at most, as a default': localText(
    '超时每 30 秒扣 1 分、最多扣 10 分，是默认值',
    '超時每 30 秒扣 1 分、最多扣 10 分，是默認值',
    '1 point per started 30 s over the limit, 10 at most, is a default',
  ),
  'ballots.0.criteria: the six are given, their maxima are a demonstration': localText(
    '六比的项目是既定的，各项满分只作演示',
    '六比的項目是既定的，各項滿分只作演示',
    'the six are given, their maxima are a demonstration',
  ),
};

/** The part of the scheme an assumption is about, and what it says. */
const path =
  /^(ballots|groups|nodes|facts|ranking|prizes|annual|stage|publish|units|divisions|outputs)((?:\.[\w-]+| and [\w.-]+)*): /;

function partText(say: Say, part: string): string {
  switch (part) {
    case 'ballots':
      return say('投票', '投票', 'Ballots');
    case 'groups':
      return say('评委组', '評委組', 'Groups');
    case 'facts':
      return say('赛事数据', '賽事數據', 'Facts of the event');
    case 'ranking':
      return say('名次', '名次', 'Ranking');
    case 'prizes':
      return say('奖项', '獎項', 'Prizes');
    case 'annual':
      return say('年度考核', '年度考核', 'Annual assessment');
    case 'stage':
      return say('下一阶段', '下一階段', 'Next stage');
    case 'publish':
      return say('公布', '公布', 'Publication');
    case 'units':
    case 'divisions':
      return say('参赛单位', '參賽單位', 'Units');
    case 'outputs':
      return say('其他数据', '其他數據', 'Other figures');
    default:
      return say('算法', '算法', 'Method');
  }
}

/** One assumption as a line of the card. */
export function assumptionLine(say: Say, language: Language, assumption: string): string {
  const [whole = '', part] = path.exec(assumption) ?? [];
  const rest = assumption.slice(whole.length);
  const words = (Object.hasOwn(known, assumption) ? known[assumption] : undefined) ?? sameText(rest);
  const text = words[language];
  const ended = /[.。]$/.test(text) ? text : `${text}${say('。', '。', '.')}`;
  const spoken = `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
  return part === undefined
    ? say(`${spoken}`, `${spoken}`, `${spoken}`)
    : say(
        `${partText(say, part)}：${spoken}`,
        `${partText(say, part)}：${spoken}`,
        `${partText(say, part)}: ${ended}`,
      );
}
