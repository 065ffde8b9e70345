import { calculator } from '../../../shared/domain/scoring/rules/calculate.ts';
import type {
  Adjustment,
  Contest,
  ContestUnit,
  Measurement,
} from '../../../shared/domain/scoring/rules/contest.ts';
import { nameIn } from '../../../shared/domain/scoring/rules/names.ts';
import type { ScoringScheme } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import type { MeasurePlace } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';

/** What the sample's units bring beside their ballots, a value for each unit: it can be changed. */
export type SampleInput =
  | {
      readonly kind: 'measure';
      readonly name: LocalText;
      readonly measure: string;
      readonly item: MeasurePlace['item'];
      /** Null: not measured. */
      readonly values: readonly (Measurement | null)[];
    }
  | {
      readonly kind: 'adjustments';
      readonly name: LocalText;
      readonly node: string;
      readonly values: readonly (readonly Adjustment[])[];
    };

function measuresAt(unit: ContestUnit | undefined, item: MeasurePlace['item']) {
  return (item === null ? unit?.measures : unit?.items?.[item.list]?.[item.at]?.measures) ?? {};
}

function measureName({ nodes }: ScoringScheme, measure: string, list: string | undefined): LocalText {
  const node = nodes.find(
    (each) => each.kind === 'measure' && each.measure === measure && each.each === list,
  );
  return nameIn(node?.name, measure);
}

/** Measures of the units, of their items, then adjustments; `made` has every value, `contest` those left after changes. */
export function sampleInputs(scheme: ScoringScheme, made: Contest, contest: Contest): readonly SampleInput[] {
  const [first] = made.units;
  const items = Object.entries(first?.items ?? {}).flatMap(([list, entries]) =>
    entries.map((_, at) => ({ list, at })),
  );
  const measures = [null, ...items].flatMap((item) =>
    Object.keys(measuresAt(first, item)).map(
      (measure): SampleInput => ({
        kind: 'measure',
        name: measureName(scheme, measure, item?.list),
        measure,
        item,
        values: contest.units.map((unit) => measuresAt(unit, item)[measure] ?? null),
      }),
    ),
  );
  const adjustments = scheme.nodes.flatMap((node): readonly SampleInput[] =>
    node.kind === 'adjustments'
      ? [
          {
            kind: 'adjustments',
            name: nameIn(node.name, node.id),
            node: node.id,
            values: contest.units.map((unit) =>
              (unit.adjustments ?? []).filter((each) => each.node === node.id),
            ),
          },
        ]
      : [],
  );
  return [...measures, ...adjustments];
}

/** Units that are still equal where the chain of ties comes to the jury's decision. */
export function tiesToDecide(scheme: ScoringScheme, contest: Contest): readonly (readonly string[])[] {
  const { ranking } = scheme;
  const at = ranking.ties.findIndex(({ kind }) => kind === 'decision');
  if (at < 0) return [];
  const upToIt = { ...scheme, ranking: { ...ranking, ties: ranking.ties.slice(0, at) } };
  const equal = calculator(upToIt)(contest).ranking.filter(({ isShared }) => isShared);
  const places = [...new Set(equal.map(({ division, place }) => `${division} ${place}`))];
  return places.map((key) =>
    equal.filter(({ division, place }) => `${division} ${place}` === key).map(({ unit }) => unit),
  );
}
