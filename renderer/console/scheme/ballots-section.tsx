import {
  type BallotType,
  markStates,
  missingPolicies,
} from '../../../shared/domain/scoring/rules/ballot-type.ts';
import { BallotForm } from './ballot-form.tsx';
import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddOfKind, ListCard } from './list-card.tsx';
import { MoreFields } from './more-fields.tsx';
import { NameField, nameText } from './name-field.tsx';
import { newBallot } from './new-parts.ts';
import { freeId } from './rename-id.ts';
import styles from './scheme.module.css';
import { ChoiceField, IdField, SomeField, WholeField } from './simple-fields.tsx';
import { ValidityRules } from './validity-rules.tsx';
import { choicesOf } from './value-fields.tsx';

const kinds = [
  'points',
  'total',
  'grades',
  'ranking',
  'placement',
  'approval',
  'yes-no',
  'winner',
] as const satisfies readonly BallotType['kind'][];
const rounds = ['per-unit', 'all-units', 'first-held', 'correctable-until-release'] as const;
const usualPolicies = {
  'not-yet': 'block',
  abstained: 'exclude',
  recused: 'exclude',
  absent: 'exclude',
  void: 'exclude',
} as const;

function isKind(text: string): text is BallotType['kind'] {
  return kinds.some((kind) => kind === text);
}

function RoundKind({ path }: { readonly path: Path }) {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const kind = textAt(draft, `${path}.kind`) || 'per-unit';
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.round')}
        choices={rounds.map((each) => ({ value: each, label: t(`round.${each}`) }))}
        valueShown={kind}
        onChoose={(next) => set(path, next === 'first-held' ? { kind: next, held: 2 } : { kind: next })}
      />
      {kind === 'first-held' && <WholeField path={`${path}.held`} label={t('field.held')} />}
    </>
  );
}

function MissingPolicies({ path }: { readonly path: Path }) {
  const { t } = useFormWords();
  return (
    <>
      <h4>{t('field.missing')}</h4>
      <div className={styles.fields}>
        {markStates.map((state) => (
          <ChoiceField
            key={state}
            path={`${path}.${state}`}
            label={t(`sample.mark.${state}`)}
            fallback={usualPolicies[state]}
            choices={missingPolicies.map((policy) => ({ value: policy, label: t(`policy.${policy}`) }))}
          />
        ))}
      </div>
    </>
  );
}

function BallotCard({ at }: { readonly at: number }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const path = `ballots.${at}`;
  const kind = textAt(draft, `${path}.kind`);
  const id = textAt(draft, `${path}.id`);
  const name = valueAt(draft, `${path}.name`);
  const hasGroups = listAt(draft, 'groups').length > 0;
  return (
    <ListCard
      list="ballots"
      at={at}
      title={nameText(draft, `${path}.name`, language) || id}
      tag={isKind(kind) ? t(`ballotKind.${kind}`) : kind}
    >
      <div className={styles.fields}>
        <NameField path={`${path}.name`} label={t('field.name')} fallback={id} />
        <ChoiceField
          path={`${path}.kind`}
          label={t('field.kind')}
          choices={kinds.map((each) => ({ value: each, label: t(`ballotKind.${each}`) }))}
          onChoose={(next) =>
            isKind(next) && set(path, newBallot(next, name === undefined ? { id } : { id, name }))
          }
        />
        <IdField list="ballots" at={at} label={t('field.id')} />
        <ChoiceField
          path={`${path}.secrecy`}
          label={t('field.secrecy')}
          fallback="by-seat"
          choices={(['named', 'by-seat', 'anonymous'] as const).map((each) => ({
            value: each,
            label: t(`secrecy.${each}`),
          }))}
        />
        <RoundKind path={`${path}.round`} />
        {hasGroups && (
          <SomeField
            path={`${path}.groups`}
            label={t('field.groups')}
            choices={choicesOf(draft, 'groups', language)}
            allLabel={t('all')}
          />
        )}
      </div>
      <BallotForm path={path} />
      <MoreFields path={path} names={['validity', 'missing']}>
        <ValidityRules ballot={path} />
        <MissingPolicies path={`${path}.missing`} />
      </MoreFields>
    </ListCard>
  );
}

/** What panelists fill in. */
export function BallotsSection() {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const ballots = listAt(draft, 'ballots');
  return (
    <>
      <p className={styles.intro}>{t('hint.ballots')}</p>
      <ProblemLines path="ballots" />
      <ul className={styles.list}>
        {ballots.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
          <BallotCard key={n} at={n} />
        ))}
      </ul>
      <AddOfKind
        label={t('entry.ballots')}
        kinds={kinds.map((kind) => ({ value: kind, label: t(`ballotKind.${kind}`) }))}
        onAdd={(kind) =>
          isKind(kind) &&
          dispatch({
            kind: 'add',
            list: 'ballots',
            at: ballots.length,
            entry: newBallot(kind, { id: freeId(draft, 'ballots', 'b') }),
          })
        }
      />
    </>
  );
}
