import { contestOf } from '../domain/contest-of.ts';
import { divisionName } from '../domain/division-name.ts';
import type { UnitFigure } from '../domain/scoring/figures.ts';
import { type Calculation, calculator } from '../domain/scoring/rules/calculate.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { unitBesideBlocks } from './beside-blocks.ts';
import { besideWords } from './beside-words.ts';
import { eventNames } from './event-names.ts';
import { formerBlocks } from './former-blocks.ts';
import { factorText, shownTotal, totalColumn } from './result-columns.ts';
import { unitRemark } from './result-row.ts';
import { methodBlock } from './result-sheet.ts';
import { resultWords } from './result-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';
import { partValue, totalParts } from './total-parts.ts';
import { unitScoreBlocks } from './turnout-blocks.ts';
import { unitWords } from './unit-words.ts';
import { voteBlocks, voteName } from './vote-blocks.ts';
import { type VotedBallot, votedBallots } from './voted-ballots.ts';

const text = { kind: 'text' } as const;

/** What the votes on the unit say and give; of one that left the contest only that they don't count. */
function voteParts(
  state: EventState,
  figure: UnitFigure,
  calculation: Calculation,
  voted: readonly VotedBallot[],
  language: Language,
): readonly SheetBlock[] {
  if (voted.length === 0) return [];
  if (figure.state === 'withdrew' || figure.state === 'disqualified')
    return [{ kind: 'lines', lines: [unitWords[language].exits[figure.state]] }];
  return [
    ...partTable(state, figure, calculation, language),
    ...voted.flatMap((ballot) => voteBlocks(state, ballot, language)),
    ...unitScoreBlocks(state.definition, calculation, figure, language),
  ];
}

/** What the unit's total is put together from. */
function partTable(
  { definition }: EventState,
  figure: UnitFigure,
  calculation: Calculation,
  language: Language,
): readonly SheetBlock[] {
  const words = besideWords[language];
  const parts = totalParts(calculation.plan);
  if (parts.length === 0) return [];
  const names = eventNames(definition, language);
  return [
    { kind: 'heading', text: words.parts },
    {
      kind: 'table',
      columns: [
        { name: words.part, content: text },
        { name: words.weight, content: text },
        { name: words.value, content: { kind: 'number' } },
      ],
      rows: parts.map((part) => [
        names.node(part.node),
        factorText(part.factor, definition, language) || null,
        partValue(calculation, part, figure.unit),
      ]),
    },
    { kind: 'lines', lines: [words.partsNote] },
  ];
}

/** In which round each ballot was cast on the unit. */
function roundText({ definition }: EventState, voted: readonly VotedBallot[], language: Language): string {
  const words = unitWords[language];
  const [first] = voted;
  if (!first) return words.none;
  if (definition.scheme.ballots.length === 1 && !first.attempt) return words.roundOf(`${first.round.number}`);
  const names = eventNames(definition, language);
  return voted
    .map((own) => words.rounds(voteName(definition, own, names, language), `${own.round.number}`))
    .join(sheetWords[language].clause);
}

/**
 * One unit's own sheet: place, total and what it is made of, what each ballot says, and what stands beside the ballots;
 * only of a counted result.
 */
export function unitSheet(
  source: SheetSource,
  unitId: string,
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition, result } = state;
  const unit = definition.units.find(({ id }) => id === unitId);
  if (result.kind === 'none') return err('result-not-counted');
  const figure = result.figures.units.find((each) => each.unit === unitId);
  if (!unit || !figure) return err('unknown-unit');
  const words = unitWords[language];
  const division = divisionName(definition, figure.division);
  const contest = contestOf(state);
  const calculation = calculator(definition.scheme)(contest);
  const voted = votedBallots(state, unit.id);
  const remark = unitRemark(definition, figure, calculation, language);
  const blocks: readonly SheetBlock[] = [
    {
      kind: 'facts',
      facts: [
        { name: words.code, text: unit.code },
        { name: words.post, text: unit.post[language] },
        ...(division ? [{ name: words.division, text: division[language] }] : []),
        { name: words.place, text: figure.place === null ? words.none : words.placeOf(figure.place) },
        {
          name: totalColumn(definition, language).name,
          text: shownTotal(definition.scheme, figure) ?? words.none,
        },
        { name: words.round, text: roundText(state, voted, language) },
        ...(remark === null ? [] : [{ name: resultWords[language].remark, text: remark }]),
      ],
    },
    ...voteParts(state, figure, calculation, voted, language),
    ...unitBesideBlocks(definition, contest, calculation, unit.id, language),
    methodBlock(definition, language),
    ...formerBlocks(state, result.figures, { only: unit.id }, language),
  ];
  const about = unit.name[language];
  return ok(sheetOf(source, language, { name: words.sheet, about, isOfResult: true, blocks }));
}
