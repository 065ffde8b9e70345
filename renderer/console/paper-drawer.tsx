import { useState } from 'react';
import { ballotTotal, markFault } from '../../shared/domain/ballot.ts';
import type { ConsoleRound, ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import type { ChoiceView, CriterionView } from '../../shared/views/view-sections.ts';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk } from './desk-context.tsx';
import { secondPressAfterMs } from './desk-store.ts';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { PickOne } from './pick-one.tsx';
import { RefusalNote, useRefusalText } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

type Values = { readonly [key: string]: string };

/** What the drawer was opened for. */
export function paperTarget(round: string, seat: string): string {
  return `${round} ${seat}`;
}

/** The words of the options that have no name of their own. */
function useOptionName() {
  const { t, localise } = useWords();
  return ({ id, name }: ChoiceView['options'][number]): string => {
    if (name) return localise(name);
    return id === 'yes' || id === 'no' || id === 'abstain' ? t(`paper.vote_${id}`) : id;
  };
}

function MarkField({
  criterion,
  text,
  isFirst,
  onChange,
  onEnter,
}: {
  criterion: CriterionView;
  text: string;
  isFirst: boolean;
  onChange: (text: string) => void;
  onEnter: (field: HTMLInputElement) => void;
}) {
  const { t, localise } = useWords();
  const faultWords = useRefusalText();
  const fault = text === '' ? null : markFault(criterion, text);
  const { minimum, maximum, step } = criterion;
  return (
    <label className={styles.mark}>
      <b>{localise(criterion.name)}</b>
      <span className={classes(styles.hint, fault && styles.attention)}>
        {fault ? faultWords(fault) : t('paper.range', { minimum, maximum, step })}
      </span>
      <input
        className={controls.field}
        inputMode="decimal"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: opened by the operator's own press
        autoFocus={isFirst}
        aria-invalid={fault !== null}
        value={text}
        maxLength={8}
        onChange={(event) => onChange(event.target.value.trim().replace(/[。．]/g, '.'))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          event.stopPropagation();
          onEnter(event.currentTarget);
        }}
      />
    </label>
  );
}

/** The next field of the same form, or none after the last. */
function fieldAfter(field: HTMLInputElement): HTMLInputElement | null {
  const fields = [...(field.closest('[data-paper]')?.querySelectorAll('input') ?? [])];
  return fields[fields.indexOf(field) + 1] ?? null;
}

function PaperForm({
  form,
  round,
  seat,
}: {
  form: ConsoleView['ballotForm'];
  round: ConsoleRound;
  seat: ConsoleSeat;
}) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const closeDrawer = useDesk((desk) => desk.closeDrawer);
  const optionName = useOptionName();
  const [values, setValues] = useState<Values>({});
  const [readSince, setReadSince] = useState<number | null>(null);
  const { criteria, choice } = form;
  const reason = round.decisions.find((decided) => decided.seat === seat.seat)?.reason ?? '';
  const left =
    criteria.filter((criterion) => markFault(criterion, values[criterion.id] ?? '') !== null).length +
    (choice && !values[choice.id] ? 1 : 0);
  const set = (id: string, text: string) => setValues({ ...values, [id]: text });
  const readBack = () => setReadSince(performance.now());
  const enter = () => {
    // The press that filled in the last field must not be the one that enters it all.
    if (readSince === null || performance.now() - readSince < secondPressAfterMs) return;
    const command = {
      kind: 'EnterPaperBallot',
      round: round.round,
      seat: seat.seat,
      values,
      reason,
    } as const;
    void order('paper', command).then((outcome) => {
      if (outcome === 'accepted') closeDrawer();
      else setReadSince(null);
    });
  };
  const chosen = choice?.options.find(({ id }) => id === values[choice.id]);

  if (readSince !== null) {
    return (
      <>
        <h3>{t('paper.readBack')}</h3>
        <dl className={styles.readBack}>
          {criteria.map((criterion) => (
            <div key={criterion.id}>
              <dt>{localise(criterion.name)}</dt>
              <dd>{values[criterion.id]}</dd>
            </div>
          ))}
          {chosen && <dd>{optionName(chosen)}</dd>}
          {criteria.length > 0 && (
            <div className={styles.sum}>
              <dt>{t('paper.total')}</dt>
              <dd>{ballotTotal(criteria, values)}</dd>
            </div>
          )}
        </dl>
        <div className={styles.cards}>
          <ConsoleButton isOn label={t('paper.enter')} intent="confirm" onPress={enter} />
          <ConsoleButton isAlwaysThere label={t('paper.change')} onPress={() => setReadSince(null)} />
        </div>
      </>
    );
  }
  return (
    <>
      <p className={styles.hint}>{t('paper.explain')}</p>
      <p className={styles.hint}>{t('paper.reason', { reason })}</p>
      <div className={styles.marks} data-paper="">
        {criteria.map((criterion, at) => (
          <MarkField
            key={criterion.id}
            criterion={criterion}
            text={values[criterion.id] ?? ''}
            isFirst={at === 0}
            onChange={(text) => set(criterion.id, text)}
            onEnter={(field) => {
              const next = fieldAfter(field);
              if (next) next.focus();
              else if (left === 0) {
                field.blur();
                readBack();
              }
            }}
          />
        ))}
        {choice && (
          <PickOne
            label={t('paper.choose')}
            options={choice.options.map((option) => ({ id: option.id, name: optionName(option) }))}
            chosen={values[choice.id] ?? null}
            onChoose={(id) => set(choice.id, id)}
          />
        )}
      </div>
      <div className={styles.cards}>
        {criteria.length > 0 && (
          <b className={styles.total}>
            {t('paper.total')} {ballotTotal(criteria, values)}
          </b>
        )}
        <ConsoleButton
          label={t('paper.toReadBack')}
          blockedBy={left > 0 ? t('paper.left', { count: left }) : null}
          onPress={readBack}
        />
      </div>
    </>
  );
}

/** A ballot on paper, typed in by the operator and read back before it is entered. */
export function PaperDrawer({
  view,
}: {
  readonly view: Pick<ConsoleView, 'rounds' | 'seats' | 'ballotForm'>;
}) {
  const { t, localise } = useWords();
  const target = useDesk((desk) => desk.drawerTarget) ?? '';
  const round = view.rounds.find((each) =>
    each.paperAwaited.some((seat) => paperTarget(each.round, seat) === target),
  );
  const seat = round && view.seats.find((each) => paperTarget(round.round, each.seat) === target);
  const title = seat
    ? t('paper.title', { number: seat.number, unit: localise(round.unit.name) })
    : t('seat.paper');
  return (
    <Drawer title={title} isNarrow>
      {seat ? (
        <PaperForm key={target} form={view.ballotForm} round={round} seat={seat} />
      ) : (
        <p className={styles.hint}>{t('paper.gone')}</p>
      )}
      <RefusalNote control="paper" />
    </Drawer>
  );
}
