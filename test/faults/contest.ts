import { demoDefinition } from '../../electron/host/demo-event.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { seatId } from '../../shared/kernel/brand.ts';
import type { ViewOf } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { rowsOf } from '../builders/ballot-rows.ts';
import type { Dice } from './seeded.ts';

/** The fictional demo with a panel of another size, its groups taking turns. */
export function demoWithSeats(count: number): EventDefinition {
  const definition = demoDefinition('fictional');
  const { groups } = definition;
  const seats = Array.from({ length: count }, (_, index) => {
    const group = groups[index % groups.length];
    if (!group) throw new Error('the demo has no group');
    return { id: seatId(`S${String(index + 1).padStart(3, '0')}`), number: index + 1, group: group.id };
  });
  return { ...definition, seats };
}

/** Any valid marks for the criteria on the page. */
export function randomMarks(
  form: NonNullable<ViewOf['panel']['ballot']>,
  { whole }: Dice,
): { readonly [criterion: string]: string } {
  return Object.fromEntries(rowsOf(form).map(({ id, maximum }) => [id, String(whole(0, Number(maximum)))]));
}

/** What an operator might press who sees this console: mostly the clock, so that a round stays open for long. */
export function operatorCommand(view: ViewOf['console'], { isTrue, pick, whole }: Dice): OperatorCommand {
  const { stage, rounds, round, timer, undo } = view;
  const nextStep = { kind: 'NextStep', from: stage.step } as const;
  if (round?.state !== 'open') {
    const locked = rounds.filter(({ state }) => state === 'locked').at(-1);
    const isPastTurns = view.agenda.rows.findLastIndex(({ unit }) => unit !== null) <= indexOfStage(view);
    if (locked && (isPastTurns || isTrue(0.3)))
      return { kind: 'ReopenRound', round: locked.round, reason: 'a mark was mistyped' };
    return nextStep;
  }
  if (isTrue(0.04) && round.missing.length === 0) return { kind: 'LockRound', round: round.round };
  if (isTrue(0.1)) return nextStep;
  return pick<OperatorCommand>([
    timer.timer.kind !== 'none' && timer.timer.clock.kind === 'paused'
      ? { kind: 'ResumeTimer' }
      : { kind: 'PauseTimer' },
    { kind: 'AddTime', ms: whole(-5, 30) * 1_000 },
    { kind: 'RestartTimer' },
    { kind: 'Undo', entry: undo.undo?.entry ?? 0 },
    { kind: 'Redo', entry: undo.redo?.entry ?? 0 },
    { kind: 'SetCurtain', curtain: pick(['open', 'frozen', 'black']) },
    { kind: 'RingBell' },
  ]);
}

function indexOfStage({ agenda, stage }: ViewOf['console']): number {
  return agenda.rows.findIndex(({ step }) => step === stage.step);
}
