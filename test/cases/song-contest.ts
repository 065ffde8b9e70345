import { join } from 'node:path';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type {
  Contest,
  ContestUnit,
  TieDecision,
  VoteValues,
} from '../../shared/domain/scoring/rules/contest.ts';
import type { RankedUnit } from '../../shared/domain/scoring/rules/rank-units.ts';
import { grouped, isPlace, isPublished, type Row, readRows, readScheme, Score, shown } from './read-cases.ts';

type Vote = {
  readonly to: string;
  readonly channel: string;
  readonly giver: string;
  readonly points: string;
};

function readVotes(row: Row): readonly Vote[] {
  const { to = '', channel = '', from_points = '' } = row;
  return from_points
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [giver = '', points = ''] = pair.split(':');
      return { to, channel, giver, points };
    });
}

function roundContest(entries: readonly Row[], votes: readonly Vote[]): Contest {
  const seatOf = ({ channel, giver }: Vote) => `${channel}-${giver}`;
  const seats = [...new Map(votes.map((vote) => [seatOf(vote), vote]))].map(([seat, vote]) => ({
    seat,
    group: vote.channel,
  }));
  const received = grouped(votes, ({ to }) => to);
  const units = entries.map(({ country = '', running = '' }): ContestUnit => {
    const given: Record<string, VoteValues> = {};
    for (const vote of received.get(country) ?? []) given[seatOf(vote)] = { total: vote.points };
    return { unit: country, measures: { running }, ballots: { points: { votes: given } } };
  });
  return { seats, units };
}

function schemeFor(year: string, votes: readonly Vote[]): string {
  if (Number(year) <= 2007) return 'song-contest-2004';
  return votes.some(({ channel }) => channel === 'jury') ? 'song-contest-2016' : 'song-contest-2008';
}

function checkEntries(folder: string): readonly Score[] {
  const [totals, channels, places] = [
    new Score('song contest, entries'),
    new Score('song contest, public and jury points'),
    new Score('song contest, places'),
  ];
  const keyOf = ({ year, round }: Row) => `${year} ${round}`;
  const votes = grouped(readRows(join(folder, 'votes.csv')), keyOf);
  for (const [round, entries] of grouped(readRows(join(folder, 'entries.csv')), keyOf)) {
    const given = (votes.get(round) ?? []).flatMap(readVotes);
    const scheme = schemeFor(entries[0]?.year ?? '', given);
    const { nodeValue, ranking } = calculator(readScheme(scheme))(roundContest(entries, given));
    for (const entry of entries) {
      const { country = '', total, place } = entry;
      totals.add(
        isPublished(nodeValue('total', country), total),
        () => `${round} ${country}: ${shown(nodeValue('total', country))} for ${total}`,
      );
      if (entry.public && entry.jury)
        channels.add(
          isPublished(nodeValue('public', country), entry.public) &&
            isPublished(nodeValue('jury', country), entry.jury),
          () => `${round} ${country}`,
        );
      const ranked = ranking.find(({ unit }) => unit === country);
      places.add(
        isPlace(ranked?.place ?? null, place),
        () => `${round} ${country}: ${ranked?.place} for ${place}`,
      );
    }
  }
  return [totals, channels, places];
}

const jurors = ['rank_a', 'rank_b', 'rank_c', 'rank_d', 'rank_e'];

const pointsByPlace = ['12', '10', '8', '7', '6', '5', '4', '3', '2', '1'];

function pointsAt(place: string | null): string {
  return pointsByPlace[Number(place?.split('/')[0]) - 1] ?? '0';
}

/** What a show of hands decided, as far as the points published tell: every tied set in the order of its points. */
function decisionsFrom(ranking: readonly RankedUnit[], rows: readonly Row[]): readonly TieDecision[] {
  const given = new Map(rows.map(({ to_country = '', jury_points }) => [to_country, Number(jury_points)]));
  const tied = grouped(
    ranking.filter(({ isShared }) => isShared),
    ({ place }) => place ?? '',
  );
  return [...tied.values()].map((set) => ({
    units: set.map(({ unit }) => unit).sort((x, y) => (given.get(y) ?? 0) - (given.get(x) ?? 0)),
    reason: 'show of hands',
    author: 'jury',
  }));
}

function checkJuries(folder: string): readonly Score[] {
  const [parted, all] = [
    new Score('song contest, juries without a rank-sum tie'),
    new Score('song contest, all juries, ties decided by a show of hands'),
  ];
  const calculate = calculator(readScheme('song-contest-jury'));
  const keyOf = ({ year, round, jury_country }: Row) => `${year} ${round} ${jury_country}`;
  for (const [jury, rows] of grouped(readRows(join(folder, 'juries.csv')), keyOf)) {
    const seats = jurors
      .filter((juror) => rows.every((row) => row[juror] !== ''))
      .map((seat) => ({ seat, group: 'jury' }));
    const units = rows.map(
      (row): ContestUnit => ({
        unit: row.to_country ?? '',
        ballots: {
          ranking: { votes: Object.fromEntries(seats.map(({ seat }) => [seat, { place: row[seat] ?? '' }])) },
        },
      }),
    );
    const { nodeValue, ranking } = calculate({ seats, units });
    const decided = calculate({ seats, units, decisions: decisionsFrom(ranking, rows) }).ranking;
    const placeOf = new Map(decided.map(({ unit, place }) => [unit, place]));
    all.add(
      rows.every((row) => pointsAt(placeOf.get(row.to_country ?? '') ?? null) === row.jury_points),
      () => jury,
    );
    // Below the tenth place a tie gives nobody points.
    const isParted = ranking.every(
      ({ isShared, place }) => !isShared || Number(place?.split('/')[0]) > pointsByPlace.length,
    );
    if (!isParted) continue;
    parted.add(
      rows.every((row) => isPublished(nodeValue('points', row.to_country ?? ''), row.jury_points)),
      () => jury,
    );
  }
  return [parted, all];
}

export function checkSongContest(folder: string): readonly Score[] {
  return [...checkEntries(folder), ...checkJuries(folder)];
}
