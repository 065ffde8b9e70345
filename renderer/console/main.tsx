import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './base.css';
import { openConsolePage } from '../connection/console-page.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { ConsoleBoundary } from './console-boundary.tsx';
import { createDesk } from './desk-store.ts';

startI18n('console', consoleWords);
const token = new URLSearchParams(location.search).get('token') ?? '';
const { store, sendCommand } = openConsolePage({ token });
const desk = createDesk(sendCommand);
const root = document.getElementById('page');
if (root)
  createRoot(root).render(
    <ConsoleBoundary>
      <ConsoleApp store={store} desk={desk} token={token} />
    </ConsoleBoundary>,
  );
