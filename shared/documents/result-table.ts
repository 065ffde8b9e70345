import type { EventDefinition } from '../domain/event-definition.ts';
import type { Head } from '../domain/log/entry.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import { groupsNodeBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { Language } from '../kernel/language.ts';
import { ruleView } from '../views/build-common.ts';
import { resultRow } from './result-row.ts';
import { type ResultWords, resultWords } from './result-words.ts';
import { tieText } from './tie-text.ts';

/** A counted result, which is held until the chair releases it. */
export type CountedResult = {
  readonly definition: EventDefinition;
  readonly figures: Figures;
  readonly status: 'counted' | 'released';
  /** The end of the log when the document was made. */
  readonly head: Head;
};

/** A column of numbers holds finished decimal text with `decimals` places, such as `90.40`. */
export type ResultColumn = {
  readonly name: string;
  readonly content: { readonly kind: 'text' } | { readonly kind: 'number'; readonly decimals: number };
};

/** A result sheet in one language, before it is written as CSV or XLSX. */
export type ResultTable = {
  readonly sheet: string;
  readonly title: string;
  readonly subtitle: string;
  /** What a reader must not overlook: 演示, 未放行, 无监督员. Above the table. */
  readonly marks: readonly string[];
  readonly columns: readonly ResultColumn[];
  /** As many cells as columns; null is an empty cell. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rule, sums, versions and the log's head. Below the table. */
  readonly footers: readonly { readonly name: string; readonly text: string; readonly line: string }[];
};

export function resultMarks(result: CountedResult, words: ResultWords): readonly string[] {
  const { definition, status } = result;
  return [
    ...(definition.isDemo ? [words.demo] : []),
    ...(status === 'counted' ? [words.held] : []),
    ...(definition.scheme.isMonitorRequired ? [] : [words.noMonitor]),
  ];
}

function columnsOf(definition: EventDefinition, language: Language): readonly ResultColumn[] {
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

/** How the totals came about, in one line. */
export function ruleLine(definition: EventDefinition, language: Language): string {
  const words = resultWords[language];
  const { groups, trim, decimals, ties } = ruleView(definition);
  const node = groupsNodeBehindTotal(planScheme(definition.scheme));
  return [
    ...(groups.length === 0
      ? []
      : [words.sum(groups.map(({ name, percent }) => words.share(name[language], percent)))]),
    trim ? words.trim(`${trim.high}`, `${trim.low}`, `${trim.fromCount}`) : words.noTrim,
    ...(decimals === null ? [] : [words.rounding(`${decimals}`)]),
    words.rankedOn[definition.scheme.ranking.on],
    words.ties(
      ties.map((tie) => tieText(tie, language)),
      definition.scheme.ranking.shared,
    ),
    ...(node ? [words.emptyGroup[node.emptyGroup]] : []),
  ].join(words.clause);
}

/** The sheet of a counted result: units in ranked order, then those without a rank. */
export function resultTable(result: CountedResult, language: Language): ResultTable {
  const { definition, figures, head } = result;
  const { scheme } = definition;
  const words = resultWords[language];
  return {
    sheet: words.sheet,
    title: `${definition.title[language]} ${words.sheet}`,
    subtitle: `${definition.arena[language]} · ${definition.sitting[language]}`,
    marks: resultMarks(result, words),
    columns: columnsOf(definition, language),
    rows: figures.units.map((figure) => resultRow(definition, figure, language)),
    footers: [
      { name: words.rule, text: ruleLine(definition, language) },
      { name: words.sums, text: words.sumsNote },
      {
        name: words.scheme,
        text: words.schemeOf(
          nameIn(scheme.name, scheme.id)[language],
          scheme.id,
          `${scheme.version}`,
          figures.schemeHash,
        ),
      },
      { name: words.engine, text: figures.engine },
      { name: words.head, text: words.headOf(`${head.n}`, head.hash) },
    ].map(({ name, text }) => ({ name, text, line: words.named(name, text) })),
  };
}
