import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asksReasons } from '../../../shared/domain/ballot-paper.ts';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type { BallotDraftView, PanelView, StoredBallotView } from '../../../shared/views/view-sections.ts';
import { checkPaper } from '../../ballot-paper/check-paper.ts';
import {
  askedOf,
  hasOneValue,
  isSecretPaper,
  openUnits,
  type Paper,
  type PaperValues,
  rankedUnits,
} from '../../ballot-paper/paper.ts';
import { useLanguage } from '../../i18n/language.ts';
import { DraftNote } from '../draft-note.tsx';
import { Keypad, NextButton } from '../keypad.tsx';
import { isBallotTimer, LockCountdown } from '../lock-countdown.tsx';
import { moveRow, nextRow, pressKey, selectRow, unmarkedCount } from '../mark-entry.ts';
import { MarkPrompt } from '../mark-prompt.tsx';
import paperStyles from '../paper.module.css';
import { usePaperText } from '../paper-text.ts';
import { RecusePanel } from '../recuse-panel.tsx';
import { refusalText } from '../refusal-text.ts';
import { RuleNotes } from '../rule-notes.tsx';
import styles from '../scoring.module.css';
import { SecretNote } from '../secret-note.tsx';
import { ChoiceSection } from '../sections/choice-section.tsx';
import { type MarkProps, MarkSection } from '../sections/mark-section.tsx';
import { NameSection } from '../sections/name-section.tsx';
import { RankingSection } from '../sections/ranking-section.tsx';
import { SubmitArea } from '../submit-area.tsx';
import { UnitTitle } from '../unit-title.tsx';
import { usePaperEntry } from '../use-paper-entry.ts';
import { useScoringKeys } from '../use-scoring-keys.ts';

type PaperProps = {
  readonly paper: Paper;
  readonly stage: PanelView['stage'] | undefined;
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  /** What to start from: filled in before, or stored before. */
  readonly startFrom: PaperValues;
  readonly stored: StoredBallotView | null;
  readonly draft: BallotDraftView | null;
  readonly refusal: Refusal | null;
  readonly isOffline: boolean;
  readonly changed: (values: PaperValues) => void;
  readonly submit: (values: PaperValues) => void;
  readonly keepStored: () => void;
};

/** More rows than that scroll within their sheet, so that the keys and the button stay in their place. */
const mostRowsInSight = 7;

/** The whole ballot paper of a seat: what each ballot asks, the keys for numbers, and one button for all of it. */
export function PaperScreen(props: PaperProps) {
  const { paper, stored, refusal } = props;
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { value } = usePaperText();
  const sheet = useRef<HTMLElement>(null);
  const [isRecusing, setRecusing] = useState(false);
  const { entry, cells, change, write, recuse } = usePaperEntry(paper, props.startFrom, props.changed);
  const check = checkPaper(paper, entry.values);

  const isOver = entry.cursor === null;
  const isBarred = check.isBarred && check.leftCount === 0;
  useEffect(() => {
    if (isOver && isBarred)
      sheet.current?.querySelector('[data-empty]')?.scrollIntoView({ block: 'nearest' });
  }, [isOver, isBarred]);

  const submit = () => {
    const tidy = checkPaper(paper, selectRow(entry, cells, null).values);
    if (tidy.leftCount === 0 && !tidy.isBarred) props.submit(tidy.values);
  };
  const goOn = () => {
    if (entry.cursor === null)
      sheet.current?.querySelector<HTMLElement>('[data-open] button, [data-empty]')?.focus();
    else change((before) => nextRow(before, cells));
  };
  useScoringKeys({
    isOff: cells.length === 0 || isRecusing,
    press: (key) => change((before) => pressKey(before, cells, key)),
    enter: isOver && check.leftCount === 0 && !isBarred ? submit : goOn,
    move: (by) => change((before) => moveRow(before, cells, by)),
    cursor: entry.cursor,
  });

  if (isRecusing)
    return (
      <RecusePanel paper={paper} values={entry.values} recuse={recuse} close={() => setRecusing(false)} />
    );

  const selected = entry.cursor === null ? undefined : cells[entry.cursor];
  const isLong =
    cells.length > mostRowsInSight ||
    paper.unit === null ||
    paper.parts.length > 1 ||
    isSecretPaper(paper) ||
    paper.parts.some(asksReasons);
  const stepName = props.stage?.stepName;
  return (
    <div
      className={`${cells.length > 0 ? styles.scoring : paperStyles.column} ${isLong ? paperStyles.long : ''}`}
    >
      <section ref={sheet} className={styles.sheet}>
        <div className={styles.head}>
          <h1 className={styles.unit}>
            <PaperTitle paper={paper} values={entry.values} />
          </h1>
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
        {props.draft && <DraftNote paper={paper} draft={props.draft} />}
        {isSecretPaper(paper) && <SecretNote recuse={() => setRecusing(true)} />}
        <RuleNotes paper={paper} values={entry.values} notices={check.notices} />
        {props.isOffline && <p className={styles.note}>{t('offlineScoring')}</p>}
        <div className={paperStyles.sections}>
          {paper.parts.map((ballot) => (
            <PaperSection
              key={ballot.id}
              paper={paper}
              ballot={ballot}
              values={entry.values}
              write={write}
              cells={cells}
              entry={entry}
              select={(row) => change((before) => selectRow(before, cells, row))}
            />
          ))}
        </div>
        {cells.length > 0 && <p className={`${styles.keysHint} ${paperStyles.keys}`}>{t('keys')}</p>}
      </section>
      <section className={styles.desk}>
        {selected && (
          <>
            <MarkPrompt cell={selected} isNamed={paper.unit === null} fault={entry.fault} />
            <Keypad step={selected.step} press={(key) => change((before) => pressKey(before, cells, key))} />
          </>
        )}
        <div className={styles.actions}>
          {selected && <NextButton goOn={goOn} isLast={unmarkedCount(cells, entry.values) === 0} />}
          <SubmitArea
            left={check.left}
            isBarred={check.isBarred}
            value={value(paper, check.values)}
            isOneValue={hasOneValue(paper)}
            isTotal={hasOneValue(paper) && cells.length > 0 && !cells.some(({ isPlace }) => isPlace)}
            look={cells.length === 0 ? 'always' : selected ? 'typing' : 'over'}
            stored={stored && value(paper, stored.values)}
            submit={submit}
            keepStored={props.keepStored}
          />
        </div>
      </section>
    </div>
  );
}

/** The unit; on a paper of all units, what to do next. */
function PaperTitle({ paper, values }: { readonly paper: Paper; readonly values: PaperValues }) {
  const { t } = useTranslation('panel');
  const { ballotName } = usePaperText();
  if (paper.unit) return <UnitTitle unit={paper.unit} attempt={paper.attempt} />;
  const [only, ...others] = paper.parts;
  if (!only || others.length > 0) return t('allUnits');
  if (only.kind !== 'ranking') return ballotName(only);
  const placed = rankedUnits(paper, only, values).length;
  return placed === openUnits(paper, only, values).length
    ? t('rankDone')
    : t('rankNext', { place: placed + 1 });
}

/** One ballot of the paper, by what it asks. */
function PaperSection(props: MarkProps) {
  const { paper, ballot, values, write } = props;
  const section = { paper, ballot, values, write };
  switch (askedOf(ballot).kind) {
    case 'marks':
      return <MarkSection {...props} />;
    case 'choice':
      return <ChoiceSection {...section} />;
    case 'ranking':
      return <RankingSection {...section} />;
    case 'names':
      return <NameSection {...section} />;
  }
}
