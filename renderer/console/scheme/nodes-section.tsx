import type { ValueNode } from '../../../shared/domain/scoring/rules/value-node.ts';
import { listAt, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddOfKind, ListCard } from './list-card.tsx';
import { MoreFields } from './more-fields.tsx';
import { NameField, nameText } from './name-field.tsx';
import { newNode } from './new-parts.ts';
import { NodeForm } from './node-form.tsx';
import { freeId } from './rename-id.ts';
import styles from './scheme.module.css';
import { ChoiceField, IdField, TextField } from './simple-fields.tsx';
import { RoundField, SourceField } from './value-fields.tsx';

const kinds = [
  'groups',
  'marks',
  'weighted',
  'sum',
  'product',
  'factor',
  'pick',
  'measure',
  'linear',
  'bands',
  'time',
  'adjustments',
  'place',
  'rescale',
  'skating',
] as const satisfies readonly ValueNode['kind'][];

function isKind(text: string): text is ValueNode['kind'] {
  return kinds.some((kind) => kind === text);
}

function NodeCard({ at }: { readonly at: number }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const path = `nodes.${at}`;
  const kind = textAt(draft, `${path}.kind`);
  const id = textAt(draft, `${path}.id`);
  const name = valueAt(draft, `${path}.name`);
  const isRanked = id !== '' && textAt(draft, 'ranking.by') === id;
  return (
    <ListCard
      list="nodes"
      at={at}
      title={nameText(draft, `${path}.name`, language) || id}
      tag={isRanked ? t('isRanked') : isKind(kind) ? t(`nodeKind.${kind}`) : kind}
    >
      <div className={styles.fields}>
        <NameField path={`${path}.name`} label={t('field.name')} fallback={id} />
        <ChoiceField
          path={`${path}.kind`}
          label={t('field.kind')}
          choices={kinds.map((each) => ({ value: each, label: t(`nodeKind.${each}`) }))}
          onChoose={(next) =>
            isKind(next) && set(path, newNode(draft, next, name === undefined ? { id } : { id, name }))
          }
        />
        <IdField list="nodes" at={at} label={t('field.id')} />
      </div>
      <NodeForm path={path} />
      <div className={styles.fields}>
        <RoundField path={`${path}.round`} label={t('field.rounding')} />
      </div>
      <MoreFields path={path} names={['floor', 'cap', 'each']}>
        <div className={styles.fields}>
          <SourceField path={`${path}.floor`} label={t('field.floor')} isOptional />
          <SourceField path={`${path}.cap`} label={t('field.cap')} isOptional />
          <TextField path={`${path}.each`} label={t('field.each')} isOptional />
        </div>
      </MoreFields>
    </ListCard>
  );
}

/** How ballots and measured values become the total: every node of the tree, in the file's order. */
export function NodesSection() {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const nodes = listAt(draft, 'nodes');
  return (
    <>
      <p className={styles.intro}>{t('hint.nodes')}</p>
      <ProblemLines path="nodes" />
      <ul className={styles.list}>
        {nodes.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
          <NodeCard key={n} at={n} />
        ))}
      </ul>
      <AddOfKind
        label={t('entry.nodes')}
        kinds={kinds.map((kind) => ({ value: kind, label: t(`nodeKind.${kind}`) }))}
        onAdd={(kind) =>
          isKind(kind) &&
          dispatch({
            kind: 'add',
            list: 'nodes',
            at: nodes.length,
            entry: newNode(draft, kind, { id: freeId(draft, 'nodes', 'n') }),
          })
        }
      />
    </>
  );
}
