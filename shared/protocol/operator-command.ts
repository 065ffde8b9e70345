import { z } from 'zod';
import { filledText, typedText } from './typed-text.ts';

const id = z.string().min(1).max(64);
/** `ballot/unit/key` of a paper's field. */
const fieldName = z.string().min(1).max(100);
const number = z.string().trim().min(1).max(20);
const reason = filledText(200);

const proposedAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reopen'), round: id }),
  z.strictObject({ kind: z.literal('take-back') }),
  z.strictObject({
    kind: z.literal('void'),
    round: id,
    why: z.enum(['vote-again', 'wrong-unit']),
    toUnit: id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('what-if'),
    question: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('without-trim') }),
      z.strictObject({ kind: z.literal('without-group'), group: id }),
    ]),
  }),
]);

/** The commands of the console, exactly as its page sends them. Lengths are ms. */
export const operatorCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('NextStep'), from: id.nullable() }),
  z.strictObject({ kind: z.literal('JumpTo'), step: id }),
  z.strictObject({ kind: z.literal('PauseTimer') }),
  z.strictObject({ kind: z.literal('ResumeTimer') }),
  z.strictObject({ kind: z.literal('AddTime'), ms: z.int().min(-3_600_000).max(3_600_000) }),
  z.strictObject({ kind: z.literal('RestartTimer') }),
  z.strictObject({ kind: z.literal('Undo'), entry: z.int().min(0) }),
  z.strictObject({ kind: z.literal('Redo'), entry: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('OpenRound'),
    unit: id.nullable(),
    forms: z.array(id).min(1).max(20).optional(),
    attempt: z.strictObject({ list: id, id }).optional(),
    units: z.array(id).min(1).max(1000).optional(),
  }),
  z.strictObject({
    kind: z.literal('LowerExpected'),
    round: id,
    group: id,
    by: z.int().min(0).max(1000),
    reason,
  }),
  z.strictObject({
    kind: z.literal('RecordMeasure'),
    unit: id.nullable(),
    attempt: z.strictObject({ list: id, id }).optional(),
    measure: id,
    value: z
      .union([
        number,
        z.strictObject({ kind: z.literal('unconfirmed'), value: number }),
        z.strictObject({ kind: z.literal('did-not-finish') }),
      ])
      .nullable(),
    reason: typedText(200),
  }),
  z.strictObject({
    kind: z.literal('GivePoints'),
    unit: id,
    node: id,
    points: number,
    reason,
    author: typedText(100),
  }),
  z.strictObject({ kind: z.literal('WithdrawPoints'), adjustment: z.int().min(1), reason }),
  z.strictObject({
    kind: z.literal('DecideTie'),
    units: z.array(id).min(2).max(1000),
    reason,
    author: typedText(100),
  }),
  z.strictObject({ kind: z.literal('ChooseEntrants'), units: z.array(id).min(1).max(1000), reason }),
  z.strictObject({ kind: z.literal('TakeBackCount'), reason, isSecondPress: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('LockRound'), round: id }),
  z.strictObject({
    kind: z.literal('ReopenRound'),
    round: id,
    reason,
    isSecondPress: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('VoidRound'),
    round: id,
    why: z.enum(['vote-again', 'wrong-unit']),
    toUnit: id.nullable(),
    reason,
    isSecondPress: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('ReturnBallot'), round: id, seat: id, reason }),
  z.strictObject({
    kind: z.literal('EnterPaperBallot'),
    round: id,
    seat: id,
    values: z.record(fieldName, typedText(200)),
    reason,
  }),
  z.strictObject({ kind: z.literal('RecuseSeat'), seat: id, unit: id, reason }),
  z.strictObject({ kind: z.literal('WithdrawRecusal'), seat: id, unit: id, reason }),
  z.strictObject({ kind: z.literal('MarkAway'), seat: id, reason }),
  z.strictObject({ kind: z.literal('MarkBack'), seat: id, reason }),
  z.strictObject({
    kind: z.literal('WithdrawUnit'),
    unit: id,
    why: z.enum(['withdrew', 'disqualified']),
    reason,
  }),
  z.strictObject({ kind: z.literal('ReinstateUnit'), unit: id, reason }),
  /** The scheme as its file has it; the host reads it whole or refuses it with the field. */
  z.strictObject({
    kind: z.literal('ChangeScheme'),
    scheme: z.unknown(),
    orderedBy: typedText(100),
    reason: typedText(200),
  }),
  z.strictObject({ kind: z.literal('OverrideObjection'), reason }),
  z.strictObject({
    kind: z.literal('LookAtResult'),
    what: z.enum(['result', 'unit', 'seat']),
    unit: id.nullable(),
    seat: id.nullish(),
  }),
  z.strictObject({ kind: z.literal('ProposeAct'), act: proposedAct, reason }),
  z.strictObject({ kind: z.literal('DropAct'), proposal: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('DecideMissing'),
    round: id,
    seats: z.array(id).min(1).max(1000),
    decision: z.enum(['absent', 'excluded', 'paper']),
    reason,
  }),
  z.strictObject({ kind: z.literal('WithdrawDecision'), round: id, seat: id, reason }),
  z.strictObject({ kind: z.literal('CountRounds'), notCalled: z.array(id).max(1000) }),
  z.strictObject({
    kind: z.literal('ReleaseResult'),
    reveal: z.enum(['step', 'all']),
    isFewerThanThreeAccepted: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('TakeRevealStep'), revealed: z.int().min(0) }),
  z.strictObject({ kind: z.literal('ReturnRevealStep'), revealed: z.int().min(0) }),
  z.strictObject({ kind: z.literal('RevealAll'), revealed: z.int().min(0) }),
  z.strictObject({ kind: z.literal('SetCurtain'), curtain: z.enum(['open', 'frozen', 'black']) }),
  z.strictObject({ kind: z.literal('RingBell') }),
  z.strictObject({ kind: z.literal('SendPrompt'), text: filledText(120) }),
  z.strictObject({ kind: z.literal('ClearPrompt') }),
  z.strictObject({ kind: z.literal('AdmitScreen'), request: id }),
  z.strictObject({ kind: z.literal('RefuseAdmission'), request: id }),
  /** The chair's device is dismissed only with a reason. */
  z.strictObject({ kind: z.literal('DismissScreen'), screen: id, reason: reason.optional() }),
  z.strictObject({ kind: z.literal('AskChair') }),
  z.strictObject({ kind: z.literal('AdmitSeatDevice'), request: id }),
  z.strictObject({ kind: z.literal('ReplaceSeatCard'), seat: id }),
  z.strictObject({ kind: z.literal('SettleClockGap'), isCounted: z.boolean() }),
  z.strictObject({ kind: z.literal('ChooseAddress'), address: z.string().max(64) }),
  z.strictObject({ kind: z.literal('MarkCardsPrinted') }),
  z.strictObject({ kind: z.literal('RetryDisk') }),
  z.strictObject({ kind: z.literal('CloseEvent'), reason: reason.optional() }),
  /** On a closed event: the file of a superseding version is made, or opened where it is there already. */
  z.strictObject({
    kind: z.literal('MakeVersion'),
    orderedBy: filledText(100),
    reason,
  }),
  z.strictObject({ kind: z.literal('OpenVersion') }),
]);

export type OperatorCommand = z.infer<typeof operatorCommandSchema>;
