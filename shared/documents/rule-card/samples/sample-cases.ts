import { marksBehindTotal } from '../../../domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../../../domain/scoring/rules/calculate.ts';
import { placedOtherwise } from '../../../domain/scoring/rules/rank-units.ts';
import { explainUnit } from '../../../domain/scoring/rules/result-tree.ts';
import type { ScoringScheme } from '../../../domain/scoring/rules/scoring-scheme.ts';
import { isRoundedApart } from '../ranking-words.ts';
import { sampleContest, withRecusal, withWithdrawal } from './sample-contest.ts';
import { sampleRoom } from './sample-room.ts';

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
    | { readonly kind: 'differs'; readonly calculation: Calculation; readonly otherwise: Otherwise }
    | { readonly kind: 'not-rounded' | 'exact-next' }
    | { readonly kind: 'not-found'; readonly tried: number };
};

const apart = [86, 92, 80, 74];
const alike = [84, 84, 84];

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
  const room = sampleRoom(scheme, apart.length, 'for-trim');
  const calculate = calculator(scheme);
  const at = (seed: number) => calculate(sampleContest(scheme, room, seed, { qualities: apart, noise: 2 }));
  const needsStrike = scheme.nodes.some((node) => 'trim' in node && node.trim);
  const shows = (seed: number, isStrict: boolean) => {
    const calculation = at(seed);
    const strikes = !needsStrike || hasStruck(calculation, room.units[0] ?? '');
    return strikes && (!isStrict || isPlain(calculation)) ? calculation : null;
  };
  return firstOf(60, (seed) => shows(seed, true)) ?? firstOf(20, (seed) => shows(seed, false)) ?? at(1);
}

/** Small contests of units that are much alike, each with other denominators. */
function alikeContests(scheme: ScoringScheme): (seed: number) => Calculation {
  const calculate = calculator(scheme);
  const rooms = [0, 1, 3, 4, 2, 5].map((more) => sampleRoom(scheme, alike.length, { more }));
  return (seed) => {
    const room = rooms[seed % rooms.length] ?? sampleRoom(scheme, alike.length, { more: 0 });
    return calculate(
      sampleContest(scheme, room, 1000 + seed, { qualities: alike, noise: 1 + (seed % 3 === 0 ? 1 : 0) }),
    );
  };
}

function equalTo({ ranking, nodeValue, plan }: Calculation, unit: string): readonly string[] {
  const { by, on } = plan.scheme.ranking;
  const key = (id: string): string => {
    const value = nodeValue(by, id);
    if (value.kind === 'none') return '';
    const { numerator, denominator } = on === 'exact' ? value.exact : value.value;
    return `${numerator}/${denominator}`;
  };
  return ranking.flatMap((entry) => (key(entry.unit) === key(unit) ? [entry.unit] : []));
}

const triesForTie = 500;
const triesForRounding = 900;

function tieSample(scheme: ScoringScheme): SampleCases['tie'] {
  const at = alikeContests(scheme);
  const { ties } = scheme.ranking;
  const parted = firstOf(triesForTie, (seed) => {
    const calculation = at(seed);
    const entry = calculation.ranking.find(({ partedBy }) => partedBy.length > 0);
    return entry ? { calculation, units: equalTo(calculation, entry.unit) } : null;
  });
  if (parted) return parted;
  const shared = firstOf(triesForTie, (seed) => {
    const calculation = at(seed);
    const entry = calculation.ranking.find(({ isShared }) => isShared);
    return entry ? { calculation, units: equalTo(calculation, entry.unit) } : null;
  });
  if (!shared || !ties.some(({ kind }) => kind === 'decision')) return shared;
  const decisions = [{ units: shared.units, reason: '-', author: '-' }];
  return { ...shared, calculation: calculator(scheme)({ ...shared.calculation.contest, decisions }) };
}

function roundingSample(scheme: ScoringScheme, plan: Calculation['plan']): SampleCases['rounding'] {
  if (!isRoundedApart({ scheme, plan })) return { kind: 'not-rounded' };
  const [first] = scheme.ranking.ties;
  // What is equal when rounded is then ordered by the exact value, as it would be at once.
  if (scheme.ranking.on === 'rounded' && first?.kind === 'decimals' && first.decimals === undefined)
    return { kind: 'exact-next' };
  const at = alikeContests(scheme);
  const found = firstOf(triesForRounding, (seed) => {
    const calculation = at(seed);
    const otherwise = placedOtherwise(calculation);
    return otherwise.length > 0 ? { kind: 'differs' as const, calculation, otherwise } : null;
  });
  return found ?? { kind: 'not-found', tried: triesForRounding };
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
