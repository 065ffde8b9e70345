import { listAt, type Path, textAt, valueAt } from './draft.ts';
import { ProblemLines } from './field.tsx';
import { useForm, useFormWords } from './form-context.tsx';
import { AddButton, EntryButtons, ListCard } from './list-card.tsx';
import { NameField, nameText } from './name-field.tsx';
import { newPrize } from './new-parts.ts';
import { NumbersField } from './numbers-field.tsx';
import styles from './scheme.module.css';
import { CheckField, ChoiceField, IdField, NumberField, TextField, WholeField } from './simple-fields.tsx';
import { Tick } from './tick.tsx';
import { NodeField, nodeChoices } from './value-fields.tsx';

function Publish() {
  const { t } = useFormWords();
  return (
    <>
      <h3>{t('field.publish')}</h3>
      <div className={styles.fields}>
        <CheckField path="publish.totals" label={t('field.totals')} fallback />
        <CheckField path="publish.groupMeans" label={t('field.groupMeans')} fallback={false} />
        <ChoiceField
          path="publish.marks"
          label={t('field.publishMarks')}
          fallback="none"
          choices={(['none', 'sorted', 'by-seat', 'by-judge'] as const).map((each) => ({
            value: each,
            label: t(`publishMarks.${each}`),
          }))}
        />
        <WholeField path="publish.fromBallots" label={t('field.fromBallots')} fallback="3" size="normal" />
        <CheckField path="isMonitorRequired" label={t('field.isMonitorRequired')} fallback={false} />
      </div>
    </>
  );
}

function Labels({ list }: { readonly list: Path }) {
  const { draft, dispatch } = useForm();
  const { t } = useFormWords();
  const labels = listAt(draft, list);
  return (
    <>
      <ul className={styles.list}>
        {labels.map((_, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bands have no identity but their place
          <li key={n} className={styles.row} data-path={`${list}.${n}`}>
            <NumberField path={`${list}.${n}.from`} label={t('field.from')} isOptional />
            <NameField
              path={`${list}.${n}.name`}
              label={`${t('entry.labels')} ${n + 1}`}
              isOptional={false}
            />
            <EntryButtons list={list} at={n} name={`${t('entry.labels')} ${n + 1}`} />
          </li>
        ))}
      </ul>
      <AddButton
        label={t('entry.labels')}
        onPress={() =>
          dispatch({ kind: 'add', list, at: labels.length, entry: { from: '60', name: t('entry.labels') } })
        }
      />
    </>
  );
}

function Outputs() {
  const { draft, dispatch } = useForm();
  const { t, language } = useFormWords();
  const outputs = listAt(draft, 'outputs');
  const nodes = nodeChoices(draft, language);
  return (
    <>
      <h3>{t('field.outputs')}</h3>
      <ul className={styles.list}>
        {outputs.map((_, n) => {
          const node = textAt(draft, `outputs.${n}.node`);
          return (
            <ListCard
              // biome-ignore lint/suspicious/noArrayIndexKey: outputs have no identity but their place
              key={n}
              list="outputs"
              at={n}
              title={nodes.find((choice) => choice.value === node)?.label ?? node}
            >
              <div className={styles.fields}>
                <NodeField path={`outputs.${n}.node`} label={t('field.node')} />
                <WholeField path={`outputs.${n}.decimals`} label={t('field.decimals')} isOptional />
              </div>
              <Labels list={`outputs.${n}.labels`} />
            </ListCard>
          );
        })}
      </ul>
      <AddButton
        label={t('entry.outputs')}
        onPress={() =>
          dispatch({
            kind: 'add',
            list: 'outputs',
            at: outputs.length,
            entry: { node: textAt(draft, 'ranking.by') },
          })
        }
      />
    </>
  );
}

