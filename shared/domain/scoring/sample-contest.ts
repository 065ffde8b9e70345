import { type LocalText, localText } from '../../kernel/language.ts';
import { add, decimal, formatDecimal, type Rational, rational } from '../../kernel/rational.ts';
import type { BallotType } from './rules/ballot-type.ts';
import type { BallotVotes, Contest, ContestUnit, Item, SeatState, VoteValues } from './rules/contest.ts';
import type { ScoringScheme } from './rules/scoring-scheme.ts';
import type { NumberSource, ValueNode } from './rules/value-node.ts';
import { firstVotes, type Impression, type SeatVotes, shiftedWithinSum } from './sample-marks.ts';
import { validVotes } from './sample-validity.ts';

/**
 * The units of every sample. In the first a seat is recused; the second and the third are equal in total wherever
 * ballots alone decide; the last withdrew after it had been marked.
 */
export const sampleUnits: readonly {
  readonly unit: string;
  readonly name: LocalText;
  readonly what: 'recused' | 'equal' | 'plain' | 'withdrew';
}[] = [
  { unit: 'sample-1', name: localText('甲', '甲', 'A'), what: 'recused' },
  { unit: 'sample-2', name: localText('乙', '乙', 'B'), what: 'equal' },
  { unit: 'sample-3', name: localText('丙', '丙', 'C'), what: 'equal' },
  { unit: 'sample-4', name: localText('丁', '丁', 'D'), what: 'plain' },
  { unit: 'sample-5', name: localText('戊', '戊', 'E'), what: 'withdrew' },
];

const merit = [884, 852, 852, 803, 868];
/** How mild or strict each seat of a group is. */
const lean = [6, 34, -28, 12, -9, 47, -52, 21, -16, 3, -35, 27];
const mostSeats = lean.length;

/** Seats that a group needs so that every trim strikes; with one more they still do where a seat is recused. */
function seatsNeeded({ nodes, groups }: ScoringScheme): number {
  const needs = nodes.flatMap((node) => {
    if ((node.kind !== 'marks' && node.kind !== 'groups') || !node.trim) return [];
    const { high, low, fromCount, minimumLeft, per } = node.trim;
    const need = Math.max(fromCount, high + low + minimumLeft);
    const isShared = node.kind === 'marks' && per === 'panel' && !node.groups && groups.length > 1;
    return [isShared ? Math.ceil(need / groups.length) : need];
  });
  return Math.max(3, ...needs);
}

function seatsOf(scheme: ScoringScheme): Contest['seats'] {
  const needed = seatsNeeded(scheme);
  const groups = scheme.groups.length > 0 ? scheme.groups : [{ id: '', quorum: undefined }];
  return groups.flatMap(({ id, quorum }) => {
    const atLeast = quorum && 'count' in quorum.atLeast ? quorum.atLeast.count : 0;
    const count = Math.min(mostSeats, Math.max(needed, atLeast) + (id === '' ? 2 : 1));
    return Array.from({ length: count }, (_, seat) => ({
      seat: id === '' ? `seat-${seat + 1}` : `${id}-${seat + 1}`,
      group: id,
    }));
  });
}

type SeatInGroup = {
  readonly seat: string;
  readonly group: string;
  /** Which group of the scheme it is, from 0. */
  readonly nth: number;
  readonly index: number;
  readonly of: number;
};

function seatsInGroups(seats: Contest['seats']): readonly SeatInGroup[] {
  const groups = [...new Set(seats.map(({ group }) => group))];
  return seats.map(({ seat, group }, n) => {
    const own = seats.filter((other) => other.group === group);
    return {
      seat,
      group,
      nth: groups.indexOf(group),
      index: n - seats.findIndex((other) => other.group === group),
      of: own.length,
    };
  });
}

