import { useTranslation } from 'react-i18next';
import { paperOf } from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './open-papers.module.css';
import { hasStageMovedOn, type OpenPaper, openPapers } from './open-papers.ts';
import type { PanelState } from './panel-state.ts';
import { usePaperText } from './paper-text.ts';

type BarProps = {
  readonly state: PanelState;
  /** The round whose paper the page shows. */
  readonly lookedAt: string | null;
  readonly look: (round: string) => void;
};

const icons: { readonly [standing in OpenPaper['standing']]: IconName } = {
  stored: 'tick',
  unsent: 'offline',
  'to-give': 'warning',
};

/** Papers that can be filled in or changed at the same time, and who is on stage where that is another unit. */
export function OpenPapersBar({ state, lookedAt, look }: BarProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { subject, value } = usePaperText();
  const { view, ballots, isRestored, admission } = state;
  if (admission?.kind !== 'admitted' || !isRestored) return null;
  const papers = openPapers(view, ballots);
  const hasMovedOn = hasStageMovedOn(view);
  const hasOthers = papers.some(({ form }) => form.round !== lookedAt);
  if (!hasOthers && !hasMovedOn) return null;
  const onStage = [view.stage?.unit?.name, view.stage?.attempt?.name, view.stage?.stepName].flatMap((text) =>
    text ? [localise(text)] : [],
  );
  const saidOf = ({ form, own, standing }: OpenPaper) => {
    if (standing === 'unsent') return t('paperUnsent');
    if (!own.mine) return t(own.draft?.from.kind === 'returned' ? 'paperReturned' : 'paperToGive');
    return value(paperOf(form, own), own.mine.values);
  };
  return (
    <nav className={styles.bar} aria-label={t('openPapers')}>
      {hasMovedOn && onStage.length > 0 && (
        <p className={styles.onStage}>
          {t('nowOnStage')} <b>{onStage.join(' · ')}</b>
        </p>
      )}
      {hasOthers && (
        <div className={styles.papers}>
          <p className={styles.label}>{t('openPapers')}</p>
          {papers.map((paper) => {
            const isShown = paper.form.round === lookedAt;
            return (
              <button
                key={paper.form.round}
                type="button"
                className={`${styles.paper} ${isShown ? styles.shown : ''} ${paper.standing === 'stored' ? '' : styles.due}`}
                aria-pressed={isShown}
                onClick={() => look(paper.form.round)}
              >
                <span className={styles.unit}>{subject(paper.form)}</span>
                <span className={styles.said}>
                  <Icon name={icons[paper.standing]} />
                  {saidOf(paper)}
                </span>
              </button>
            );
          })}
        </div>
      )}
    </nav>
  );
}
