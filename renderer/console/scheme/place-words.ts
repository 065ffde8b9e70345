import type { Path } from './draft.ts';
import type { FormWords } from './form-context.tsx';

export const tabs = ['basics', 'groups', 'ballots', 'nodes', 'ranking', 'outcome', 'json'] as const;
export type Tab = (typeof tabs)[number];

const tabOfMember: { readonly [member: string]: Tab } = {
  name: 'basics',
  id: 'basics',
  version: 'basics',
  facts: 'basics',
  assumptions: 'basics',
  groups: 'groups',
  ballots: 'ballots',
  nodes: 'nodes',
  ranking: 'ranking',
  units: 'ranking',
  outputs: 'outcome',
  prizes: 'outcome',
  annual: 'outcome',
  stage: 'outcome',
  publish: 'outcome',
  isMonitorRequired: 'outcome',
};

/** The part of the form in which a place is edited; the file itself where no part has it. */
export function tabOf(path: Path): Tab {
  return tabOfMember[path.split('.')[0] ?? ''] ?? 'json';
}

/** `ballots.0.criteria.2.step` as words: 评票 1 · 标准 3 · 步长. A member that has no word stands as it is. */
export function placeWords(t: FormWords, path: Path): string {
  const parts = path.split('.');
  const words = parts.flatMap((part, n): readonly string[] => {
    if (/^\d+$/.test(part)) return [];
    const next = parts[n + 1];
    const number = next !== undefined && /^\d+$/.test(next) ? Number(next) + 1 : null;
    if (number !== null) return [`${memberWord(t, 'entry', part)} ${number}`];
    return [memberWord(t, 'field', part)];
  });
  return words.join(' · ');
}

/** The last member of a place alone: 步长. */
export function fieldWord(t: FormWords, path: Path): string {
  return memberWord(
    t,
    'field',
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .pop() ?? path,
  );
}

function memberWord(t: FormWords, kind: 'entry' | 'field', member: string): string {
  const free = t as unknown as (key: string, options: { defaultValue: string }) => string;
  const word = free(`${kind}.${member}`, { defaultValue: '' });
  return word === '' ? free(`field.${member}`, { defaultValue: member }) : word;
}
