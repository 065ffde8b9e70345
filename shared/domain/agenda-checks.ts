import { type AttemptRef, attemptNamed, attemptsOf, isSameAttempt } from './attempts.ts';
import type { ContestProblemCode, DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition, Step } from './event-definition.ts';
import { formsOfStep, formsProblem } from './round-opening.ts';
import {
  ballotNamed,
  type Casting,
  castingsIn,
  isByAttempt,
  requiredCastings,
} from './scoring/live-ballot.ts';
import { isOnAllUnits } from './scoring/rules/casting.ts';
import { checkScoringScheme } from './scoring/rules/check-scoring-scheme.ts';

type Named = { readonly step: Step; readonly index: number };

function problem(code: ContestProblemCode | 'unknown-ballot', path: string, detail = ''): DefinitionProblem {
  return { code, path, detail };
}

type VotedOn = { readonly unit: string | null; readonly attempt: AttemptRef | null };

/** A ballot is cast between the one step that opens its round, on this unit, its attempt or all, and the one that locks it. */
function roundProblems(
  { scheme }: EventDefinition,
  agenda: readonly Named[],
  { form, list }: Casting,
  { unit, attempt }: VotedOn,
): readonly DefinitionProblem[] {
  const of = (round: Step['round']) =>
    agenda.filter(
      ({ step }) =>
        step.round === round &&
        step.unit === unit &&
        isSameAttempt(step.attempt, attempt) &&
        formsOfStep(scheme, step).some((id) => id === form),
    );
  const [opening, secondOpening] = of('opens');
  const [locking, secondLocking] = of('locks');
  const meant = attempt ? `${unit} · ${attempt.id}` : (unit ?? form);
  if (!opening && !locking) {
    const isRequired = requiredCastings(scheme).some((each) => each.form === form && each.list === list);
    return isRequired ? [problem('unit-never-scored', 'agenda', meant)] : [];
  }
  if (!opening) return [problem('round-never-opened', `agenda.${locking?.index}`, meant)];
  if (!locking) return [problem('round-never-locked', `agenda.${opening.index}`, meant)];
  const second = secondOpening ?? secondLocking;
  if (second) return [problem('second-round', `agenda.${second.index}.round`, meant)];
  return locking.index > opening.index
    ? []
    : [problem('locked-before-opened', `agenda.${locking.index}.round`, meant)];
}

/** What a ballot is cast on: each unit, each attempt of each, or all units at once. */
function votedOn(definition: EventDefinition, { form, list }: Casting): readonly VotedOn[] {
  if (isOnAllUnits(ballotNamed(definition.scheme, form))) return [{ unit: null, attempt: null }];
  const attempts = list === null ? [null] : attemptsOf(definition, list).map(({ id }) => ({ list, id }));
  return definition.units.flatMap(({ id: unit }) => attempts.map((attempt) => ({ unit, attempt })));
}

// ATTEMPT-3
/** Every ballot that the total takes is opened and locked once: for each unit, each attempt of it, or once for all units. */
function ballotProblems(definition: EventDefinition, agenda: readonly Named[]): readonly DefinitionProblem[] {
  const found = castingsIn(definition.scheme).flatMap((casting) =>
    votedOn(definition, casting).flatMap((on) => roundProblems(definition, agenda, casting, on)),
  );
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

// ATTEMPT-3
/** An attempt is one of the event's, and of the unit on stage. */
function attemptOfStep(
  definition: EventDefinition,
  { attempt, unit }: Step,
  path: string,
): readonly DefinitionProblem[] {
  if (!attempt || (unit !== null && attemptNamed(definition, attempt))) return [];
  return [problem('unknown-attempt', `${path}.attempt`, `${attempt.list}/${attempt.id}`)];
}

/** What a step's ballots can't be; a step without a round names none. */
function formProblems({ scheme }: EventDefinition, step: Step, path: string): readonly DefinitionProblem[] {
  if (step.round === null) return [];
  const forms = formsOfStep(scheme, step);
  const list = step.attempt?.list ?? null;
  if (step.forms === undefined && forms.length === 0) {
    if (step.unit === null) return [problem('round-without-unit', `${path}.round`, step.id)];
    return isByAttempt(scheme)
      ? [problem('attempt-unfit', `${path}.attempt`, step.id)]
      : [problem('round-without-ballot', `${path}.round`, step.id)];
  }
  const wrong = formsProblem(scheme, forms, step.unit === null, list);
  if (!wrong) return [];
  if (wrong.code === 'attempt-unfit') return [problem('attempt-unfit', `${path}.attempt`, step.id)];
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
    ...attemptOfStep(definition, step, path),
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
