import { decimal, divide, type Rational, rational } from '../../../kernel/rational.ts';
import { type Amount, compareAmounts, sumAmounts, toAmount, toRational } from './amount.ts';
import type { BallotType } from './ballot-type.ts';
import { isCastBy } from './casting.ts';
import type { BallotVotes, SeatState } from './contest.ts';
import { evaluate } from './formula.ts';
import { isLookedFor, type MarkReader, markReader, pointsForPlace } from './mark-reading.ts';
import { type Formula, type NoValue, noMarks, type Part, type PartState, waitsFor } from './node-value.ts';
import type { MarksNode, Plan } from './plan.ts';
import { valueKeys } from './value-keys.ts';
import type { Trim } from './value-node.ts';

type Seat = { readonly seat: string; readonly group: string };

/** A marks node with what it needs to read a ballot, made once for a contest's seats. */
export type PanelReader = {
  readonly node: MarksNode;
  readonly ballot: BallotType;
  readonly seats: readonly Seat[];
  readonly read: MarkReader;
  /** By what extremes are found, where that is the judge's whole ballot. */
  readonly readWhole: MarkReader | null;
  readonly quorums: readonly Quorum[];
};

type Quorum =
  | { readonly group: string; readonly count: number }
  | { readonly group: string; readonly of: readonly [number, number] };

/** Each judge's place of the unit, or the points for it: what a node that reads places takes instead of the marks. */
export type PlacesOf = (seat: string) => Rational | null;

/** The marks of one panel on one unit or item, side by side in seat order. */
type Panel = {
  readonly amounts: (Amount | null)[];
  readonly states: PartState[];
  readonly keys: Amount[] | null;
  readonly waits: string | null;
};

export function panelReader(plan: Plan, node: MarksNode, seats: readonly Seat[]): PanelReader {
  const ballot = plan.ballotById.get(node.ballot);
  if (!ballot) throw new RangeError(`no ballot ${node.ballot}`);
  const trainees = plan.scheme.groups.filter(({ counts }) => !counts).map(({ id }) => id);
  // RULE-6
  const isMeant = (group: string) => node.groups?.includes(group) ?? !trainees.includes(group);
  const wanted = seats.filter(({ group }) => isMeant(group) && isCastBy(ballot, group));
  return {
    node,
    ballot,
    seats: wanted,
    read: markReader(ballot, node.criteria),
    readWhole: node.trim?.by === 'whole-ballot' ? markReader(ballot, undefined) : null,
    quorums: plan.scheme.groups.flatMap(({ id, quorum }): readonly Quorum[] =>
      quorum?.effect === 'block' && wanted.some(({ group }) => group === id)
        ? [{ group: id, ...quorum.atLeast }]
        : [],
    ),
  };
}

/** Whether a group's ballots are enough: a count, or a share of those present, of a secret ballot of all its cards. */
export function hasQuorum(
  quorum: Quorum,
  { secrecy }: BallotType,
  seats: readonly Seat[],
  { votes, states }: BallotVotes,
): boolean {
  // SECRET-2: every card that gave none is absent, so a share of those that gave one is always there.
  const isOut = (state: SeatState | undefined) =>
    state === 'excluded' || (state === 'absent' && secrecy !== 'anonymous');
  const present = seats.filter(({ seat, group }) => group === quorum.group && !isOut(states?.[seat]));
  const given = present.filter(({ seat }) => states?.[seat] === undefined && votes[seat]).length;
  if ('count' in quorum) return given >= quorum.count;
  const [part, whole] = quorum.of;
  return given * whole >= part * present.length;
}

// RULE-17
/** What a panel waits for: its first seat without a mark, or of a secret ballot a group of cards; null for nothing. */
export function awaitedOf({ ballot, seats }: PanelReader, awaited: readonly Seat[]): string | null {
  if (ballot.secrecy !== 'anonymous') return awaited[0]?.seat ?? null;
  // The first group of the panel, not that of the first card: which card it is hangs on who holds it.
  const group = seats.find((seat) => awaited.some((each) => each.group === seat.group))?.group;
  return group === undefined ? null : `cards:${group}`;
}

