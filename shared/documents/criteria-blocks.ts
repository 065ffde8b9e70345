import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { add, decimal, formatDecimal, zero } from '../kernel/rational.ts';
import { ballotFields } from '../views/ballot-fields.ts';
import type { ChoiceView, CriterionView } from '../views/view-sections.ts';
import { type CountedVote, meanMark } from './counted-votes.ts';
import { firstBallot } from './first-ballot.ts';
import { optionName } from './option-name.ts';
import type { SheetBlock, SheetRow } from './sheet.ts';
import { unitWords } from './unit-words.ts';

const decimals = 2;
const text = { kind: 'text' } as const;
const points = { kind: 'number', decimals } as const;
const whole = { kind: 'number', decimals: 0 } as const;

type Shown = string | null;

function sumShown(values: readonly Shown[]): Shown {
  if (values.some((value) => value === null)) return null;
  return formatDecimal(
    values.reduce((sum, value) => add(sum, decimal(value ?? '0')), zero),
    decimals,
  );
}

/** The six comparisons, or however many criteria there are: bars of all ballots, and a table by group. */
function meanBlocks(
  { definition }: EventState,
  votes: readonly CountedVote[],
  criteria: readonly CriterionView[],
  language: Language,
): readonly SheetBlock[] {
  const words = unitWords[language];
  const { fromBallots } = definition.scheme.publish;
  const shown = (some: readonly CountedVote[], key: string): Shown => {
    const value = meanMark(some, key);
    return value && formatDecimal(value, decimals);
  };
  const groups = definition.groups.map(({ id, name }) => {
    const own = votes.filter(({ group }) => group === id);
    return { name: name[language], votes: own, isWithheld: own.length > 0 && own.length < fromBallots };
  });
  const rows = criteria.map(({ id, name, maximum }): readonly Shown[] => [
    name[language],
    maximum,
    shown(votes, id),
    ...groups.map((group) => (group.isWithheld ? null : shown(group.votes, id))),
  ]);
  const canBeSummed = criteria.length > 1 && criteria.every(({ factor }) => factor === '1');
  const sums: readonly SheetRow[] = canBeSummed
    ? [
        [
          words.sum,
          null,
          ...[2, ...groups.map((_, n) => n + 3)].map((at) => sumShown(rows.map((row) => row[at] ?? null))),
        ],
      ]
    : [];
  return [
    { kind: 'heading', text: words.criteria },
    {
      kind: 'bars',
      bars: rows.flatMap(([name, maximum, value]) =>
        name && maximum && value ? [{ name, value, maximum }] : [],
      ),
    },
    {
      kind: 'table',
      columns: [
        { name: words.criterion, content: text },
        { name: words.maximum, content: text },
        { name: words.allBallots, content: points },
        ...groups.map(({ name }) => ({ name, content: points })),
      ],
      rows: [...rows, ...sums],
    },
    {
      kind: 'lines',
      lines: [
        words.meansNote,
        ...(groups.some(({ isWithheld }) => isWithheld) ? [words.withheld(`${fromBallots}`)] : []),
      ],
    },
  ];
}

function shareBlocks(
  votes: readonly CountedVote[],
  choice: ChoiceView,
  language: Language,
): readonly SheetBlock[] {
  const words = unitWords[language];
  const rows = choice.options.map(({ id }) => ({
    name: optionName(choice, id, language),
    count: votes.filter(({ values }) => values[choice.id] === id).length,
  }));
  return [
    { kind: 'heading', text: words.shares },
    {
      kind: 'bars',
      bars: rows.map(({ name, count }) => ({
        name,
        value: `${count}`,
        maximum: `${Math.max(1, votes.length)}`,
      })),
    },
    {
      kind: 'table',
      columns: [
        { name: words.criterion, content: text },
        { name: words.count, content: whole },
      ],
      rows: [
        ...rows.map(({ name, count }) => [name, `${count}`]),
        [words.sum, `${rows.reduce((sum, { count }) => sum + count, 0)}`],
      ],
    },
    { kind: 'lines', lines: [words.sharesNote] },
  ];
}

/** What the votes on one unit say about each criterion, or each option, of the ballot. */
export function criteriaBlocks(
  state: EventState,
  votes: readonly CountedVote[],
  language: Language,
): readonly SheetBlock[] {
  const { criteria, choice } = ballotFields(firstBallot(state.definition.scheme));
  return choice ? shareBlocks(votes, choice, language) : meanBlocks(state, votes, criteria, language);
}
