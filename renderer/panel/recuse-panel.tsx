import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../shared/kernel/brand.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { isRecused, type Paper, type PaperValues } from '../ballot-paper/paper.ts';
import { useLanguage } from '../i18n/language.ts';
import panel from './panel.module.css';
import styles from './paper.module.css';

type RecuseProps = {
  readonly paper: Paper;
  readonly values: PaperValues;
  readonly recuse: (unit: UnitId, recused: boolean) => void;
  readonly close: () => void;
};

/** The holder of a secret card takes it out of a unit; asked twice, since its marks there go. */
export function RecusePanel({ paper, values, recuse, close }: RecuseProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const [asked, setAsked] = useState<UnitView | null>(paper.unit);
  const secret = paper.parts.filter(({ secrecy }) => secrecy === 'anonymous');
  const isOut = ({ id }: UnitView) => secret.some((ballot) => isRecused(paper, ballot, id, values));
  const settle = (unit: UnitView, recused: boolean) => {
    recuse(unit.id, recused);
    setAsked(null);
    if (paper.unit) close();
  };
  if (asked && !isOut(asked)) {
    return (
      <div className={panel.center}>
        <h1 className={panel.title}>{t('recuseAsk', { unit: localise(asked.name) })}</h1>
        <p className={panel.lead}>{t('recuseMore')}</p>
        <div className={panel.foot}>
          <button type="button" className={panel.button} onClick={() => settle(asked, true)}>
            {t('recuseYes')}
          </button>
          <button
            type="button"
            className={panel.button}
            onClick={() => (paper.unit ? close() : setAsked(null))}
          >
            {t('recuseNo')}
          </button>
        </div>
      </div>
    );
  }
  const units = (paper.unit ? [paper.unit] : paper.units).filter(({ id }) => !paper.notOn.includes(id));
  return (
    <div className={styles.column}>
      <h1 className={styles.recuseTitle}>{t('recuseTitle')}</h1>
      <p className={styles.hint}>
        {t('recuseMore')} {t('recuseUndo')}
      </p>
      <ul className={`${styles.tiles} ${styles.recuseList}`}>
        {units.map((unit) => (
          <li key={unit.id}>
            <button
              type="button"
              className={`${styles.tile} ${isOut(unit) ? styles.closed : ''}`}
              aria-pressed={isOut(unit)}
              onClick={() => (isOut(unit) ? settle(unit, false) : setAsked(unit))}
            >
              <span className={styles.tileName}>{localise(unit.name)}</span>
              {isOut(unit) && <span className={styles.why}>{t('recused')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className={panel.foot}>
        <button type="button" className={panel.button} onClick={close}>
          {t('recuseClose')}
        </button>
      </div>
    </div>
  );
}
