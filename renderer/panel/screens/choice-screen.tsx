import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotType } from '../../../shared/domain/scoring/rules/ballot-type.ts';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type {
  BallotDraftView,
  ChoiceView,
  PanelView,
  UnitView,
} from '../../../shared/views/view-sections.ts';
import {
  fieldOn,
  isSecretPaper,
  type Paper,
  type PaperValues,
  withRecusal,
} from '../../ballot-paper/paper.ts';
import choices from '../choice.module.css';
import { DraftNote } from '../draft-note.tsx';
import { LockCountdown } from '../lock-countdown.tsx';
import { usePaperText } from '../paper-text.ts';
import { RecusePanel } from '../recuse-panel.tsx';
import { refusalText } from '../refusal-text.ts';
import styles from '../scoring.module.css';
import { SecretNote } from '../secret-note.tsx';
import { UnitTitle } from '../unit-title.tsx';

type ChoiceProps = {
  readonly paper: Paper;
  /** The paper's one ballot, and the unit that it is cast on. */
  readonly ballot: BallotType;
  readonly unit: UnitView;
  readonly choice: ChoiceView;
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  /** What the host has stored. */
  readonly stored: PaperValues;
  readonly draft: BallotDraftView | null;
  readonly refusal: Refusal | null;
  readonly isOffline: boolean;
  readonly submit: (values: PaperValues) => void;
};

/** A ballot of one choice: a tap submits it. */
export function ChoiceScreen(props: ChoiceProps) {
  const { paper, ballot, unit, choice, refusal, submit } = props;
  const { t } = useTranslation('panel');
  const { optionName } = usePaperText();
  const [isRecusing, setRecusing] = useState(false);
  const field = fieldOn(paper, ballot, unit.id, choice.id);
  const chosen = props.stored[field];
  if (isRecusing)
    return (
      <RecusePanel
        paper={paper}
        values={{}}
        recuse={(own, recused) => submit(withRecusal(paper, {}, own, recused))}
        close={() => setRecusing(false)}
      />
    );
  return (
    <section className={choices.choice}>
      <div className={styles.head}>
        <h1 className={styles.unit}>
          <UnitTitle unit={unit} attempt={paper.attempt} />
        </h1>
        <LockCountdown timer={props.timer} clockOffsetMs={props.clockOffsetMs} />
      </div>
      {refusal && (
        <p className={styles.note} role="alert">
          <b>{t('again')}</b> {refusalText(t, refusal)}
        </p>
      )}
      {props.draft && <DraftNote paper={paper} draft={props.draft} />}
      {props.isOffline && <p className={styles.note}>{t('offlineScoring')}</p>}
      {isSecretPaper(paper) && <SecretNote recuse={() => setRecusing(true)} />}
      <p className={choices.ask}>{t('choose')}</p>
      <div className={choices.options}>
        {choice.options.map((option) => (
          <button
            key={option.id}
            type="button"
            className={`${choices.option} ${option.id === chosen ? choices.chosen : ''}`}
            aria-pressed={option.id === chosen}
            onClick={() => submit({ [field]: option.id })}
          >
            {optionName(option)}
          </button>
        ))}
      </div>
      <p className={styles.say}>{t('chooseNote')}</p>
    </section>
  );
}
