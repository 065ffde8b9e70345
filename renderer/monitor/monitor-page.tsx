import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import { DevicePage, type SigningPageProps } from './device-page.tsx';
import { MonitorHeader } from './monitor-header.tsx';
import { MonitorScreen } from './monitor-screen.tsx';
import { isNeeded } from './needed.ts';

/** The view once it is there; a part that doesn't exist yet is null, never missing. */
function wholeView(view: Partial<MonitorView>): MonitorView | null {
  return view.event && view.rounds ? (view as MonitorView) : null;
}

/** The monitor's page: what there is to watch and to sign. */
export function MonitorPage({ orders, ...device }: SigningPageProps<'monitor', MonitorOrders>) {
  const { t } = useTranslation('monitor');
  return (
    <DevicePage
      {...device}
      title={t('title')}
      opening={t('opening')}
      wholeView={wholeView}
      isNeeded={isNeeded}
      header={(view, link, isSameMachine) => (
        <MonitorHeader
          event={view?.event ?? null}
          link={link}
          version={view?.log?.version ?? null}
          isSameMachine={isSameMachine}
        />
      )}
    >
      {(view, isOnline) => <MonitorScreen view={view} orders={orders} isOnline={isOnline} />}
    </DevicePage>
  );
}
