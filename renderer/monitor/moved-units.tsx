import { useTranslation } from 'react-i18next';
import type { MovedView } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';

/** The units that would stand elsewhere; nothing is drawn where none would. */
export function MovedUnits({ moved }: { readonly moved: readonly MovedView[] }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  if (moved.length === 0) return null;
  const placeText = (place: string | null) =>
    place === null ? t('whatIf.none') : t('whatIf.place', { place });
  return (
    <ul className={styles.exceptions}>
      {moved.map(({ unit, place, otherwise }) => (
        <li key={localise(unit)}>
          {t('whatIf.moved', {
            unit: localise(unit),
            place: placeText(place),
            otherwise: placeText(otherwise),
          })}
        </li>
      ))}
    </ul>
  );
}
