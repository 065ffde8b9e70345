import { isCastBy } from '../rules/casting.ts';
import type { ScoringScheme } from '../rules/scoring-scheme.ts';

/** A few seats and units to work a rule out on. A seat's id is its number. */
export type SampleRoom = {
  readonly seats: readonly { readonly seat: string; readonly group: string }[];
  readonly units: readonly string[];
};

/** A whole number below the one asked for. */
export type Draw = (below: number) => number;

/** The same numbers for the same seed, so that a scheme always gets the same samples. */
export function drawFrom(seed: number): Draw {
  let state = Math.imul(seed + 1, 0x9e37_79b1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const onlyGroup = 'panel';
const mostSeats = 12;
const fewestSeats = 3;

function groupsOf(scheme: ScoringScheme): readonly string[] {
  return scheme.groups.length === 0 ? [onlyGroup] : scheme.groups.map(({ id }) => id);
}

/** So many seats that every trim strikes, within reason. */
export function seatsForTrim(scheme: ScoringScheme, group: string): number {
  const needs = scheme.nodes.flatMap((node) => {
    if ((node.kind !== 'marks' && node.kind !== 'groups') || !node.trim) return [];
    const ballot = scheme.ballots.find(({ id }) => id === node.ballot);
    const readers = groupsOf(scheme).filter(
      (id) => (node.groups?.includes(id) ?? true) && (!ballot || isCastBy(ballot, id)),
    );
    if (!readers.includes(group)) return [];
    const { fromCount, high, low, minimumLeft, per } = node.trim;
    const need = Math.max(fromCount, high + low + minimumLeft);
    return [node.kind === 'groups' || per === 'group' ? need : Math.ceil(need / readers.length)];
  });
  return Math.min(mostSeats, Math.max(smallest(scheme, group), ...needs));
}

function smallest(scheme: ScoringScheme, group: string): number {
  const own = scheme.groups.find(({ id }) => id === group);
  if (own && !own.counts) return 1;
  const atLeast = own?.quorum?.atLeast;
  return Math.max(fewestSeats, atLeast && 'count' in atLeast ? atLeast.count : 0);
}

/** The group's fewest seats, and so many more. */
export function seatsBeyondFewest(scheme: ScoringScheme, group: string, more: number): number {
  return Math.min(mostSeats, smallest(scheme, group) + more);
}

/** Seats numbered through, group after group, so many in each (the group and its number from 0), and the units. */
export function sampleRoom(
  scheme: ScoringScheme,
  units: readonly string[],
  seatsIn: (group: string, n: number) => number,
): SampleRoom {
  let number = 0;
  const seats = groupsOf(scheme).flatMap((group, n) =>
    Array.from({ length: Math.min(mostSeats, seatsIn(group, n)) }, () => {
      number += 1;
      return { seat: `${number}`, group };
    }),
  );
  return { seats, units };
}
