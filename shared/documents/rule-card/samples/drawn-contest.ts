import type { BallotVotes, Contest, ContestUnit } from '../../../domain/scoring/rules/contest.ts';
import type { ScoringScheme } from '../../../domain/scoring/rules/scoring-scheme.ts';
import { buildSample } from '../../../domain/scoring/sample/build-sample.ts';
import { drawFrom, type SampleRoom } from '../../../domain/scoring/sample/sample-room.ts';
import { type Character, drawBallots } from './sample-ballots.ts';

/** A whole contest drawn by lot, always the same for the same seed. */
export function drawnContest(
  scheme: ScoringScheme,
  room: SampleRoom,
  seed: number,
  character: Character,
): Contest {
  const draw = drawFrom(seed);
  return buildSample(scheme, room, {
    cast: (ballot) => drawBallots(ballot, room, character, draw),
    drawAt: () => draw,
    adjusted: 0,
  });
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
