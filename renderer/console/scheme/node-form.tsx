import { Bands } from './bands.tsx';
import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons } from './list-card.tsx';
import { MoreFields } from './more-fields.tsx';
import { PlacePointsFields } from './place-points.tsx';
import styles from './scheme.module.css';
import {
  ChoiceField,
  ListProblems,
  NumberField,
  SomeField,
  TextField,
  WholeField,
} from './simple-fields.tsx';
import { TimeSideFields } from './time-side.tsx';
import {
  BallotField,
  choicesOf,
  NodeField,
  nodeChoices,
  RoundField,
  SourceField,
  TrimFields,
} from './value-fields.tsx';

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

function MarksFields({ path, isByGroup }: { readonly path: Path; readonly isByGroup: boolean }) {
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
          <ChoiceField
            path={`${path}.emptyGroup`}
            label={t('field.emptyGroup')}
            fallback="block"
            choices={(['block', 'renormalise', 'zero'] as const).map((each) => ({
              value: each,
              label: t(`emptyGroup.${each}`),
            }))}
          />
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

function EmptyField({ path }: { readonly path: Path }) {
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

function BetterField({ path }: { readonly path: Path }) {
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

function PickFields({ path }: { readonly path: Path }) {
  const { draft, set } = useForm();
  const { t, language } = useFormWords();
  const value = valueAt(draft, `${path}.from`);
  const kind = typeof value === 'object' && value !== null && 'items' in value ? 'items' : 'nodes';
  const nodes = nodeChoices(draft, language).filter((choice) => choice.value !== textAt(draft, `${path}.id`));
  const first = nodes[0]?.value ?? '';
  return (
    <div className={styles.fields}>
      <ChoiceField
        path={`${path}.from`}
        label={t('field.of')}
        choices={(['nodes', 'items'] as const).map((each) => ({ value: each, label: t(`pickFrom.${each}`) }))}
        valueShown={kind}
        onChoose={(next) => set(`${path}.from`, next === 'items' ? { items: first } : { nodes: [first] })}
      />
      {kind === 'items' ? (
        <NodeField path={`${path}.from.items`} label={t('field.items')} />
      ) : (
        <SomeField path={`${path}.from.nodes`} label={t('field.nodes')} choices={nodes} />
      )}
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

/** What a node of each kind has beside its name, limits and rounding. */
export function NodeForm({ path }: { readonly path: Path }) {
  const { draft } = useForm();
  const { t, language } = useFormWords();
  const of = <NodeField path={`${path}.of`} label={t('field.of')} />;
  switch (textAt(draft, `${path}.kind`)) {
    case 'marks':
      return <MarksFields path={path} isByGroup={false} />;
    case 'groups':
      return <MarksFields path={path} isByGroup />;
    case 'weighted':
      return (
        <>
          <Parts path={path} of="weight" />
          <div className={styles.fields}>
            <ChoiceField
              path={`${path}.absent`}
              label={t('field.absent')}
              fallback="block"
              choices={(['block', 'renormalise', 'zero'] as const).map((each) => ({
                value: each,
                label: t(`emptyGroup.${each}`),
              }))}
            />
          </div>
        </>
      );
    case 'sum':
      return (
        <>
          <Parts path={path} of="times" />
          <div className={styles.fields}>
            <ChoiceField
              path={`${path}.absent`}
              label={t('field.absent')}
              fallback="block"
              choices={(['block', 'zero'] as const).map((each) => ({
                value: each,
                label: t(`emptyGroup.${each}`),
              }))}
            />
          </div>
        </>
      );
    case 'product':
      return (
        <>
          <Parts path={path} of="alone" />
          <ListProblems path={`${path}.parts`} />
        </>
      );
    case 'factor':
      return (
        <div className={styles.fields}>
          {of}
          <SourceField path={`${path}.times`} label={t('field.times')} fallback="1" />
          <SourceField path={`${path}.over`} label={t('field.over')} fallback="1" />
        </div>
      );
    case 'pick':
      return <PickFields path={path} />;
    case 'measure':
      return (
        <div className={styles.fields}>
          <TextField path={`${path}.measure`} label={t('field.measure')} size="small" />
          <ChoiceField
            path={`${path}.missing`}
            label={t('field.absent')}
            fallback="block"
            choices={(['block', 'none', 'zero'] as const).map((each) => ({
              value: each,
              label: t(`empty.${each}`),
            }))}
          />
        </div>
      );
    case 'linear':
      return (
        <div className={styles.fields}>
          {of}
          <SourceField path={`${path}.base`} label={t('field.base')} fallback="0" />
          <SourceField path={`${path}.rate`} label={t('field.rate')} />
          <SourceField path={`${path}.par`} label={t('field.par')} fallback="0" />
        </div>
      );
    case 'bands':
      return (
        <>
          <div className={styles.fields}>
            {of}
            <NumberField path={`${path}.below`} label={t('belowFirst')} isOptional fallback="0" />
          </div>
          <Bands list={`${path}.bands`} />
        </>
      );
    case 'time':
      return (
        <>
          <div className={styles.fields}>
            {of}
            <SourceField path={`${path}.limit`} label={t('timeLimit')} />
            <NumberField path={`${path}.grace`} label={t('field.grace')} isOptional fallback="0" />
          </div>
          <TimeSideFields path={`${path}.over`} label={t('field.overTime')} />
          <TimeSideFields path={`${path}.under`} label={t('field.underTime')} />
          {valueAt(draft, `${path}.under`) !== undefined && (
            <div className={styles.fields}>
              <SourceField path={`${path}.atLeast`} label={t('timeAtLeast')} isOptional />
            </div>
          )}
        </>
      );
    case 'place':
      return (
        <div className={styles.fields}>
          {of}
          <BetterField path={`${path}.better`} />
          <ChoiceField
            path={`${path}.on`}
            label={t('field.on')}
            fallback="rounded"
            choices={(['rounded', 'exact'] as const).map((each) => ({ value: each, label: t(`on.${each}`) }))}
          />
          <ChoiceField
            path={`${path}.shared`}
            label={t('field.shared')}
            fallback="1-1-3"
            choices={(['1-1-3', '1-1-2', 'averaged'] as const).map((each) => ({
              value: each,
              label: t(`shared.${each}`),
            }))}
          />
          <PlacePointsFields path={`${path}.placePoints`} />
        </div>
      );
    case 'rescale':
      return (
        <div className={styles.fields}>
          {of}
          <ChoiceField
            path={`${path}.to`}
            label={t('field.kind')}
            choices={(['best', 'division-mean'] as const).map((each) => ({
              value: each,
              label: t(`rescaleTo.${each}`),
            }))}
          />
          <BetterField path={`${path}.better`} />
          <NumberField path={`${path}.scale`} label={t('field.scale')} isOptional fallback="100" />
        </div>
      );
    case 'skating':
      return (
        <div className={styles.fields}>
          <SomeField
            path={`${path}.ballots`}
            label={t('field.ballots')}
            choices={choicesOf(draft, 'ballots', language)}
          />
        </div>
      );
    default:
      return null;
  }
}
