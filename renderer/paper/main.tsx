import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import './paper-ground.css';
import { paperWords } from '../i18n/paper.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PaperPage } from './paper-page.tsx';
import { createPaperStore } from './paper-store.ts';

startI18n('paper', paperWords);
const container = document.getElementById('page');
if (!container) throw new Error('paper/index.html has no #page');
const token = new URLSearchParams(location.search).get('token') ?? '';
const store = createPaperStore(token, location.search);
createRoot(container).render(<PaperPage store={store} token={token} />);
