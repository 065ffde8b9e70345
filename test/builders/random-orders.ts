import fc from 'fast-check';
import type { Actor, Command } from '../../shared/domain/command.ts';
import { hasLooked } from '../../shared/domain/decisions/monitor-decisions.ts';
import { awaitedPaper, missingSeats } from '../../shared/domain/round.ts';
import { hashOfScheme } from '../../shared/domain/scoring/scheme-hash.ts';
import { stepOf } from '../../shared/domain/stage.ts';
import { chairOf, currentRound, type EventState } from '../../shared/domain/state.ts';
import { instant, seatId } from '../../shared/kernel/brand.ts';
import { aScheme, aWeight } from './definition.ts';
import {
  addTime,
  admitChair,
  admitMonitor,
  away,
  back,
  ballot,
  chair,
  coSign,
  count,
  decideSeats,
  giveBack,
  lock,
  look,
  monitor,
  next,
  type Order,
  objectWith,
  overrideByChair,
  paper,
  recuse,
  redo,
  reinstate,
  release,
  releaseByChair,
  returnReveal,
  revealStep,
  undo,
  voidRound,
  withdrawObjection,
  withdrawRecusal,
  withdrawUnit,
} from './orders.ts';
import { actorOf } from './scenario.ts';

/** Names that exist in the builders' default event, that don't, and that every object has by itself. */
const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['u1', 'u2', 'u1.1', 'u2.1', 'u1.2', 'u2.2', 'A1', 'A2', 'B1', 'rules', 'u1.talk', 'u1.vote'],
      ...['u2.talk', 'u2.vote', 'count', 'comment', 'release', 'end', 'p1', 'p2'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'constructor', '__proto__', 'toString', 'length', '示例', '𠮷'),
  },
);
const few = fc.integer({ min: -2, max: 60 });
const mark = fc.constantFrom('0', '0.5', '12.5', '40', '60', '60.5', '-1', '0.3', '', 'x', '1e1');
const names = fc.array(name, { maxLength: 4 });
const one = <const Value extends string>(...values: readonly Value[]) => fc.constantFrom(...values);

