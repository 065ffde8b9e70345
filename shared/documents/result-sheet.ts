import type { EventDefinition } from '../domain/event-definition.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import type { Language } from '../kernel/language.ts';
import { ruleView } from '../views/build-common.ts';
import { attachmentBlocks } from './attachment-blocks.ts';
import { resultRow } from './result-row.ts';
import { resultWords } from './result-words.ts';
import { ruleLine } from './rule-line.ts';
import type { Sheet, SheetBlock, SheetColumn } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { FigureSource } from './sheet-source.ts';

function columnsOf(definition: EventDefinition, language: Language): readonly SheetColumn[] {
  const words = resultWords[language];
  const text = { kind: 'text' } as const;
  const whole = { kind: 'number', decimals: 0 } as const;
  const rule = ruleView(definition);
  const points = { kind: 'number', decimals: rule.decimals ?? 2 } as const;
  return [
    { name: words.rank, content: whole },
    { name: words.unit, content: text },
    { name: words.total, content: points },
    ...rule.groups.flatMap(({ name, percent }) => [
      { name: words.mean(name[language], percent), content: points },
      { name: words.ballots(name[language]), content: whole },
      { name: words.struck(name[language]), content: whole },
    ]),
    { name: words.remark, content: text },
  ];
}

/** How the figures came about, and what their sums are made of. */
export function methodBlock(definition: EventDefinition, language: Language): SheetBlock {
  const words = resultWords[language];
  const facts = [
    { name: words.rule, text: ruleLine(definition, language) },
    { name: words.sums, text: words.sumsNote },
  ];
  return { kind: 'facts', facts };
}

type Former = { readonly figures: Figures; readonly heading: string; readonly note: string };

/** Places and totals of a result that isn't the one of this sheet. */
function formerBlocks(
  definition: EventDefinition,
  { figures, heading, note }: Former,
  language: Language,
): readonly SheetBlock[] {
  const words = resultWords[language];
  const points = { kind: 'number', decimals: ruleView(definition).decimals ?? 2 } as const;
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      columns: [
        { name: words.rank, content: { kind: 'number', decimals: 0 } },
        { name: words.unit, content: { kind: 'text' } },
        { name: words.total, content: points },
      ],
      rows: figures.units.map(({ unit, place, total }) => [
        place,
        definition.units.find(({ id }) => id === unit)?.name[language] ?? unit,
        total,
      ]),
    },
    { kind: 'lines', lines: [note] },
  ];
}

const placesOf = ({ units }: Figures) => units.map(({ unit, place, total }) => [unit, place, total].join());

/** Results beside this one: by the rules before they were changed, and of the version that this one supersedes. */
function formerResults(
  { result, versions }: FigureSource['state'],
  figures: Figures,
  language: Language,
): readonly Former[] {
  const words = resultWords[language];
  // SCHEME-3
  const byOldRules = result.kind === 'none' ? null : (result.formerly ?? null);
  // EVENT-7
  const before = versions?.at(-1);
  const superseded = before?.formerly ?? null;
  const isOther = superseded !== null && placesOf(superseded).join('|') !== placesOf(figures).join('|');
  return [
    ...(byOldRules
      ? [{ figures: byOldRules, heading: words.formerly, note: words.formerlyNote(byOldRules.schemeHash) }]
      : []),
    ...(before && superseded && isOther
      ? [
          {
            figures: superseded,
            heading: words.formerVersion(`${before.supersedes.version}`),
            note: words.formerVersionNote(`${before.supersedes.version}`),
          },
        ]
      : []),
  ];
}

/** 成绩单: units in ranked order, then those without a rank; where the rules were changed or a version is superseded, both results. */
export function resultSheet(source: FigureSource, figures: Figures, language: Language): Sheet {
  const { definition, attachments } = source.state;
  const table: SheetBlock = {
    kind: 'table',
    columns: columnsOf(definition, language),
    rows: figures.units.map((figure) => resultRow(definition, figure, language)),
  };
  return sheetOf(source, language, {
    name: resultWords[language].sheet,
    isOfResult: true,
    blocks: [
      table,
      methodBlock(definition, language),
      ...formerResults(source.state, figures, language).flatMap((former) =>
        formerBlocks(definition, former, language),
      ),
      ...attachmentBlocks(attachments ?? [], language),
    ],
  });
}
