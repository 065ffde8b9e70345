import type { Figures, UnitFigure } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { underDivisions } from './division-tables.ts';
import { formerBlocks } from './former-blocks.ts';
import { outputColumns, shownTotal, totalColumn } from './result-columns.ts';
import { placeRemark } from './result-row.ts';
import { resultWords } from './result-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';
import { unitWords } from './unit-words.ts';

/** 排名表: places, and beside them what the scheme lets out (totals, and figures such as 满意率). */
export function rankingSheet(source: FigureSource, figures: Figures, language: Language): Sheet {
  const { definition } = source.state;
  const { scheme } = definition;
  const words = unitWords[language];
  const columns = resultWords[language];
  const text = { kind: 'text' } as const;
  const { totals } = scheme.publish;
  const outputs = outputColumns(definition, [], language);
  const table = (units: readonly UnitFigure[]): SheetBlock => ({
    kind: 'table',
    columns: [
      { name: columns.rank, content: { kind: 'number' } },
      { name: columns.unit, content: text },
      ...(totals ? [totalColumn(definition, language)] : []),
      ...outputs.columns,
      { name: columns.remark, content: text },
    ],
    rows: units.map((figure) => {
      const unit = definition.units.find(({ id }) => id === figure.unit);
      return [
        figure.place,
        unit?.name[language] ?? figure.unit,
        ...(totals ? [shownTotal(scheme, figure)] : []),
        ...outputs.cells(figure),
        placeRemark(definition, figure, language),
      ];
    }),
  });
  const blocks: readonly SheetBlock[] = [
    ...underDivisions(definition, figures.units, language, table),
    { kind: 'lines', lines: [totals ? words.totalsFrom : words.totalsWithheld] },
    ...formerBlocks(source.state, figures, { isWithoutTotals: !totals }, language),
  ];
  return sheetOf(source, language, { name: words.ranking, isOfResult: true, blocks });
}
