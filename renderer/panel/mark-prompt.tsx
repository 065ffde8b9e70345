import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { Icon } from '../ui/icon.tsx';
import type { Criterion, MarkEntry } from './mark-entry.ts';
import styles from './scoring.module.css';

type PromptProps = { readonly criterion: Criterion; readonly fault: MarkEntry['fault'] };

const isHalf = (step: string) => /^0?\.50*$/.test(step);

/** Which criterion the keys mark and in what range; in its place, why the last key did nothing. */
export function MarkPrompt({ criterion, fault }: PromptProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { minimum, maximum, step } = criterion;

  const range = () => {
    if (isHalf(step)) return t('rangeHalves', { minimum, maximum });
    return step === '1' ? t('rangeWhole', { minimum, maximum }) : t('rangeStep', { minimum, maximum, step });
  };
  const reason = () => {
    if (fault === 'out-of-range')
      return minimum === '0' ? t('aboveMaximum', { maximum }) : t('outOfRange', { minimum, maximum });
    if (fault === 'value-missing') return t('missing');
    return isHalf(step) ? t('offStepHalves') : t('offStep', { step });
  };

  return (
    <p className={styles.prompt}>
      <b>{t('scoreThis', { criterion: localise(criterion.name) })}</b>{' '}
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
