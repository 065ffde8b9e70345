import { languages } from '../kernel/language.ts';
import { agendaProblems } from './agenda-checks.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition } from './event-definition.ts';
import { checkScheme, type SchemeProblem } from './scoring/check-scheme.ts';

/** A problem for every value that stood earlier in the list. `pathOf` gives the place of the n-th. */
function repeated(
  values: readonly (string | number)[],
  pathOf: (index: number) => string,
  what: string,
): readonly DefinitionProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ code: 'not-unique' as const, path: pathOf(index), words: `the ${what} ${value} is there twice` }],
  );
}

function uniqueProblems({ units, groups, seats, indicators, agenda }: EventDefinition) {
  return [
    ...repeated(
      units.map((unit) => unit.id),
      (n) => `units.${n}.id`,
      'unit id',
    ),
    ...repeated(
      units.map((unit) => unit.code),
      (n) => `units.${n}.code`,
      'unit code',
    ),
    // Two units of one name can't be told apart on the wall or on a sheet.
    ...languages.flatMap((language) =>
      repeated(
        units.map((unit) => unit.name[language]),
        (n) => `units.${n}.name.${language}`,
        'unit name',
      ),
    ),
    ...repeated(
      groups.map((group) => group.id),
      (n) => `groups.${n}.id`,
      'group id',
    ),
    ...repeated(
      seats.map((seat) => seat.id),
      (n) => `seats.${n}.id`,
      'seat id',
    ),
    ...repeated(
      seats.map((seat) => seat.number),
      (n) => `seats.${n}.number`,
      'seat number',
    ),
    ...repeated(
      indicators.map((indicator) => indicator.code),
      (n) => `indicators.${n}.code`,
      'indicator',
    ),
    ...repeated(
      agenda.map((step) => step.id),
      (n) => `agenda.${n}.id`,
      'step id',
    ),
  ];
}

function panelProblems({ groups, seats, scheme }: EventDefinition): readonly DefinitionProblem[] {
  const isGroup = (id: string) => groups.some((group) => group.id === id);
  const unknown = (id: string, path: string): readonly DefinitionProblem[] =>
    isGroup(id) ? [] : [{ code: 'unknown-group', path, words: `${id} is not a group of the panel` }];
  return [
    ...seats.flatMap((seat, n) => unknown(seat.group, `seats.${n}.group`)),
    ...scheme.weights.flatMap((weight, n) => unknown(weight.group, `scheme.weights.${n}.group`)),
    ...groups.flatMap((group, n): readonly DefinitionProblem[] => [
      ...(seats.some((seat) => seat.group === group.id)
        ? []
        : [
            {
              code: 'group-without-seat' as const,
              path: `groups.${n}`,
              words: `group ${group.id} has no seat`,
            },
          ]),
      ...(scheme.weights.some((weight) => weight.group === group.id)
        ? []
        : [
            {
              code: 'group-without-weight' as const,
              path: `groups.${n}`,
              words: `the scheme gives group ${group.id} no weight, so its ballots would count nothing`,
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
      `value of ${indicator.code} for`,
    ),
    ...indicator.values.flatMap((value, m) =>
      units.some((unit) => unit.id === value.unit)
        ? []
        : [
            {
              code: 'unknown-unit' as const,
              path: `indicators.${n}.values.${m}.unit`,
              words: `${indicator.code} has a value for ${value.unit}, which is not a unit`,
            },
          ],
    ),
  ]);
}

const schemeWords: { readonly [code in SchemeProblem['code']]: string } = {
  'criteria-empty': 'the scheme has no criterion',
  'criterion-twice': 'this criterion id is there twice',
  'not-a-decimal': 'must be a number such as 20 or 0.5, written in quotes',
  'not-positive': 'must be above zero',
  'maximum-off-step': 'the maximum must be a whole number of steps',
  'weights-empty': 'the scheme weighs no group',
  'weight-twice': 'this group is weighed twice',
  'weight-not-positive-whole': 'a weight is a whole number above zero',
  'trim-not-whole': 'must be a whole number, zero or more',
  'trim-strikes-all': 'from this number of ballots on, every ballot would be struck',
  'tie-unknown-group': 'ties are decided by a group that the scheme does not weigh',
  'tie-unknown-criterion': 'ties are decided by a criterion that the scheme does not have',
  'decimals-out-of-range': 'decimals are a whole number from 0 to 6',
  'publish-from-not-positive-whole': 'must be a whole number above zero',
};

function schemeProblems({ scheme }: EventDefinition): readonly DefinitionProblem[] {
  const checked = checkScheme(scheme);
  if (checked.ok) return [];
  return checked.error.map(({ code, path }) => ({ code, path: `scheme.${path}`, words: schemeWords[code] }));
}

/** What the shape of a definition can't say: everything named is there, once, and the contest can be held. */
export function definitionProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  return [
    ...uniqueProblems(definition),
    ...panelProblems(definition),
    ...schemeProblems(definition),
    ...indicatorProblems(definition),
    ...agendaProblems(definition),
  ];
}
