import { milliseconds, stepId } from '../kernel/brand.ts';
import type { AgendaTemplate, TemplateStep } from './agenda-template.ts';
import type { Step, StepTimer, Unit } from './event-definition.ts';

/** What the expansion needs to know of a unit. */
export type UnitOnStage = Pick<Unit, 'id' | 'post'>;

function timerOf(step: TemplateStep): StepTimer {
  return { kind: step.timer === 'media' ? 'down' : step.timer, plannedMs: milliseconds(step.seconds * 1000) };
}

function stepFor(step: TemplateStep, unit: UnitOnStage | null): Step {
  const who = step.who === 'unit-post' ? unit?.post : step.who;
  if (who === undefined) throw new RangeError(`step ${step.id} speaks for a unit but runs once`);
  return {
    id: stepId(unit ? `${step.id}.${unit.id}` : step.id),
    template: step.id,
    name: step.name,
    who,
    timer: timerOf(step),
    bells: step.bells,
    scene: step.scene,
    unit: unit?.id ?? null,
    turn: unit ? `${step.group}.${unit.id}` : null,
    round: step.round,
    ...(step.forms && { forms: step.forms }),
    ...(step.attempt && { attempt: step.attempt }),
    result: step.result,
    isBackground: step.isBackground,
  };
}

/** Neighbouring steps of one group; a step without a group stands alone. */
function sections(steps: readonly TemplateStep[]): readonly (readonly TemplateStep[])[] {
  const found: TemplateStep[][] = [];
  for (const step of steps) {
    const last = found.at(-1);
    if (last && step.group !== null && last[0]?.group === step.group) last.push(step);
    else found.push([step]);
  }
  return found;
}

// AGENDA-1
/**
 * The agenda of one event: every group is repeated for each unit, all its steps for the first unit, then all for
 * the second. A repeated step is called `A4.LC`, and the steps of one repetition share the turn `report.LC`.
 */
export function expandAgenda(template: AgendaTemplate, units: readonly UnitOnStage[]): readonly Step[] {
  return sections(template.steps).flatMap((section) =>
    section[0]?.group == null
      ? section.map((step) => stepFor(step, null))
      : units.flatMap((unit) => section.map((step) => stepFor(step, unit))),
  );
}
