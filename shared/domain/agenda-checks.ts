import type { ContestProblemCode, DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition, Step } from './event-definition.ts';
import { formsOfStep, formsProblem } from './round-opening.ts';
import { requiredBallots } from './scoring/live-ballot.ts';
import { isOnAllUnits } from './scoring/rules/casting.ts';
import { checkScoringScheme } from './scoring/rules/check-scoring-scheme.ts';

type Named = { readonly step: Step; readonly index: number };

function problem(code: ContestProblemCode | 'unknown-ballot', path: string, detail = ''): DefinitionProblem {
  return { code, path, detail };
}

/** A ballot is cast between the one step that opens its round, on this unit or on all, and the one that locks it. */
function roundProblems(
  { scheme }: EventDefinition,
  agenda: readonly Named[],
  form: string,
  unit: string | null,
): readonly DefinitionProblem[] {
  const of = (round: Step['round']) =>
    agenda.filter(
      ({ step }) =>
        step.round === round && step.unit === unit && formsOfStep(scheme, step).some((id) => id === form),
    );
  const [opening, secondOpening] = of('opens');
  const [locking, secondLocking] = of('locks');
  const meant = unit ?? form;
  if (!opening && !locking)
    return requiredBallots(scheme).includes(form) ? [problem('unit-never-scored', 'agenda', meant)] : [];
  if (!opening) return [problem('round-never-opened', `agenda.${locking?.index}`, meant)];
  if (!locking) return [problem('round-never-locked', `agenda.${opening.index}`, meant)];
  const second = secondOpening ?? secondLocking;
  if (second) return [problem('second-round', `agenda.${second.index}.round`, meant)];
  return locking.index > opening.index
    ? []
    : [problem('locked-before-opened', `agenda.${locking.index}.round`, meant)];
}

/** Every ballot that the total takes is opened and locked once: for each unit, or once for all of them. */
function ballotProblems(definition: EventDefinition, agenda: readonly Named[]): readonly DefinitionProblem[] {
  const found = definition.scheme.ballots.flatMap((ballot) => {
    const units = isOnAllUnits(ballot) ? [null] : definition.units.map(({ id }) => id);
    return units.flatMap((unit) => roundProblems(definition, agenda, ballot.id, unit));
  });
  // Ballots that are cast together share their steps, and their faults.
  return found.filter(
    (one, n) =>
      found.findIndex(
        (other) => other.code === one.code && other.path === one.path && detailOf(other) === detailOf(one),
      ) === n,
  );
}

function detailOf(problem: DefinitionProblem): string {
  return 'detail' in problem ? problem.detail : '';
}

/** What a step's ballots can't be; a step without a round names none. */
function formProblems({ scheme }: EventDefinition, step: Step, path: string): readonly DefinitionProblem[] {
  if (step.round === null) return [];
  const forms = formsOfStep(scheme, step);
  if (step.forms === undefined && forms.length === 0)
    return [
      problem(step.unit === null ? 'round-without-unit' : 'round-without-ballot', `${path}.round`, step.id),
    ];
  const wrong = formsProblem(scheme, forms, step.unit === null);
  if (!wrong) return [];
  const code = wrong.code === 'unknown-form' ? 'unknown-ballot' : 'forms-apart';
  return [problem(code, `${path}.${wrong.path}`, forms.join(', '))];
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
    ...formProblems(definition, step, path),
    ...(step.round !== null && step.isBackground ? [problem('round-in-background', path, step.id)] : []),
  ];
}

/** Whether the agenda can be run to its end: what it names is there, every unit is scored, then counted, then released. */
export function agendaProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  // The ballots of a scheme that doesn't hold together can't be looked for.
  if (!checkScoringScheme(definition.scheme).ok) return [];
  const agenda = definition.agenda.map((step, index) => ({ step, index }));
  const last = agenda.at(-1);
  return [
    ...agenda.flatMap((named) => stepProblems(definition, named)),
    ...(last?.step.isBackground ? [problem('last-in-background', `agenda.${last.index}`)] : []),
    ...ballotProblems(definition, agenda),
    ...resultProblems(agenda),
  ];
}