const anyButClose: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: one('NextStep'), from: fc.option(name) }),
  fc.record({ kind: one('JumpTo'), step: name }),
  fc.record({ kind: one('PauseTimer', 'ResumeTimer', 'RestartTimer') }),
  fc.record({ kind: one('AddTime'), ms: fc.integer({ min: -3_600_000, max: 3_600_000 }) }),
  fc.record({ kind: one('Undo', 'Redo'), entry: few }),
  fc.record(
    {
      kind: one('OpenRound'),
      unit: fc.option(name),
      forms: fc.array(one('marks', 'x'), { maxLength: 2 }),
      units: names,
    },
    { requiredKeys: ['kind', 'unit'] },
  ),
  fc.record({ kind: one('LowerExpected'), round: name, group: one('A', 'B', 'x'), by: few, reason: name }),
  fc.record({
    kind: one('RecordMeasure'),
    unit: fc.option(name),
    measure: name,
    value: fc.option(mark),
    reason: name,
  }),
  fc.record({ kind: one('GivePoints'), unit: name, node: name, points: mark, reason: name, author: name }),
  fc.record({ kind: one('WithdrawPoints'), adjustment: few, reason: name }),
  fc.record({ kind: one('DecideTie'), units: names, reason: name, author: name }),
  fc.record({ kind: one('ChooseEntrants'), units: names, reason: name }),
  fc.record({ kind: one('TakeBackCount'), reason: name, isSecondPress: fc.boolean() }),
  fc.record({ kind: one('LockRound'), round: name }),
  fc.record({ kind: one('ReopenRound'), round: name, reason: name, isSecondPress: fc.boolean() }),
  fc.record({
    kind: one('VoidRound'),
    round: name,
    why: one('vote-again', 'wrong-unit'),
    toUnit: fc.option(name),
    reason: name,
    isSecondPress: fc.boolean(),
  }),
  fc.record({ kind: one('ReturnBallot'), round: name, seat: name, reason: name }),
  fc.record({
    kind: one('EnterPaperBallot'),
    round: name,
    seat: name,
    values: fc.dictionary(one('c1', 'c2', 'constructor'), mark),
    reason: name,
  }),
  fc.record({ kind: one('RecuseSeat'), seat: name, unit: name, reason: name }),
  fc.record({ kind: one('WithdrawRecusal'), seat: name, unit: name, reason: name }),
  fc.record({ kind: one('MarkAway', 'MarkBack'), seat: name, reason: name }),
  fc.record({ kind: one('WithdrawUnit'), unit: name, why: one('withdrew', 'disqualified'), reason: name }),
  fc.record({ kind: one('ReinstateUnit'), unit: name, reason: name }),
  fc.record({ kind: one('CoSignCount'), count: few, figures: name, signed: name, signature: name }),
  fc.record({
    kind: one('ObjectToCount'),
    count: few,
    figures: name,
    reason: name,
    signed: name,
    signature: name,
  }),
  fc.record({
    kind: one('WithdrawObjection'),
    count: few,
    objection: name,
    reason: name,
    signed: name,
    signature: name,
  }),
  fc.record({ kind: one('DeclineAct'), proposal: few, signed: name, signature: name }),
  fc.record({ kind: one('OverrideObjection'), reason: name }),
  fc.record({
    kind: one('OverrideByChair'),
    count: few,
    figures: name,
    objection: name,
    reason: name,
    signed: name,
    signature: name,
  }),
  fc.record({
    kind: one('ReleaseByChair'),
    count: few,
    figures: name,
    reveal: one('step', 'all'),
    isFewerThanThreeAccepted: fc.boolean(),
    signed: name,
    signature: name,
  }),
  fc.record({ kind: one('AskChair') }),
  fc.record({
    kind: one('LookAtResult'),
    what: one('result', 'unit', 'seat'),
    unit: fc.option(name),
    seat: fc.option(name),
  }),
  fc.record({
    kind: one('ProposeAct'),
    act: fc.oneof(
      fc.record({ kind: one('reopen'), round: name }),
      fc.record({ kind: one('take-back') }),
      fc.record({
        kind: one('void'),
        round: name,
        why: one('vote-again', 'wrong-unit'),
        toUnit: fc.option(name),
      }),
      fc.record({
        kind: one('what-if'),
        question: fc.oneof(
          fc.record({ kind: one('without-trim') }),
          fc.record({ kind: one('without-group'), group: one('A', 'B', 'Z', 'constructor') }),
        ),
      }),
    ),
    reason: name,
  }),
  fc.record({ kind: one('SecondAct'), proposal: few, signed: name, signature: name }),
  fc.record({ kind: one('DropAct'), proposal: few }),
  fc.record({
    kind: one('DecideMissing'),
    round: name,
    seats: names,
    decision: one('absent', 'excluded', 'paper'),
    reason: name,
  }),
  fc.record({ kind: one('WithdrawDecision'), round: name, seat: name, reason: name }),
  fc.record({
    kind: one('SubmitBallot'),
    event: one('event', 'other'),
    round: name,
    opening: few,
    scheme: name,
    seat: name,
    device: few,
    n: few,
    mark: one('demo', 'live'),
    values: fc.dictionary(one('c1', 'c2', 'c3', 'constructor'), mark),
    signed: name,
    signature: name,
  }),
  fc.record({ kind: one('CountRounds'), notCalled: names }),
  fc.record({
    kind: one('ReleaseResult'),
    reveal: one('step', 'all'),
    isFewerThanThreeAccepted: fc.boolean(),
  }),
  fc.record({
    kind: one('AttachProtocol'),
    name,
    type: one('image/jpeg', 'application/pdf'),
    bytes: few,
    hash: name,
    count: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ kind: one('TakeRevealStep', 'ReturnRevealStep', 'RevealAll'), revealed: few }),
  fc.record({ kind: one('RingBell', 'ClearPrompt', 'MarkCardsPrinted') }),
  fc.record({ kind: one('SetCurtain'), curtain: one('open', 'frozen', 'black') }),
  fc.record({ kind: one('SendPrompt'), text: name }),
  fc.record({ kind: one('AcknowledgePrompt'), message: few }),
  fc.record({ kind: one('PairSeat'), seat: name, publicKey: name }),
  fc.record({
    kind: one('AdmitScreen'),
    screen: name,
    role: one('prompter', 'monitor', 'chair'),
    publicKey: name,
    name,
  }),
  fc.record({ kind: one('DismissScreen'), screen: name }),
  fc.record({
    kind: one('NoteClockGap'),
    reason: one('other-boot', 'sleep'),
    lastInstant: fc.nat({ max: 200_000 }).map(instant),
    gapMs: fc.nat({ max: 100_000 }),
  }),
  fc.record({ kind: one('SettleClockGap'), isCounted: fc.boolean() }),
  fc.record({ kind: one('NoteWallClock'), byMs: few }),
);

