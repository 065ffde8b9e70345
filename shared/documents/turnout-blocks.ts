import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures, UnitFigure } from '../domain/scoring/figures.ts';
import { groupParts } from '../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { GroupTurnout } from '../domain/scoring/rules/turnout.ts';
import type { Language } from '../kernel/language.ts';
import { ruleView } from '../views/build-common.ts';
import { besideWords } from './beside-words.ts';
import { countWords } from './count-words.ts';
import { eventNames, unitWithAttempt } from './event-names.ts';
import { groupScoreColumns, groupScoreRows } from './group-scores.ts';
import { resultWords } from './result-words.ts';
import type { SheetBlock, SheetColumn, SheetRow } from './sheet.ts';
import { sheetWords } from './sheet-words.ts';
import { type BallotTurnout, turnoutsOn } from './turnouts.ts';
import { unitWords } from './unit-words.ts';
import { voteName } from './vote-blocks.ts';

const text = { kind: 'text' } as const;
const whole = { kind: 'number' } as const;

/** Why ballots of a group are in no denominator; null where all are. */
function outsideText(
  { states, outside }: GroupTurnout,
  isSecret: boolean,
  language: Language,
): string | null {
  const words = countWords[language];
  const some = (count: number, say: string) => (count === 0 ? [] : [say]);
  const named = (name: string, count: number) => some(count, `${name.toLowerCase()} ${count}`);
  const all = [
    ...some(states.absent, (isSecret ? words.cardsLeft : words.absent)(`${states.absent}`)),
    ...some(states.recused, words.recused(`${states.recused}`)),
    ...some(states.excluded, words.excluded(`${states.excluded}`)),
    ...some(states['not-yet'], words.notYet(`${states['not-yet']}`)),
    ...named(words.abstained, outside + states.abstained),
    ...named(words.void, states.void),
  ];
  return all.join(sheetWords[language].clause) || null;
}

/** What share of what the groups make together each weighs, as text. */
function groupWeights(definition: EventDefinition, language: Language): ReadonlyMap<string, string> {
  const counting = groupParts(planScheme(definition.scheme)).filter(({ counts }) => counts);
  const shares = ruleView(definition).groups;
  return new Map(
    counting.flatMap(({ group }, n): [string, string][] => {
      const percent = shares[n]?.percent;
      return percent === undefined ? [] : [[group, besideWords[language].percent(percent)]];
    }),
  );
}

/** The turnout behind the scores of the groups, where they are made of one ballot and nothing else was cast on the unit; else null. */
function behindScores(
  { scheme }: EventDefinition,
  calculation: Calculation,
  figure: UnitFigure,
): BallotTurnout | null {
  const turnouts = turnoutsOn(calculation, figure.unit);
  const [only] = turnouts;
  const isAlone = scheme.ballots.length === 1 && turnouts.length === 1 && only?.attempt === null;
  return only && isAlone && figure.groups.length > 0 ? only : null;
}

/** The score of each group on one unit, with how many ballots it is made of and what became of the others. */
export function unitScoreBlocks(
  definition: EventDefinition,
  calculation: Calculation,
  figure: UnitFigure,
  language: Language,
): readonly SheetBlock[] {
  const [words, counts] = [unitWords[language], countWords[language]];
  const scores = groupScoreRows(definition, figure, calculation, language);
  const behind = behindScores(definition, calculation, figure);
  const weights = groupWeights(definition, language);
  const outside = figure.groups.map(({ group }): SheetRow => {
    const own = behind?.groups.find((turnout) => turnout.group === group);
    if (!behind || !own) return [];
    return [`${own.expected}`, outsideText(own, behind.ballot.secrecy === 'anonymous', language)];
  });
  const table: readonly SheetBlock[] =
    scores.length === 0
      ? []
      : [
          { kind: 'heading', text: words.groups },
          {
            kind: 'table',
            columns: [
              ...groupScoreColumns(language),
              { name: words.weight, content: text },
              ...(behind
                ? [
                    { name: counts.expected, content: whole },
                    { name: words.outside, content: text },
                  ]
                : []),
            ],
            rows: scores.map((row, n) => [
              ...row,
              weights.get(figure.groups[n]?.group ?? '') ?? null,
              ...(outside[n] ?? []),
            ]),
          },
          { kind: 'lines', lines: [words.groupsNote] },
        ];
  return [...table, ...(behind ? [] : unitTurnoutBlocks(definition, calculation, figure.unit, language))];
}

