import type { Path } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { BetterField } from './node-choices.tsx';
import { PlacePointsFields } from './place-points.tsx';
import styles from './scheme.module.css';
import { ChoiceField, NumberField, SomeField } from './simple-fields.tsx';
import { choicesOf, NodeField } from './value-fields.tsx';

/** A unit's place among all by another value, or the points for it. */
export function PlaceFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <NodeField path={`${path}.of`} label={t('field.of')} />
      <BetterField path={`${path}.better`} />
      <ChoiceField
        path={`${path}.on`}
        label={t('field.on')}
        fallback="rounded"
        choices={(['rounded', 'exact'] as const).map((each) => ({ value: each, label: t(`on.${each}`) }))}
      />
      <ChoiceField
        path={`${path}.shared`}
        label={t('field.shared')}
        fallback="1-1-3"
        choices={(['1-1-3', '1-1-2', 'averaged'] as const).map((each) => ({
          value: each,
          label: t(`shared.${each}`),
        }))}
      />
      <PlacePointsFields path={`${path}.placePoints`} />
    </div>
  );
}

/** A value beside the best one's, or beside the mean of the division. */
export function RescaleFields({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <NodeField path={`${path}.of`} label={t('field.of')} />
      <ChoiceField
        path={`${path}.to`}
        label={t('field.kind')}
        choices={(['best', 'division-mean'] as const).map((each) => ({
          value: each,
          label: t(`rescaleTo.${each}`),
        }))}
      />
      <BetterField path={`${path}.better`} />
      <NumberField path={`${path}.scale`} label={t('field.scale')} isOptional fallback="100" />
    </div>
  );
}

/** Places by the Skating System, over the dances that are chosen. */
export function SkatingFields({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t, language } = useFormWords();
  return (
    <div className={styles.fields}>
      <SomeField
        path={`${path}.ballots`}
        label={t('field.ballots')}
        choices={choicesOf(draft, 'ballots', language)}
      />
    </div>
  );
}
