import { listAt, type Path, textAt } from './draft.ts';
import { ProblemLines, TableRow } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons } from './list-card.tsx';
import { NameField } from './name-field.tsx';
import { newCriterion, newGrade } from './new-parts.ts';
import { NullableNumber } from './nullable-number.tsx';
import styles from './scheme.module.css';
import { ChoiceField, IdField, NumberField, WholeField } from './simple-fields.tsx';
import { TableHead } from './table-head.tsx';

function Criteria({ list }: { readonly list: Path }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const criteria = listAt(draft, list);
  return (
    <>
      <h4>{t('field.criteria')}</h4>
      <ProblemLines path={list} />
      <ul className={styles.tableList}>
        <TableHead
          labels={[t('field.minimum'), t('field.maximum'), t('field.step'), t('field.factor'), t('field.id')]}
        />
        {criteria.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
          <TableRow key={n} path={`${list}.${n}`}>
            <NameField
              path={`${list}.${n}.name`}
              label={`${n + 1}. ${t('field.name')}`}
              fallback={textAt(draft, `${list}.${n}.id`)}
            />
            <NumberField path={`${list}.${n}.minimum`} label={t('field.minimum')} isOptional fallback="0" />
            <NumberField path={`${list}.${n}.maximum`} label={t('field.maximum')} />
            <NumberField path={`${list}.${n}.step`} label={t('field.step')} />
            <NumberField path={`${list}.${n}.factor`} label={t('field.factor')} isOptional fallback="1" />
            <IdField list={list} at={n} label={t('field.id')} />
            <EntryButtons list={list} at={n} name={`${t('entry.criteria')} ${n + 1}`} />
          </TableRow>
        ))}
      </ul>
      <AddButton
        label={t('entry.criteria')}
        onPress={() => dispatch({ kind: 'add', list, at: criteria.length, entry: newCriterion(draft, list) })}
      />
    </>
  );
}

function Grades({ list }: { readonly list: Path }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const grades = listAt(draft, list);
  return (
    <>
      <h4>{t('field.grades')}</h4>
      <ProblemLines path={list} />
      <ul className={styles.tableList}>
        <TableHead labels={[t('field.points'), t('field.id')]} isFirstWide />
        {grades.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
          <TableRow key={n} path={`${list}.${n}`}>
            <NameField
              path={`${list}.${n}.name`}
              label={`${n + 1}. ${t('field.name')}`}
              fallback={textAt(draft, `${list}.${n}.id`)}
            />
            <NullableNumber
              path={`${list}.${n}.points`}
              label={t('field.points')}
              nullLabel={t('outsideDenominator')}
            />
            <IdField list={list} at={n} label={t('field.id')} />
            <EntryButtons list={list} at={n} name={`${t('entry.grades')} ${n + 1}`} />
          </TableRow>
        ))}
      </ul>
      <AddButton
        label={t('entry.grades')}
        onPress={() => dispatch({ kind: 'add', list, at: grades.length, entry: newGrade(draft, list) })}
      />
    </>
  );
}

function EffectField({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <ChoiceField
      path={path}
      label={t('incomplete')}
      fallback="refuse"
      choices={(['refuse', 'void'] as const).map((effect) => ({
        value: effect,
        label: t(`effect.${effect}`),
      }))}
    />
  );
}

/** The form itself: what stands on the paper, by the ballot's kind. */
export function BallotForm({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t } = useFormWords();
  switch (textAt(draft, `${path}.kind`)) {
    case 'points':
      return <Criteria list={`${path}.criteria`} />;
    case 'grades':
      return <Grades list={`${path}.grades`} />;
    case 'total':
      return (
        <div className={styles.fields}>
          <NumberField path={`${path}.minimum`} label={t('field.minimum')} isOptional fallback="0" />
          <NumberField path={`${path}.maximum`} label={t('field.maximum')} />
          <NumberField path={`${path}.step`} label={t('field.step')} />
        </div>
      );
    case 'ranking':
      return (
        <div className={styles.fields}>
          <EffectField path={`${path}.effect`} />
        </div>
      );
    case 'placement':
      return (
        <div className={styles.fields}>
          <WholeField path={`${path}.lastPlace`} label={t('field.lastPlace')} />
        </div>
      );
    case 'approval':
      return (
        <div className={styles.fields}>
          <WholeField path={`${path}.atLeast`} label={t('field.atLeast')} fallback="0" />
          <WholeField path={`${path}.atMost`} label={t('field.atMost')} />
          <EffectField path={`${path}.effect`} />
        </div>
      );
    default:
      return null;
  }
}
