import { listAt, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, ListCard } from './list-card.tsx';
import { NameField, nameText } from './name-field.tsx';
import { newGroup } from './new-parts.ts';
import styles from './scheme.module.css';
import { CheckField, ChoiceField, IdField, WholeField } from './simple-fields.tsx';

function Quorum({ at }: { readonly at: number }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const path = `groups.${at}.quorum`;
  const atLeast = valueAt(draft, `${path}.atLeast`);
  const kind = typeof atLeast !== 'object' || atLeast === null ? 'none' : 'count' in atLeast ? 'count' : 'of';
  const choose = (next: string) => {
    if (next === 'none') return set(path, undefined);
    set(`${path}.atLeast`, next === 'count' ? { count: 3 } : { of: [2, 3] });
  };
  return (
    <>
      <ChoiceField
        path={`${path}.atLeast`}
        label={t('field.quorum')}
        fallback="none"
        choices={(['none', 'count', 'of'] as const).map((each) => ({
          value: each,
          label: t(`quorumKind.${each}`),
        }))}
        valueShown={kind}
        onChoose={choose}
      />
      {kind === 'count' && <WholeField path={`${path}.atLeast.count`} label={t('field.count')} />}
      {kind === 'of' && (
        <span className={styles.fraction}>
          <WholeField path={`${path}.atLeast.of.0`} label={t('quorumPart')} />
          <span className={styles.slash} aria-hidden="true">
            /
          </span>
          <WholeField path={`${path}.atLeast.of.1`} label={t('quorumWhole')} />
          <ProblemLines path={`${path}.atLeast.of`} />
        </span>
      )}
      {kind !== 'none' && (
        <ChoiceField
          path={`${path}.effect`}
          label={t('field.effect')}
          fallback="block"
          choices={(['block', 'flag'] as const).map((effect) => ({
            value: effect,
            label: t(`effect.${effect}`),
          }))}
        />
      )}
    </>
  );
}

/** The share of each group as it is normalised, where its weights can be read. */
function sharesOf(
  weights: readonly { readonly weight: number; readonly counts: boolean }[],
): readonly string[] {
  const all = weights.reduce((sum, { weight, counts }) => sum + (counts ? weight : 0), 0);
  return weights.map(({ weight, counts }) =>
    counts && all > 0 ? `${Math.round((weight * 1000) / all) / 10}%` : '0',
  );
}

/** Groups of the panel: name, weight, whether they count, and their quorum. */
export function GroupsSection() {
  const { draft, dispatch } = useForm();
  const { t, language } = useFormWords();
  const groups = listAt(draft, 'groups');
  const shares = sharesOf(
    groups.map((_, n) => {
      const weight = valueAt(draft, `groups.${n}.weight`) ?? 1;
      return {
        weight: typeof weight === 'number' ? weight : 0,
        counts: valueAt(draft, `groups.${n}.counts`) !== false,
      };
    }),
  );
  return (
    <>
      <p className={styles.intro}>{groups.length === 0 ? t('hint.noGroups') : t('hint.groups')}</p>
      <ProblemLines path="groups" />
      <ul className={styles.list}>
        {groups.map((_, n) => (
          <ListCard
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
            key={n}
            list="groups"
            at={n}
            title={nameText(draft, `groups.${n}.name`, language) || textAt(draft, `groups.${n}.id`)}
            tag={t('hint.weightShare', { share: shares[n] ?? '' })}
          >
            <div className={styles.fields}>
              <NameField path={`groups.${n}.name`} label={t('field.name')} size="wide" />
              <IdField list="groups" at={n} label={t('field.id')} />
              <WholeField path={`groups.${n}.weight`} label={t('field.weight')} fallback="1" />
              <CheckField path={`groups.${n}.counts`} label={t('field.counts')} fallback />
              <Quorum at={n} />
            </div>
          </ListCard>
        ))}
      </ul>
      <AddButton
        label={t('entry.groups')}
        onPress={() => dispatch({ kind: 'add', list: 'groups', at: groups.length, entry: newGroup(draft) })}
      />
    </>
  );
}
