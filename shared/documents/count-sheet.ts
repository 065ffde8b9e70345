import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { attachmentBlocks } from './attachment-blocks.ts';
import { type BallotCounts, countedRounds, isOverfull } from './ballot-counts.ts';
import { type CountWords, countWords } from './count-words.ts';
import type { Sheet, SheetBlock, SheetColumn, SheetRow } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

const shown = ['expected', 'present', 'issued', 'returned', 'valid', 'abstained', 'void'] as const;
type Shown = { readonly [count in (typeof shown)[number]]: number };

function columnsOf(words: CountWords): readonly SheetColumn[] {
  const text = { kind: 'text' } as const;
  const whole = { kind: 'number', decimals: 0 } as const;
  return [
    { name: words.unit, content: text },
    { name: words.round, content: whole },
    { name: words.group, content: text },
    ...shown.map((count) => ({ name: words[count], content: whole })),
    { name: words.remark, content: text },
  ];
}

function some(count: number, say: (count: string) => string): readonly string[] {
  return count === 0 ? [] : [say(`${count}`)];
}

function remarks(counts: BallotCounts, words: CountWords): readonly string[] {
  const { absent, recused, excluded, notYet, returned, valid, abstained } = counts;
  return [
    ...some(absent, words.absent),
    ...some(recused, words.recused),
    ...some(excluded, words.excluded),
    ...some(notYet, words.notYet),
    ...some(Math.abs(returned - valid - abstained - counts.void), words.unlike),
    ...(counts.hasQuorum ? [] : [words.noQuorum]),
    ...(isOverfull(counts) ? [words.tooMany] : []),
  ];
}

const cells = (counts: Shown): SheetRow => shown.map((count) => `${counts[count]}`);

/** The sums of the rows shown. */
function sumOf(groups: readonly BallotCounts[]): Shown {
  const sum = (count: (typeof shown)[number]) => groups.reduce((total, group) => total + group[count], 0);
  return {
    expected: sum('expected'),
    present: sum('present'),
    issued: sum('issued'),
    returned: sum('returned'),
    valid: sum('valid'),
    abstained: sum('abstained'),
    void: sum('void'),
  };
}

/** 计票单: what became of the ballots of each group on each unit; only once they have been counted. */
export function countSheet(source: SheetSource, language: Language): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  if (state.result.kind === 'none') return err('result-not-counted');
  const words = countWords[language];
  const { clause, comma } = sheetWords[language];
  const rounds = countedRounds(state);
  const unitName = (id: string) => definition.units.find((unit) => unit.id === id)?.name[language] ?? id;
  const groupName = (id: string) => definition.groups.find((group) => group.id === id)?.name[language] ?? id;
  const rows = definition.units.flatMap(({ id }): readonly SheetRow[] => {
    const round = rounds.find(({ unit }) => unit === id);
    if (!round) return [[unitName(id), null, null, ...shown.map(() => null), words.noRound]];
    const groups = round.groups.map((counts, index): SheetRow => {
      const remark = remarks(counts, words).join(clause) || null;
      const [unit, number] = index === 0 ? [unitName(id), `${round.round}`] : [null, null];
      return [unit, number, groupName(counts.group), ...cells(counts), remark];
    });
    return round.groups.length < 2
      ? groups
      : [...groups, [null, null, words.sum, ...cells(sumOf(round.groups)), null]];
  });
  const overfull = rounds.filter(({ groups }) => groups.some(isOverfull)).map(({ unit }) => unitName(unit));
  const blocks: readonly SheetBlock[] = [
    { kind: 'table', columns: columnsOf(words), rows },
    {
      kind: 'lines',
      lines: [
        overfull.length === 0 ? words.allGood : words.voided(overfull.join(comma)),
        words.sums,
        words.meanings,
      ],
    },
    ...attachmentBlocks(state.attachments, language),
  ];
  return ok(sheetOf(source, language, { name: words.sheet, isOfResult: true, blocks }));
}
