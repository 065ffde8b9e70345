import { describe, expect, test } from 'vitest';
import { aRuleScheme } from '../../../test/builders/contest.ts';
import { builtInSchemes, cardOf, sectionOf, wordsOf } from '../../../test/builders/rule-cards.ts';
import { languages } from '../../kernel/language.ts';
import { ruleCard } from './rule-card.ts';

/** What stands under a heading, as one text. */
function said(id: string, language: 'zh-Hans' | 'zh-Hant' | 'en', heading: string | RegExp): string {
  return sectionOf(cardOf(id, language), heading).join('\n');
}

describe('the rule card', () => {
  test.each(builtInSchemes.map(({ id }) => id))(
    'given the built-in scheme %s, when its card is written, then each language has every part and nothing unsaid',
    (id) => {
      for (const language of languages) {
        const card = cardOf(id, language);
        const words = wordsOf(card).join('\n');
        expect(words).not.toMatch(/undefined|NaN|null|\[object|\{\{|\$\{/);
        expect(words).not.toMatch(/ {2}|：：|；。|；；|，，| ;|: ;|: \.|\.\./);
        expect(card.blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(10);
        expect(card.footers.at(-1)?.text).toBe('f'.repeat(64));
      }
    },
  );

  test.each(builtInSchemes.map(({ id }) => id))(
    'given the built-in scheme %s, then a Chinese card holds no id and no English word, an English one no Chinese',
    (id) => {
      for (const language of ['zh-Hans', 'zh-Hant'] as const) {
        const words = wordsOf(cardOf(id, language)).join('\n');
        expect(words.match(/[A-Za-z]{2,}[^\n]*/g)).toBeNull();
      }
      expect(
        wordsOf(cardOf(id, 'en'))
          .join('\n')
          .match(/[\u3000-\u9fff][^\n]*/g),
      ).toBeNull();
    },
  );

  test('given S4, then it says who marks what, what is struck, what weighs how much and how ties are parted', () => {
    expect(said('S4', 'zh-Hans', '一、投票')).toContain(
      '由各组评委给每个单位的六项分别打分：比质量 20 分、比位次 15 分、比创新 15 分、比项目 20 分、比环境 15 分、比担当 15 分，满分合计 100 分；打分以 0.5 分为一档',
    );
    const method = said('S4', 'zh-Hans', '二、计分');
    expect(method).toContain('去掉一个最高分和一个最低分（组内有效票满 7 张时）');
    expect(method).toContain('市四套班子领导的均分占 60%，社会各界代表的均分占 40%');
    expect(method).toContain('结果四舍五入，保留两位小数');
    expect(said('S4', 'zh-Hans', '四、名次')).toContain(
      '总分相同的，依次比较：（1）市四套班子领导的均分，高的在前；（2）比项目，高的在前；仍然相同的，名次并列，其后名次空出（如 1、1、3）。',
    );
    expect(said('S4', 'zh-Hans', /没有依据/)).toBe('投票：六比的项目是既定的，各项满分只作演示。');
    expect(said('S4', 'zh-Hans', /公布和监督/)).toContain('须有监督员');
    expect(said('S4', 'zh-Hant', '二、計分')).toContain('去掉一個最高分和一個最低分（組內有效票滿 7 張時）');
    expect(said('S4', 'en', '2. How scores are made')).toContain(
      'strike the highest and the lowest mark (where the group has 7 valid ballots or more)',
    );
  });

  test('given what no source gives, with a text for each language, in one, or with its place on one line, then each stands on the card after its part', () => {
    const scheme = aRuleScheme({
      assumptions: [
        { path: 'groups.0.weight', text: { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'English.' } },
        { text: 'the whole' },
        'ballots.0.criteria: an example: see below',
      ],
    });
    const lines = (language: 'zh-Hans' | 'zh-Hant' | 'en') =>
      sectionOf(
        ruleCard({ scheme, schemeHash: '', groups: [], units: null }, language),
        /没有依据|沒有依據|Assumed/,
      );
    expect(lines('zh-Hans')).toEqual(['评委组：简。', 'the whole。', '投票：an example: see below。']);
    expect(lines('zh-Hant')[0]).toBe('評委組：繁。');
    expect(lines('en')).toEqual(['Groups: English.', 'the whole.', 'Ballots: an example: see below.']);
  });

  test('given S2, then grades, quorum, bands and yellow cards stand in words', () => {
    expect(said('S2', 'zh-Hans', '一、投票')).toContain(
      '满意（100 分）、基本满意（70 分）、不满意（0 分）、弃权（只计票数，不进分母）；各单位都结束后，在一张票上一次投完',
    );
    expect(said('S2', 'zh-Hans', /另列的数据/)).toContain(
      '满意率：选“满意”、“基本满意”的票数 ÷ 有效票数（弃权除外） × 100',
    );
    expect(said('S2', 'zh-Hans', /缺席/)).toContain(
      '市领导交来的票（选弃权的也算，废票不算）须达到到场人数的三分之二；不足的，该单位不出结果。',
    );
    const places = said('S2', 'zh-Hans', '四、名次');
    expect(places).toContain('90 以上（含）为“优秀”；80 以上（含）为“良好”；其余为“一般”');
    expect(places).toContain('黄牌：满意度指数低于 60 的单位。');
    expect(places).toContain('黄牌（末位）：满意度指数低于 70 的单位中，按满意度指数从低到高取前 1 个');
  });

  test.each([
    [['named'], '到场人数的二分之一'],
    [['anonymous'], '所发票卡的二分之一'],
    [['named', 'anonymous'], '到场人数（无记名票按所发票卡）的二分之一'],
  ] as const)(
    'SECRET-2: given a group that casts ballots %j, then a quorum by share says what it is a share of',
    (secrecies, share) => {
      const scheme = aRuleScheme({
        groups: [{ id: 'A', quorum: { atLeast: { of: [1, 2] } } }, { id: 'B' }],
        ballots: [
          ...secrecies.map((secrecy) => ({
            kind: 'total' as const,
            id: secrecy,
            groups: ['A'],
            maximum: '10',
            step: '1',
            secrecy,
          })),
          { kind: 'total', id: 'others', groups: ['B'], maximum: '10', step: '1', secrecy: 'anonymous' },
        ],
        nodes: [{ kind: 'marks', id: 'total', ballot: secrecies[0], groups: ['A'] }],
      });
      const card = ruleCard({ scheme, schemeHash: '', groups: [], units: null }, 'zh-Hans');
      expect(sectionOf(card, /缺席/).join('\n')).toContain(share);
    },
  );

  test('given O1, then the bands of time and the tie-break ballot stand in words', () => {
    expect(said('O1', 'zh-Hans', '二、计分')).toContain(
      '时间扣分：按用时（秒）计，时限为 300 秒（“时长（秒）”，赛事可另定）；超时 1 秒以上（含）的，扣 0.02 分；超时 11 秒以上（含）的，扣 0.05 分；超时 21 秒以上（含）的，扣 0.2 分；提前结束不扣分；最多扣 0.2 分。',
    );
    expect(said('O1', 'zh-Hans', '四、名次')).toContain(
      '（1）未取整的总分；（2）内容，高的在前；（3）加赛票票数，高的在前',
    );
  });

  test('given O3, then the two panels, the share of yes votes and the stage that follows stand in words', () => {
    const method = said('O3', 'zh-Hans', '二、计分');
    expect(method).toContain('评委分占 70%，大众评审分占 30%');
    expect(method).toContain('“表决票”上的赞成票数 ÷ 有效票数（弃权除外） × 100');
    expect(said('O3', 'zh-Hans', '三、名次')).toContain('下一阶段：前 6 名进入下一阶段');
    expect(said('O3', 'en', '3. Places')).toContain('Next stage: the first 6 go on');
  });

  test('given O10, then placings, the Skating System and the rank sum stand in words', () => {
    expect(said('O10', 'zh-Hans', '一、投票')).toContain('给每个单位评一个名次，第 1 名至第 12 名');
    expect(said('O10', 'zh-Hans', '二、计分')).toContain(
      '先看过半数评委给出的名次，最先得到过半数的排在前面',
    );
    expect(said('O10', 'zh-Hans', '三、名次')).toContain('取所占名次的平均数（如 1.5、1.5、3）');
    expect(said('O10-rank-sum', 'zh-Hans', '二、计分')).toContain(
      '名次和：取每位评委给的名次；去掉一个最差名次（有效票满 3 张时）',
    );
  });

  test('given a secret ballot, then the card says what that can’t prevent, and names no seat in its samples', () => {
    const ballots = said('O11', 'zh-Hans', '一、投票');
    expect(ballots).toContain('无记名；票卡在组内随机抽取，系统不知道谁持哪一张卡');
    expect(ballots).toContain('无记名不能防止以下情形：');
    expect(wordsOf(cardOf('O11', 'zh-Hans')).join('\n')).not.toMatch(/第 \d+ 席/);
    expect(wordsOf(cardOf('S2', 'zh-Hans')).join('\n')).toMatch(/第 \d+ 席/);
  });

  test('given an event, then its own names of groups, its seats and its units stand on the card, and a trim that can’t happen', () => {
    const name = { 'zh-Hans': '评审专家', 'zh-Hant': '評審專家', en: 'Experts' };
    const groups = [
      { id: 'A', name, seats: 5 },
      { id: 'B', name: { 'zh-Hans': '群众', 'zh-Hant': '群眾', en: 'Citizens' }, seats: 12 },
    ];
    const card = cardOf('S4', 'zh-Hans', { groups, units: 13 });
    expect(sectionOf(card, '一、席位')).toEqual([
      '本场设评委 17 席：评审专家 5 席、群众 12 席；参赛单位 13 个。',
      '评审专家的席位不满 7，该组不会去掉最高分和最低分。',
    ]);
    expect(sectionOf(card, '三、计分').join()).toContain('评审专家的均分占 60%，群众的均分占 40%');
    expect(wordsOf(card).join()).not.toContain('市四套班子领导');
  });
});
