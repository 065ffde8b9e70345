/** Which number of the result is opened: a unit's total, or its mean of one of the rule's groups, counted from 0. */
export type NumberTarget = { readonly unit: string; readonly group: number | null };

/** As the console's drawer keeps it; ids of units have no slash. */
export function targetText({ unit, group }: NumberTarget): string {
  return group === null ? unit : `${unit}/${group}`;
}

export function readTarget(text: string): NumberTarget {
  const [unit = '', group] = text.split('/');
  return { unit, group: group === undefined ? null : Number(group) };
}
