import { carriedNumbers } from '../domain/earlier-stage.ts';
import type { EventDefinition } from '../domain/event-definition.ts';
import { measuresAsked } from '../domain/scoring/beside-ballots.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { Language } from '../kernel/language.ts';
import { eventNames } from './event-names.ts';
import { factorText } from './result-columns.ts';
import type { SheetBlock } from './sheet.ts';
import { stageName } from './stage-name.ts';
import { stageWords } from './stage-words.ts';
import { totalParts } from './total-parts.ts';

const text = { kind: 'text' } as const;

/** How a measure goes into the total, in words; null where it isn't a part of it by itself. */
function weightOf(definition: EventDefinition, measure: string, language: Language): string | null {
  const plan = planScheme(definition.scheme);
  const part = totalParts(plan).find(({ node }) => {
    const own = plan.nodeById.get(node);
    return own?.kind === 'measure' && own.measure === measure;
  });
  return (part && factorText(part.factor, definition, language)) || null;
}

// STAGE-2
/** What the units bring from earlier stages, how it counts, and the events, logs and figures it came from. */
export function carriedBlocks(
  definition: EventDefinition,
  language: Language,
  only?: string,
): readonly SheetBlock[] {
  const words = stageWords[language];
  const names = eventNames(definition, language);
  const asked = measuresAsked(definition.scheme);
  const nameOf = (measure: string) => {
    const name = asked.find(({ id }) => id === measure)?.name[language] ?? measure;
    return name === measure ? names.measure(measure) : name;
  };
  const numbers = carriedNumbers(definition.earlierStages ?? []).filter(
    ({ unit }) => only === undefined || unit === only,
  );
  if (numbers.length === 0) return [];
  const sources = (definition.earlierStages ?? []).flatMap(({ from }) =>
    numbers.some((number) => number.from === from) ? [from] : [],
  );
  return [
    { kind: 'heading', text: words.carried },
    {
      kind: 'table',
      columns: [
        { name: words.unit, content: text },
        { name: words.measure, content: text },
        { name: words.number, content: { kind: 'number' } },
        { name: words.counts, content: text },
        { name: words.from, content: text },
      ],
      rows: numbers.map(({ unit, measure, value, from }) => [
        definition.units.find(({ id }) => id === unit)?.name[language] ?? unit,
        nameOf(measure),
        value,
        weightOf(definition, measure, language),
        stageName(from, language),
      ]),
    },
    {
      kind: 'lines',
      lines: sources.map((from) =>
        words.source(stageName(from, language), `${from.head.n}`, from.head.hash, from.figures),
      ),
    },
  ];
}
