import { ballotTotal, markFault } from '../../shared/domain/ballot.ts';
import { paperFaults, reasonField } from '../../shared/domain/ballot-paper.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { ChoiceView, CriterionView, UnitView } from '../../shared/views/view-sections.ts';
import { needsReason } from '../ballot-paper/check-paper.ts';
import {
  type Asked,
  askedOf,
  fieldOn,
  namedUnits,
  openUnits,
  type Paper,
  type PaperValues,
  partsOf,
} from '../ballot-paper/paper.ts';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import styles from './drawer.module.css';
import { PaperField } from './paper-field.tsx';
import { PickOne } from './pick-one.tsx';
import { useRefusalText } from './refusal-note.tsx';
import { useBallotName } from './round-name.ts';
import { useWords } from './use-words.ts';

export type PartProps = {
  readonly paper: Paper;
  readonly ballot: BallotType;
  readonly values: PaperValues;
  readonly isFirst: boolean;
  readonly onWrite: (field: string, text: string) => void;
  readonly onEnter: (field: HTMLInputElement) => void;
};

/** The words of the options that have no name of their own. */
export function useOptionName() {
  const { t, localise } = useWords();
  return ({ id, name }: ChoiceView['options'][number]): string => {
    if (name) return localise(name);
    return id === 'yes' || id === 'no' || id === 'abstain' ? t(`paper.vote_${id}`) : id;
  };
}

/** The judge's total of one unit's criteria. */
export function totalOn(
  paper: Paper,
  ballot: BallotType,
  unit: UnitView,
  criteria: readonly CriterionView[],
  values: PaperValues,
): string {
  const rows = criteria.map((row) => ({ ...row, id: fieldOn(paper, ballot, unit.id, row.id) }));
  return ballotTotal(rows, values);
}

type MarksProps = PartProps & { readonly criteria: readonly CriterionView[] };

/** The criteria of one unit, one below the other. */
function MarkRows({ paper, ballot, values, isFirst, onWrite, onEnter, criteria }: MarksProps) {
  const { t, localise } = useWords();
  const faultWords = useRefusalText();
  const [unit] = openUnits(paper, ballot, values);
  if (!unit) return null;
  return (
    <>
      {criteria.map((criterion, at) => {
        const field = fieldOn(paper, ballot, unit.id, criterion.id);
        const text = values[field] ?? '';
        const fault = text === '' ? null : markFault(criterion, text);
        const { minimum, maximum, step } = criterion;
        const name = localise(criterion.name);
        return (
          <div key={field} className={styles.mark}>
            <b>{name}</b>
            <span className={classes(styles.hint, fault && styles.attention)}>
              {fault ? faultWords(fault) : t('paper.range', { minimum, maximum, step })}
            </span>
            <PaperField
              label={name}
              text={text}
              isWrong={fault !== null}
              isFirst={isFirst && at === 0}
              onChange={(next) => onWrite(field, next)}
              onEnter={onEnter}
            />
          </div>
        );
      })}
      {criteria.length > 1 && (
        <b className={styles.total}>
          {t('paper.total')} {totalOn(paper, ballot, unit, criteria, values)}
        </b>
      )}
    </>
  );
}

