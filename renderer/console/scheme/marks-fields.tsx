import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { MoreFields } from './more-fields.tsx';
import { AbsentField, EmptyField } from './node-choices.tsx';
import { PlacePointsFields } from './place-points.tsx';
import styles from './scheme.module.css';
import { ChoiceField, NumberField, SomeField } from './simple-fields.tsx';
import { BallotField, choicesOf, RoundField, TrimFields } from './value-fields.tsx';

const bys = ['mean', 'sum', 'median', 'highest', 'lowest', 'share', 'count'] as const;

/** A ballot by its id, as a path; the first where none has it. */
function ballotPath(draft: Parameters<typeof listAt>[0], id: string): Path {
  const at = listAt(draft, 'ballots').findIndex((_, n) => textAt(draft, `ballots.${n}.id`) === id);
  return `ballots.${Math.max(0, at)}`;
}

function Counting({ path }: { readonly path: Path }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const value = valueAt(draft, path);
  const has = (name: string) => typeof value === 'object' && value !== null && name in value;
  const kind = has('grades') ? 'grades' : has('from') ? 'from' : has('to') ? 'to' : 'none';
  const ballot = ballotPath(draft, textAt(draft, path.replace(/counting$/, 'ballot')));
  const grades = choicesOf(draft, `${ballot}.grades`, language);
  const choose = (next: string) => {
    if (next === 'none') return set(path, undefined);
    set(
      path,
      next === 'grades' ? { grades: grades.slice(0, 1).map((grade) => grade.value) } : { [next]: '1' },
    );
  };
  return (
    <>
      <ChoiceField
        path={path}
        label={t('field.counting')}
        choices={(['none', 'grades', 'from', 'to'] as const).map((each) => ({
          value: each,
          label: t(`countingKind.${each}`),
        }))}
        valueShown={kind}
        onChoose={choose}
      />
      {kind === 'grades' && <SomeField path={`${path}.grades`} label={t('field.grades')} choices={grades} />}
      {(kind === 'from' || kind === 'to') && (
        <NumberField path={`${path}.${kind}`} label={t(`countingKind.${kind}`)} />
      )}
    </>
  );
}

/** How a panel's marks become one number, or one for each group. */
export function MarksFields({ path, isByGroup }: { readonly path: Path; readonly isByGroup: boolean }) {
  const { draft } = useForm();
  const { t, language } = useFormWords();
  const ballot = ballotPath(draft, textAt(draft, `${path}.ballot`));
  const criteria = choicesOf(draft, `${ballot}.criteria`, language);
  const groups = choicesOf(draft, 'groups', language);
  const by = textAt(draft, `${path}.by`) || 'mean';
  const counts = by === 'share' || by === 'count' || valueAt(draft, `${path}.counting`) !== undefined;
  return (
    <>
      <div className={styles.fields}>
        <BallotField path={`${path}.ballot`} label={t('field.ballot')} />
        <ChoiceField
          path={`${path}.by`}
          label={t('field.by')}
          fallback="mean"
          choices={bys.map((each) => ({ value: each, label: t(`by.${each}`) }))}
        />
        {counts && <Counting path={`${path}.counting`} />}
        {by === 'share' && (
          <NumberField path={`${path}.outOf`} label={t('field.outOf')} isOptional fallback="1" />
        )}
        {isByGroup && (
          <AbsentField path={path} name="emptyGroup" policies={['block', 'renormalise', 'zero']} />
        )}
        {isByGroup && <RoundField path={`${path}.roundGroup`} label={t('field.roundGroup')} />}
        {criteria.length > 0 && (
          <SomeField
            path={`${path}.criteria`}
            label={t('field.criteria')}
            choices={criteria}
            allLabel={t('all')}
          />
        )}
        {groups.length > 0 && (
          <SomeField path={`${path}.groups`} label={t('field.groups')} choices={groups} allLabel={t('all')} />
        )}
      </div>
      <TrimFields path={`${path}.trim`} hasGroups={!isByGroup && groups.length > 1} />
      <MoreFields path={path} names={['read', 'placePoints', 'partial', 'empty']}>
        <div className={styles.fields}>
          <ChoiceField
            path={`${path}.read`}
            label={t('field.read')}
            fallback="marks"
            choices={(['marks', 'places'] as const).map((each) => ({
              value: each,
              label: t(`read.${each}`),
            }))}
          />
          <PlacePointsFields path={`${path}.placePoints`} />
          <ChoiceField
            path={`${path}.partial`}
            label={t('field.partial')}
            fallback="as-they-are"
            choices={(['as-they-are', 'stretched'] as const).map((each) => ({
              value: each,
              label: t(`partial.${each}`),
            }))}
          />
          <EmptyField path={`${path}.empty`} />
        </div>
      </MoreFields>
    </>
  );
}
