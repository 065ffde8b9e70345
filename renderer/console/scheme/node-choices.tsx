import type { Path } from './draft.ts';
import { useFormWords } from './form-context.tsx';
import { ChoiceField } from './simple-fields.tsx';

/** What stands for a value without anything in it. */
export function EmptyField({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <ChoiceField
      path={path}
      label={t('field.empty')}
      fallback="none"
      choices={(['none', 'zero', 'block'] as const).map((each) => ({
        value: each,
        label: t(`empty.${each}`),
      }))}
    />
  );
}

/** Which of two values is the better. */
export function BetterField({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <ChoiceField
      path={path}
      label={t('field.better')}
      fallback="higher"
      choices={(['higher', 'lower'] as const).map((each) => ({ value: each, label: t(`better.${each}`) }))}
    />
  );
}

/** What a part does that has no value. */
export function AbsentField({
  path,
  name,
  policies,
}: {
  readonly path: Path;
  readonly name: 'absent' | 'emptyGroup';
  readonly policies: readonly ('block' | 'renormalise' | 'zero')[];
}) {
  const { t } = useFormWords();
  return (
    <ChoiceField
      path={`${path}.${name}`}
      label={t(`field.${name}`)}
      fallback="block"
      choices={policies.map((each) => ({ value: each, label: t(`emptyGroup.${each}`) }))}
    />
  );
}
