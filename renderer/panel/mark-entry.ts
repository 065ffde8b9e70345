import { markFault } from '../../shared/domain/ballot.ts';
import type { VoteFault } from '../../shared/domain/scoring/rules/vote-check.ts';
import { compare, decimal } from '../../shared/kernel/rational.ts';
import type { CriterionView } from '../../shared/views/view-sections.ts';
import type { PaperValues } from '../ballot-paper/paper.ts';

export type Criterion = CriterionView;

export type MarkKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | '.5' | 'back';

/** Marks being typed. `cursor` is the row that the keys fill; null once the panelist looks over the whole. */
export type MarkEntry = {
  readonly values: PaperValues;
  readonly cursor: number | null;
  /** The next digit replaces the row's mark instead of being added to it. */
  readonly isFresh: boolean;
  /** Why the last key did nothing. */
  readonly fault: VoteFault['code'] | null;
};

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

const textOf = (values: PaperValues, criterion: Criterion): string => values[criterion.id] ?? '';

export const isMarked = (criterion: Criterion, values: PaperValues): boolean =>
  markFault(criterion, textOf(values, criterion)) === null;

export function unmarkedCount(criteria: readonly Criterion[], values: PaperValues): number {
  return criteria.filter((criterion) => !isMarked(criterion, values)).length;
}

/** Starts at the first row without a mark, with what of `values` may stand; other fields of the paper are kept. */
export function startEntry(criteria: readonly Criterion[], values: PaperValues): MarkEntry {
  const wrong = criteria.filter((criterion) => !isMarked(criterion, values)).map(({ id }) => id);
  const kept = Object.fromEntries(Object.entries(values).filter(([field]) => !wrong.includes(field)));
  const first = criteria.findIndex((criterion) => !isMarked(criterion, kept));
  return { values: kept, cursor: first === -1 ? null : first, isFresh: true, fault: null };
}

/** The row's mark without a point that nothing follows; marks that can't stand are dropped. */
function leaveRow(entry: MarkEntry, criteria: readonly Criterion[]): PaperValues {
  const criterion = entry.cursor === null ? undefined : criteria[entry.cursor];
  if (!criterion) return entry.values;
  const { [criterion.id]: typed = '', ...others } = entry.values;
  const tidy = typed.replace(/\.$/, '');
  return markFault(criterion, tidy) === null ? { ...others, [criterion.id]: tidy } : others;
}

export function selectRow(entry: MarkEntry, criteria: readonly Criterion[], row: number | null): MarkEntry {
  return { values: leaveRow(entry, criteria), cursor: row, isFresh: true, fault: null };
}

/** The nearest row below without a mark, from the top again at the end; when all have one, none. */
export function nextRow(entry: MarkEntry, criteria: readonly Criterion[]): MarkEntry {
  const current = entry.cursor === null ? undefined : criteria[entry.cursor];
  const own = current ? textOf(entry.values, current).replace(/\.$/, '') : '';
  const wrong = current && own !== '' ? markFault(current, own) : null;
  // What was typed is not a mark yet, such as 6 where 60 to 100 may be given.
  if (wrong) return { ...entry, fault: wrong };
  const values = leaveRow(entry, criteria);
  const from = entry.cursor ?? -1;
  const order = [...criteria.keys()].map((step) => (from + 1 + step) % criteria.length);
  const open = order.filter((row) => {
    const criterion = criteria[row];
    return criterion !== undefined && !isMarked(criterion, values);
  });
  const [row = null] = open;
  const isOnlyThisOne = row !== null && row === entry.cursor;
  return { values, cursor: row, isFresh: true, fault: isOnlyThisOne ? 'value-missing' : null };
}

/** One row up or down, stopping at the ends. */
export function moveRow(entry: MarkEntry, criteria: readonly Criterion[], by: 1 | -1): MarkEntry {
  const from = entry.cursor ?? (by === 1 ? -1 : criteria.length);
  return selectRow(entry, criteria, Math.min(Math.max(from + by, 0), criteria.length - 1));
}

function typed(before: string, key: MarkKey): string {
  if (key === 'back') return before.slice(0, -1).replace(/\.$/, '');
  if (key === '.' || key === '.5')
    return before.includes('.') ? before : `${before === '' ? '0' : before}${key}`;
  return before === '0' ? key : `${before}${key}`;
}

function faultOf(criterion: Criterion, text: string): VoteFault['code'] | null {
  if (text === '') return null;
  const decimals = decimalsOf(text);
  const allowed = decimalsOf(criterion.step);
  if (decimals > allowed || (text.includes('.') && allowed === 0)) return 'off-step';
  const tidy = text.replace(/\.$/, '');
  const fault = markFault(criterion, tidy);
  // 13., 13.2 in steps of 0.25, and 6 where 60 is the least, are on their way to a mark.
  if (fault === 'off-step' && decimals < allowed) return null;
  return fault !== null && isOnItsWay(criterion, tidy) ? null : fault;
}

/** A digit more could still make a mark of it. */
function isOnItsWay({ maximum }: Criterion, text: string): boolean {
  return !text.includes('.') && compare(decimal(`${text}0`), decimal(maximum)) <= 0;
}

/** Adds a key to the row's mark, or says why it can't be added. Without a row the key is ignored. */
export function pressKey(entry: MarkEntry, criteria: readonly Criterion[], key: MarkKey): MarkEntry {
  const criterion = entry.cursor === null ? undefined : criteria[entry.cursor];
  if (!criterion) return entry;
  const before = textOf(entry.values, criterion);
  const isAddition = key === 'back' || key === '.5' || !entry.isFresh;
  const after = typed(isAddition ? before : '', key);
  const fault = faultOf(criterion, after);
  if (fault) return { ...entry, fault };
  return { ...entry, values: { ...entry.values, [criterion.id]: after }, isFresh: false, fault: null };
}
