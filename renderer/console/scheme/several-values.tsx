import { type Path, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { ChoiceField, SomeField } from './simple-fields.tsx';
import { NodeField, nodeChoices } from './value-fields.tsx';

/** Which several values are taken: those of named nodes, or of one node for every item. `except` is a node not to name. */
export function SeveralValues({ path, except }: { readonly path: Path; readonly except?: string }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const value = valueAt(draft, path);
  const kind = typeof value === 'object' && value !== null && 'items' in value ? 'items' : 'nodes';
  const nodes = nodeChoices(draft, language).filter((choice) => choice.value !== except);
  const first = nodes[0]?.value ?? '';
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.of')}
        choices={(['nodes', 'items'] as const).map((each) => ({ value: each, label: t(`pickFrom.${each}`) }))}
        valueShown={kind}
        onChoose={(next) => set(path, next === 'items' ? { items: first } : { nodes: [first] })}
      />
      {kind === 'items' ? (
        <NodeField path={`${path}.items`} label={t('field.items')} />
      ) : (
        <SomeField path={`${path}.nodes`} label={t('field.nodes')} choices={nodes} />
      )}
    </>
  );
}
