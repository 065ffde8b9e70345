import { z } from 'zod';

const id = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(200);

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
  z.strictObject({ kind: z.literal('OpenRound'), unit: id }),
  z.strictObject({ kind: z.literal('LockRound'), round: id }),
  z.strictObject({ kind: z.literal('ReopenRound'), round: id, reason }),
  z.strictObject({
    kind: z.literal('DecideMissing'),
    round: id,
    seats: z.array(id).min(1).max(1000),
    decision: z.enum(['absent', 'excluded']),
    reason,
  }),
  z.strictObject({ kind: z.literal('WithdrawDecision'), round: id, seat: id }),
  z.strictObject({ kind: z.literal('CountRounds'), notCalled: z.array(id).max(1000) }),
  z.strictObject({
    kind: z.literal('ReleaseResult'),
    reveal: z.enum(['step', 'all']),
    isFewerThanThreeAccepted: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('TakeRevealStep'), revealed: z.int().min(0) }),
  z.strictObject({ kind: z.literal('ReturnRevealStep'), revealed: z.int().min(0) }),
  z.strictObject({ kind: z.literal('RevealAll') }),
  z.strictObject({ kind: z.literal('SetCurtain'), curtain: z.enum(['open', 'frozen', 'black']) }),
  z.strictObject({ kind: z.literal('RingBell') }),
  z.strictObject({ kind: z.literal('SendPrompt'), text: z.string().trim().min(1).max(120) }),
  z.strictObject({ kind: z.literal('ClearPrompt') }),
  z.strictObject({ kind: z.literal('AdmitScreen'), request: id }),
  z.strictObject({ kind: z.literal('RefuseAdmission'), request: id }),
  z.strictObject({ kind: z.literal('DismissScreen'), screen: id }),
  z.strictObject({ kind: z.literal('AdmitSeatDevice'), request: id }),
  z.strictObject({ kind: z.literal('ReplaceSeatCard'), seat: id }),
  z.strictObject({ kind: z.literal('SettleClockGap'), isCounted: z.boolean() }),
  z.strictObject({ kind: z.literal('ChooseAddress'), address: z.string().max(64) }),
  z.strictObject({ kind: z.literal('MarkCardsPrinted') }),
  z.strictObject({ kind: z.literal('RetryDisk') }),
  z.strictObject({ kind: z.literal('CloseEvent') }),
]);

export type OperatorCommand = z.infer<typeof operatorCommandSchema>;
