import type { Adjustment } from '../../../shared/domain/scoring/rules/contest.ts';
import { Icon } from '../../ui/icon.tsx';
import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { useSampleEditing } from './sample-editing.tsx';
import { DecimalInput, Strip, useUnitName } from './sample-strip.tsx';
import formStyles from './scheme.module.css';

/** What the jury adds to a unit or takes away, each with its points and its reason. */
export function AdjustmentsStrip({ unit, node }: { readonly unit: string; readonly node: string }) {
  const { t, localise } = useFormWords();
  const nameOf = useUnitName();
  const { view, edits, change } = useSampleEditing();
  const at = view.units.findIndex((each) => each.unit === unit);
  const inputs = view.inputs.flatMap((each) => (each.kind === 'adjustments' ? [each] : []));
  const input = inputs.find((each) => each.node === node);
  if (!input) return null;
  const own = input.values[at] ?? [];
  const others = inputs.filter((each) => each !== input).flatMap(({ values }) => values[at] ?? []);
  const set = (next: readonly Adjustment[]) =>
    change({ ...edits, adjustments: { ...edits.adjustments, [unit]: [...others, ...next] } });
  const replace = (n: number, entry: Adjustment) => set(own.map((each, m) => (m === n ? entry : each)));
  return (
    <Strip title={`${nameOf(unit)} · ${localise(input.name)}`}>
      {own.map((entry, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: adjustments have no identity but their place
        <div key={`${own.length} ${n}`} className={styles.stripRow}>
          <span className={styles.stripNumber}>
            <DecimalInput
              label={`${t('field.points')} ${n + 1}`}
              value={entry.points}
              onChange={(points) => replace(n, { ...entry, points })}
            />
          </span>
          <input
            className={formStyles.input}
            aria-label={`${t('sample.reason')} ${n + 1}`}
            placeholder={t('sample.reason')}
            type="text"
            maxLength={200}
            value={entry.reason}
            onChange={({ target }) => replace(n, { ...entry, reason: target.value })}
          />
          <button
            type="button"
            className={formStyles.iconButton}
            aria-label={`${t('field.points')} ${n + 1}: ${t('remove')}`}
            title={t('remove')}
            onClick={() => set(own.filter((_, m) => m !== n))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className={formStyles.add}
        onClick={() => set([...own, { node, points: '-1', reason: '', author: '' }])}
      >
        + {t('sample.addAdjustment')}
      </button>
    </Strip>
  );
}