/** Any command at all, most of them senseless where they arrive; the end of it all is rare. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 99, arbitrary: anyButClose },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ kind: one('CloseEvent') }),
      fc.record({ kind: one('CloseEvent'), reason: name }),
    ),
  },
);

/** Who gives it there: the figures of a count are looked at by the operator first, and then by the monitor. */
export function actorIn({ result }: EventState, command: Command): Actor {
  const isSecondLook = command.kind === 'LookAtResult' && result.kind !== 'none' && result.seenBy.operator;
  return isSecondLook ? { role: 'monitor', screen: monitor } : actorOf(command);
}

/** What an attentive operator and panel do next, so that random histories get as far as the end. */
export const sensible: Order = (state) => {
  const pick = (order: Order) => (typeof order === 'function' ? order(state) : order);
  const step = stepOf(state.definition, state.stage.step);
  if (state.gap) return { kind: 'SettleClockGap', isCounted: true };
  const open = Object.values(state.rounds).find((round) => round.state === 'open');
  const announced = open ? awaitedPaper(open)[0] : undefined;
  const onUnit = open?.unit ?? '';
  if (open && announced) return pick(paper(announced, onUnit, { c1: '30', c2: '20' }));
  const missing = open ? missingSeats(open)[0] : undefined;
  if (open && missing && state.seatDevices[missing]) return pick(ballot(missing, onUnit, ['40', '12.5']));
  if (missing) return { kind: 'PairSeat', seat: missing, publicKey: `key of ${missing}` };
  if (open && step?.unit !== open.unit) return pick(lock(onUnit));
  if (open && step?.round === 'locks') return pick(lock(onUnit));
  return pick(afterRounds(state, step?.id ?? ''));
};

function afterRounds(state: EventState, step: string): Order {
  const silent = state.definition.units.filter(
    ({ id }) => !currentRound(state, id) && !state.exits.some(({ unit }) => unit === id),
  );
  if (step === 'comment' && state.result.kind === 'none') return count(...silent.map((unit) => unit.id));
  if (state.result.kind === 'counted' && !state.screens.some(({ role }) => role === 'monitor'))
    return admitMonitor;
  if (state.result.kind === 'counted' && state.result.objection?.overridden === null)
    return state.lastEntry % 2 === 0
      ? withdrawObjection
      : chairOf(state)
        ? overrideByChair()
        : { kind: 'OverrideObjection', reason: 'the chair has looked' };
  if (state.result.kind === 'counted' && !state.result.coSigned)
    return hasLooked(state, monitor) ? coSign : look;
  if (step === 'release' && state.result.kind === 'counted')
    return !chairOf(state) ? release() : state.result.chairAsked ? releaseByChair() : { kind: 'AskChair' };
  if (step === 'release' && state.result.kind === 'released' && state.result.revealed < 2) return revealStep;
  return next;
}

/** Orders of a stage alone, as pressed by someone who sees it. */
export const stageOrder: fc.Arbitrary<Order> = fc.oneof(
  fc.constant(next),
  name.map((step): Order => ({ kind: 'JumpTo', step })),
  fc.constantFrom<Order>({ kind: 'PauseTimer' }, { kind: 'ResumeTimer' }, { kind: 'RestartTimer' }),
  fc.integer({ min: -60_000, max: 60_000 }).map(addTime),
);

