import type { TieRule } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { listAt, type Path, textAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddOfKind, ListCard } from './list-card.tsx';
import { newTie } from './new-parts.ts';
import styles from './scheme.module.css';
import { SeveralValues } from './several-values.tsx';
import { ChoiceField, NumberField, SomeField, WholeField } from './simple-fields.tsx';
import { BallotField, choicesOf, NodeField, nodeChoices } from './value-fields.tsx';

const kinds = [
  'node',
  'decimals',
  'count-back',
  'count-back-nodes',
  'decision',
] as const satisfies readonly TieRule['kind'][];

function isKind(text: string): text is TieRule['kind'] {
  return kinds.some((kind) => kind === text);
}

function BetterField({ path, fallback }: { readonly path: Path; readonly fallback: 'higher' | 'lower' }) {
  const { t } = useFormWords();
  return (
    <ChoiceField
      path={path}
      label={t('field.better')}
      fallback={fallback}
      choices={(['higher', 'lower'] as const).map((each) => ({ value: each, label: t(`better.${each}`) }))}
    />
  );
}

function CountBackNodes({ path }: { readonly path: Path }) {
  return (
    <>
      <SeveralValues path={`${path}.from`} />
      <BetterField path={`${path}.better`} fallback="lower" />
    </>
  );
}

function TieFields({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t, language } = useFormWords();
  switch (textAt(draft, `${path}.kind`)) {
    case 'decimals':
      return (
        <WholeField
          path={`${path}.decimals`}
          label={t('field.decimals')}
          hint={t('hint.decimalsExact')}
          isOptional
        />
      );
    case 'node':
      return (
        <>
          <NodeField path={`${path}.node`} label={t('field.node')} />
          <BetterField path={`${path}.better`} fallback="higher" />
          <ChoiceField
            path={`${path}.on`}
            label={t('field.on')}
            fallback="exact"
            choices={(['exact', 'rounded'] as const).map((each) => ({ value: each, label: t(`on.${each}`) }))}
          />
        </>
      );
    case 'count-back':
      return (
        <>
          <BallotField path={`${path}.ballot`} label={t('field.ballot')} />
          <BetterField path={`${path}.better`} fallback="higher" />
          <NumberField path={`${path}.only`} label={t('field.only')} isOptional />
          <SomeField
            path={`${path}.groups`}
            label={t('field.groups')}
            choices={choicesOf(draft, 'groups', language)}
            allLabel={t('all')}
          />
        </>
      );
    case 'count-back-nodes':
      return <CountBackNodes path={path} />;
    default:
      return null;
  }
}

/** What is ranked, on which value, and how ties are parted. */
export function RankingSection() {
  const { draft, dispatch } = useForm();
  const { t, language } = useFormWords();
  const nodes = nodeChoices(draft, language);
  const nodeName = (id: string) => nodes.find((choice) => choice.value === id)?.label ?? id;
  const ties = listAt(draft, 'ranking.ties');
  return (
    <>
      <p className={styles.intro}>{t('hint.ranking')}</p>
      <ProblemLines path="ranking" />
      <div className={styles.fields}>
        <NodeField path="ranking.by" label={t('field.rankingBy')} />
        <BetterField path="ranking.better" fallback="higher" />
        <ChoiceField
          path="ranking.on"
          label={t('field.on')}
          hint={t('hint.on')}
          size="wide"
          choices={(['rounded', 'exact'] as const).map((each) => ({ value: each, label: t(`on.${each}`) }))}
        />
        <ChoiceField
          path="ranking.shared"
          label={t('field.shared')}
          size="wide"
          fallback="1-1-3"
          choices={(['1-1-3', '1-1-2', 'averaged', 'forced'] as const).map((each) => ({
            value: each,
            label: t(`shared.${each}`),
          }))}
        />
        <ChoiceField
          path="ranking.unfinished"
          label={t('field.unfinished')}
          fallback="unranked"
          choices={(['unranked', 'last'] as const).map((each) => ({
            value: each,
            label: t(`unfinished.${each}`),
          }))}
        />
      </div>
      <h3>{t('field.ties')}</h3>
      <p className={styles.intro}>{ties.length === 0 ? t('hint.noTies') : t('hint.ties')}</p>
      <ul className={styles.list}>
        {ties.map((_, n) => {
          const path = `ranking.ties.${n}`;
          const kind = textAt(draft, `${path}.kind`);
          return (
            <ListCard
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
              key={n}
              list="ranking.ties"
              at={n}
              title={isKind(kind) ? t(`tieKind.${kind}`) : kind}
              {...(kind === 'node' ? { tag: nodeName(textAt(draft, `${path}.node`)) } : {})}
            >
              <div className={styles.fields}>
                <TieFields path={path} />
              </div>
            </ListCard>
          );
        })}
      </ul>
      <AddOfKind
        label={t('entry.ties')}
        kinds={kinds.map((kind) => ({ value: kind, label: t(`tieKind.${kind}`) }))}
        onAdd={(kind) =>
          isKind(kind) &&
          dispatch({ kind: 'add', list: 'ranking.ties', at: ties.length, entry: newTie(draft, kind) })
        }
      />
      <h3>{t('field.units')}</h3>
      <div className={styles.fields}>
        {(['not-called', 'withdrew', 'disqualified'] as const).map((state) => (
          <ChoiceField
            key={state}
            path={`units.${state}`}
            label={t(`sample.state.${state}`)}
            fallback="exclude"
            choices={(['exclude', 'zero', 'block'] as const).map((each) => ({
              value: each,
              label: t(`unitPolicy.${each}`),
            }))}
          />
        ))}
      </div>
    </>
  );
}