/** The criteria of all units: a row for each unit. */
function MarkTable({ paper, ballot, values, isFirst, onWrite, onEnter, criteria }: MarksProps) {
  const { t, localise } = useWords();
  const faultWords = useRefusalText();
  const units = openUnits(paper, ballot, values);
  const hasTotal = criteria.length > 1;
  return (
    <table className={styles.paperTable}>
      <thead>
        <tr>
          <th scope="col">{t('result.unit')}</th>
          {criteria.map((criterion) => (
            <th key={criterion.id} scope="col">
              {localise(criterion.name)}
              <span className={styles.hint}>
                {criterion.minimum}–{criterion.maximum}
              </span>
            </th>
          ))}
          {hasTotal && <th scope="col">{t('paper.total')}</th>}
        </tr>
      </thead>
      <tbody>
        {units.map((unit, row) => (
          <tr key={unit.id}>
            <th scope="row">{localise(unit.name)}</th>
            {criteria.map((criterion, at) => {
              const field = fieldOn(paper, ballot, unit.id, criterion.id);
              const text = values[field] ?? '';
              const fault = text === '' ? null : markFault(criterion, text);
              return (
                <td key={field}>
                  <PaperField
                    label={`${localise(unit.name)} ${localise(criterion.name)}`}
                    text={text}
                    isWrong={fault !== null}
                    isFirst={isFirst && row === 0 && at === 0}
                    onChange={(next) => onWrite(field, next)}
                    onEnter={onEnter}
                  />
                  {fault && <span className={styles.attention}>{faultWords(fault)}</span>}
                </td>
              );
            })}
            {hasTotal && <td>{totalOn(paper, ballot, unit, criteria, values)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One of a few for each unit. */
function Choices({ paper, ballot, values, onWrite, choice }: PartProps & { choice: ChoiceView }) {
  const { t, localise } = useWords();
  const optionName = useOptionName();
  return openUnits(paper, ballot, values).map((unit) => {
    const field = fieldOn(paper, ballot, unit.id, choice.id);
    return (
      <PickOne
        key={field}
        label={paper.unit ? t('paper.choose') : localise(unit.name)}
        options={choice.options.map((option) => ({ id: option.id, name: optionName(option) }))}
        chosen={values[field] ?? null}
        onChoose={(id) => onWrite(field, id)}
      />
    );
  });
}

/** A place for each unit, as the paper has it: also one that is given twice. */
function Places({ paper, ballot, values, isFirst, onWrite, onEnter }: PartProps) {
  const { t, localise } = useWords();
  const faultWords = useRefusalText();
  const faults = paperFaults(paper.shape, partsOf(paper), values);
  return (
    <ul className={styles.places}>
      {openUnits(paper, ballot, values).map((unit, at) => {
        const field = fieldOn(paper, ballot, unit.id, 'place');
        const text = values[field] ?? '';
        const whole = fieldOn(paper, ballot, unit.id, '').replace(/\/$/, '');
        const fault =
          text === '' ? undefined : faults.find((each) => each.field === field || each.field === whole);
        return (
          <li key={field} className={styles.place}>
            <span>{localise(unit.name)}</span>
            <PaperField
              label={t('rounds.paperPlace', { unit: localise(unit.name) })}
              text={text}
              isWrong={fault !== undefined}
              isFirst={isFirst && at === 0}
              onChange={(next) => onWrite(field, next)}
              onEnter={onEnter}
            />
            {fault && <span className={styles.attention}>{faultWords(fault.code)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

type NamesProps = PartProps & { readonly asked: Extract<Asked, { kind: 'names' }> };

/** The units that the paper names. */
function Names({ paper, ballot, values, onWrite, asked }: NamesProps) {
  const { t, localise } = useWords();
  const named = namedUnits(paper, ballot, values);
  const fieldOf = (unit: UnitView) => fieldOn(paper, ballot, unit.id, 'vote');
  const toggle = (unit: UnitView) => {
    if (ballot.kind === 'winner')
      for (const other of paper.units) if (named.includes(other.id)) onWrite(fieldOf(other), '');
    onWrite(fieldOf(unit), named.includes(unit.id) ? '' : 'yes');
  };
  return (
    <fieldset className={styles.pick}>
      <legend className={classes(styles.hint, named.length > asked.atMost && styles.attention)}>
        {t('rounds.paperNames', { count: named.length, atMost: asked.atMost })}
      </legend>
      {openUnits(paper, ballot, values).map((unit) => (
        <ConsoleButton
          key={unit.id}
          isSmall
          isOn={named.includes(unit.id)}
          label={localise(unit.name)}
          onPress={() => toggle(unit)}
        />
      ))}
    </fieldset>
  );
}

/** Why a mark is what it is, where the rules ask for it. */
function Reasons({ paper, ballot, values, onWrite, onEnter }: PartProps) {
  const { t, localise } = useWords();
  return openUnits(paper, ballot, values).map((unit) => {
    const field = fieldOn(paper, ballot, unit.id, reasonField);
    if (!needsReason(paper, ballot, unit.id, values) && !values[field]) return null;
    const label = t('rounds.paperReason', { unit: localise(unit.name) });
    return (
      <div key={field} className={styles.paperReason}>
        <span className={styles.hint}>{label}</span>
        <PaperField
          label={label}
          text={values[field] ?? ''}
          isWrong={!values[field]}
          isFirst={false}
          isWords
          onChange={(next) => onWrite(field, next)}
          onEnter={onEnter}
        />
      </div>
    );
  });
}

function Asking(props: PartProps) {
  const asked = askedOf(props.ballot);
  switch (asked.kind) {
    case 'marks':
      return props.paper.unit ? (
        <MarkRows {...props} criteria={asked.criteria} />
      ) : (
        <MarkTable {...props} criteria={asked.criteria} />
      );
    case 'choice':
      return <Choices {...props} choice={asked.choice} />;
    case 'ranking':
      return <Places {...props} />;
    case 'names':
      return <Names {...props} asked={asked} />;
    default:
      return unreachable(asked);
  }
}

/** The fields of one ballot of a paper. */
export function PaperPartFields(props: PartProps) {
  const { paper, ballot } = props;
  const ballotName = useBallotName();
  return (
    <>
      {paper.shape.hasSeveralForms && <h3>{ballotName(ballot)}</h3>}
      <Asking {...props} />
      <Reasons {...props} />
    </>
  );
}