/** The first decision about a missing seat is taken back, or one is made. */
const settleDecision: Order = (state) => {
  const open = Object.values(state.rounds).find((round) => round.state === 'open');
  const decided = open?.decisions[0];
  return decided
    ? { kind: 'WithdrawDecision', round: open.id, seat: decided.seat, reason: 'came back' }
    : {
        kind: 'DecideMissing',
        round: open?.id ?? '',
        seats: open ? missingSeats(open).slice(0, 1) : [],
        decision: 'absent',
        reason: 'left',
      };
};

const reopenLatest: Order = (state) => ({
  kind: 'ReopenRound',
  round: state.roundOrder.at(-1) ?? '',
  reason: 'a mark was mistyped',
});

const acknowledge: Order = (state) => ({ kind: 'AcknowledgePrompt', message: state.prompt?.id ?? 0 });

/** The count's own orders, as given by people who see what there is. */
const ofTheCount: fc.Arbitrary<Order> = fc.oneof(
  fc.constantFrom<Order>(
    admitMonitor,
    coSign,
    { kind: 'DismissScreen', screen: monitor },
    withdrawObjection,
    { kind: 'OverrideObjection', reason: 'the chair has looked' },
    admitChair,
    { kind: 'AskChair' },
    releaseByChair(),
    overrideByChair(),
    { kind: 'DismissScreen', screen: chair, reason: 'the tablet is dead' },
  ),
  // A device that comes back after its seat's paper was entered.
  fc.constantFrom('A1', 'A2', 'B1').map(
    (seat): Order =>
      (state) => {
        const open = Object.values(state.rounds).find((round) => round.state === 'open');
        const onPaper = open?.expected.find((each) => open.ballots[each]?.source === 'paper');
        const order = ballot(onPaper ?? seat, open?.unit ?? 'u1', ['10', '10']);
        return typeof order === 'function' ? order(state) : order;
      },
  ),
  fc.constantFrom<Order>(
    objectWith('a seat is missing'),
    (state) => ({ kind: 'DeclineAct', proposal: state.proposalCount, signed: 's', signature: 's' }),
    { kind: 'LookAtResult', what: 'result', unit: null },
    { kind: 'ProposeAct', act: { kind: 'what-if', question: { kind: 'without-trim' } }, reason: 'asked' },
    (state) => ({ kind: 'SecondAct', proposal: state.proposalCount, signed: 's', signature: 's' }),
    (state) => ({ kind: 'DropAct', proposal: state.proposalCount }),
  ),
  fc.constantFrom<Order>(
    recuse('A2', 'u2'),
    withdrawRecusal('A2', 'u2'),
    away('A2'),
    back('A2'),
    withdrawUnit('u2'),
    reinstate('u2'),
  ),
  fc
    .tuple(one('A1', 'A2', 'B1'), one('u1', 'u2'))
    .chain(([seat, unit]) =>
      fc.constantFrom<Order>(
        paper(seat, unit, { c1: '30', c2: '20' }),
        giveBack(seat, unit),
        voidRound(unit),
        decideSeats(unit, [seat], 'paper'),
      ),
    ),
  fc.integer({ min: 1, max: 3 }).map((weight): Order => {
    const scheme = aScheme({ weights: [aWeight('A', weight), aWeight('B', 40)], emptyGroup: 'renormalise' });
    return {
      kind: 'ChangeScheme',
      scheme,
      schemeHash: hashOfScheme(scheme),
      orderedBy: 'the jury',
      reason: 'a weight was wrong',
    };
  }),
);

/** Half sense, half noise. */
export const anyOrder: fc.Arbitrary<Order> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(sensible) },
  { weight: 1, arbitrary: fc.constantFrom<Order>(undo, redo, next, returnReveal) },
  { weight: 1, arbitrary: fc.constantFrom<Order>(settleDecision, reopenLatest, acknowledge) },
  { weight: 1, arbitrary: stageOrder },
  { weight: 3, arbitrary: ofTheCount },
  { weight: 4, arbitrary: anyCommand },
  {
    weight: 1,
    arbitrary: fc
      .tuple(one('A1', 'A2', 'B1'), one('u1', 'u2'), mark, mark)
      .map(([seat, unit, c1, c2]) => ballot(seatId(seat), unit, [c1, c2])),
  },
);