/** How many ballots of each group are valid on one unit, and what became of the others. */
function unitTurnoutBlocks(
  definition: EventDefinition,
  calculation: Calculation,
  unit: string,
  language: Language,
): readonly SheetBlock[] {
  const [words, counts] = [unitWords[language], countWords[language]];
  const names = eventNames(definition, language);
  const turnouts = turnoutsOn(calculation, unit);
  if (turnouts.length === 0) return [];
  const isNamed = definition.scheme.ballots.length > 1 || turnouts.some(({ attempt }) => attempt !== null);
  const rows = turnouts.flatMap((turnout): readonly SheetRow[] =>
    turnout.groups.map((group) => [
      ...(isNamed ? [voteName(definition, turnout, names, language)] : []),
      names.group(group.group),
      `${group.expected}`,
      `${group.valid}`,
      outsideText(group, turnout.ballot.secrecy === 'anonymous', language),
    ]),
  );
  return [
    { kind: 'heading', text: words.turnout },
    {
      kind: 'table',
      columns: [
        ...(isNamed ? [{ name: counts.ballot, content: text }] : []),
        { name: counts.group, content: text },
        { name: counts.expected, content: whole },
        { name: counts.valid, content: whole },
        { name: words.outside, content: text },
      ],
      rows,
    },
  ];
}

/** The most seats of each group that are recused from a unit on any ballot, by group. */
export function recusedOn(calculation: Calculation, unit: string): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { groups } of turnoutsOn(calculation, unit))
    for (const { group, states } of groups)
      if (states.recused > 0) most.set(group, Math.max(states.recused, most.get(group) ?? 0));
  return most;
}

/** How many ballots are valid of each unit and attempt, for a result whose own table doesn't say. */
export function validBallotBlocks(
  definition: EventDefinition,
  figures: Figures,
  calculation: Calculation,
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const names = eventNames(definition, language);
  const own = figures.units
    .filter(({ state }) => state === 'ranked')
    .flatMap(({ unit }) => turnoutsOn(calculation, unit).map((turnout) => ({ unit, ...turnout })));
  if (own.length === 0) return [];
  const keyOf = (ballot: string, group: string) => `${ballot}/${group}`;
  const columns = new Map<string, SheetColumn>();
  for (const { ballot, groups } of own)
    for (const { group } of groups) {
      const name = [
        ...(definition.scheme.ballots.length > 1 ? [names.ballot(ballot.id)] : []),
        ...(definition.groups.length > 1 ? [names.group(group)] : []),
      ].join(' · ');
      columns.set(keyOf(ballot.id, group), { name: name || words.valid, content: whole });
    }
  const lines = new Map<string, readonly (BallotTurnout & { readonly unit: string })[]>();
  for (const turnout of own) {
    const name = unitWithAttempt(definition, turnout.unit, turnout.attempt, language);
    lines.set(name, [...(lines.get(name) ?? []), turnout]);
  }
  const rows = [...lines].map(([name, turnouts]): SheetRow => {
    const valid = new Map(
      turnouts.flatMap(({ ballot, groups }) =>
        groups.map((group) => [keyOf(ballot.id, group.group), `${group.valid}`] as const),
      ),
    );
    return [name, ...[...columns.keys()].map((key) => valid.get(key) ?? null)];
  });
  return [
    { kind: 'heading', text: words.validBallots },
    {
      kind: 'table',
      columns: [{ name: words.unit, content: text }, ...columns.values()],
      rows,
    },
  ];
}
