import type { ValidityRule } from '../../../shared/domain/scoring/rules/ballot-type.ts';
import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddOfKind, ListCard } from './list-card.tsx';
import { MarksMeant } from './marks-meant.tsx';
import { newValidity } from './new-parts.ts';
import styles from './scheme.module.css';
import { ChoiceField, NumberField, WholeField } from './simple-fields.tsx';

const kinds = ['at-most', 'at-least', 'no-equal-marks', 'not-all-equal', 'reason-beyond'] as const;

function Limit({ path }: { readonly path: Path }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const value = valueAt(draft, path);
  const kind = typeof value === 'object' && value !== null && 'count' in value ? 'count' : 'percent';
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.limit')}
        choices={(['count', 'percent'] as const).map((each) => ({
          value: each,
          label: t(`limitKind.${each}`),
        }))}
        valueShown={kind}
        onChoose={(next) => set(path, next === 'count' ? { count: 1 } : { percent: '30' })}
      />
      {kind === 'count' ? (
        <WholeField path={`${path}.count`} label={t('limitKind.count')} />
      ) : (
        <NumberField path={`${path}.percent`} label={t('limitKind.percent')} />
      )}
    </>
  );
}

function isKind(text: string): text is ValidityRule['kind'] {
  return kinds.some((kind) => kind === text);
}

/** What a ballot must keep to, and what breaking it does. */
export function ValidityRules({ ballot }: { readonly ballot: Path }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const list = `${ballot}.validity`;
  const rules = listAt(draft, list);
  const grade = textAt(draft, `${ballot}.grades.0.id`) || undefined;
  return (
    <>
      <h4>{t('field.validity')}</h4>
      <ProblemLines path={list} />
      <ul className={styles.list}>
        {rules.map((_, n) => {
          const path = `${list}.${n}`;
          const kind = textAt(draft, `${path}.kind`);
          return (
            <ListCard
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
              key={n}
              list={list}
              at={n}
              title={isKind(kind) ? t(`validity.${kind}`) : kind}
              canMove={false}
            >
              <div className={styles.fields}>
                {(kind === 'at-most' || kind === 'at-least') && <Limit path={`${path}.limit`} />}
                {(kind === 'at-most' || kind === 'at-least' || kind === 'reason-beyond') && (
                  <MarksMeant path={`${path}.marks`} gradesAt={`${ballot}.grades`} />
                )}
                <ChoiceField
                  path={`${path}.effect`}
                  label={t('field.effect')}
                  choices={(['refuse', 'warn', 'void'] as const).map((effect) => ({
                    value: effect,
                    label: t(`effect.${effect}`),
                  }))}
                />
              </div>
            </ListCard>
          );
        })}
      </ul>
      <AddOfKind
        label={t('field.validity')}
        kinds={kinds.map((kind) => ({ value: kind, label: t(`validity.${kind}`) }))}
        onAdd={(kind) =>
          isKind(kind) && dispatch({ kind: 'add', list, at: rules.length, entry: newValidity(kind, grade) })
        }
      />
    </>
  );
}
