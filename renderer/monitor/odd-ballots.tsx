import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { OddBallotView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';

function oddText(t: TFunction<'monitor'>, localise: (text: LocalText) => string, odd: OddBallotView): string {
  switch (odd.kind) {
    case 'far-from-median':
      return t('odd.far', { seat: odd.seat, unit: localise(odd.unit), distance: odd.distance });
    case 'all-equal':
      return t('odd.equal', { seat: odd.seat });
    case 'reversed':
      return t('odd.reversed', { seat: odd.seat });
  }
}

/** Ballots worth a second look; pointing them out changes nothing. */
export function OddBallots({ odd }: { readonly odd: readonly OddBallotView[] | null }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  if (odd === null) return <p className={styles.muted}>{t('odd.looking')}</p>;
  if (odd.length === 0) return <p className={styles.muted}>{t('odd.none')}</p>;
  return (
    <div className={styles.odd}>
      <h3>{t('odd.title')}</h3>
      <p className={styles.muted}>{t('odd.note')}</p>
      <ul className={styles.exceptions}>
        {odd.map((each) => {
          const told = oddText(t, localise, each);
          const division = 'division' in each && each.division;
          const text = division ? `${localise(division)} · ${told}` : told;
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}
