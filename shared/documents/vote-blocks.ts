import { attemptNamed } from '../domain/attempts.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { isCastBy } from '../domain/scoring/rules/casting.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { add, decimal, formatDecimal, zero } from '../kernel/rational.ts';
import { ballotOptions } from './ballot-options.ts';
import { numberRows } from './ballot-rows.ts';
import { eventNames } from './event-names.ts';
import type { Names } from './rule-card/names.ts';
import type { SheetBlock, SheetRow } from './sheet.ts';
import { unitWords } from './unit-words.ts';
import { type CountedVote, countedVotes, meanMark, type VotedBallot } from './voted-ballots.ts';

const decimals = 2;
const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;

/** More bars than this say less than the table below them. */
const mostBars = 12;

type Shown = string | null;

function sumShown(values: readonly Shown[], places: number): Shown {
  if (values.some((value) => value === null)) return null;
  return formatDecimal(
    values.reduce((sum, value) => add(sum, decimal(value ?? '0')), zero),
    places,
  );
}

type GroupVotes = {
  readonly name: string;
  readonly votes: readonly CountedVote[];
  /** Few enough that what it shows says too much of one ballot. */
  readonly isShort: boolean;
};

/** The votes of each group that casts the ballot. */
function byGroup(
  { scheme, groups }: EventDefinition,
  { ballot }: VotedBallot,
  votes: readonly CountedVote[],
  language: Language,
): readonly GroupVotes[] {
  const { fromBallots } = scheme.publish;
  return groups
    .filter(({ id }) => isCastBy(ballot, id))
    .map(({ id, name }) => {
      const own = votes.filter(({ group }) => group === id);
      return { name: name[language], votes: own, isShort: own.length > 0 && own.length < fromBallots };
    });
}

type Vote = {
  readonly definition: EventDefinition;
  readonly voted: VotedBallot;
  readonly votes: readonly CountedVote[];
  readonly language: Language;
  readonly heading: (what: string) => SheetBlock;
};

/** The comparisons, or however many criteria there are: bars of all ballots, and a table by group. */
function meanBlocks({ definition, voted, votes, language, heading }: Vote): readonly SheetBlock[] {
  const words = unitWords[language];
  const { ballot, round } = voted;
  const criteria = numberRows(ballot, round.units.length, eventNames(definition, language), language);
  const shown = (some: readonly CountedVote[], key: string): Shown => {
    const value = meanMark(some, key);
    return value && formatDecimal(value, decimals);
  };
  const casting = byGroup(definition, voted, votes, language);
  // Where there is one group alone, its means are those of all.
  const groups = definition.groups.length > 1 ? casting : [];
  const isAnyShort = groups.some(({ isShort }) => isShort);
  // Beside the mean of all, one group's mean would tell the other's.
  const isWithheld = (group: GroupVotes) => group.isShort || (ballot.secrecy === 'anonymous' && isAnyShort);
  const rows = criteria.map(({ id, name, maximum }): readonly Shown[] => [
    name,
    maximum,
    shown(votes, id),
    ...groups.map((group) => (isWithheld(group) ? null : shown(group.votes, id))),
  ]);
  const canBeSummed = criteria.length > 1 && criteria.every(({ factor }) => factor === '1');
  const columns = [2, ...groups.map((_, n) => n + 3)];
  const sums: readonly SheetRow[] = canBeSummed
    ? [
        [
          words.sum,
          null,
          ...columns.map((at) =>
            sumShown(
              rows.map((row) => row[at] ?? null),
              decimals,
            ),
          ),
        ],
      ]
    : [];
  return [
    heading(words.criteria),
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
        { name: words.maximum, content: number },
        { name: words.allBallots, content: number },
        ...groups.map(({ name }) => ({ name, content: number })),
      ],
      rows: [...rows, ...sums],
    },
    {
      kind: 'lines',
      lines: [
        canBeSummed ? words.meansNote : words.meanNote,
        ...(isAnyShort ? [words.withheld(`${definition.scheme.publish.fromBallots}`)] : []),
      ],
    },
  ];
}

type Counted = {
  readonly name: string;
  readonly isIn: (vote: CountedVote) => boolean;
  /** What the choice is worth, or that it is in no denominator; left out where choices have no points. */
  readonly worth?: string;
};

