import { useTranslation } from 'react-i18next';
import type { ChairView } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import { DeviceHeader } from '../monitor/device-header.tsx';
import { DevicePage, type SigningPageProps } from '../monitor/device-page.tsx';
import { ChairScreen } from './chair-screen.tsx';

/** The view once it is there; a result that doesn't exist yet is null, never missing. */
function wholeView(view: Partial<ChairView>): ChairView | null {
  return view.event && view.stage && view.acts ? (view as ChairView) : null;
}

function isNeeded({ result }: ChairView): boolean {
  return result !== null && result.matter !== null;
}

/** The chair's page: what there is to release or to decide. */
export function ChairPage({ orders, ...device }: SigningPageProps<'chair', ChairOrders>) {
  const { t } = useTranslation('chair');
  return (
    <DevicePage
      {...device}
      title={t('title')}
      opening={t('opening')}
      wholeView={wholeView}
      isNeeded={isNeeded}
      header={(view, link, isSameMachine) => (
        <DeviceHeader
          title={t('title')}
          event={view?.event ?? null}
          link={link}
          isSameMachine={isSameMachine}
        />
      )}
    >
      {(view, isOnline) => <ChairScreen view={view} orders={orders} isOnline={isOnline} />}
    </DevicePage>
  );
}
