import { Bands } from './bands.tsx';
import { type Path, textAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';
import { ChoiceField, NumberField } from './simple-fields.tsx';

/** What time over, or under, a limit costs: by bands, or so much for every so many seconds. */
export function TimeSideFields({ path, label }: { readonly path: Path; readonly label: string }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const kind = textAt(draft, `${path}.kind`) || 'none';
  const choose = (next: string) => {
    if (next === 'none') return set(path, undefined);
    set(
      path,
      next === 'bands'
        ? { kind: next, bands: [{ from: '1', points: '-0.5' }] }
        : { kind: next, seconds: '30', points: '-1' },
    );
  };
  return (
    <>
      <div className={styles.fields}>
        <ChoiceField
          path={`${path}.kind`}
          label={label}
          fallback="none"
          choices={(['none', 'bands', 'per-started', 'per-whole'] as const).map((each) => ({
            value: each,
            label: t(`timeSide.${each}`),
          }))}
          onChoose={choose}
        />
        {(kind === 'per-started' || kind === 'per-whole') && (
          <>
            <NumberField path={`${path}.seconds`} label={t('field.seconds')} />
            <NumberField path={`${path}.points`} label={t('field.points')} />
          </>
        )}
      </div>
      {kind === 'bands' && <Bands list={`${path}.bands`} />}
    </>
  );
}
