import { createRoot } from 'react-dom/client';
import { openPrompterPage } from '../connection/prompter-page.ts';
import { reportFault } from '../connection/report-fault.ts';
import { prompterWords } from '../i18n/prompter.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PrompterScreen } from './prompter-screen.tsx';
import './prompter-ground.css';

startI18n('prompter', prompterWords);
const container = document.getElementById('page');
if (!container) throw new Error('prompter/index.html has no #page');
const root = createRoot(container);
openPrompterPage()
  .then(({ store, acknowledge }) => root.render(<PrompterScreen store={store} acknowledge={acknowledge} />))
  .catch(reportFault);
