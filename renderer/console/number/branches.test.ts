import { expect, test } from 'vitest';
import { branchesOf, closedAtFirst, pressedLine, shownBranches } from './branches.ts';

const lines = ['total', ' leaders', '  seat 1', '  seat 2', ' citizens', '  seat 3'].map((text) => ({
  depth: text.length - text.trimStart().length,
  text: text.trim(),
  value: '',
  note: '',
}));
const branches = branchesOf(lines);
const names = (closed: ReadonlySet<number>) => shownBranches(branches, closed).map(({ line }) => line.text);

test('given lines by depth, then each knows how many lie below it and what it lies below', () => {
  expect(branches.map(({ below, above }) => [below, above])).toEqual([
    [5, null],
    [2, 0],
    [0, 1],
    [0, 1],
    [1, 0],
    [0, 4],
  ]);
});

test('given a closed line, then what lies below it isn’t shown, and what follows it is', () => {
  expect(names(new Set([1]))).toEqual(['total', 'leaders', 'citizens', 'seat 3']);
  expect(names(new Set([0]))).toEqual(['total']);
});

test('given a short tree, when its total is pressed, then all of it is open; of a long one only the first level', () => {
  expect(closedAtFirst(branches, 0)).toEqual(new Set());
  const seat = { depth: 2, text: 'seat', value: '', note: '' };
  const long = branchesOf([...lines.slice(0, 2), ...Array<typeof seat>(50).fill(seat), ...lines.slice(4)]);
  expect([...closedAtFirst(long, 0)]).toEqual([1, 52]);
});

test('given a group’s mean that is pressed, then the way to it and its marks are open, and the other group is closed', () => {
  const pressed = pressedLine(lines, 'citizens');
  expect(pressed).toBe(4);
  expect(names(closedAtFirst(branches, pressed))).toEqual(['total', 'leaders', 'citizens', 'seat 3']);
  expect(pressedLine(lines, null)).toBe(0);
  expect(pressedLine(lines, 'nobody')).toBe(0);
});
