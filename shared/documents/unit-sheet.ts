import type { UnitFigure } from '../domain/scoring/figures.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ruleView } from '../views/build-common.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { countedRound, countedVotes } from './counted-votes.ts';
import { criteriaBlocks } from './criteria-blocks.ts';
import { placeRemark } from './result-row.ts';
import { methodBlock } from './result-sheet.ts';
import { resultWords } from './result-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { unitWords } from './unit-words.ts';

function groupTable(
  { definition }: EventState,
  figure: UnitFigure,
  language: Language,
): readonly SheetBlock[] {
  const words = unitWords[language];
  const rule = ruleView(definition);
  const whole = { kind: 'number', decimals: 0 } as const;
  if (figure.groups.length === 0) return [];
  const nameOf = (id: string) => definition.groups.find((group) => group.id === id)?.name[language] ?? id;
  return [
    { kind: 'heading', text: words.groups },
    {
      kind: 'table',
      columns: [
        { name: words.group, content: { kind: 'text' } },
        { name: words.mean, content: { kind: 'number', decimals: rule.decimals ?? 2 } },
        { name: words.ballots, content: whole },
        { name: words.struck, content: whole },
      ],
      rows: figure.groups.map(({ group, mean, ballots, struck }) => [
        nameOf(group),
        mean,
        `${ballots}`,
        `${struck.length}`,
      ]),
    },
    { kind: 'lines', lines: [words.groupsNote] },
  ];
}

/** One unit's own sheet: place, total, the criteria as bars, the groups; only of a counted result. */
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
  const round = countedRound(state, unit.id);
  const remark = placeRemark(definition, figure, language);
  const blocks: readonly SheetBlock[] = [
    {
      kind: 'facts',
      facts: [
        { name: words.code, text: unit.code },
        { name: words.post, text: unit.post[language] },
        { name: words.place, text: figure.place === null ? words.none : words.placeOf(figure.place) },
        { name: words.total, text: figure.total ?? words.none },
        { name: words.round, text: round ? words.roundOf(`${round.number}`) : words.none },
        ...(remark === null ? [] : [{ name: resultWords[language].remark, text: remark }]),
      ],
    },
    ...(round ? criteriaBlocks(state, countedVotes(state, round), language) : []),
    ...(round ? groupTable(state, figure, language) : []),
    methodBlock(definition, language),
  ];
  const about = unit.name[language];
  return ok(sheetOf(source, language, { name: words.sheet, about, isOfResult: true, blocks }));
}
