import { useFormWords } from './form-context.tsx';
import styles from './sample.module.css';
import { useSampleEditing } from './sample-editing.tsx';
import { Strip, useUnitName } from './sample-strip.tsx';
import formStyles from './scheme.module.css';

/** The jury's order of equal units. */
export function TieStrip({ units }: { readonly units: readonly string[] }) {
  const { t } = useFormWords();
  const nameOf = useUnitName();
  const { edits, change } = useSampleEditing();
  const isOfTie = (decision: { readonly units: readonly string[] }) =>
    units.every((unit) => decision.units.includes(unit));
  const decision = edits.decisions.find(isOfTie);
  const others = edits.decisions.filter((each) => !isOfTie(each));
  const order = decision?.units ?? units;
  const decide = (next: readonly string[], reason: string) =>
    change({ ...edits, decisions: [...others, { units: next, reason, author: '' }] });
  return (
    <Strip title={t('sample.decide')}>
      <ol className={styles.order}>
        {order.map((unit, n) => (
          <li key={unit}>
            <b>{decision ? `${n + 1} ${nameOf(unit)}` : nameOf(unit)}</b>
            <button
              type="button"
              className={formStyles.quiet}
              onClick={() => decide([unit, ...order.filter((each) => each !== unit)], decision?.reason ?? '')}
            >
              {t('sample.putFirst')}
            </button>
          </li>
        ))}
      </ol>
      {decision && (
        <div className={styles.stripRow}>
          <input
            className={formStyles.input}
            aria-label={t('sample.reason')}
            placeholder={t('sample.reason')}
            type="text"
            maxLength={200}
            value={decision.reason}
            onChange={({ target }) => decide(order, target.value)}
          />
          <button
            type="button"
            className={formStyles.quiet}
            onClick={() => change({ ...edits, decisions: others })}
          >
            {t('sample.undecide')}
          </button>
        </div>
      )}
    </Strip>
  );
}
