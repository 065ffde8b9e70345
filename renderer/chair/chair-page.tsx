import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChairView } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import { type PageStore, usePage } from '../connection/page-store.ts';
import type { PinDesk } from '../connection/pin-desk.ts';
import { AdmissionNotice } from '../monitor/admission-notice.tsx';
import { DeviceHeader } from '../monitor/device-header.tsx';
import styles from '../monitor/monitor.module.css';
import { PinStep } from '../monitor/pin-step.tsx';
import { ChairScreen } from './chair-screen.tsx';

/** The view once it is there; a result that doesn't exist yet is null, never missing. */
function wholeView(view: Partial<ChairView>): ChairView | null {
  return view.event && view.stage && view.acts ? (view as ChairView) : null;
}

type ChairPageProps = {
  readonly store: PageStore<'chair'>;
  readonly orders: ChairOrders;
  readonly askAgain: () => void;
  readonly pins: PinDesk;
};

/** The chair's page on its store: admission first, then what there is to release or to decide. */
export function ChairPage({ store, orders, askAgain, pins }: ChairPageProps) {
  const { t } = useTranslation('chair');
  const link = usePage(store, (state) => state.link);
  const admission = usePage(store, (state) => state.admission);
  const refusal = usePage(store, (state) => state.lastRefusal);
  const view = wholeView(usePage(store, (state) => state.view));
  // Once let in, the page keeps what it showed while the host is away or asks for the key again.
  const isIn = admission === null || admission.kind === 'admitted' || admission.state === 'prove';
  const shown = isIn ? view : null;
  const isSameMachine = usePage(pins.store, (state) => state.isSameMachine) === true;
  const isNeeded = shown !== null && shown.result !== null && shown.result.matter !== null;
  const title = t('title');
  const isOnline = link.kind === 'online';
  useEffect(() => {
    document.title = isNeeded ? `● ${title}` : title;
  }, [title, isNeeded]);
  return (
    <div className={styles.page}>
      <DeviceHeader title={title} event={shown?.event ?? null} link={link} isSameMachine={isSameMachine} />
      <PinStep pins={pins} />
      {shown ? (
        <ChairScreen view={shown} orders={orders} isOnline={isOnline} />
      ) : (
        <AdmissionNotice
          admission={admission}
          refusal={refusal}
          isOnline={isOnline}
          opening={t('opening')}
          askAgain={askAgain}
        />
      )}
    </div>
  );
}