// RULE-3, RULE-4
function readPanel(reader: PanelReader, cast: BallotVotes, placesOf: PlacesOf | null): Panel {
  const { node, ballot, seats } = reader;
  const amounts: (Amount | null)[] = new Array(seats.length).fill(null);
  const states: PartState[] = new Array(seats.length).fill('counted');
  const keys: Amount[] | null = reader.readWhole ? new Array(seats.length).fill(0) : null;
  const awaited: Seat[] = [];
  for (let n = 0; n < seats.length; n += 1) {
    const own = seats[n];
    const seat = own?.seat ?? '';
    const vote = cast.votes[seat];
    const state = cast.states?.[seat] ?? (vote ? 'given' : 'not-yet');
    if (state === 'given' && vote) {
      const place = placesOf?.(seat) ?? null;
      const amount = placesOf ? place && toAmount(place) : reader.read(vote);
      if (amount === null) states[n] = 'outside';
      else if (placesOf || !node.placePoints) amounts[n] = amount;
      else amounts[n] = toAmount(pointsForPlace(node.placePoints, toRational(amount)));
      if (keys && reader.readWhole) keys[n] = reader.readWhole(vote) ?? 0;
      continue;
    }
    states[n] = state === 'given' ? 'not-yet' : state;
    // SCORE-2
    if (state === 'excluded') continue;
    const policy = ballot.missing[state === 'given' ? 'not-yet' : state];
    if (policy === 'block' && own) awaited.push(own);
    if (policy === 'zero') [amounts[n], states[n]] = [0, 'filled'];
  }
  const short = reader.quorums.find((quorum) => !hasQuorum(quorum, ballot, seats, cast));
  return { amounts, states, keys, waits: short ? `quorum:${short.group}` : awaitedOf(reader, awaited) };
}

// RULE-5
/** Strikes one extreme: the outermost that still counts, the first of `members` among equals. */
function strikeOne(panel: Panel, members: readonly number[], side: 'struck-high' | 'struck-low'): void {
  const keyOf = (n: number): Amount => panel.keys?.[n] ?? panel.amounts[n] ?? 0;
  let outermost = -1;
  for (const n of members) {
    if (panel.states[n] !== 'counted' && panel.states[n] !== 'filled') continue;
    if (outermost < 0) {
      outermost = n;
      continue;
    }
    const sign = compareAmounts(keyOf(n), keyOf(outermost));
    if (side === 'struck-high' ? sign > 0 : sign < 0) outermost = n;
  }
  if (outermost >= 0) panel.states[outermost] = side;
}

function strikeExtremes(panel: Panel, members: readonly number[], trim: Trim): void {
  const count = members.filter((n) => panel.amounts[n] !== null).length;
  if (count < trim.fromCount || count - trim.high - trim.low < trim.minimumLeft) return;
  for (let n = 0; n < trim.high; n += 1) strikeOne(panel, members, 'struck-high');
  for (let n = 0; n < trim.low; n += 1) strikeOne(panel, members, 'struck-low');
}

/**
 * The members in the order in which the first of equals is struck: seat order, or of a secret ballot by what is written
 * and by group, so that it never hangs on who holds which card.
 */
function inTrimOrder({ ballot, seats }: PanelReader, cast: BallotVotes, members: readonly number[]) {
  if (ballot.secrecy !== 'anonymous') return members;
  const groups = [...new Set(seats.map(({ group }) => group))];
  const keys = valueKeys(ballot);
  const keyed = members.map((n) => {
    const vote = cast.votes[seats[n]?.seat ?? ''];
    const written = keys.map((key) => vote?.[key] ?? '').join(' ');
    return { n, written, group: groups.indexOf(seats[n]?.group ?? '') };
  });
  keyed.sort(
    (a, b) => (a.written < b.written ? -1 : a.written > b.written ? 1 : 0) || a.group - b.group || a.n - b.n,
  );
  return keyed.map(({ n }) => n);
}

function strike(reader: PanelReader, cast: BallotVotes, panel: Panel): void {
  const { node, seats } = reader;
  if (!node.trim) return;
  const all = inTrimOrder(
    reader,
    cast,
    seats.map((_, n) => n),
  );
  if (node.trim.per === 'panel') return strikeExtremes(panel, all, node.trim);
  for (const group of new Set(seats.map((seat) => seat.group)))
    strikeExtremes(
      panel,
      all.filter((n) => seats[n]?.group === group),
      node.trim,
    );
}

