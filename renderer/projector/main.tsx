import { createRoot } from 'react-dom/client';
import { openPage } from '../connection/page-store.ts';
import './page-ground.css';
import { ProjectorPage } from './projector-page.tsx';

const container = document.getElementById('page');
if (!container) throw new Error('projector/index.html has no #page');
createRoot(container).render(<ProjectorPage store={openPage('projector')} />);
