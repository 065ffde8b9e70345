import { listAt, textAt, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons, ListCard } from './list-card.tsx';
import { NameField, nameText } from './name-field.tsx';
import { newFact } from './new-parts.ts';
import { NullableNumber } from './nullable-number.tsx';
import styles from './scheme.module.css';
import { IdField, TextField, WholeField } from './simple-fields.tsx';

/** What no source gives: the place in the file and a text, or both in one line. */
function AssumptionLine({ at }: { readonly at: number }) {
  const { draft } = useForm();
  const { t } = useFormWords();
  const path = `assumptions.${at}`;
  const name = `${t('entry.assumptions')} ${at + 1}`;
  return (
    <li className={styles.line} data-path={path}>
      {typeof valueAt(draft, path) === 'string' ? (
        <TextField path={path} label={name} size="full" />
      ) : (
        <div className={styles.lineFields}>
          <NameField path={`${path}.text`} label={name} isOptional={false} size="full" />
          <TextField path={`${path}.path`} label={t('field.path')} isOptional />
        </div>
      )}
      <EntryButtons list="assumptions" at={at} name={name} />
    </li>
  );
}

/** Name and version, the event's facts, and what the organiser should look at. */
export function BasicsSection() {
  const { draft, dispatch } = useForm();
  const { t, language } = useFormWords();
  const [facts, assumptions] = [listAt(draft, 'facts'), listAt(draft, 'assumptions')];
  return (
    <>
      <p className={styles.intro}>{t('hint.basics')}</p>
      <div className={styles.fields}>
        <NameField path="name" label={t('field.name')} isOptional={false} size="wide" />
        <TextField path="id" label={t('field.id')} size="small" />
        <WholeField path="version" label={t('field.version')} />
      </div>
      <h3>{t('field.facts')}</h3>
      <ul className={styles.list}>
        {facts.map((_, n) => (
          <ListCard
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
            key={n}
            list="facts"
            at={n}
            title={nameText(draft, `facts.${n}.name`, language) || textAt(draft, `facts.${n}.id`)}
          >
            <div className={styles.fields}>
              <NameField path={`facts.${n}.name`} label={t('field.name')} />
              <IdField list="facts" at={n} label={t('field.id')} />
              <NullableNumber path={`facts.${n}.value`} label={t('field.value')} nullLabel={t('eachEvent')} />
            </div>
          </ListCard>
        ))}
      </ul>
      <AddButton
        label={t('field.facts')}
        onPress={() => dispatch({ kind: 'add', list: 'facts', at: facts.length, entry: newFact(draft) })}
      />
      <h3>{t('field.assumptions')}</h3>
      <ul className={styles.list}>
        {assumptions.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <AssumptionLine key={n} at={n} />
        ))}
      </ul>
      <AddButton
        label={t('entry.assumptions')}
        onPress={() =>
          dispatch({ kind: 'add', list: 'assumptions', at: assumptions.length, entry: { text: '' } })
        }
      />
    </>
  );
}
