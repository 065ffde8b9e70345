import { useTranslation } from 'react-i18next';
import type { Instant } from '../../shared/kernel/brand.ts';
import type { PrompterView } from '../../shared/views/view-sections.ts';
import { useLanguage } from '../i18n/language.ts';
import { type ClockFace, clockFace } from '../projector/scenes/clock-face.ts';
import { Icon } from '../ui/icon.tsx';
import { MessageBar } from './message-bar.tsx';
import styles from './prompter.module.css';
import { shortDigits, spokenLabel } from './prompter-words.ts';

type StageClockProps = {
  readonly view: PrompterView;
  readonly now: Instant;
  readonly isHostLost: boolean;
  readonly acknowledge: (message: number) => void;
};

function Figures({ face, isSmall }: { readonly face: ClockFace; readonly isSmall: boolean }) {
  const digits = shortDigits(face.digits);
  const size = isSmall ? styles.small : digits.length > 4 ? styles.long : '';
  return (
    <p className={`${styles.figures} ${size}`} data-part="clock">
      {face.phase === 'overtime' ? <span className={styles.plus}>+</span> : null}
      {digits}
    </p>
  );
}

/** Figures half the screen high; the last minute amber, overtime turns the whole screen over and counts up. */
export function StageClock({ view, now, isHostLost, acknowledge }: StageClockProps) {
  const { t } = useTranslation('prompter');
  const { t: common } = useTranslation('common');
  const { localise } = useLanguage();
  const { event, stage, timer, message } = view;
  const face = clockFace(timer, now);
  const names = [stage.unit?.name, stage.attempt?.name, stage.stepName].flatMap((text) =>
    text ? [localise(text)] : [],
  );
  const length = face ? shortDigits(lengthDigits(face.lengthMs)) : '';
  return (
    <main
      className={[styles.screen, styles[face?.phase ?? 'calm'], face?.isPaused ? styles.paused : ''].join(
        ' ',
      )}
      data-prompter={face?.phase ?? 'none'}
    >
      <div className={styles.top}>
        <b>{face ? names.join(' · ') : ''}</b>
        <span className={styles.aside}>
          {face ? <span>{t(face.direction === 'down' ? 'total' : 'planned', { length })}</span> : null}
          {event.isDemo ? <span className={styles.demo}>{common('demo')}</span> : null}
        </span>
      </div>
      <div className={styles.middle}>
        {face ? (
          <>
            <p className={styles.label}>{spokenLabel(face, t)}</p>
            <Figures face={face} isSmall={message !== null} />
          </>
        ) : (
          (names.length > 0 ? names : [t('waiting')]).map((name) => (
            <p key={name} className={styles.stepName}>
              {name}
            </p>
          ))
        )}
      </div>
      <div className={styles.bottom}>
        {message ? <MessageBar message={message} acknowledge={acknowledge} /> : null}
        {isHostLost ? (
          <p className={styles.lost} role="status">
            <Icon name="offline" /> {t('lost')}
          </p>
        ) : null}
        {!message && !isHostLost ? (
          <p className={styles.quiet}>
            <span>{localise(event.title)}</span>
            <span>{localise(event.sitting)}</span>
          </p>
        ) : null}
      </div>
    </main>
  );
}

function lengthDigits(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
