import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../shared/protocol/host-message.ts';
import type {
  BallotDraftView,
  BallotFormView,
  ChoiceView,
  PanelView,
} from '../../../shared/views/view-sections.ts';
import type { MarksByCriterion } from '../../connection/device-storage.ts';
import { useLanguage } from '../../i18n/language.ts';
import choices from '../choice.module.css';
import { DraftNote } from '../draft-note.tsx';
import { LockCountdown } from '../lock-countdown.tsx';
import { refusalText } from '../refusal-text.ts';
import styles from '../scoring.module.css';
import { useOptionName } from '../value-text.ts';

type ChoiceProps = {
  readonly form: BallotFormView;
  readonly choice: ChoiceView;
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  /** The option that the host has stored. */
  readonly chosen: string | null;
  readonly draft: BallotDraftView | null;
  readonly refusal: Refusal | null;
  readonly isOffline: boolean;
  readonly submit: (values: MarksByCriterion) => void;
};

/** A ballot of one choice: a tap submits it. */
export function ChoiceScreen(props: ChoiceProps) {
  const { form, choice, chosen, refusal, submit } = props;
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const optionName = useOptionName();
  return (
    <section className={choices.choice}>
      <div className={styles.head}>
        <h1 className={styles.unit}>{localise(form.unit.name)}</h1>
        <LockCountdown timer={props.timer} clockOffsetMs={props.clockOffsetMs} />
      </div>
      {refusal && (
        <p className={styles.note} role="alert">
          <b>{t('again')}</b> {refusalText(t, refusal)}
        </p>
      )}
      {props.draft && <DraftNote form={form} draft={props.draft} />}
      {props.isOffline && <p className={styles.note}>{t('offlineScoring')}</p>}
      <p className={choices.ask}>{t('choose')}</p>
      <div className={choices.options}>
        {choice.options.map((option) => (
          <button
            key={option.id}
            type="button"
            className={`${choices.option} ${option.id === chosen ? choices.chosen : ''}`}
            aria-pressed={option.id === chosen}
            onClick={() => submit({ [choice.id]: option.id })}
          >
            {optionName(option)}
          </button>
        ))}
      </div>
      <p className={styles.say}>{t('chooseNote')}</p>
    </section>
  );
}