/** After the trim, so that a filled-in mean is never struck and changes no denominator of others. */
function fillMeans({ ballot, seats }: PanelReader, panel: Panel): void {
  const isFilled = panel.states.map(
    (state) =>
      state in ballot.missing && ballot.missing[state as keyof typeof ballot.missing] === 'mean-of-others',
  );
  if (!isFilled.includes(true)) return;
  for (const [n, { group }] of seats.entries()) {
    if (!isFilled[n]) continue;
    const others = panel.amounts.filter(
      (amount, other): amount is Amount =>
        amount !== null &&
        !isFilled[other] &&
        seats[other]?.group === group &&
        panel.states[other] !== 'filled',
    );
    if (others.length === 0) continue;
    panel.amounts[n] = toAmount(divide(sumAmounts(others), rational(BigInt(others.length))));
  }
  for (const [n, filled] of isFilled.entries())
    if (filled && panel.amounts[n] !== null) panel.states[n] = 'filled';
}

function settledPanel(reader: PanelReader, cast: BallotVotes, placesOf: PlacesOf | null): Panel {
  const panel = readPanel(reader, cast, placesOf);
  strike(reader, cast, panel);
  fillMeans(reader, panel);
  return panel;
}

const isIn = (state: PartState | undefined): boolean => state === 'counted' || state === 'filled';

function textOf({ node, ballot }: PanelReader, cast: BallotVotes, seat: string): string {
  const vote = cast.votes[seat];
  if (!vote) return '';
  // A stored vote has its criteria in any order.
  const keys = node.criteria ?? valueKeys(ballot);
  return ballot.kind === 'points' && keys.length > 1
    ? keys.map((key) => vote[key] ?? '').join(' + ')
    : keys.map((key) => vote[key] ?? '').join(' ');
}

function isShare(node: MarksNode): boolean {
  return node.by === 'share' || node.by === 'count';
}

/** What `by` divides by; `count` is how many marks count. */
function divisorOf(node: MarksNode, count: number): Rational {
  if (node.by === 'mean') return rational(BigInt(count));
  if (node.by === 'share') return divide(rational(BigInt(count)), decimal(node.outOf));
  return rational(1n);
}

const one = rational(1n);

/** The panel's value with every mark in it. */
export function panelFormula(
  reader: PanelReader,
  cast: BallotVotes | undefined,
  placesOf: PlacesOf | null,
): { readonly formula: Formula; readonly absence: NoValue | null } {
  const { node, seats } = reader;
  const panel = cast ? settledPanel(reader, cast, placesOf) : null;
  const parts = seats.flatMap(({ seat, group }, n): readonly Part[] => {
    if (!panel || !cast) return [];
    const [amount, state] = [panel.amounts[n] ?? null, panel.states[n] ?? 'not-yet'];
    const text = textOf(reader, cast, seat);
    const value =
      amount === null
        ? null
        : isShare(node)
          ? rational(isLookedFor(node.counting, text, amount) ? 1n : 0n)
          : toRational(amount);
    return [{ from: 'seat', of: seat, group, state, text, value, times: one }];
  });
  const count = parts.filter(({ state, value }) => isIn(state) && value).length;
  const by = node.by === 'median' || node.by === 'highest' || node.by === 'lowest' ? node.by : 'sum';
  const absence = panel?.waits ? waitsFor(panel.waits) : count === 0 ? noMarks : null;
  return { formula: { by, parts, over: absence ? one : divisorOf(node, count) }, absence };
}

/** The panel's value alone, which is what a recount of a whole contest needs; the same as its formula's. */
export function panelValue(
  reader: PanelReader,
  cast: BallotVotes | undefined,
  placesOf: PlacesOf | null,
): Rational | NoValue {
  const { node } = reader;
  if (!cast) return noMarks;
  if (node.by !== 'mean' && node.by !== 'sum') {
    const { formula, absence } = panelFormula(reader, cast, placesOf);
    return absence ?? evaluate(formula);
  }
  const panel = settledPanel(reader, cast, placesOf);
  if (panel.waits) return waitsFor(panel.waits);
  const counted: Amount[] = [];
  for (const [n, amount] of panel.amounts.entries())
    if (amount !== null && isIn(panel.states[n])) counted.push(amount);
  if (counted.length === 0) return noMarks;
  return divide(sumAmounts(counted), divisorOf(node, counted.length));
}
