import { Bands } from './bands.tsx';
import { type Path, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import styles from './scheme.module.css';
import { ChoiceField, NumberField, TextField } from './simple-fields.tsx';
import { TimeSideFields } from './time-side.tsx';
import { NodeField, SourceField } from './value-fields.tsx';

/** A number that stands beside the ballots. */
export function MeasureFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <TextField path={`${path}.measure`} label={t('field.measure')} size="small" />
      <ChoiceField
        path={`${path}.missing`}
        label={t('field.absent')}
        fallback="block"
        choices={(['block', 'none', 'zero'] as const).map((each) => ({
          value: each,
          label: t(`empty.${each}`),
        }))}
      />
    </div>
  );
}

/** A value times one number and divided by another. */
export function FactorFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <NodeField path={`${path}.of`} label={t('field.of')} />
      <SourceField path={`${path}.times`} label={t('field.times')} fallback="1" />
      <SourceField path={`${path}.over`} label={t('field.over')} fallback="1" />
    </div>
  );
}

/** Points by the difference from a par. */
export function LinearFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <NodeField path={`${path}.of`} label={t('field.of')} />
      <SourceField path={`${path}.base`} label={t('field.base')} fallback="0" />
      <SourceField path={`${path}.rate`} label={t('field.rate')} />
      <SourceField path={`${path}.par`} label={t('field.par')} fallback="0" />
    </div>
  );
}

/** Points by bands of a value. */
export function BandsFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <>
      <div className={styles.fields}>
        <NodeField path={`${path}.of`} label={t('field.of')} />
        <NumberField path={`${path}.below`} label={t('belowFirst')} isOptional fallback="0" />
      </div>
      <Bands list={`${path}.bands`} />
    </>
  );
}

/** Points for a time over or under the limit. */
export function TimeFields({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t } = useFormWords();
  return (
    <>
      <div className={styles.fields}>
        <NodeField path={`${path}.of`} label={t('field.of')} />
        <SourceField path={`${path}.limit`} label={t('timeLimit')} />
        <NumberField path={`${path}.grace`} label={t('field.grace')} isOptional fallback="0" />
      </div>
      <TimeSideFields path={`${path}.over`} label={t('field.overTime')} />
      <TimeSideFields path={`${path}.under`} label={t('field.underTime')} />
      {valueAt(draft, `${path}.under`) !== undefined && (
        <div className={styles.fields}>
          <SourceField path={`${path}.atLeast`} label={t('timeAtLeast')} isOptional />
        </div>
      )}
    </>
  );
}
