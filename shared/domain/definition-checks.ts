import { languages } from '../kernel/language.ts';
import { agendaProblems } from './agenda-checks.ts';
import { attemptLists, attemptsOf } from './attempts.ts';
import { fitsSigned } from './ballot-paper.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition } from './event-definition.ts';
import { measuresAsked } from './scoring/beside-ballots.ts';
import { indicatorItems, indicatorList } from './scoring/indicator-items.ts';
import { notLive, tieBreakBallots, usualForms } from './scoring/live-ballot.ts';
import { isOnAllUnits } from './scoring/rules/casting.ts';
import { checkScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import { canKeepLimits } from './scoring/rules/limits-met.ts';

/** A problem for every value that stood earlier in the list. `pathOf` gives the place of the n-th. */
function repeated(
  values: readonly (string | number)[],
  pathOf: (index: number) => string,
): readonly DefinitionProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ code: 'not-unique' as const, path: pathOf(index), detail: String(value) }],
  );
}

function uniqueProblems({ divisions = [], units, groups, seats, indicators, agenda }: EventDefinition) {
  return [
    ...repeated(
      divisions.map((division) => division.id),
      (n) => `divisions.${n}.id`,
    ),
    ...languages.flatMap((language) =>
      repeated(
        divisions.map((division) => division.name[language]),
        (n) => `divisions.${n}.name.${language}`,
      ),
    ),
    ...repeated(
      units.map((unit) => unit.id),
      (n) => `units.${n}.id`,
    ),
    ...repeated(
      units.map((unit) => unit.code),
      (n) => `units.${n}.code`,
    ),
    // Two units of one name can't be told apart on the wall or on a sheet.
    ...languages.flatMap((language) =>
      repeated(
        units.map((unit) => unit.name[language]),
        (n) => `units.${n}.name.${language}`,
      ),
    ),
    ...repeated(
      groups.map((group) => group.id),
      (n) => `groups.${n}.id`,
    ),
    ...repeated(
      seats.map((seat) => seat.id),
      (n) => `seats.${n}.id`,
    ),
    ...repeated(
      seats.map((seat) => seat.number),
      (n) => `seats.${n}.number`,
    ),
    ...repeated(
      indicators.map((indicator) => indicator.code),
      (n) => `indicators.${n}.code`,
    ),
    ...repeated(
      agenda.map((step) => step.id),
      (n) => `agenda.${n}.id`,
    ),
  ];
}

// DIVISION-1
/** Where there are divisions every unit is in one of them, and none is empty. */
function divisionProblems({ divisions = [], units }: EventDefinition): readonly DefinitionProblem[] {
  const isDivision = (id: string) => divisions.some((division) => division.id === id);
  return [
    ...units.flatMap(({ id, division }, n): readonly DefinitionProblem[] => {
      const path = `units.${n}.division`;
      if (division !== undefined)
        return isDivision(division) ? [] : [{ code: 'unknown-division', path, detail: division }];
      return divisions.length === 0 ? [] : [{ code: 'unit-without-division', path, detail: id }];
    }),
    ...divisions.flatMap(({ id }, n): readonly DefinitionProblem[] =>
      units.some(({ division }) => division === id)
        ? []
        : [{ code: 'division-without-unit', path: `divisions.${n}`, detail: id }],
    ),
  ];
}

/** What others bring from the same stage, each brings, or is said to have none of. */
function lackingNumbers(
  entrants: NonNullable<EventDefinition['earlierStages']>[number]['entrants'],
  path: string,
): readonly DefinitionProblem[] {
  const measures = [...new Set(entrants.flatMap(({ carried = {} }) => Object.keys(carried)))];
  return entrants.flatMap(({ unit, carried = {} }, m) =>
    measures.flatMap((measure): readonly DefinitionProblem[] =>
      carried[measure] === undefined
        ? [{ code: 'carried-missing', path: `${path}.${m}.carried.${measure}`, detail: unit }]
        : [],
    ),
  );
}

// STAGE-1
/** Who comes from an earlier stage is a unit of this event, and carries each number that the scheme takes once. */
export function stageProblems({
  earlierStages = [],
  units,
  scheme,
}: EventDefinition): readonly DefinitionProblem[] {
  const asked = measuresAsked(scheme).map(({ id }) => id);
  const brought = new Set<string>();
  return earlierStages.flatMap(({ entrants }, n) => [
    ...lackingNumbers(entrants, `earlierStages.${n}.entrants`),
    ...repeated(
      entrants.map(({ unit }) => unit),
      (m) => `earlierStages.${n}.entrants.${m}.unit`,
    ),
    ...entrants.flatMap(({ unit, carried = {} }, m): readonly DefinitionProblem[] => {
      const path = `earlierStages.${n}.entrants.${m}`;
      const isKnown = units.some(({ id }) => id === unit);
      return [
        ...(isKnown ? [] : [{ code: 'unknown-unit' as const, path: `${path}.unit`, detail: unit }]),
        ...Object.keys(carried).flatMap((measure): readonly DefinitionProblem[] => {
          const at = { path: `${path}.carried.${measure}`, detail: measure };
          if (!asked.includes(measure)) return [{ code: 'unasked-measure', ...at }];
          const key = `${unit} ${measure}`;
          if (brought.has(key)) return [{ code: 'not-unique', ...at }];
          brought.add(key);
          return [];
        }),
      ];
    }),
  ]);
}

