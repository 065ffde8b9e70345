import { type Path, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { NumbersField } from './numbers-field.tsx';
import { ChoiceField, NumberField } from './simple-fields.tsx';

/** Points for places: by a table, or so much less a place. */
export function PlacePointsFields({ path }: { readonly path: Path }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const value = valueAt(draft, path);
  const kind = typeof value !== 'object' || value === null ? 'none' : 'first' in value ? 'step' : 'table';
  const choose = (next: string) => {
    if (next === 'none') return set(path, undefined);
    set(path, next === 'table' ? { table: ['12', '10', '8'] } : { first: '100', step: '-3' });
  };
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.placePoints')}
        choices={(['none', 'table', 'step'] as const).map((each) => ({
          value: each,
          label: t(`pointsKind.${each}`),
        }))}
        valueShown={kind}
        onChoose={choose}
      />
      {kind === 'step' && (
        <>
          <NumberField path={`${path}.first`} label={t('field.first')} />
          <NumberField path={`${path}.step`} label={t('stepPerPlace')} />
        </>
      )}
      {kind === 'table' && (
        <>
          <NumbersField path={`${path}.table`} label={t('field.table')} />
          <NumberField path={`${path}.beyond`} label={t('field.beyond')} isOptional fallback="0" />
        </>
      )}
    </>
  );
}
