import type { DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition, Step } from './event-definition.ts';

type Named = { readonly step: Step; readonly index: number };

function problem(code: DefinitionProblem['code'], path: string, words: string): DefinitionProblem {
  return { code, path, words };
}

/** A unit is scored between the one step that opens its round and the one that locks it. */
function roundProblems(agenda: readonly Named[], unit: string): readonly DefinitionProblem[] {
  const of = (round: Step['round']) =>
    agenda.filter(({ step }) => step.unit === unit && step.round === round);
  const [opening, secondOpening] = of('opens');
  const [locking, secondLocking] = of('locks');
  if (!opening && !locking)
    return [problem('unit-never-scored', 'agenda', `no step opens a round for unit ${unit}`)];
  if (!opening)
    return [
      problem(
        'round-never-opened',
        `agenda.${locking?.index}`,
        `the round of unit ${unit} is locked but never opened`,
      ),
    ];
  if (!locking)
    return [
      problem(
        'round-never-locked',
        `agenda.${opening.index}`,
        `the round of unit ${unit} is opened but never locked`,
      ),
    ];
  const second = secondOpening ?? secondLocking;
  if (second)
    return [
      problem('not-unique', `agenda.${second.index}.round`, `unit ${unit} has a second round in the agenda`),
    ];
  return locking.index > opening.index
    ? []
    : [
        problem(
          'steps-out-of-order',
          `agenda.${locking.index}.round`,
          `unit ${unit} is locked before it is opened`,
        ),
      ];
}

function resultProblems(agenda: readonly Named[]): readonly DefinitionProblem[] {
  const counts = agenda.filter(({ step }) => step.result === 'counts');
  const releases = agenda.filter(({ step }) => step.result === 'releases');
  const [count, release] = [counts[0], releases[0]];
  if (!count) return [problem('release-missing', 'agenda', 'no step counts the rounds')];
  if (!release) return [problem('release-missing', 'agenda', 'no step releases the result')];
  const second = counts[1] ?? releases[1];
  if (second)
    return [
      problem(
        'not-unique',
        `agenda.${second.index}.result`,
        `the result is counted or released a second time`,
      ),
    ];
  const lastLock = agenda.findLast(({ step }) => step.round === 'locks');
  const late = lastLock && lastLock.index > count.index;
  return [
    ...(late
      ? [
          problem(
            'steps-out-of-order',
            `agenda.${count.index}`,
            'the result is counted before the last round is locked',
          ),
        ]
      : []),
    ...(release.index > count.index
      ? []
      : [
          problem(
            'steps-out-of-order',
            `agenda.${release.index}`,
            'the result is released before it is counted',
          ),
        ]),
    ...(release.step.isBackground
      ? [
          problem(
            'background-misplaced',
            `agenda.${release.index}`,
            'a step that releases the result must take the wall',
          ),
        ]
      : []),
  ];
}

function stepProblems(definition: EventDefinition, { step, index }: Named): readonly DefinitionProblem[] {
  const path = `agenda.${index}`;
  const isUnknown = step.unit !== null && !definition.units.some((unit) => unit.id === step.unit);
  return [
    ...(isUnknown
      ? [
          problem(
            'unknown-unit',
            `${path}.unit`,
            `step ${step.id} is about ${step.unit}, which is not a unit`,
          ),
        ]
      : []),
    ...(step.round !== null && step.unit === null
      ? [problem('round-without-unit', `${path}.round`, `step ${step.id} has a round but no unit`)]
      : []),
    ...(step.round !== null && step.isBackground
      ? [
          problem(
            'background-misplaced',
            path,
            `step ${step.id} has a round, so it can't run in the background`,
          ),
        ]
      : []),
  ];
}

/** Whether the agenda can be run to its end: what it names is there, every unit is scored, then counted, then released. */
export function agendaProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const agenda = definition.agenda.map((step, index) => ({ step, index }));
  const last = agenda.at(-1);
  return [
    ...agenda.flatMap((named) => stepProblems(definition, named)),
    ...(last?.step.isBackground
      ? [problem('background-misplaced', `agenda.${last.index}`, 'the last step must take the wall')]
      : []),
    ...definition.units.flatMap((unit) => roundProblems(agenda, unit.id)),
    ...resultProblems(agenda),
  ];
}
