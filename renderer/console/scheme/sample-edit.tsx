import type { ReactNode } from 'react';
import { useFormWords } from './form-context.tsx';
import { AdjustmentsStrip } from './sample-adjustments-strip.tsx';
import { type SampleTarget, useSampleEditing } from './sample-editing.tsx';
import { MeasureStrip } from './sample-measure-strip.tsx';
import { Chips, Strip, useUnitName } from './sample-strip.tsx';
import { TieStrip } from './sample-tie-strip.tsx';

const standings = ['standing', 'not-called', 'withdrew', 'disqualified'] as const;

function StateStrip({ unit }: { readonly unit: string }) {
  const { t } = useFormWords();
  const nameOf = useUnitName();
  const { view, edits, change } = useSampleEditing();
  return (
    <Strip title={`${nameOf(unit)} · ${t('sample.standing')}`}>
      <Chips
        values={standings}
        chosen={view.units.find((each) => each.unit === unit)?.standing ?? 'standing'}
        wordOf={(state) => t(state === 'standing' ? 'sample.competes' : `sample.state.${state}`)}
        onChoose={(state) => change({ ...edits, states: { ...edits.states, [unit]: state } })}
      />
    </Strip>
  );
}

function stripOf(target: SampleTarget): ReactNode {
  switch (target.kind) {
    case 'state':
      return <StateStrip unit={target.unit} />;
    case 'measure':
      return <MeasureStrip place={target.place} />;
    case 'adjustments':
      return <AdjustmentsStrip unit={target.unit} node={target.node} />;
    case 'tie':
      return <TieStrip units={target.units} />;
  }
}

/** Changes one thing of the sample, under its table; nothing while none is chosen. */
export function SampleEdit() {
  const { target } = useSampleEditing();
  return target && <div key={JSON.stringify(target)}>{stripOf(target)}</div>;
}
