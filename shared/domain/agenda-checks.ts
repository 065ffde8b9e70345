import type { ContestProblemCode, DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition, Step } from './event-definition.ts';

type Named = { readonly step: Step; readonly index: number };

function problem(code: ContestProblemCode, path: string, detail = ''): DefinitionProblem {
  return { code, path, detail };
}

/** A unit is scored between the one step that opens its round and the one that locks it. */
function roundProblems(agenda: readonly Named[], unit: string): readonly DefinitionProblem[] {
  const of = (round: Step['round']) =>
    agenda.filter(({ step }) => step.unit === unit && step.round === round);
  const [opening, secondOpening] = of('opens');
  const [locking, secondLocking] = of('locks');
  if (!opening && !locking) return [problem('unit-never-scored', 'agenda', unit)];
  if (!opening) return [problem('round-never-opened', `agenda.${locking?.index}`, unit)];
  if (!locking) return [problem('round-never-locked', `agenda.${opening.index}`, unit)];
  const second = secondOpening ?? secondLocking;
  if (second) return [problem('second-round', `agenda.${second.index}.round`, unit)];
  return locking.index > opening.index
    ? []
    : [problem('locked-before-opened', `agenda.${locking.index}.round`, unit)];
}

function resultProblems(agenda: readonly Named[]): readonly DefinitionProblem[] {
  const counts = agenda.filter(({ step }) => step.result === 'counts');
  const releases = agenda.filter(({ step }) => step.result === 'releases');
  const [count, release] = [counts[0], releases[0]];
  if (!count) return [problem('count-missing', 'agenda')];
  if (!release) return [problem('release-missing', 'agenda')];
  const second = counts[1] ?? releases[1];
  if (second) return [problem('result-twice', `agenda.${second.index}.result`)];
  const lastLock = agenda.findLast(({ step }) => step.round === 'locks');
  const late = lastLock && lastLock.index > count.index;
  return [
    ...(late ? [problem('counted-before-locked', `agenda.${count.index}`)] : []),
    ...(release.index > count.index ? [] : [problem('released-before-counted', `agenda.${release.index}`)]),
    ...(release.step.isBackground ? [problem('release-in-background', `agenda.${release.index}`)] : []),
  ];
}

function stepProblems(definition: EventDefinition, { step, index }: Named): readonly DefinitionProblem[] {
  const path = `agenda.${index}`;
  const isUnknown = step.unit !== null && !definition.units.some((unit) => unit.id === step.unit);
  return [
    ...(isUnknown ? [problem('unknown-unit', `${path}.unit`, step.unit ?? '')] : []),
    ...(step.round !== null && step.unit === null
      ? [problem('round-without-unit', `${path}.round`, step.id)]
      : []),
    ...(step.round !== null && step.isBackground ? [problem('round-in-background', path, step.id)] : []),
  ];
}

/** Whether the agenda can be run to its end: what it names is there, every unit is scored, then counted, then released. */
export function agendaProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const agenda = definition.agenda.map((step, index) => ({ step, index }));
  const last = agenda.at(-1);
  return [
    ...agenda.flatMap((named) => stepProblems(definition, named)),
    ...(last?.step.isBackground ? [problem('last-in-background', `agenda.${last.index}`)] : []),
    ...definition.units.flatMap((unit) => roundProblems(agenda, unit.id)),
    ...resultProblems(agenda),
  ];
}
