import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openChairPage } from '../connection/chair-page.ts';
import { reportFault } from '../connection/report-fault.ts';
import { chairWords } from '../i18n/chair.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { DeviceBoundary } from '../monitor/device-boundary.tsx';
import '../ui/tokens.css';
import { ChairPage } from './chair-page.tsx';

startI18n('chair', chairWords);
const container = document.getElementById('page');
if (!container) throw new Error('chair/index.html has no #page');
const root = createRoot(container);
openChairPage()
  .then(({ store, orders, askAgain, pins }) =>
    root.render(
      <StrictMode>
        <DeviceBoundary>
          <ChairPage store={store} orders={orders} askAgain={askAgain} pins={pins} />
        </DeviceBoundary>
      </StrictMode>,
    ),
  )
  .catch(reportFault);