/** The third unit gets the second's marks from the seats in reverse: the same numbers, so the same mean. */
function impressionOf({ index, of, nth }: SeatInGroup, unit: number, item: number): Impression {
  const as = unit === 2 ? of - 1 - index : index;
  const alike = unit === 2 ? 1 : unit;
  return {
    thousandths: (merit[unit] ?? 800) + (lean[as] ?? 0) - item * 23 - nth * 11,
    turn: as * 5 + alike * 3 + item * 4 + nth * 4,
  };
}

const compares: readonly BallotType['kind'][] = ['ranking', 'placement', 'approval', 'winner'];

/** Whether a seat's votes on all units stand on one ballot, and its rules look at all of them. */
function isOneBallot(ballot: BallotType): boolean {
  return (
    compares.includes(ballot.kind) || ballot.round.kind === 'all-units' || ballot.round.kind === 'first-held'
  );
}

type CastOnUnit = { votes: { [seat: string]: VoteValues }; states: { [seat: string]: SeatState } };

/** All seats' votes of one ballot, by unit. A seat whose ballot the rules would never let through is absent. */
function castOf(ballot: BallotType, seats: readonly SeatInGroup[], item: number): readonly BallotVotes[] {
  const cast = sampleUnits.map((): CastOnUnit => ({ votes: {}, states: {} }));
  const wanted = seats.filter(({ group }) => ballot.groups?.includes(group) ?? true);
  const recused = wanted.find(({ index, of, group }) => index === of - 1 && group === wanted[0]?.group);
  for (const seat of wanted) {
    const may = sampleUnits.filter(({ what }) => !(what === 'recused' && seat.seat === recused?.seat));
    const seen = may.map(({ unit }) => {
      const n = sampleUnits.findIndex((other) => other.unit === unit);
      return { unit, impression: impressionOf(seat, n, item) };
    });
    const third = sampleUnits[2]?.unit ?? '';
    const written = (votes: SeatVotes): SeatVotes => {
      const own = votes[third];
      return own ? { ...votes, [third]: shiftedWithinSum(ballot, own) } : votes;
    };
    const ballots = isOneBallot(ballot) ? [seen] : seen.map((one) => [one]);
    const valid = ballots.map((units) => ({
      units,
      votes: validVotes(ballot, written(firstVotes(ballot, units))),
    }));
    for (const [n, { unit }] of sampleUnits.entries()) {
      const on = cast[n];
      if (!on) continue;
      const own = valid.find(({ units }) => units.some((each) => each.unit === unit));
      const values = own?.votes?.[unit];
      if (values) on.votes[seat.seat] = values;
      else on.states[seat.seat] = own ? 'absent' : 'recused';
    }
  }
  return cast;
}

const printed = (value: Rational): string => formatDecimal(value, 2).replace(/\.?0+$/, '');

function knownNumber({ facts }: ScoringScheme, source: NumberSource): Rational | null {
  if (typeof source === 'string') return decimal(source);
  if ('measure' in source) return null;
  return decimal(facts.find(({ id }) => id === source.fact)?.value ?? usualFact);
}

const usualFact = '100';
const aroundLimit = [-14, 9, -31, 47, 3];
const aroundPar = [0, 1, 2, 4, 3];
const plainMeasure = ['92', '88', '88', '81', '85'];
const difficulty = ['2', '1.8', '1.8', '1.6', '1.9'];

function atLeastZero(value: Rational): Rational {
  return value.numerator < 0n ? rational(0n) : value;
}

/** A likely value of a measure: near the limit, par or bands of what takes it. */
function measureOf(scheme: ScoringScheme, measure: string, unit: number, item: number): string {
  const source = scheme.nodes.find((node) => node.kind === 'measure' && node.measure === measure);
  const taker = scheme.nodes.find((node) => 'of' in node && node.of === source?.id);
  const isFactor =
    source === undefined ||
    scheme.nodes.some((node) => node.kind === 'product' && node.parts.includes(source.id));
  if (isFactor) return difficulty[unit] ?? '1';
  const moved = (by: number | undefined, from: Rational | null): string =>
    printed(atLeastZero(add(from ?? decimal(usualFact), rational(BigInt((by ?? 0) + item)))));
  switch (taker?.kind) {
    case 'time':
      return moved(aroundLimit[unit], knownNumber(scheme, taker.limit));
    case 'linear':
      return moved(aroundPar[unit], knownNumber(scheme, taker.par));
    case 'bands': {
      const { bands } = taker;
      const first = decimal(bands[0]?.from ?? '0');
      if (unit === 0) return printed(rational(first.numerator, first.denominator * 2n));
      return bands[Math.min(unit, bands.length) - 1]?.from ?? '0';
    }
    default:
      return printed(add(decimal(plainMeasure[unit] ?? '80'), rational(BigInt(-2 * item))));
  }
}

