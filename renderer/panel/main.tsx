import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openDeviceStorage } from '../connection/indexed-db-storage.ts';
import { claimOfFragment } from '../connection/seat-claim.ts';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import '../ui/tokens.css';
import { FaultBoundary } from './fault-boundary.tsx';
import { PanelPage } from './panel-page.tsx';
import { openPanelStore } from './panel-store.ts';

/** The card's secret stays out of the browser's history and of anybody's eyes once it has been used. */
const forgetCard = () => history.replaceState(null, '', location.pathname + location.search);

async function start(): Promise<void> {
  startI18n('panel', panelWords);
  const page = document.getElementById('page');
  if (!page) throw new Error('the page has no place to draw in');
  const storage = await openDeviceStorage();
  const { store } = await openPanelStore({
    storage,
    claim: claimOfFragment(location.hash),
    paired: forgetCard,
  });
  // Scanning another card on an open page changes only the fragment.
  window.addEventListener('hashchange', () => {
    const claim = claimOfFragment(location.hash);
    if (claim) store.getState().claimSeat(claim);
  });
  createRoot(page).render(
    <StrictMode>
      <FaultBoundary>
        <PanelPage store={store} />
      </FaultBoundary>
    </StrictMode>,
  );
}

void start();
