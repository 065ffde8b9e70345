import { contestOf } from '../domain/contest-of.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import { calculator } from '../domain/scoring/rules/calculate.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { absenceBlocks } from './absence-blocks.ts';
import { attachmentBlocks } from './attachment-blocks.ts';
import { type BallotCounts, type CountedBallot, countedBallots, isOverfull } from './ballot-counts.ts';
import { type CountWords, countWords } from './count-words.ts';
import { eventNames, unitWithAttempt } from './event-names.ts';
import { groupScoreColumns, groupScoreRows } from './group-scores.ts';
import type { Sheet, SheetBlock, SheetColumn, SheetRow } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';
import { voidRoundBlocks } from './void-round-blocks.ts';

const shown = ['expected', 'present', 'issued', 'returned', 'valid', 'abstained', 'void'] as const;
type GroupCounts = CountedBallot['groups'][number];
type Shown = { readonly [count in (typeof shown)[number]]: number };

function columnsOf(words: CountWords, hasSeveralBallots: boolean): readonly SheetColumn[] {
  const text = { kind: 'text' } as const;
  const whole = { kind: 'number' } as const;
  return [
    { name: words.unit, content: text },
    ...(hasSeveralBallots ? [{ name: words.ballot, content: text }] : []),
    { name: words.round, content: whole },
    { name: words.group, content: text },
    ...shown.map((count) => ({ name: words[count], content: whole })),
    { name: words.remark, content: text },
  ];
}

function some(count: number, say: (count: string) => string): readonly string[] {
  return count === 0 ? [] : [say(`${count}`)];
}

function remarks(counts: GroupCounts, isSecret: boolean, words: CountWords): readonly string[] {
  const { absent, recused, without, excluded, notYet, returned, valid, abstained, lowered } = counts;
  return [
    ...some(absent, isSecret ? words.cardsLeft : words.absent),
    ...(lowered ? [words.lowered(`${lowered.by}`, lowered.reason)] : []),
    ...some(lowered ? Math.max(0, lowered.by - absent) : 0, words.cameAfterAll),
    ...some(recused, words.recused),
    ...some(without, words.without),
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

/** What a row is about: one unit or an attempt of it, all, or the few of a vote among equal ones. */
function aboutOf({ round, units }: CountedBallot, definition: EventDefinition, language: Language): string {
  const words = countWords[language];
  const isOfAll = round.unit === null && units.length === definition.units.length && units.length > 1;
  if (isOfAll) return words.allUnits;
  return units
    .map((unit) => unitWithAttempt(definition, unit, round.attempt, language))
    .join(sheetWords[language].comma);
}

/** What the votes come to in each group, unit by unit as they appear; nothing where no total goes by groups. */
function scoreBlocks(state: EventState, figures: Figures, language: Language): readonly SheetBlock[] {
  const { definition } = state;
  const words = countWords[language];
  const calculation = calculator(definition.scheme)(contestOf(state));
  const rows = definition.units.flatMap(({ id, name }): readonly SheetRow[] => {
    const figure = figures.units.find(({ unit }) => unit === id);
    if (!figure) return [];
    return groupScoreRows(definition, figure, calculation, language).map((row, n) => [
      n === 0 ? name[language] : null,
      ...row,
    ]);
  });
  if (rows.length === 0) return [];
  const columns = [{ name: words.unit, content: { kind: 'text' } as const }, ...groupScoreColumns(language)];
  return [
    { kind: 'heading', text: words.scores },
    { kind: 'table', columns, rows },
    { kind: 'lines', lines: [words.scoresNote] },
  ];
}

/** Of the units of a row, those that left the contest, whose votes count nothing. */
function exitRemarks(
  { definition, exits }: EventState,
  { units }: CountedBallot,
  language: Language,
): readonly string[] {
  const words = countWords[language];
  return exits.flatMap(({ unit, why }) => {
    if (!units.includes(unit)) return [];
    const name = definition.units.find(({ id }) => id === unit)?.name[language] ?? unit;
    return [words.exit(units.length > 1 ? name : '', words.exits[why])];
  });
}

/** 计票单: what became of the ballots of each group in each round; only once they have been counted. */
export function countSheet(source: SheetSource, language: Language): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  if (state.result.kind === 'none') return err('result-not-counted');
  const words = countWords[language];
  const { clause, comma } = sheetWords[language];
  const names = eventNames(definition, language);
  const counted = countedBallots(state);
  const hasSeveralBallots = definition.scheme.ballots.length > 1;
  const ballotCell = (id: string | null) => (hasSeveralBallots ? [id && names.ballot(id)] : []);
  const rowsOf = (own: CountedBallot): readonly SheetRow[] => {
    const groups = own.groups.map((counts, index): SheetRow => {
      const remark =
        [
          ...(index === 0 ? exitRemarks(state, own, language) : []),
          ...remarks(counts, own.ballot.secrecy === 'anonymous', words),
        ].join(clause) || null;
      const [about, ballot, number] =
        index === 0
          ? [aboutOf(own, definition, language), own.ballot.id, `${own.round.number}`]
          : [null, null, null];
      return [about, ...ballotCell(ballot), number, names.group(counts.group), ...cells(counts), remark];
    });
    return groups.length < 2
      ? groups
      : [...groups, [null, ...ballotCell(null), null, words.sum, ...cells(sumOf(own.groups)), null]];
  };
  const apart = counted.filter(({ round }) => round.unit !== null);
  const onAll = counted.filter(({ round }) => round.unit === null);
  const rows = [
    ...definition.units.flatMap(({ id, name }): readonly SheetRow[] => {
      const isVoted = counted.some(({ units }) => units.includes(id));
      const silent = [
        name[language],
        ...ballotCell(null),
        null,
        null,
        ...shown.map(() => null),
        words.noRound,
      ];
      return isVoted ? apart.filter(({ units }) => units.includes(id)).flatMap(rowsOf) : [silent];
    }),
    ...onAll.flatMap(rowsOf),
  ];
  const overfull = [
    ...new Set(
      counted
        .filter(({ groups }) => groups.some(isOverfull))
        .map((own) => aboutOf(own, definition, language)),
    ),
  ];
  const isSecret = counted.some(({ ballot }) => ballot.secrecy === 'anonymous');
  const blocks: readonly SheetBlock[] = [
    { kind: 'table', columns: columnsOf(words, hasSeveralBallots), rows },
    {
      kind: 'lines',
      lines: [
        overfull.length === 0 ? words.allGood : words.voided(overfull.join(comma)),
        words.sums,
        words.meanings,
        ...(isSecret ? [words.secretMeanings] : []),
      ],
    },
    ...voidRoundBlocks(state, language),
    ...absenceBlocks(source, language),
    ...scoreBlocks(state, state.result.figures, language),
    ...attachmentBlocks(state.attachments, language),
  ];
  return ok(sheetOf(source, language, { name: words.sheet, isOfResult: true, blocks }));
}
