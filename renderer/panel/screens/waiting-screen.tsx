import { useTranslation } from 'react-i18next';
import type { PanelView } from '../../../shared/views/view-sections.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';
import panel from '../panel.module.css';

type WaitingProps = {
  readonly stage: PanelView['stage'] | undefined;
  readonly event: PanelView['event'] | undefined;
  readonly isLastRefused: boolean;
};

/** Between ballots: what is on stage, and that nothing needs doing. */
export function WaitingScreen({ stage, event, isLastRefused }: WaitingProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const isBefore = stage?.task === 'wait-for-start';
  const onStage = [stage?.unit?.name, stage?.attempt?.name, stage?.stepName].flatMap((text) =>
    text ? [localise(text)] : [],
  );
  const position = stage?.position;
  return (
    <>
      {isLastRefused && (
        <p className={panel.notice} role="alert">
          <Icon name="warning" />
          <span>
            <b>{t('lastRefused')}</b> {t('lastRefusedMore')}
          </span>
        </p>
      )}
      <div className={panel.center}>
        {isBefore ? (
          <>
            {event && <p className={panel.muted}>{`${localise(event.title)} ${localise(event.sitting)}`}</p>}
            <h1 className={panel.big}>{t('beforeStart')}</h1>
            <p className={panel.lead}>{t('beforeStartMore')}</p>
          </>
        ) : (
          <>
            <p className={panel.muted}>
              {t('nowOnStage')}
              {position && ` · ${t('position', { index: position.index, total: position.total })}`}
            </p>
            <h1 className={panel.big}>{onStage.join(' · ')}</h1>
            <p className={panel.lead}>
              {t('listen')}
              <br />
              {t('listenMore')}
            </p>
          </>
        )}
      </div>
    </>
  );
}
