import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { LookBackView, PanelAgreementView, SupposedView } from '../../shared/views/look-back-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';
import { MovedUnits } from './moved-units.tsx';

function supposedText(
  t: TFunction<'monitor'>,
  localise: (text: LocalText) => string,
  supposed: SupposedView,
): string {
  switch (supposed.kind) {
    case 'without-group':
      return t('lookBack.withoutGroup', { group: localise(supposed.group) });
    case 'without-trim':
      return t('lookBack.withoutTrim');
    case 'ranked-on':
      return t(`lookBack.${supposed.on}`);
  }
}

function SeatAgreements({ seats }: { readonly seats: NonNullable<PanelAgreementView['seats']> }) {
  const { t } = useTranslation('monitor');
  return (
    <table className={styles.seats}>
      <thead>
        <tr>
          <th scope="col">{t('lookBack.seat')}</th>
          <th scope="col">{t('lookBack.correlation')}</th>
          <th scope="col">{t('lookBack.distance')}</th>
        </tr>
      </thead>
      <tbody>
        {seats.map(({ seat, correlation, distance }) => (
          <tr key={seat}>
            <th scope="row">{t('rounds.seat', { seat })}</th>
            <td>{correlation ?? '—'}</td>
            <td>{distance}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Agreement({ panel }: { readonly panel: PanelAgreementView }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { group, division, ballot, judges, units, of, concordance, seats } = panel;
  const name = [...(division ? [division] : []), group, ...(ballot ? [ballot] : [])]
    .map(localise)
    .join(' · ');
  return (
    <li className={styles.row}>
      <p className={styles.rowHead}>
        <b>{name}</b>
        <span className={styles.chip}>
          {'w' in concordance
            ? t('lookBack.concordance', concordance)
            : t(`lookBack.noConcordance.${concordance.none}`)}
        </span>
        <span className={styles.aside}>{t('lookBack.compared', { judges, units, of })}</span>
      </p>
      {seats === null && <p className={styles.rowMore}>{t('lookBack.secret')}</p>}
      {seats !== null && seats.length > 0 && (
        <details className={styles.more}>
          <summary>{t('lookBack.bySeat', { group: name })}</summary>
          <SeatAgreements seats={seats} />
        </details>
      )}
    </li>
  );
}

/** The counted result looked at afterwards: what its order hangs on, and how far the panel agrees. */
export function LookBack({
  lookBack,
  isWithoutBallots,
}: {
  readonly lookBack: LookBackView;
  readonly isWithoutBallots: boolean;
}) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  return (
    <section className={styles.card}>
      <h2>{t('lookBack.title')}</h2>
      <p className={styles.muted}>{t('lookBack.note')}</p>
      <h3>{t('lookBack.order')}</h3>
      <ul className={styles.rows}>
        {lookBack.order.map(({ supposed, moved }) => {
          const text = supposedText(t, localise, supposed);
          return (
            <li key={text} className={styles.row}>
              <p className={styles.rowHead}>
                <b>{text}</b>
                {moved === null && <span className={styles.aside}>{t('lookBack.nothingLeft')}</span>}
                {moved?.length === 0 && <span className={styles.aside}>{t('whatIf.same')}</span>}
              </p>
              {moved && <MovedUnits moved={moved} />}
            </li>
          );
        })}
      </ul>
      {!isWithoutBallots && (
        <>
          <h3>{t('lookBack.agreement')}</h3>
          <p className={styles.muted}>{t('lookBack.agreementNote')}</p>
          <ul className={styles.rows}>
            {lookBack.panels.map((panel) => (
              <Agreement
                key={[panel.division, panel.group, panel.ballot].map((name) => name?.['zh-Hans']).join(' ')}
                panel={panel}
              />
            ))}
          </ul>
        </>
      )}
      {lookBack.panels.some(({ seats }) => seats !== null && seats.length > 0) && (
        <p className={styles.muted}>{t('lookBack.seatNote')}</p>
      )}
    </section>
  );
}
