import { asksReasons } from '../domain/ballot-paper.ts';
import type { EventDefinition, Unit } from '../domain/event-definition.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { Language } from '../kernel/language.ts';
import { ballotOptions } from './ballot-options.ts';
import { numberRows } from './ballot-rows.ts';
import { eventNames } from './event-names.ts';
import { seatWords } from './seat-words.ts';
import type { SheetBlock } from './sheet.ts';

/** How a ballot is filled in on paper, in one sentence, and what it allows. */
export function howToFill(ballot: BallotType, units: number, language: Language): readonly string[] {
  const words = seatWords[language];
  switch (ballot.kind) {
    case 'points':
    case 'total':
    case 'placement':
      return [words.howNumbers];
    case 'ranking':
      return [words.howRanking(`${units}`)];
    case 'approval':
      return [words.howNames(`${ballot.atLeast}`, `${ballot.atMost}`)];
    case 'winner':
      return [words.howWinner];
    case 'grades':
    case 'yes-no':
      return [words.howChoice];
  }
}

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
): { readonly heads: readonly string[]; readonly isTicked: boolean } {
  const words = seatWords[language];
  const names = eventNames(definition, language);
  if (ballot.kind === 'approval' || ballot.kind === 'winner') return { heads: [words.tick], isTicked: true };
  const options = ballotOptions(ballot, names, language);
  if (options) return { heads: options.map(({ name }) => name), isTicked: true };
  const rows = numberRows(ballot, units, names, language);
  return {
    heads: rows.map(({ name, minimum, maximum }) => words.headOf(name, minimum, maximum)),
    isTicked: false,
  };
}

/** The boxes of one ballot on all units, one line for each; of a secret one also the box of who may not vote on it. */
function formOnAll(
  definition: EventDefinition,
  ballot: BallotType,
  units: readonly Unit[],
  language: Language,
): SheetBlock {
  const words = seatWords[language];
  const { heads, isTicked } = boxHeads(definition, ballot, units.length, language);
  const columns = [...heads, ...(ballot.secrecy === 'anonymous' ? [words.recusal] : [])];
  return {
    kind: 'form',
    heads: columns,
    isTicked,
    rows: units.map(({ name }) => ({ name: name[language], hint: '', boxes: columns.length })),
  };
}

/** The form of one ballot on its units, with how it is filled in. */
export function paperForm(
  definition: EventDefinition,
  ballot: BallotType,
  units: readonly Unit[],
  isOnAllUnits: boolean,
  language: Language,
): readonly SheetBlock[] {
  const words = seatWords[language];
  const form = isOnAllUnits
    ? formOnAll(definition, ballot, units, language)
    : formOnUnit(definition, ballot, language);
  return [
    { kind: 'lines', lines: howToFill(ballot, units.length, language) },
    form,
    ...(asksReasons(ballot) ? [{ kind: 'lines', lines: [words.reasonLine] } as const] : []),
  ];
}
