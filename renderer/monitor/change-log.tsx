import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../shared/views/monitor-view.ts';
import type { VersionView } from '../../shared/views/version-view.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import styles from './monitor.module.css';

/** A superseding version in words; nothing for an event's first. */
export function versionText(t: TFunction<'monitor'>, { number, supersedes }: VersionView): string {
  if (!supersedes) return '';
  const { version: former, n, hash } = supersedes;
  return t('changes.version', { number, former, n, hash: `${hash.slice(0, 8)}…${hash.slice(-8)}` });
}

/** Their line names a device instead of a reason. */
const namesDevice: ReadonlySet<ChangeView['what']> = new Set([
  'monitor-admitted',
  'screen-dismissed',
  'chair-admitted',
  'released-by-chair',
]);

function Change({ change }: { readonly change: ChangeView }) {
  const { t } = useTranslation('monitor');
  const { localise, language } = useLanguage();
  const { entry, wall, what, unit, attempt, toUnit, seats, reason, seconded, version } = change;
  const about = [
    ...(unit ? [localise(unit)] : []),
    ...(attempt ? [localise(attempt)] : []),
    ...(toUnit ? [t('changes.meant', { unit: localise(toUnit) })] : []),
    ...(seats.length > 0 ? [t('changes.seats', { seats: seats.join(t('comma')) })] : []),
  ].join(' · ');
  return (
    <li className={styles.row}>
      <p className={styles.rowHead}>
        <time className={styles.time}>{timeOfDay(wall, true)}</time>
        <b>{t(`changes.kinds.${what}`)}</b>
        <span className={styles.aside}>{version ? versionText(t, version) : about}</span>
      </p>
      <p className={styles.rowMore}>
        {reason !== '' && (
          <span>{t(namesDevice.has(what) ? 'changes.device' : 'changes.reason', { reason })}</span>
        )}
        {seconded !== null && (
          <span className={styles.second}>{t('changes.seconded', { device: seconded })}</span>
        )}
        {change.isSameMachine && <span className={styles.sameMachine}>{pinWords[language].mark}</span>}
        <span className={styles.entry}>{t('changes.entry', { n: entry })}</span>
      </p>
    </li>
  );
}

/** Everything that happened to the vote besides voting, the latest first. */
export function ChangeLog({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { t } = useTranslation('monitor');
  return (
    <section className={styles.card}>
      <h2>{t('changes.title')}</h2>
      {changes.length === 0 ? (
        <p className={styles.muted}>{t('changes.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {[...changes].reverse().map((change) => (
            <Change key={`${change.n} ${change.what} ${change.seats.join()}`} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}
