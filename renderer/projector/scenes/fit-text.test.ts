import { describe, expect, test } from 'vitest';
import { emWidth, fitName, fitSentence, sharedSize } from './fit-text.ts';

const settings = [
  { size: 1.92, lines: 1 },
  { size: 1.52, lines: 1 },
  { size: 1.14, lines: 2 },
];

describe('names', () => {
  test('of three characters stand at full size on one line', () => {
    expect(fitName('鹿城区', 6.1, settings)).toEqual({ size: 1.92, lines: ['鹿城区'] });
  });

  test('of five characters go one step down and stay on one line', () => {
    expect(fitName('示例十一县', 6.1, settings)).toEqual({ size: 1.14, lines: ['示例十一县'] });
  });

  test.each([
    ['瓯江口产业集聚区', ['瓯江口', '产业集聚区']],
    ['甌江口產業集聚區', ['甌江口', '產業集聚區']],
    ['浙南产业集聚区', ['浙南', '产业集聚区']],
  ])('%s breaks before 产业', (name, lines) => {
    expect(fitName(name, 6.1, settings)).toEqual({ size: 1.14, lines });
  });

  test('break before an “and”, and in the middle only where that is what keeps the size', () => {
    const name = '示例经济技术开发区与高新区组';
    const set = [{ size: 0.36, lines: 2 }];
    expect(fitName(name, 4, set).lines).toEqual(['示例经济技术开发区', '与高新区组']);
    expect(fitName(name, 2.8, set)).toEqual({ size: 0.36, lines: ['示例经济技术开', '发区与高新区组'] });
  });

  test('in Latin break between words so that the longest line is shortest', () => {
    const { lines } = fitName('Oujiangkou Industrial Cluster', 5.3, [{ size: 0.85, lines: 3 }]);
    expect(lines).toEqual(['Oujiangkou', 'Industrial', 'Cluster']);
  });

  test('do not cut a number in two', () => {
    expect(fitName('示例第22街道', 5.3, [{ size: 1.08, lines: 2 }]).lines.join('|')).toMatch(/22/);
  });

  test('that fit nowhere shrink and are never shortened', () => {
    const name = '一个长得没有任何一种字号能放下的单位名称';
    const { size, lines } = fitName(name, 3, settings);
    expect(lines.join('')).toBe(name);
    for (const line of lines) expect(emWidth(line) * size).toBeLessThanOrEqual(3.000001);
  });
});

test('sibling lines share the size of the longest', () => {
  const rows = [
    { size: 0.52, lines: 1 },
    { size: 0.42, lines: 1 },
  ];
  expect(sharedSize(['鹿城区', '洞头区'], 4, rows)).toBe(0.52);
  expect(sharedSize(['鹿城区', '瓯江口产业集聚区'], 4, rows)).toBe(0.42);
});

test.each([
  [13, 0.64],
  [14, 0.48],
  [34, 0.48],
  [40, 0.36],
])('a paper line of %i characters is set at %f', (length, size) => {
  const lines = [
    { size: 0.64, lines: 1 },
    { size: 0.48, lines: 2 },
    { size: 0.36, lines: 3 },
  ];
  expect(fitSentence('字'.repeat(length), 8.85, lines)).toBe(size);
});
