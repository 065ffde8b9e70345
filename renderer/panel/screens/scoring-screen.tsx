import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type {
  BallotDraftView,
  BallotFormView,
  PanelView,
  StoredBallotView,
} from '../../../shared/views/view-sections.ts';
import type { MarksByCriterion } from '../../connection/device-storage.ts';
import { useLanguage } from '../../i18n/language.ts';
import { brokenRules } from '../broken-rules.ts';
import { CriterionRow } from '../criterion-row.tsx';
import { DraftNote } from '../draft-note.tsx';
import { Keypad, NextButton } from '../keypad.tsx';
import { isBallotTimer, LockCountdown } from '../lock-countdown.tsx';
import {
  type MarkEntry,
  type MarkKey,
  moveRow,
  nextRow,
  pressKey,
  selectRow,
  startEntry,
  unmarkedCount,
} from '../mark-entry.ts';
import { MarkPrompt } from '../mark-prompt.tsx';
import { refusalText } from '../refusal-text.ts';
import { RuleNotes } from '../rule-notes.tsx';
import styles from '../scoring.module.css';
import { SubmitArea } from '../submit-area.tsx';
import { useScoringKeys } from '../use-scoring-keys.ts';
import { useValueText } from '../value-text.ts';

type ScoringProps = {
  readonly form: BallotFormView;
  readonly stage: PanelView['stage'] | undefined;
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  /** Marks to start from: typed before, or stored before. */
  readonly startFrom: MarksByCriterion;
  readonly stored: StoredBallotView | null;
  readonly draft: BallotDraftView | null;
  readonly refusal: Refusal | null;
  readonly isOffline: boolean;
  readonly changed: (values: MarksByCriterion) => void;
  readonly submit: (values: MarksByCriterion) => void;
  readonly keepStored: () => void;
};

/** The ballot by criterion: tap a row, type its mark, go on; submit once every row has one. */
export function ScoringScreen(props: ScoringProps) {
  const { form, stored, refusal, changed } = props;
  const { criteria } = form;
  const stepName = props.stage?.stepName;
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const valueText = useValueText();
  const [entry, setEntry] = useState<MarkEntry>(() => startEntry(criteria, props.startFrom));
  const drawn = useRef(entry);

  const change = useCallback(
    (next: (before: MarkEntry) => MarkEntry) => {
      const after = next(drawn.current);
      if (after.values !== drawn.current.values) changed(after.values);
      drawn.current = after;
      setEntry(after);
    },
    [changed],
  );

  const left = unmarkedCount(criteria, entry.values);
  const broken = left === 0 ? brokenRules(form, entry.values) : [];
  const isBarredByRule = broken.some(({ effect }) => effect === 'refuse');
  const submit = () => {
    const tidy = selectRow(drawn.current, criteria, null);
    const stops = brokenRules(form, tidy.values).some(({ effect }) => effect === 'refuse');
    if (unmarkedCount(criteria, tidy.values) === 0 && !stops) props.submit(tidy.values);
  };
  const press = (key: MarkKey) => change((before) => pressKey(before, criteria, key));
  const goOn = () => change((before) => nextRow(before, criteria));

  useScoringKeys({
    press,
    enter: entry.cursor === null && left === 0 ? submit : goOn,
    move: (by) => change((before) => moveRow(before, criteria, by)),
    cursor: entry.cursor,
  });

  const selected = entry.cursor === null ? undefined : criteria[entry.cursor];
  return (
    <div className={styles.scoring}>
      <section className={styles.sheet}>
        <div className={styles.head}>
          <h1 className={styles.unit}>{localise(form.unit.name)}</h1>
          <LockCountdown timer={props.timer} clockOffsetMs={props.clockOffsetMs} />
          {stepName && !isBallotTimer(props.timer) && (
            <span className={styles.onStage}>{localise(stepName)}</span>
          )}
        </div>
        {refusal && (
          <p className={styles.note} role="alert">
            <b>{t('again')}</b> {refusalText(t, refusal)}
          </p>
        )}
        {props.draft && <DraftNote form={form} draft={props.draft} />}
        {left === 0 && <RuleNotes form={form} broken={broken} />}
        {props.isOffline && <p className={styles.note}>{t('offlineScoring')}</p>}
        <ul className={styles.rows}>
          {criteria.map((criterion, row) => (
            <CriterionRow
              key={criterion.id}
              row={row}
              criterion={criterion}
              mark={entry.values[criterion.id] ?? ''}
              isCurrent={row === entry.cursor}
              isFresh={entry.isFresh}
              select={() => change((before) => selectRow(before, criteria, row))}
            />
          ))}
        </ul>
        <p className={styles.keysHint}>{t('keys')}</p>
      </section>
      <section className={styles.desk}>
        {selected && (
          <>
            <MarkPrompt criterion={selected} fault={entry.fault} />
            <Keypad step={selected.step} press={press} />
          </>
        )}
        <div className={styles.actions}>
          {selected && <NextButton goOn={goOn} isLast={left === 0} />}
          <SubmitArea
            left={left}
            isBarred={isBarredByRule}
            total={valueText(form, entry.values)}
            isLookingOver={!selected}
            stored={stored && valueText(form, stored.values)}
            submit={submit}
            keepStored={props.keepStored}
          />
        </div>
      </section>
    </div>
  );
}
