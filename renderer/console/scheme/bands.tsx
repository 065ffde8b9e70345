import { listAt, type Path } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons } from './list-card.tsx';
import styles from './scheme.module.css';
import { NumberField } from './simple-fields.tsx';

/** Points from a value on, until the next band begins. */
export function Bands({ list }: { readonly list: Path }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const bands = listAt(draft, list);
  return (
    <div className={styles.group}>
      <ul className={styles.list}>
        {bands.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bands have no identity but their place
          <li key={n} className={styles.row} data-path={`${list}.${n}`}>
            <NumberField path={`${list}.${n}.from`} label={t('field.from')} />
            <NumberField path={`${list}.${n}.points`} label={t('field.points')} />
            <EntryButtons list={list} at={n} name={`${t('entry.bands')} ${n + 1}`} />
          </li>
        ))}
      </ul>
      <ProblemLines path={list} />
      <AddButton
        label={t('entry.bands')}
        onPress={() => dispatch({ kind: 'add', list, at: bands.length, entry: { from: '0', points: '0' } })}
      />
    </div>
  );
}
