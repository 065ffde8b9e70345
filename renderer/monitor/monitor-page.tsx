import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import { type PageStore, usePage } from '../connection/page-store.ts';
import type { PinDesk } from '../connection/pin-desk.ts';
import { AdmissionNotice } from './admission-notice.tsx';
import styles from './monitor.module.css';
import { MonitorHeader } from './monitor-header.tsx';
import { MonitorScreen } from './monitor-screen.tsx';
import { isNeeded } from './needed.ts';
import { PinStep } from './pin-step.tsx';

/** The view once it is there; a part that doesn't exist yet is null, never missing. */
function wholeView(view: Partial<MonitorView>): MonitorView | null {
  return view.event && view.rounds ? (view as MonitorView) : null;
}

type MonitorPageProps = {
  readonly store: PageStore<'monitor'>;
  readonly orders: MonitorOrders;
  readonly askAgain: () => void;
  readonly pins: PinDesk;
};

/** The monitor's page on its store: admission first, then what there is to watch and to sign. */
export function MonitorPage({ store, orders, askAgain, pins }: MonitorPageProps) {
  const { t } = useTranslation('monitor');
  const link = usePage(store, (state) => state.link);
  const admission = usePage(store, (state) => state.admission);
  const refusal = usePage(store, (state) => state.lastRefusal);
  const view = wholeView(usePage(store, (state) => state.view));
  // Once let in, the page keeps what it showed while the host is away or asks for the key again.
  const isIn = admission === null || admission.kind === 'admitted' || admission.state === 'prove';
  const shown = isIn ? view : null;
  const isSameMachine = usePage(pins.store, (state) => state.isSameMachine) === true;
  const needed = shown !== null && isNeeded(shown);
  const title = t('title');
  useEffect(() => {
    document.title = needed ? `● ${title}` : title;
  }, [title, needed]);
  return (
    <div className={styles.page}>
      <MonitorHeader
        event={shown?.event ?? null}
        link={link}
        version={shown?.log?.version ?? null}
        isSameMachine={isSameMachine}
      />
      <PinStep pins={pins} />
      {shown ? (
        <MonitorScreen view={shown} orders={orders} isOnline={link.kind === 'online'} />
      ) : (
        <AdmissionNotice
          admission={admission}
          refusal={refusal}
          isOnline={link.kind === 'online'}
          opening={t('opening')}
          askAgain={askAgain}
        />
      )}
    </div>
  );
}
