import { asksReasons } from '../domain/ballot-paper.ts';
import type { EventDefinition, Unit } from '../domain/event-definition.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { Language } from '../kernel/language.ts';
import { unreachable } from '../kernel/unreachable.ts';
import { ballotOptions } from './ballot-options.ts';
import { numberRows } from './ballot-rows.ts';
import { eventNames } from './event-names.ts';
import { seatWords } from './seat-words.ts';
import type { SheetBlock } from './sheet.ts';

/** How a ballot is filled in on paper, and what makes it void. */
function howToFill(
  ballot: BallotType,
  units: number,
  isOnAllUnits: boolean,
  language: Language,
): readonly string[] {
  const words = seatWords[language];
  switch (ballot.kind) {
    case 'points':
    case 'total':
    case 'placement':
      return [words.howNumbers];
    case 'ranking':
      return [words.howRanking(`${units}`), ...(ballot.effect === 'void' ? [words.voidRanking] : [])];
    case 'approval':
      return [
        words.howNames(`${ballot.atLeast}`, `${ballot.atMost}`),
        ...(ballot.effect === 'void' ? [words.voidNames] : []),
      ];
    case 'winner':
      return [words.howWinner];
    case 'grades':
    case 'yes-no':
      return [isOnAllUnits ? words.howChoiceEach : words.howChoice];
    default:
      return unreachable(ballot);
  }
}

type PaperUnits = {
  readonly units: readonly Unit[];
  readonly isOnAllUnits: boolean;
  readonly hasHow: boolean;
};

function numbersForm(
  definition: EventDefinition,
  ballot: BallotType,
  language: Language,
): Extract<SheetBlock, { kind: 'form' }>['rows'] {
  const words = seatWords[language];
  return numberRows(ballot, 1, eventNames(definition, language), language).map(
    ({ name, minimum, maximum, step }) => ({ name, hint: words.range(minimum, maximum, step), boxes: 1 }),
  );
}

/** The boxes of one ballot on one unit. */
function formOnUnit(definition: EventDefinition, ballot: BallotType, language: Language): SheetBlock {
  const words = seatWords[language];
  const options = ballotOptions(ballot, eventNames(definition, language), language);
  const rows = options
    ? options.map(({ name }) => ({ name, hint: words.tick, boxes: 1 }))
    : numbersForm(definition, ballot, language);
  return { kind: 'form', rows };
}

/** What is written into the boxes of each unit where a paper holds all of them. */
function boxHeads(
  definition: EventDefinition,
  ballot: BallotType,
  units: number,
  language: Language,
): readonly string[] {
  const words = seatWords[language];
  const names = eventNames(definition, language);
  if (ballot.kind === 'approval' || ballot.kind === 'winner') return [words.tick];
  const options = ballotOptions(ballot, names, language);
  if (options) return options.map(({ name }) => name);
  return numberRows(ballot, units, names, language).map(({ name, minimum, maximum }) =>
    words.headOf(name, minimum, maximum),
  );
}

/** The boxes of one ballot on all units, one line for each; of a secret one also the box of who may not vote on it. */
function formOnAll(
  definition: EventDefinition,
  ballot: BallotType,
  units: readonly Unit[],
  language: Language,
): SheetBlock {
  const words = seatWords[language];
  const heads = [
    ...boxHeads(definition, ballot, units.length, language),
    ...(ballot.secrecy === 'anonymous' ? [words.recusal] : []),
  ];
  return {
    kind: 'table',
    columns: [
      { name: words.unit, content: { kind: 'text' } },
      ...heads.map((name) => ({ name, content: { kind: 'box' } as const })),
    ],
    rows: units.map(({ name }) => [name[language], ...heads.map(() => null)]),
  };
}

/** The form of one ballot on its units; `hasHow` says above it how it is filled in. */
export function paperForm(
  definition: EventDefinition,
  ballot: BallotType,
  { units, isOnAllUnits, hasHow }: PaperUnits,
  language: Language,
): readonly SheetBlock[] {
  const words = seatWords[language];
  const form = isOnAllUnits
    ? formOnAll(definition, ballot, units, language)
    : formOnUnit(definition, ballot, language);
  const how = howToFill(ballot, units.length, isOnAllUnits, language);
  return [
    ...(hasHow ? [{ kind: 'lines', lines: [how.join(words.sentence)] } as const] : []),
    form,
    ...(asksReasons(ballot) ? [{ kind: 'lines', lines: [words.reasonLine] } as const] : []),
  ];
}
