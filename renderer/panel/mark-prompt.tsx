import { useTranslation } from 'react-i18next';
import type { MarkCell } from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import type { MarkEntry } from './mark-entry.ts';
import styles from './scoring.module.css';

type PromptProps = {
  readonly cell: MarkCell;
  /** The unit stands there too: the paper holds several. */
  readonly isNamed: boolean;
  readonly fault: MarkEntry['fault'];
};

const isHalf = (step: string) => /^0?\.50*$/.test(step);

/** Which criterion the keys mark and in what range; in its place, why the last key did nothing. */
export function MarkPrompt({ cell, isNamed, fault }: PromptProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { minimum, maximum, step, isPlace } = cell;
  const name = localise(cell.name);
  const unit = localise(cell.unit.name);

  const range = () => {
    if (isPlace) return t('rangePlaces', { maximum });
    if (isHalf(step)) return t('rangeHalves', { minimum, maximum });
    return step === '1' ? t('rangeWhole', { minimum, maximum }) : t('rangeStep', { minimum, maximum, step });
  };
  const reason = () => {
    if (isPlace && fault !== 'value-missing') return t('rangePlaces', { maximum });
    if (fault === 'out-of-range')
      return minimum === '0' ? t('aboveMaximum', { maximum }) : t('outOfRange', { minimum, maximum });
    if (fault === 'value-missing') return t('missing');
    return isHalf(step) ? t('offStepHalves') : t('offStep', { step });
  };

  return (
    <p className={styles.prompt}>
      <b>
        {t(isPlace ? 'placeThis' : 'scoreThis', {
          criterion: isNamed && unit !== name ? `${unit} · ${name}` : name,
        })}
      </b>{' '}
      <span role="status" className={fault ? styles.fault : styles.range}>
        {fault ? (
          <>
            <Icon name="warning" /> {reason()}
          </>
        ) : (
          range()
        )}
      </span>
    </p>
  );
}