function panelProblems({ groups, seats, scheme }: EventDefinition): readonly DefinitionProblem[] {
  const isGroup = (id: string) => groups.some((group) => group.id === id);
  const unknown = (id: string, path: string): readonly DefinitionProblem[] =>
    isGroup(id) ? [] : [{ code: 'unknown-group', path, detail: id }];
  return [
    ...seats.flatMap((seat, n) => unknown(seat.group, `seats.${n}.group`)),
    ...scheme.groups.flatMap(({ id }, n) => unknown(id, `scheme.groups.${n}.id`)),
    ...groups.flatMap((group, n): readonly DefinitionProblem[] => [
      ...(seats.some((seat) => seat.group === group.id)
        ? []
        : [
            {
              code: 'group-without-seat' as const,
              path: `groups.${n}`,
              detail: group.id,
            },
          ]),
      ...(scheme.groups.length === 0 || scheme.groups.some(({ id }) => id === group.id)
        ? []
        : [
            {
              code: 'group-without-weight' as const,
              path: `groups.${n}`,
              detail: group.id,
            },
          ]),
    ]),
  ];
}

function indicatorProblems({ units, indicators }: EventDefinition): readonly DefinitionProblem[] {
  return indicators.flatMap((indicator, n) => [
    ...repeated(
      indicator.values.map((value) => value.unit),
      (m) => `indicators.${n}.values.${m}.unit`,
    ),
    ...indicator.values.flatMap((value, m) =>
      units.some((unit) => unit.id === value.unit)
        ? []
        : [
            {
              code: 'unknown-unit' as const,
              path: `indicators.${n}.values.${m}.unit`,
              detail: value.unit,
            },
          ],
    ),
  ]);
}

// SCORE-6
/** A scheme that computes the boards needs one on which every unit has a value. */
function boardProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const isRead = definition.scheme.nodes.some(({ each }) => each === indicatorList);
  const hasRanks = [...indicatorItems(definition).values()].some((items) => items.length > 0);
  return isRead && !hasRanks ? [{ code: 'no-ranked-indicator', path: 'indicators', detail: '' }] : [];
}

// ATTEMPT-1
/** Each list of attempts that the scheme takes is there, no other is, and every attempt has its own id and name. */
export function attemptProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const read = attemptLists(definition.scheme);
  const missing = read.filter((list) => attemptsOf(definition, list).length === 0);
  return [
    ...missing.map(
      (list): DefinitionProblem => ({ code: 'attempts-missing', path: `attempts.${list}`, detail: list }),
    ),
    ...Object.entries(definition.attempts ?? {}).flatMap(([list, attempts]) => {
      const path = `attempts.${list}`;
      if (list === indicatorList) return [{ code: 'attempts-of-indicators' as const, path, detail: list }];
      if (!read.includes(list)) return [{ code: 'attempts-unread' as const, path, detail: list }];
      return [
        ...repeated(
          attempts.map(({ id }) => id),
          (n) => `${path}.${n}.id`,
        ),
        // Two attempts of one name can't be told apart on the console or on a sheet.
        ...languages.flatMap((language) =>
          repeated(
            attempts.map(({ name }) => name[language]),
            (n) => `${path}.${n}.name.${language}`,
          ),
        ),
      ];
    }),
  ];
}

// BALLOT-10
/** Papers of all units on which the marks alone are longer than what a device may sign. */
function paperProblems({ scheme, units }: EventDefinition): readonly DefinitionProblem[] {
  const all = units.map(({ id }) => id);
  return scheme.ballots.flatMap((ballot, n): readonly DefinitionProblem[] => {
    const shape = { hasSeveralForms: usualForms(scheme, true).length > 1, isOnAllUnits: true };
    if (!isOnAllUnits(ballot) || fitsSigned(shape, [{ ballot, units: all }])) return [];
    return [{ code: 'paper-too-long', path: `scheme.ballots.${n}`, detail: String(units.length) }];
  });
}

// RULE-21
/** Ballots of all units whose limits can't be kept on as many as there are; one among the tied has fewer. */
function limitProblems({ scheme, units }: EventDefinition): readonly DefinitionProblem[] {
  const amongTied = tieBreakBallots(scheme);
  return scheme.ballots.flatMap((ballot, n): readonly DefinitionProblem[] => {
    const isFree = !isOnAllUnits(ballot) || amongTied.includes(ballot.id);
    if (isFree || canKeepLimits(ballot, units.length)) return [];
    const field = ballot.kind === 'approval' ? 'atLeast' : 'validity';
    return [{ code: 'limit-cannot-be-met', path: `scheme.ballots.${n}.${field}`, detail: '' }];
  });
}

function schemeProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const { scheme } = definition;
  const checked = checkScoringScheme(scheme);
  if (checked.ok)
    return [
      ...notLive(scheme).map(
        ({ path, what }): DefinitionProblem => ({ code: 'not-live', path: `scheme.${path}`, what }),
      ),
      ...paperProblems(definition),
      ...limitProblems(definition),
    ];
  return checked.error.flatMap(({ code, path, detail }): readonly DefinitionProblem[] =>
    // Its shape was checked together with the definition's.
    code === 'bad-shape' ? [] : [{ code, path: `scheme.${path}`, detail }],
  );
}

/** What the shape of a definition can't say: everything named is there, once, and the contest can be held. */
export function definitionProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  return [
    ...uniqueProblems(definition),
    ...divisionProblems(definition),
    ...panelProblems(definition),
    ...schemeProblems(definition),
    ...stageProblems(definition),
    ...indicatorProblems(definition),
    ...boardProblems(definition),
    ...attemptProblems(definition),
    ...agendaProblems(definition),
  ];
}