/** How many ballots say each thing: bars of all ballots, and a table by group where no group is too small for it. */
function countBlocks(
  { definition, voted, votes, language, heading }: Vote,
  what: string,
  counted: readonly Counted[],
  note: string,
): readonly SheetBlock[] {
  const words = unitWords[language];
  const casting = byGroup(definition, voted, votes, language);
  const isAnyShort = casting.length > 1 && casting.some(({ isShort }) => isShort);
  const groups = casting.length > 1 && !isAnyShort ? casting : [];
  const count = (some: readonly CountedVote[], { isIn }: Counted) => `${some.filter(isIn).length}`;
  const hasWorth = counted.some(({ worth }) => worth !== undefined);
  const rows = counted.map((each) => [
    each.name,
    ...(hasWorth ? [each.worth ?? null] : []),
    count(votes, each),
    ...groups.map((group) => count(group.votes, each)),
  ]);
  const first = hasWorth ? 2 : 1;
  const columns = [first, ...groups.map((_, n) => n + first + 1)];
  const bars: SheetBlock = {
    kind: 'bars',
    bars: counted.map((each) => ({
      name: each.name,
      value: count(votes, each),
      maximum: `${Math.max(1, votes.length)}`,
    })),
  };
  return [
    heading(what),
    ...(counted.length > mostBars ? [] : [bars]),
    {
      kind: 'table',
      columns: [
        { name: words.option, content: text },
        ...(hasWorth ? [{ name: words.worth, content: number }] : []),
        { name: words.count, content: number },
        ...groups.map(({ name }) => ({ name, content: number })),
      ],
      rows: [
        ...rows,
        [
          words.sum,
          ...(hasWorth ? [null] : []),
          ...columns.map((at) =>
            sumShown(
              rows.map((row) => row[at] ?? null),
              0,
            ),
          ),
        ],
      ],
    },
    {
      kind: 'lines',
      lines: [
        note,
        ...(isAnyShort ? [words.countsWithheld(`${definition.scheme.publish.fromBallots}`)] : []),
      ],
    },
  ];
}

function placeBlocks(vote: Vote): readonly SheetBlock[] {
  const words = unitWords[vote.language];
  const given = [...new Set(vote.votes.map(({ values }) => Number(values.place ?? 0)))];
  const places = given
    .filter((place) => place > 0)
    .sort((a, b) => a - b)
    .map(
      (place): Counted => ({
        name: words.placeGiven(`${place}`),
        isIn: ({ values }) => values.place === `${place}`,
      }),
    );
  return countBlocks(vote, words.places, places, words.placesNote);
}

/** A vote by its attempt, by its ballot where the scheme has several, or by both. */
export function voteName(
  definition: EventDefinition,
  { ballot, attempt }: Pick<VotedBallot, 'ballot' | 'attempt'>,
  names: Names,
  language: Language,
): string {
  const of = attempt && (attemptNamed(definition, attempt)?.name[language] ?? attempt.id);
  const isOneOfMany = definition.scheme.ballots.length > 1;
  return [...(of ? [of] : []), ...(isOneOfMany || !of ? [names.ballot(ballot.id)] : [])].join(' · ');
}

/** What the votes of one ballot on one unit, or on an attempt of it, say: means of marks, or how many gave each place, grade or answer. */
export function voteBlocks(
  { definition }: Pick<EventState, 'definition'>,
  voted: VotedBallot,
  language: Language,
): readonly SheetBlock[] {
  const words = unitWords[language];
  const { ballot } = voted;
  const names = eventNames(definition, language);
  const heading = (what: string): SheetBlock => ({
    kind: 'heading',
    text:
      definition.scheme.ballots.length > 1 || voted.attempt
        ? words.ofBallot(voteName(definition, voted, names, language), what)
        : what,
  });
  const vote: Vote = { definition, voted, votes: countedVotes({ definition }, voted), language, heading };
  if (ballot.kind === 'ranking' || ballot.kind === 'placement') return placeBlocks(vote);
  const options = ballotOptions(ballot, names, language);
  if (!options) return meanBlocks(vote);
  const isNaming = ballot.kind === 'approval' || ballot.kind === 'winner';
  return countBlocks(
    vote,
    isNaming ? words.names : words.shares,
    options.map(({ id, name }) => ({
      name,
      isIn: ({ values }) => values[ballot.kind === 'grades' ? 'grade' : 'vote'] === id,
      ...(ballot.kind === 'grades' && {
        worth: ballot.grades.find((grade) => grade.id === id)?.points ?? words.worthNone,
      }),
    })),
    words.sharesNote,
  );
}
