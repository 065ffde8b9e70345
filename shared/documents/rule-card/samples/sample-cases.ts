import { marksBehindTotal } from '../../../domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../../../domain/scoring/rules/calculate.ts';
import { placedOtherwise } from '../../../domain/scoring/rules/rank-units.ts';
import { explainUnit } from '../../../domain/scoring/rules/result-tree.ts';
import type { ScoringScheme } from '../../../domain/scoring/rules/scoring-scheme.ts';
import { sampleRoom, seatsBeyondFewest, seatsForTrim } from '../../../domain/scoring/sample/sample-room.ts';
import { isRoundedApart } from '../ranking-words.ts';
import { drawnContest, withRecusal, withWithdrawal } from './drawn-contest.ts';

export type Otherwise = ReturnType<typeof placedOtherwise>;

/** The samples of a scheme, worked out by the engine; language apart. */
export type SampleCases = {
  readonly whole: { readonly calculation: Calculation; readonly unit: string };
  readonly recusal: {
    readonly calculation: Calculation;
    readonly unit: string;
    readonly seat: string;
  } | null;
  readonly withdrawal: { readonly before: Calculation; readonly after: Calculation; readonly unit: string };
  readonly tie: { readonly calculation: Calculation; readonly units: readonly string[] } | null;
  readonly rounding:
    | {
        readonly kind: 'differs';
        readonly calculation: Calculation;
        readonly otherwise: Otherwise;
        /** The equal units among which the order would be another, in ranked order. */
        readonly units: readonly string[];
      }
    | { readonly kind: 'not-rounded' | 'exact-next' }
    | { readonly kind: 'not-found'; readonly tried: number };
};

const apart = [86, 92, 80, 74];
const alike = [84, 84, 84, 84, 84];

/** Numbers of units, no more than a ballot has places for. */
function unitsOf({ ballots }: ScoringScheme, wanted: number): readonly string[] {
  const count = Math.min(
    wanted,
    ...ballots.flatMap((ballot) => (ballot.kind === 'placement' ? [ballot.lastPlace] : [])),
  );
  return Array.from({ length: count }, (_, n) => `${n + 1}`);
}

function hasStruck(calculation: Calculation, unit: string): boolean {
  return explainUnit(calculation, unit).nodes.some(({ parts }) =>
    parts.some(({ state }) => state === 'struck-high' || state === 'struck-low'),
  );
}

function isPlain({ ranking }: Calculation): boolean {
  return ranking.every(
    ({ state, isShared, partedBy }) => state === 'ranked' && !isShared && partedBy.length === 0,
  );
}

/** The first contest, by its number, that shows what is looked for; null after so many. */
function firstOf<Found>(most: number, look: (seed: number) => Found | null): Found | null {
  for (let seed = 1; seed <= most; seed += 1) {
    const found = look(seed);
    if (found !== null) return found;
  }
  return null;
}

function wholeSample(scheme: ScoringScheme): Calculation {
  const room = sampleRoom(scheme, unitsOf(scheme, apart.length), (group) => seatsForTrim(scheme, group));
  const calculate = calculator(scheme);
  const at = (seed: number) =>
    calculate(drawnContest(scheme, room, seed, { qualities: apart, noise: 2, isFine: false }));
  const needsStrike = scheme.nodes.some((node) => 'trim' in node && node.trim);
  const shows = (seed: number, isStrict: boolean) => {
    const calculation = at(seed);
    const strikes = !needsStrike || hasStruck(calculation, room.units[0] ?? '');
    return strikes && (!isStrict || isPlain(calculation)) ? calculation : null;
  };
  return firstOf(60, (seed) => shows(seed, true)) ?? firstOf(20, (seed) => shows(seed, false)) ?? at(1);
}

/** Seats beyond the fewest, by group: denominators that differ, small panels first. */
const rooms = [
  { more: [0], tries: 80 },
  { more: [1, 0], tries: 30 },
  { more: [2, 3, 1], tries: 80 },
  { more: [3, 6, 4], tries: 30 },
  { more: [2, 4, 8, 1], tries: 40 },
];

type Look = (calculation: Calculation) => boolean;

/** The first contest of units that are much alike, small ones first, that shows what is looked for. */
function firstAlike(scheme: ScoringScheme, look: Look): Calculation | null {
  const units = unitsOf(scheme, alike.length);
  const calculate = calculator(scheme);
  for (const [n, { more, tries }] of rooms.entries()) {
    const room = sampleRoom(scheme, units, (group, at) =>
      seatsBeyondFewest(scheme, group, more[at % more.length] ?? 0),
    );
    const found = firstOf(tries, (seed) => {
      const character = { qualities: alike, noise: 1 + (seed % 2), isFine: true };
      const calculation = calculate(drawnContest(scheme, room, 1000 * (n + 1) + seed, character));
      return look(calculation) ? calculation : null;
    });
    if (found) return found;
  }
  return null;
}

