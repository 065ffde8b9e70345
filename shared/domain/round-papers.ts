import type { GroupId, SeatId, UnitId } from '../kernel/brand.ts';
import { type FilledPart, type PaperPart, partFaults, readPart, shapeOf } from './ballot-paper.ts';
import type { Round, StoredBallot } from './round.ts';
import { ballotNamed } from './scoring/live-ballot.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import { isCastBy } from './scoring/rules/casting.ts';
import type { BallotVotes, SeatState } from './scoring/rules/contest.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import type { EventState } from './state.ts';

/** The ballots of a round that a group casts, in the scheme's order. */
export function formsOfGroup(round: Round, scheme: ScoringScheme, group: GroupId): readonly BallotType[] {
  return round.forms.map((id) => ballotNamed(scheme, id)).filter((ballot) => isCastBy(ballot, group));
}

type PaperSource = Pick<EventState, 'definition' | 'recusals' | 'exits'>;

// ROUND-18
/** The units that a seat may vote on in a round: those it isn't recused from and that haven't left the contest. */
export function unitsFor(round: Round, state: PaperSource, seat: SeatId): readonly UnitId[] {
  return round.units.filter(
    (unit) =>
      !state.recusals.some((recusal) => recusal.seat === seat && recusal.unit === unit) &&
      // On a paper for one unit that has left, its marks are harmless and its seats still due.
      (round.unit !== null || !state.exits.some((exit) => exit.unit === unit)),
  );
}

/** The paper of a seat in a round: empty if the seat has nothing to vote on there. */
export function paperOf(round: Round, state: PaperSource, seat: SeatId): readonly PaperPart[] {
  const own = state.definition.seats.find(({ id }) => id === seat);
  if (!own) return [];
  const units = unitsFor(round, state, seat);
  if (units.length === 0) return [];
  return formsOfGroup(round, state.definition.scheme, own.group).map((ballot) => ({ ballot, units }));
}

type ReadBallot = { readonly [form: string]: FilledPart };

const readBallots = new WeakMap<StoredBallot, ReadBallot>();

/** What a stored ballot says, by ballot of the scheme and unit. A ballot never changes, and every count reads all. */
function readStored(round: Round, scheme: ScoringScheme, stored: StoredBallot): ReadBallot {
  const known = readBallots.get(stored);
  if (known) return known;
  const shape = shapeOf(round);
  const read = Object.fromEntries(
    round.forms.map((form) => [form, readPart(shape, ballotNamed(scheme, form), round.units, stored.values)]),
  );
  readBallots.set(stored, read);
  return read;
}

const voidParts = new WeakMap<StoredBallot, { readonly [form: string]: boolean }>();

/** Whether a seat's part breaks a rule that makes it void, over the units that are written on it. */
function isVoid(round: Round, scheme: ScoringScheme, stored: StoredBallot, ballot: BallotType): boolean {
  const known = voidParts.get(stored)?.[ballot.id];
  if (known !== undefined) return known;
  const filled = readStored(round, scheme, stored)[ballot.id] ?? {};
  const found = partFaults({ ballot, units: stored.units }, filled).some(({ effect }) => effect === 'void');
  voidParts.set(stored, { ...voidParts.get(stored), [ballot.id]: found });
  return found;
}

// SCORE-1
/** The votes of one ballot on one unit of a round, with the state of every seat whose vote doesn't count. */
export function votesOn(
  round: Round,
  { definition, recusals }: Pick<EventState, 'definition' | 'recusals'>,
  form: string,
  unit: UnitId,
): BallotVotes {
  const { scheme } = definition;
  const ballot = ballotNamed(scheme, form);
  const states: { [seat: string]: SeatState } = {};
  const votes: { [seat: string]: BallotVotes['votes'][string] } = {};
  for (const { seat, decision } of round.decisions) if (decision !== 'paper') states[seat] = decision;
  // ROUND-18: on a paper of all units a recusal takes out one of them.
  for (const recusal of recusals) if (recusal.unit === unit) states[recusal.seat] = 'recused';
  for (const { id: seat, group } of definition.seats) {
    if (!isCastBy(ballot, group)) continue;
    const stored = round.ballots[seat];
    if (!stored) {
      // SECRET-2: which card is missing says nothing about anybody; its ballot is no longer waited for.
      if (round.isSecret && round.state !== 'open' && stored === null) states[seat] ??= 'absent';
      continue;
    }
    const on = readStored(round, scheme, stored)[form]?.[unit];
    if (on?.isRecused) states[seat] = 'recused';
    else if (on) votes[seat] = on.values;
    if (states[seat] === undefined && isVoid(round, scheme, stored, ballot)) states[seat] = 'void';
  }
  return { votes, states };
}
