import { listAt, type Path, textAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons } from './list-card.tsx';
import { AbsentField, BetterField, EmptyField } from './node-choices.tsx';
import styles from './scheme.module.css';
import { SeveralValues } from './several-values.tsx';
import { ChoiceField, ListProblems, WholeField } from './simple-fields.tsx';
import { NodeField, SourceField } from './value-fields.tsx';

/** The parts of a weighted value, a sum or a product. */
function Parts({ path, of }: { readonly path: Path; readonly of: 'weight' | 'times' | 'alone' }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const list = `${path}.parts`;
  const parts = listAt(draft, list);
  const node = textAt(draft, 'nodes.0.id');
  const entry = of === 'alone' ? node : of === 'weight' ? { node, weight: 1 } : { node };
  return (
    <>
      <ul className={styles.list}>
        {parts.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <li key={n} className={styles.row} data-path={`${list}.${n}`}>
            <NodeField
              path={of === 'alone' ? `${list}.${n}` : `${list}.${n}.node`}
              label={`${t('entry.parts')} ${n + 1}`}
            />
            {of === 'weight' && <WholeField path={`${list}.${n}.weight`} label={t('field.weight')} />}
            {of === 'times' && (
              <SourceField path={`${list}.${n}.times`} label={t('field.times')} fallback="1" />
            )}
            <EntryButtons list={list} at={n} name={`${t('entry.parts')} ${n + 1}`} canMove={false} />
          </li>
        ))}
      </ul>
      <ProblemLines path={list} />
      <AddButton
        label={t('entry.parts')}
        onPress={() => dispatch({ kind: 'add', list, at: parts.length, entry })}
      />
    </>
  );
}

/** Values by their weights. */
export function WeightedFields({ path }: { readonly path: Path }) {
  return (
    <>
      <Parts path={path} of="weight" />
      <div className={styles.fields}>
        <AbsentField path={path} name="absent" policies={['block', 'renormalise', 'zero']} />
      </div>
    </>
  );
}

/** Values added up, each as often as it says. */
export function SumFields({ path }: { readonly path: Path }) {
  return (
    <>
      <Parts path={path} of="times" />
      <div className={styles.fields}>
        <AbsentField path={path} name="absent" policies={['block', 'zero']} />
      </div>
    </>
  );
}

/** Values multiplied with one another. */
export function ProductFields({ path }: { readonly path: Path }) {
  return (
    <>
      <Parts path={path} of="alone" />
      <ListProblems path={`${path}.parts`} />
    </>
  );
}

/** Some of several values, the best or without the extremes. */
export function PickFields({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t } = useFormWords();
  return (
    <div className={styles.fields}>
      <SeveralValues path={`${path}.from`} except={textAt(draft, `${path}.id`)} />
      <BetterField path={`${path}.better`} />
      <WholeField path={`${path}.dropBest`} label={t('field.dropBest')} fallback="0" />
      <WholeField path={`${path}.dropWorst`} label={t('field.dropWorst')} fallback="0" />
      <WholeField path={`${path}.best`} label={t('field.best')} isOptional />
      <ChoiceField
        path={`${path}.by`}
        label={t('field.by')}
        fallback="sum"
        choices={(['sum', 'mean', 'median'] as const).map((each) => ({
          value: each,
          label: t(`by.${each}`),
        }))}
      />
      <EmptyField path={`${path}.empty`} />
    </div>
  );
}