function equalTo(
  { ranking, nodeValue, plan }: Calculation,
  unit: string,
  on: 'rounded' | 'exact',
): readonly string[] {
  const { by } = plan.scheme.ranking;
  const key = (id: string): string => {
    const value = nodeValue(by, id);
    if (value.kind === 'none') return '';
    const { numerator, denominator } = on === 'exact' ? value.exact : value.value;
    return `${numerator}/${denominator}`;
  };
  return ranking.flatMap((entry) => (key(entry.unit) === key(unit) ? [entry.unit] : []));
}

function tieSample(scheme: ScoringScheme): SampleCases['tie'] {
  const isParted: Look = ({ ranking }) => ranking.some(({ partedBy }) => partedBy.length > 0);
  const isShared: Look = ({ ranking }) => ranking.some((entry) => entry.isShared);
  const { ties } = scheme.ranking;
  const parted = ties.length === 0 ? null : firstAlike(scheme, isParted);
  const calculation = parted ?? firstAlike(scheme, isShared);
  if (!calculation) return null;
  const tied = calculation.ranking.find(({ partedBy, isShared }) =>
    parted ? partedBy.length > 0 : isShared,
  );
  const units = tied ? equalTo(calculation, tied.unit, scheme.ranking.on) : [];
  if (parted || !ties.some(({ kind }) => kind === 'decision')) return { calculation, units };
  const decisions = [{ units, reason: '-', author: '-' }];
  return { units, calculation: calculator(scheme)({ ...calculation.contest, decisions }) };
}

function roundingSample(scheme: ScoringScheme, plan: Calculation['plan']): SampleCases['rounding'] {
  if (!isRoundedApart({ scheme, plan })) return { kind: 'not-rounded' };
  const [first] = scheme.ranking.ties;
  // What is equal when rounded is then ordered by the exact value, as it would be at once.
  if (scheme.ranking.on === 'rounded' && first?.kind === 'decimals' && first.decimals === undefined)
    return { kind: 'exact-next' };
  const calculation = firstAlike(scheme, (entry) => placedOtherwise(entry).length > 0);
  if (!calculation) return { kind: 'not-found', tried: rooms.reduce((sum, { tries }) => sum + tries, 0) };
  const otherwise = placedOtherwise(calculation);
  const units = equalTo(calculation, otherwise[0]?.unit ?? '', 'rounded');
  return { kind: 'differs', calculation, otherwise, units };
}

function recusalSample(scheme: ScoringScheme, whole: Calculation, unit: string): SampleCases['recusal'] {
  const nodes = marksBehindTotal(whole.plan);
  const cast = whole.contest.units.find((entry) => entry.unit === unit);
  const read = whole.contest.seats.filter(({ seat, group }) =>
    nodes.some((node) => {
      const groups = node.groups ?? scheme.groups.filter(({ counts }) => counts).map(({ id }) => id);
      const isRead = groups.length === 0 || groups.includes(group);
      const ballots = node.each ? cast?.items?.[node.each]?.[0]?.ballots : cast?.ballots;
      return isRead && ballots?.[node.ballot]?.votes[seat];
    }),
  );
  const seat = (read[2] ?? read[0] ?? whole.contest.seats[0])?.seat;
  if (seat === undefined || scheme.ballots.length === 0) return null;
  const contest = withRecusal(scheme, whole.contest, seat, unit);
  return { calculation: calculator(scheme)(contest), unit, seat };
}

const cases = new WeakMap<ScoringScheme, SampleCases>();

/** Works the samples out once for a scheme. */
export function sampleCases(scheme: ScoringScheme): SampleCases {
  const known = cases.get(scheme);
  if (known) return known;
  const whole = wholeSample(scheme);
  const unit = whole.contest.units[0]?.unit ?? '';
  const leaving = whole.ranking[1]?.unit ?? unit;
  const made: SampleCases = {
    whole: { calculation: whole, unit },
    recusal: recusalSample(scheme, whole, unit),
    withdrawal: {
      before: whole,
      after: calculator(scheme)(withWithdrawal(whole.contest, leaving)),
      unit: leaving,
    },
    tie: tieSample(scheme),
    rounding: roundingSample(scheme, whole.plan),
  };
  cases.set(scheme, made);
  return made;
}
