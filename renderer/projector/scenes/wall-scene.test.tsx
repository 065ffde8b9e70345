import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/brand.ts';
import { type Language, languages } from '../../../shared/kernel/language.ts';
import type { RankingScene } from '../../../shared/views/view-sections.ts';
import { sampleEvent, sampleNow, wallSamples } from '../../gallery/wall-samples.ts';
import { smallestSize } from './fit-text.ts';
import { WallScene, type WallSceneProps } from './wall-scene.tsx';

afterEach(cleanup);

function show(state: string, language: Language = 'zh-Hans', more: Partial<WallSceneProps> = {}) {
  const sample = wallSamples[state];
  if (!sample) throw new Error(`no sample ${state}`);
  const { container } = render(
    <WallScene {...sample} event={sampleEvent} language={language} now={sampleNow} {...more} />,
  );
  const part = (name: string) => container.querySelector(`[data-part="${name}"]`)?.textContent ?? '';
  return { container, text: container.textContent ?? '', part };
}

const rowOf = (container: Element, place: number) => container.querySelector(`[data-place="${place}"]`);

describe('every state in every language', () => {
  test.each(
    Object.keys(wallSamples).flatMap((state) => languages.map((language) => [state, language] as const)),
  )('%s in %s leaves no key or parameter unfilled', (state, language) => {
    const { text } = show(state, language);
    expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/);
    if (language === 'en') expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('title', () => {
  test.each([
    ['zh-Hans', ['2019 年第一场', '温州擂台', '六比竞赛', '比质量', '比担当']],
    ['zh-Hant', ['2019 年第一場', '溫州擂臺', '六比競賽', '比質量', '比擔當']],
    ['en', ['First session of 2019', 'Six-Comparison Contest', 'Quality', 'Accountability']],
  ] as const)('the opening in %s says the sitting, the name and what is judged', (language, words) => {
    const { text } = show('opening', language);
    for (const word of words) expect(text).toContain(word);
  });

  test('a step without a scene of its own shows its name and its unit', () => {
    expect(show('step-clock').text).toMatch(/示例岛产业集聚区.*现场提问作答/);
  });

  test('a step that rings no bell shows no clock: its length is the operator’s business', () => {
    const scene = wallSamples.step?.scene;
    const timer = wallSamples.calm?.timer;
    if (!scene || !timer) throw new Error('samples are gone');
    const { part, container } = show('step', 'zh-Hans', {
      scene,
      timer: { ...timer, bells: null, bellsAtMs: [] },
    });
    expect(part('clock')).toBe('');
    expect(container.querySelector('[data-phase="none"]')).not.toBeNull();
  });

  test('a step without a scene of its own shows its countdown, in overtime with its sign', () => {
    expect(show('step-clock').part('clock')).toBe('01:36');
    cleanup();
    expect(show('step-overtime').part('clock')).toBe('+00:08');
  });
});

describe('speaker', () => {
  test.each([
    [
      'zh-Hans',
      [
        '示例县',
        '县委书记',
        '亮点',
        '短板',
        '举措',
        '剩余时间',
        '限时 8 分钟',
        '第 6 家 / 共 13 家',
        '演示数据',
      ],
    ],
    [
      'zh-Hant',
      [
        '示例縣',
        '縣委書記',
        '亮點',
        '短板',
        '舉措',
        '剩餘時間',
        '限時 8 分鐘',
        '第 6 家 / 共 13 家',
        '演示數據',
      ],
    ],
    [
      'en',
      [
        'Example',
        'County Party Secretary',
        'Highlight',
        'Shortcoming',
        'Measure',
        'Time left',
        'Limit 8 min',
        '6 of 13',
        'Demo data',
      ],
    ],
  ] as const)('in %s says who speaks, the paper, and how long', (language, words) => {
    const { text, part } = show('calm', language);
    for (const word of words) expect(text).toContain(word);
    expect(part('clock')).toBe('04:36');
  });

  test('the last minute and the overtime are said in words, not by colour alone', () => {
    expect(show('warning').text).toContain('最后一分钟');
    cleanup();
    const overtime = show('overtime');
    expect(overtime.text).toContain('已超时');
    expect(overtime.part('clock')).toBe('+00:42');
  });

  test('a paused clock says so in the system slot and under the number', () => {
    const { text } = show('paused');
    expect(text.match(/计时暂停/g)).toHaveLength(2);
  });

  test('the same picture a second later differs in its digits only', () => {
    const before = show('calm').container.innerHTML;
    cleanup();
    const after = show('calm', 'zh-Hans', { now: instant(sampleNow + 1000) }).container.innerHTML;
    const withoutClock = (html: string) =>
      html
        .replace(/0[0-9]/g, '')
        .replace(/[34][0-9]/g, '')
        .replace(/--bar-share: [^;]+;/g, '');
    expect(after).not.toBe(before);
    expect(withoutClock(after)).toBe(withoutClock(before));
  });

  test('a demo event is marked, a real one is not', () => {
    expect(show('calm', 'zh-Hans', { event: { ...sampleEvent, isDemo: false } }).text).not.toContain('演示');
  });

  test('more lines than fit turn by the host clock, the same on every screen', () => {
    const scene = wallSamples.calm?.scene;
    if (scene?.kind !== 'speaker') throw new Error('calm is a speaker');
    const lines = Array.from({ length: 7 }, (_, index) => {
      const text = `第${index}条`;
      return { kind: 'shortcoming' as const, text: { 'zh-Hans': text, 'zh-Hant': text, en: text } };
    });
    const at = (now: number) => {
      cleanup();
      return show('calm', 'zh-Hans', { scene: { ...scene, lines }, now: instant(now) }).text;
    };
    expect(at(0)).toContain('第 1 页 / 共 3 页');
    expect(at(0)).toContain('第2条');
    expect(at(0)).not.toContain('第3条');
    expect(at(30_000)).toContain('第6条');
  });
});

describe('ballot progress', () => {
  const studs = (container: Element) =>
    [...container.querySelectorAll('section')].map((group) =>
      [...group.querySelectorAll('[data-stud]')]
        .map((stud) => (stud.getAttribute('data-stud') === 'filled' ? '●' : '○'))
        .join(''),
    );

  test('fills studs from the left by count, group by group', () => {
    expect(studs(show('ballot').container)).toEqual(['●●●●●●●○', '●●●●●●●●●○○○']);
  });

  test('shows the counts and the time to the lock', () => {
    const { text, part } = show('ballot');
    expect(part('count')).toBe('16/ 20');
    expect(text).toContain('封票还有 00:38');
    expect(text).toContain('公布前不显示任何分数');
  });

  test('is a bar and a count above 60 ballots', () => {
    const { container, part } = show('ballot-many');
    expect(container.querySelectorAll('[data-stud]')).toHaveLength(0);
    expect(container.querySelectorAll('[data-part="bar"]')).toHaveLength(2);
    expect(part('count')).toBe('185/ 300');
  });

  test('keeps the ballots open past zero until the lock', () => {
    expect(show('ballot-many').text).toContain('时间到 +00:05');
  });

  test.each([
    ['zh-Hans', '已截止'],
    ['zh-Hant', '已截止'],
    ['en', 'Closed'],
  ] as const)('says in %s when it is closed, and runs no clock', (language, word) => {
    const { text } = show('ballot-locked', language);
    expect(text).toContain(word);
    expect(text).not.toMatch(/\d\d:\d\d/);
  });

  test('names the unit before it opens and counts nothing', () => {
    const { container, text } = show('ballot-waiting');
    expect(text).toContain('示例岛');
    expect(container.querySelectorAll('[data-stud], [data-part="count"]')).toHaveLength(0);
  });
});

describe('ranking', () => {
  test('reserves every place from the start, with a number and nothing else', () => {
    const { container } = show('reveal-armed');
    for (let place = 1; place <= 13; place += 1) {
      expect(rowOf(container, place)?.textContent).toMatch(new RegExp(`^${place}(待揭晓)?$`));
    }
  });

  test('hidden rows hold no name, mean or total in any form', () => {
    const { container } = show('reveal');
    for (const name of [
      '示例一县',
      '示例二市',
      '示例三区',
      '示例岛',
      '示例五区',
      '示例六市',
      '92.36',
      '89.41',
    ]) {
      expect(container.innerHTML).not.toContain(name);
    }
    expect(rowOf(container, 6)?.textContent).toBe('6');
  });

  test('puts the newest row on the one plate, and echoes it in its place', () => {
    const { container } = show('reveal');
    expect(container.querySelector('[data-plate]')?.textContent).toBe('第七名示例七县88.87');
    expect(rowOf(container, 7)?.className).toContain('newest');
    expect(container.querySelectorAll('[data-plate]')).toHaveLength(1);
  });

  test.each([
    ['division-armed', '示例城区组'],
    ['division-reveal', '示例城区组'],
    ['division-final', '示例城区组'],
    ['division-three', '示例经济技术开发区与高新区组'],
  ])('DIVISION-4: given %s, then the name of the division stands on the wall', (state, name) => {
    expect(show(state).container.querySelector('[data-division]')?.textContent).toBe(name);
    cleanup();
    expect(show('reveal').container.querySelector('[data-division]')).toBeNull();
  });

  test('a division’s name too long beside the columns’ headings takes their place, and keeps the smallest size allowed', () => {
    const scene = wallSamples['division-reveal']?.scene as RankingScene;
    const sizeOf = (name: string) => {
      cleanup();
      const division = { 'zh-Hans': name, 'zh-Hant': name, en: name };
      const { container } = show('division-reveal', 'zh-Hans', { scene: { ...scene, division } });
      const size = container.querySelector<HTMLElement>('[data-division]')?.style.fontSize ?? '';
      return {
        em: Number(/[\d.]+/.exec(size)?.[0]),
        isCovered: !!container.querySelector('[class*="covered"]'),
      };
    };
    expect(sizeOf('示'.repeat(30))).toEqual({ em: smallestSize, isCovered: false });
    expect(sizeOf('示'.repeat(50))).toEqual({ em: smallestSize, isCovered: true });
  });

  test('rows already shown stay where they are when the next one is revealed', () => {
    const before = rowOf(show('reveal').container, 9)?.innerHTML;
    cleanup();
    expect(rowOf(show('reveal-long').container, 9)?.innerHTML).toBe(before);
  });

  test.each([
    ['zh-Hans', '9并列'],
    ['zh-Hant', '9並列'],
    ['en', '9tie'],
  ] as const)('equal ranks are said in %s and leave a gap', (language, tie) => {
    const { container } = show('final', language);
    expect(rowOf(container, 9)?.textContent).toContain(tie);
    expect(rowOf(container, 10)?.textContent).toContain(tie);
    expect(rowOf(container, 11)?.textContent).toMatch(/^11/);
  });

  test.each([
    [
      'zh-Hans',
      [
        '总分 = A 市四套班子领导 × 60% + B 社会各界代表 × 40%',
        '每组去掉 1 个最高分、1 个最低分',
        '四舍五入到 2 位小数',
        '已公布',
      ],
    ],
    [
      'zh-Hant',
      [
        '總分 = A 市四套班子領導 × 60% + B 社會各界代表 × 40%',
        '每組去掉 1 個最高分、1 個最低分',
        '四捨五入到 2 位小數',
        '已公佈',
      ],
    ],
    [
      'en',
      [
        'Total = A City leadership × 60% + B Public representatives × 40%',
        'drops 1 highest and 1 lowest from 7 ballots on',
        '2 decimals, half up',
        'Released',
      ],
    ],
  ] as const)('shows the rule beside the result in %s', (language, words) => {
    const { text } = show('final', language);
    for (const word of words) expect(text).toContain(word);
  });

  test('units without a place stand below without a rank, each with why', () => {
    const { container } = show('final-absent');
    const rows = [...container.querySelectorAll('[data-unranked]')].map((row) => row.textContent);
    expect(rows).toEqual(['–示例湾产业集聚区未完成', '–示例口产业集聚区未上场']);
  });

  test('a division in which nobody has a place is named below', () => {
    const { container } = show('division-without');
    const rows = [...container.querySelectorAll('[data-unranked]')].map((row) => row.textContent);
    expect(rows).toEqual(['–示例经济技术开发区与高新区组本组无名次']);
  });

  test('a group without a counted ballot shows a dash, never a zero', () => {
    const scene = wallSamples.final?.scene as RankingScene;
    const rows = scene.rows.map((row, index) =>
      index === 4 ? { ...row, groupMeans: [null, '86.50'] } : row,
    );
    const { container } = show('final', 'zh-Hans', { scene: { ...scene, rows } });
    expect(rowOf(container, 5)?.textContent).toBe('5示例五区–86.5089.92');
  });

  test('more than 13 places page by the host clock; a reveal keeps the page of its newest row', () => {
    expect(show('final-pages', 'zh-Hans', { now: instant(0) }).text).toContain('第 1 页 / 共 3 页');
    cleanup();
    expect(show('final-pages', 'zh-Hans', { now: instant(15_000) }).text).toContain('第 2 页 / 共 3 页');
    cleanup();
    for (const now of [0, 15_000, 30_000]) {
      expect(rowOf(show('reveal-pages', 'zh-Hans', { now: instant(now) }).container, 22)).not.toBeNull();
      cleanup();
    }
  });
});

describe('curtain and connection', () => {
  test('a frozen picture says so while its clock runs on', () => {
    expect(show('frozen').text).toContain('画面定格');
    cleanup();
    expect(show('frozen', 'zh-Hans', { now: instant(sampleNow + 5000) }).part('clock')).toBe('04:31');
  });

  test('black shows nothing at all', () => {
    const { container, text } = show('black');
    expect(text).toBe('');
    expect(container.querySelector('[data-curtain="black"]')).not.toBeNull();
  });

  test('without the host the picture and its clock stay, with a small mark', () => {
    const { text, part } = show('lost', 'zh-Hans', { now: instant(sampleNow + 7000) });
    expect(text).toContain('重连中');
    expect(part('clock')).toBe('04:29');
  });
});
