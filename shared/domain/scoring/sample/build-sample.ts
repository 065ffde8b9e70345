import type { BallotType } from '../rules/ballot-type.ts';
import type { BallotVotes, Contest, ContestUnit, Item } from '../rules/contest.ts';
import type { ScoringScheme } from '../rules/scoring-scheme.ts';
import { drawMeasure, itemCount, measuresOf, sampleFacts } from './sample-measures.ts';
import type { Draw, SampleRoom } from './sample-room.ts';

/** Where something of a sample stands: on a unit, counted from 0, or on one of its items. */
export type SamplePlace = { readonly unit: number; readonly item: number | null };

/** How a sample's ballots and numbers are made up. */
export type SampleMaker = {
  /** One ballot of all seats, for the unit at each place of the room's list; on one item where one is given. */
  readonly cast: (ballot: BallotType, item: number | null) => readonly BallotVotes[];
  readonly drawAt: (place: SamplePlace) => Draw;
  /** The unit that the jury gives points or takes some from. */
  readonly adjusted: number;
};

/** Whether a ballot is cast on each item of the list, or, without a list, on the unit itself. */
function isCastFor({ nodes, ranking }: ScoringScheme, ballot: string, list: string | undefined): boolean {
  const readers = nodes.filter(
    (node) => (node.kind === 'marks' || node.kind === 'groups') && node.ballot === ballot,
  );
  if (list !== undefined) return readers.some(({ each }) => each === list);
  return (
    readers.length === 0 ||
    readers.some(({ each }) => each === undefined) ||
    ranking.ties.some((rule) => rule.kind === 'count-back' && rule.ballot === ballot)
  );
}

/** Points that the node lets through. */
function adjustmentPoints(cap: unknown): string {
  return cap === '0' ? '-2' : '1';
}

/** A whole invented contest: a scheme's ballots on units and items, its measures, facts and adjustments. */
export function buildSample(scheme: ScoringScheme, room: SampleRoom, maker: SampleMaker): Contest {
  const castFor = (list: string | undefined, item: number | null) =>
    scheme.ballots.flatMap((ballot) =>
      isCastFor(scheme, ballot.id, list) ? [{ id: ballot.id, units: maker.cast(ballot, item) }] : [],
    );
  const lists = [...new Set(scheme.nodes.flatMap(({ each }) => (each === undefined ? [] : [each])))];
  const onUnits = castFor(undefined, null);
  const onItems = lists.map((list) => ({
    list,
    casts: Array.from({ length: itemCount(scheme, list) }, (_, item) => castFor(list, item)),
  }));
  const ballotsOf = (casts: ReturnType<typeof castFor>, unit: number) =>
    Object.fromEntries(
      casts.flatMap(({ id, units }) => {
        const votes = units[unit];
        return votes ? [[id, votes]] : [];
      }),
    );
  const measuresAt = (list: string | undefined, place: SamplePlace) => {
    const draw = maker.drawAt(place);
    return Object.fromEntries(
      measuresOf(scheme, list).map((measure) => [measure, drawMeasure(scheme, measure, draw)]),
    );
  };
  return {
    seats: room.seats,
    facts: sampleFacts(scheme),
    units: room.units.map(
      (id, unit): ContestUnit => ({
        unit: id,
        measures: measuresAt(undefined, { unit, item: null }),
        ballots: ballotsOf(onUnits, unit),
        items: Object.fromEntries(
          onItems.map(({ list, casts }): [string, readonly Item[]] => [
            list,
            casts.map((cast, item) => ({
              id: `${list}-${item + 1}`,
              measures: measuresAt(list, { unit, item }),
              ballots: ballotsOf(cast, unit),
            })),
          ]),
        ),
        adjustments: scheme.nodes.flatMap((node) =>
          node.kind === 'adjustments' && unit === maker.adjusted
            ? [{ node: node.id, points: adjustmentPoints(node.cap), reason: '', author: '' }]
            : [],
        ),
      }),
    ),
  };
}
