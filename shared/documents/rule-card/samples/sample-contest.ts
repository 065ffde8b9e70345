import type { BallotVotes, Contest, ContestUnit, Item } from '../../../domain/scoring/rules/contest.ts';
import type { ScoringScheme } from '../../../domain/scoring/rules/scoring-scheme.ts';
import { type Character, drawBallots } from './sample-ballots.ts';
import { drawMeasure, itemCount, measuresOf, sampleFacts } from './sample-measures.ts';
import { drawFrom, type SampleRoom } from './sample-room.ts';

type Cast = ReadonlyMap<string, BallotVotes>;

/** An adjustment that its node lets through. */
function adjustmentPoints(cap: unknown): string {
  return cap === '0' ? '-2' : '1';
}

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

/** A whole invented contest, always the same for the same seed. */
export function sampleContest(
  scheme: ScoringScheme,
  room: SampleRoom,
  seed: number,
  character: Character,
): Contest {
  const draw = drawFrom(seed);
  const cast = (list: string | undefined): ReadonlyMap<string, Cast> =>
    new Map(
      scheme.ballots.flatMap((ballot) =>
        isCastFor(scheme, ballot.id, list) ? [[ballot.id, drawBallots(ballot, room, character, draw)]] : [],
      ),
    );
  const own = cast(undefined);
  const lists = [...new Set(scheme.nodes.flatMap(({ each }) => (each === undefined ? [] : [each])))];
  const ofItems = new Map(
    lists.map((list) => [list, Array.from({ length: itemCount(scheme, list) }, () => cast(list))]),
  );
  const measures = () =>
    Object.fromEntries(measuresOf(scheme).map((measure) => [measure, drawMeasure(scheme, measure, draw)]));
  const ballotsOf = (casts: ReadonlyMap<string, Cast>, unit: string) =>
    Object.fromEntries(
      [...casts].flatMap(([ballot, units]) => {
        const votes = units.get(unit);
        return votes ? [[ballot, votes]] : [];
      }),
    );
  return {
    seats: room.seats,
    facts: sampleFacts(scheme),
    units: room.units.map(
      (unit, index): ContestUnit => ({
        unit,
        measures: measures(),
        ballots: ballotsOf(own, unit),
        items: Object.fromEntries(
          [...ofItems].map(([list, casts]): [string, readonly Item[]] => [
            list,
            casts.map((items, n) => ({
              id: `${n + 1}`,
              measures: measures(),
              ballots: ballotsOf(items, unit),
            })),
          ]),
        ),
        adjustments: scheme.nodes.flatMap((node) =>
          node.kind === 'adjustments' && index === 0
            ? [{ node: node.id, points: adjustmentPoints(node.cap), reason: '-', author: '-' }]
            : [],
        ),
      }),
    ),
  };
}

/** The seat stands aside from the unit: its ballots on it go, and in its rankings the others close up. */
export function withRecusal(scheme: ScoringScheme, contest: Contest, seat: string, unit: string): Contest {
  const rankings = scheme.ballots.filter(({ kind }) => kind === 'ranking').map(({ id }) => id);
  const placeOf = (ballot: string) =>
    Number(contest.units.find((entry) => entry.unit === unit)?.ballots?.[ballot]?.votes[seat]?.place ?? 0);
  const aside = (cast: BallotVotes): BallotVotes => {
    if (!cast.votes[seat]) return cast;
    const { [seat]: _, ...votes } = cast.votes;
    return { votes, states: { ...cast.states, [seat]: 'recused' } };
  };
  const closedUp = (ballot: string, cast: BallotVotes): BallotVotes => {
    const place = Number(cast.votes[seat]?.place ?? 0);
    if (!rankings.includes(ballot) || place <= placeOf(ballot)) return cast;
    return { ...cast, votes: { ...cast.votes, [seat]: { place: `${place - 1}` } } };
  };
  const changed = (
    ballots: ContestUnit['ballots'],
    change: (ballot: string, cast: BallotVotes) => BallotVotes,
  ) => Object.fromEntries(Object.entries(ballots ?? {}).map(([id, cast]) => [id, change(id, cast)]));
  return {
    ...contest,
    units: contest.units.map((entry) =>
      entry.unit === unit
        ? {
            ...entry,
            ballots: changed(entry.ballots, (_, cast) => aside(cast)),
            items: Object.fromEntries(
              Object.entries(entry.items ?? {}).map(([list, items]) => [
                list,
                items.map((item) => ({ ...item, ballots: changed(item.ballots, (_, cast) => aside(cast)) })),
              ]),
            ),
          }
        : { ...entry, ballots: changed(entry.ballots, closedUp) },
    ),
  };
}

export function withWithdrawal(contest: Contest, unit: string): Contest {
  return {
    ...contest,
    units: contest.units.map((entry) => (entry.unit === unit ? { ...entry, state: 'withdrew' } : entry)),
  };
}
