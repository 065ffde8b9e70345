import type { Say } from '../speaker.ts';

const stems = ['甲', '乙', '丙', '丁', '戊', '己'];

/** An invented unit by its number: 甲单位. */
export function unitName(say: Say, unit: string): string {
  const index = Number(unit) - 1;
  const stem = stems[index] ?? unit;
  return say(`${stem}单位`, `${stem}單位`, `Unit ${String.fromCharCode(65 + index)}`);
}
