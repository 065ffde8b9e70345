import type { ReactNode } from 'react';
import type { ValueNode } from '../../../shared/domain/scoring/rules/value-node.ts';
import { PickFields, ProductFields, SumFields, WeightedFields } from './combined-fields.tsx';
import { PlaceFields, RescaleFields, SkatingFields } from './compared-fields.tsx';
import { type Path, textAt } from './draft.ts';
import { useForm } from './form-context.tsx';
import { MarksFields } from './marks-fields.tsx';
import { BandsFields, FactorFields, LinearFields, MeasureFields, TimeFields } from './measured-fields.tsx';

type Fields = (node: { readonly path: Path }) => ReactNode;

const fieldsOf: { readonly [kind in ValueNode['kind']]: Fields | null } = {
  marks: ({ path }) => <MarksFields path={path} isByGroup={false} />,
  groups: ({ path }) => <MarksFields path={path} isByGroup />,
  weighted: WeightedFields,
  sum: SumFields,
  product: ProductFields,
  pick: PickFields,
  measure: MeasureFields,
  factor: FactorFields,
  linear: LinearFields,
  bands: BandsFields,
  time: TimeFields,
  adjustments: null,
  place: PlaceFields,
  rescale: RescaleFields,
  skating: SkatingFields,
};

/** What a node of each kind has beside its name, limits and rounding. */
export function NodeForm({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const kind = textAt(draft, `${path}.kind`);
  const Fields = Object.entries(fieldsOf).find(([each]) => each === kind)?.[1];
  return Fields ? <Fields path={path} /> : null;
}
