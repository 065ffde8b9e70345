import { languages } from '../kernel/language.ts';
import { agendaProblems } from './agenda-checks.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { EventDefinition } from './event-definition.ts';
import { type NotLive, notLive } from './scoring/live-ballot.ts';
import { checkScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import type { SchemeProblem } from './scoring/rules/scheme-problem.ts';

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
    ...scheme.groups.flatMap(({ id }, n) => unknown(id, `scheme.groups.${n}.id`)),
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
      ...(scheme.groups.length === 0 || scheme.groups.some(({ id }) => id === group.id)
        ? []
        : [
            {
              code: 'group-without-weight' as const,
              path: `groups.${n}`,
              words: `the scheme doesn't name group ${group.id}, so its ballots would count nothing`,
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
  'bad-shape': 'is not written as a scheme is',
  'id-twice': 'this id is there twice',
  'unknown-group': 'names a group that the scheme does not have',
  'unknown-ballot': 'names a ballot that the scheme does not have',
  'unknown-criterion': 'names a criterion that the ballot does not have',
  'unknown-grade': 'names a grade that the ballot does not have',
  'unknown-node': 'names a node that the scheme does not have',
  'unknown-fact': 'names a fact that the scheme does not have',
  'step-not-positive': 'the step must be above zero',
  'range-empty': 'the maximum must be above the minimum',
  'range-off-step': 'from the minimum to the maximum there must be a whole number of steps',
  'range-too-large': 'has more digits than can be counted exactly',
  'limit-cannot-be-met': 'no ballot could keep to this limit',
  'trim-strikes-all': 'from this number of ballots on, every ballot would be struck',
  'weights-sum-to-zero': 'the weights that count sum to zero',
  'nodes-in-a-circle': 'these nodes take one another in a circle',
  'not-for-items': 'can not be computed for items',
  'item-values-outside': 'is computed for items, so there is not one value to take',
  'other-items': 'is computed for another list of items',
  'not-items': 'is not computed for items',
  'places-without-ranking': 'places can only be read from a ballot that compares units',
  'counting-nothing': 'a share or a count needs to be told which marks it counts',
  'not-a-placement': 'must be a ballot of places',
  'not-numbers': 'the marks of this ballot are not numbers',
  'floor-above-cap': 'the floor is above the cap',
  'division-by-zero': 'would divide by zero',
  'bands-not-rising': 'the bands must rise',
  'quorum-above-all': 'asks for more than all',
  'prize-without-line': 'a prize needs a quota or a line',
};

const notLiveWords: { readonly [what in NotLive['what']]: string } = {
  ballots: 'the stage collects exactly one ballot on each unit',
  round: 'the stage collects ballots unit by unit: points, one total, grades, a placement, or yes and no',
  secrecy: 'the stage can not draw cards for a secret ballot yet',
  reasons: 'the panel page can not take a reason beside a mark yet',
  measures: 'the stage can not take measured values yet',
};

function schemeProblems({ scheme }: EventDefinition): readonly DefinitionProblem[] {
  const checked = checkScoringScheme(scheme);
  if (checked.ok)
    return notLive(scheme).map(({ path, what }) => ({
      code: 'not-live',
      path: `scheme.${path}`,
      words: notLiveWords[what],
    }));
  return checked.error.map(({ code, path, detail }) => ({
    code,
    path: `scheme.${path}`,
    words: detail === '' ? schemeWords[code] : `${schemeWords[code]}: ${detail}`,
  }));
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
