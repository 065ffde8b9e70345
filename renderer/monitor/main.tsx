import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openMonitorPage } from '../connection/monitor-page.ts';
import { reportFault } from '../connection/report-fault.ts';
import { monitorWords } from '../i18n/monitor.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import '../ui/tokens.css';
import { DeviceBoundary } from './device-boundary.tsx';
import { MonitorPage } from './monitor-page.tsx';

startI18n('monitor', monitorWords);
const container = document.getElementById('page');
if (!container) throw new Error('monitor/index.html has no #page');
const root = createRoot(container);
openMonitorPage()
  .then(({ store, orders, askAgain, pins }) =>
    root.render(
      <StrictMode>
        <DeviceBoundary>
          <MonitorPage store={store} orders={orders} askAgain={askAgain} pins={pins} />
        </DeviceBoundary>
      </StrictMode>,
    ),
  )
  .catch(reportFault);
