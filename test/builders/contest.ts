import { type Calculation, calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type {
  BallotVotes,
  Contest,
  ContestUnit,
  VoteValues,
} from '../../shared/domain/scoring/rules/contest.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { formatDecimal } from '../../shared/kernel/rational.ts';

const vote = { kind: 'total', id: 'vote', maximum: '100', step: '0.5' } as const;

/** A mean of totals from 0 to 100 as scheme text; a test names what it cares about. */
export function schemeText(fields: Partial<ScoringSchemeText> = {}): ScoringSchemeText {
  return {
    format: 'leitai-scheme/1',
    id: 'scheme',
    version: 1,
    name: 'scheme',
    ballots: [vote],
    nodes: [{ kind: 'marks', id: 'total', ballot: 'vote' }],
    ranking: { by: 'total', on: 'rounded' },
    ...fields,
  };
}

export function aRuleScheme(fields: Partial<ScoringSchemeText> = {}): ScoringScheme {
  const scheme = readScoringScheme(schemeText(fields));
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

/** Seats `A1`, `A2` … of each group named. */
export function seatsOf(groups: Readonly<Record<string, number>>): Contest['seats'] {
  return Object.entries(groups).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, n) => ({ seat: `${group}${n + 1}`, group })),
  );
}

/** One value a seat, in seat order; `null` leaves the seat without a vote. */
export function cast(
  seats: Contest['seats'],
  values: readonly (string | VoteValues | null)[],
  key = 'total',
  states: BallotVotes['states'] = {},
): BallotVotes {
  const votes = seats.flatMap(({ seat }, n) => {
    const value = values[n] ?? null;
    return value === null ? [] : [[seat, typeof value === 'string' ? { [key]: value } : value] as const];
  });
  return { votes: Object.fromEntries(votes), states };
}

/** Units `u1`, `u2` … each with one list of totals. */
export function totalsOf(
  seats: Contest['seats'],
  marks: readonly (readonly (string | null)[])[],
): readonly ContestUnit[] {
  return marks.map((values, n) => ({ unit: `u${n + 1}`, ballots: { vote: cast(seats, values) } }));
}

/** Computes totals of one group under a scheme. */
export function calculated(
  fields: Partial<ScoringSchemeText>,
  units: readonly ContestUnit[],
  seats: Contest['seats'],
  rest: Partial<Contest> = {},
): Calculation {
  return calculator(aRuleScheme(fields))({ seats, units, ...rest });
}

export function printedOf(
  { nodeValue }: Calculation,
  node: string,
  unit: string,
  decimals = 2,
  item?: number,
): string {
  const value = nodeValue(node, unit, item);
  if (value.kind === 'value') return formatDecimal(value.value, decimals);
  return value.of === undefined ? value.why : `${value.why} ${value.of}`;
}

/** Places by unit, as the sheet says them. */
export function placesOf({ ranking }: Calculation): Readonly<Record<string, string | null>> {
  return Object.fromEntries(ranking.map(({ unit, place }) => [unit, place?.replace(/\/1$/, '') ?? null]));
}