function Prizes() {
  const { draft, dispatch } = useForm();
  const { t, language } = useFormWords();
  const prizes = listAt(draft, 'prizes');
  return (
    <>
      <h3>{t('field.prizes')}</h3>
      <ul className={styles.list}>
        {prizes.map((_, n) => {
          const path = `prizes.${n}`;
          return (
            <ListCard
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place; ids are being typed
              key={n}
              list="prizes"
              at={n}
              title={nameText(draft, `${path}.name`, language) || textAt(draft, `${path}.id`)}
            >
              <div className={styles.fields}>
                <NameField path={`${path}.name`} label={t('field.name')} isOptional={false} />
                <IdField list="prizes" at={n} label={t('field.id')} />
                <NodeField path={`${path}.by`} label={t('prizeBy')} isOptional noneLabel={t('byPlace')} />
                {valueAt(draft, `${path}.by`) !== undefined && (
                  <ChoiceField
                    path={`${path}.better`}
                    label={t('field.better')}
                    fallback="higher"
                    choices={(['higher', 'lower'] as const).map((each) => ({
                      value: each,
                      label: t(`better.${each}`),
                    }))}
                  />
                )}
                <WholeField path={`${path}.quota`} label={t('field.quota')} isOptional />
                <NumberField path={`${path}.atLeast`} label={t('lineAtLeast')} isOptional />
                <NumberField path={`${path}.above`} label={t('field.above')} isOptional />
                <NumberField path={`${path}.below`} label={t('field.below')} isOptional />
              </div>
            </ListCard>
          );
        })}
      </ul>
      <AddButton
        label={t('entry.prizes')}
        onPress={() => dispatch({ kind: 'add', list: 'prizes', at: prizes.length, entry: newPrize(draft) })}
      />
    </>
  );
}

function Annual() {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const isSet = valueAt(draft, 'annual') !== undefined;
  return (
    <>
      <Tick
        isOn={isSet}
        className={styles.heading}
        onTurn={() => set('annual', isSet ? undefined : { first: ['0.5', '0.3', '0.2'], last: ['-0.2'] })}
      >
        <h3>{t('field.annual')}</h3>
      </Tick>
      {isSet && (
        <div className={styles.fields}>
          <NumbersField path="annual.first" label={t('field.annualFirst')} isOptional />
          <NumbersField path="annual.last" label={t('field.annualLast')} isOptional />
          <ChoiceField
            path="annual.tied"
            label={t('field.tied')}
            fallback="of-the-place"
            choices={(['of-the-place', 'averaged'] as const).map((each) => ({
              value: each,
              label: t(`tied.${each}`),
            }))}
          />
        </div>
      )}
      <ProblemLines path="annual" />
    </>
  );
}

function NextStage() {
  const { draft, set } = useForm();
  const { t } = useFormWords();
  const kind = textAt(draft, 'stage.advance.kind') || 'none';
  const choose = (next: string) => {
    if (next === 'none') return set('stage', undefined);
    const advance =
      next === 'places'
        ? { kind: next, to: 6 }
        : next === 'at-least'
          ? { kind: next, points: '60' }
          : { kind: next };
    set('stage.advance', advance);
  };
  const carries = valueAt(draft, 'stage.carry') !== undefined;
  return (
    <>
      <h3>{t('field.stage')}</h3>
      <div className={styles.fields}>
        <ChoiceField
          path="stage.advance"
          label={t('field.advance')}
          fallback="none"
          choices={(['none', 'places', 'at-least', 'by-hand'] as const).map((each) => ({
            value: each,
            label: t(`advance.${each}`),
          }))}
          valueShown={kind}
          onChoose={choose}
        />
        {kind === 'places' && <WholeField path="stage.advance.to" label={t('advance.places')} />}
        {kind === 'at-least' && <NumberField path="stage.advance.points" label={t('field.points')} />}
        {kind !== 'none' && (
          <Tick
            isOn={carries}
            onTurn={() =>
              set(
                'stage.carry',
                carries ? undefined : { node: textAt(draft, 'ranking.by'), measure: 'carried' },
              )
            }
          >
            <span>{t('field.carry')}</span>
          </Tick>
        )}
        {kind !== 'none' && carries && (
          <>
            <NodeField path="stage.carry.node" label={t('field.node')} />
            <TextField path="stage.carry.measure" label={t('field.measure')} size="small" />
          </>
        )}
      </div>
      <ProblemLines path="stage" />
    </>
  );
}

/** What may be published, and what comes of the places. */
export function OutcomeSection() {
  const { t } = useFormWords();
  return (
    <>
      <p className={styles.intro}>{t('hint.outcome')}</p>
      <Publish />
      <Outputs />
      <Prizes />
      <Annual />
      <NextStage />
    </>
  );
}