function measuresIn(node: ValueNode): readonly string[] {
  const found = new Set<string>(node.kind === 'measure' ? [node.measure] : []);
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('measure' in value && typeof value.measure === 'string') found.add(value.measure);
    for (const member of Object.values(value)) walk(member);
  };
  for (const member of Object.values(node)) walk(member);
  return [...found];
}

function measuresFor(scheme: ScoringScheme, list: string | undefined, unit: number, item: number) {
  const names = scheme.nodes.filter(({ each }) => each === list).flatMap(measuresIn);
  return Object.fromEntries([...new Set(names)].map((name) => [name, measureOf(scheme, name, unit, item)]));
}

function itemCount({ nodes }: ScoringScheme): number {
  const needs = nodes.flatMap((node) =>
    node.kind === 'pick' && 'items' in node.from ? [node.dropBest + node.dropWorst + (node.best ?? 1)] : [],
  );
  return Math.min(8, Math.max(3, ...needs));
}

/**
 * Made-up ballots and measured values for a scheme, the same at every call: four units that compete, and one that
 * withdrew late. Ballots keep the scheme's validity rules, groups have enough seats for its trims.
 */
export function sampleContest(scheme: ScoringScheme): Contest {
  const seats = seatsOf(scheme);
  const inGroups = seatsInGroups(seats);
  const lists = [...new Set(scheme.nodes.flatMap(({ each }) => (each === undefined ? [] : [each])))];
  const items = Array.from({ length: itemCount(scheme) }, (_, n) => n);
  const onUnits = new Map(scheme.ballots.map((ballot) => [ballot.id, castOf(ballot, inGroups, 0)]));
  const onItems = new Map(
    scheme.ballots.map((ballot) => {
      const isMarked = scheme.nodes.some(
        (node) => node.each !== undefined && 'ballot' in node && node.ballot === ballot.id,
      );
      return [ballot.id, isMarked ? items.map((item) => castOf(ballot, inGroups, item)) : []];
    }),
  );
  const given = Object.fromEntries(
    scheme.facts.flatMap(({ id, value }) => (value === null ? [[id, usualFact]] : [])),
  );
  return {
    seats,
    facts: given,
    units: sampleUnits.map(({ unit, what }, n): ContestUnit => {
      const itemsOf = (list: string): readonly Item[] =>
        items.map((item) => ({
          id: `${list}-${item + 1}`,
          measures: measuresFor(scheme, list, n, item),
          ballots: Object.fromEntries(
            [...onItems].flatMap(([ballot, cast]) => {
              const own = cast[item]?.[n];
              return own ? [[ballot, own]] : [];
            }),
          ),
        }));
      return {
        unit,
        ...(what === 'withdrew' ? { state: 'withdrew' } : {}),
        measures: measuresFor(scheme, undefined, n, 0),
        ballots: Object.fromEntries(
          [...onUnits].flatMap(([ballot, cast]) => (cast[n] ? [[ballot, cast[n]]] : [])),
        ),
        items: Object.fromEntries(lists.map((list) => [list, itemsOf(list)])),
        adjustments:
          n === 3
            ? scheme.nodes.flatMap(({ kind, id }) =>
                kind === 'adjustments' ? [{ node: id, points: '-1', reason: '', author: '' }] : [],
              )
            : [],
      };
    }),
  };
}
