import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { type Choice, ChoiceField, NumberField } from './simple-fields.tsx';
import { choicesOf } from './value-fields.tsx';

/** Which marks a rule looks at: a grade, or those beyond a mark. */
export function MarksMeant({ path, gradesAt }: { readonly path: Path; readonly gradesAt: Path }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const value = valueAt(draft, path);
  const has = (name: string) => typeof value === 'object' && value !== null && name in value;
  const kind = has('grade') ? 'grade' : has('below') ? 'below' : 'above';
  const hasGrades = listAt(draft, gradesAt).length > 0;
  const kinds = (['grade', 'above', 'below'] as const)
    .filter((each) => each !== 'grade' || hasGrades || kind === 'grade')
    .map((each): Choice => ({ value: each, label: t(`marksKind.${each}`) }));
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.marks')}
        choices={kinds}
        valueShown={kind}
        onChoose={(next) =>
          set(path, next === 'grade' ? { grade: textAt(draft, `${gradesAt}.0.id`) } : { [next]: '90' })
        }
      />
      {kind === 'grade' ? (
        <ChoiceField
          path={`${path}.grade`}
          label={t('field.grade')}
          choices={choicesOf(draft, gradesAt, language)}
        />
      ) : (
        <NumberField path={`${path}.${kind}`} label={t(`field.${kind}`)} />
      )}
    </>
  );
}
