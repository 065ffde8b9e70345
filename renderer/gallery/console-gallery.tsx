import { createRoot } from 'react-dom/client';
import { languages } from '../../shared/kernel/language.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../console/base.css';
import { ConsoleScreen } from '../console/console-screen.tsx';
import { DeskProvider, stoppedBy } from '../console/desk-context.tsx';
import { createDesk } from '../console/desk-store.ts';
import { createKeyboard } from '../console/keyboard.ts';
import { nextIdentity, nextOrder } from '../console/next-order.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { consoleSamples } from './console-samples.ts';
import { countSamples } from './count-samples.ts';
import type { GalleryPage } from './gallery-page.ts';
import { numberSample } from './number-sample.ts';
import { openRoundSamples } from './open-round-samples.ts';
import { roundSamples } from './round-samples.ts';
import { sampleCards } from './sample-cards.ts';
import { sampleNow } from './wall-samples.ts';

/** No host is behind the gallery: seat cards, and the reasons of a number that is opened, are samples. */
function answerWithSamples(view: ConsoleView): void {
  const { fetch } = window;
  window.fetch = (asked, how) => {
    const { pathname, searchParams } = new URL(String(asked), location.href);
    if (pathname === '/console/cards')
      return Promise.resolve(new Response(JSON.stringify(sampleCards(view))));
    if (pathname !== '/console/sheets/tree.json') return fetch(asked, how);
    const language = languages.find((each) => each === searchParams.get('lang')) ?? 'zh-Hans';
    const frame = { name: '', title: '', subtitle: '', marks: [], signatures: [], footers: [] };
    const sheet = { ...frame, blocks: numberSample[language] };
    return Promise.resolve(
      new Response(JSON.stringify({ format: 'leitai-sheet', version: 1, fileName: '', sheet })),
    );
  };
}

const samples = { ...consoleSamples, ...countSamples, ...roundSamples, ...openRoundSamples };

export const page: GalleryPage = {
  states: Object.keys(samples),
  show(container, state) {
    startI18n('console', consoleWords);
    const sample = samples[state]?.();
    if (!sample) return;
    const { view, link, drawer, drawerTarget, isPeeking, isArmed } = sample;
    answerWithSamples(view);
    const desk = createDesk(() => Promise.resolve({ kind: 'accepted', entry: null }));
    const keyboard = createKeyboard();
    window.addEventListener(
      'keydown',
      (event) => keyboard.press(event, desk.getState().drawer !== null) && event.preventDefault(),
    );
    if (drawer) desk.getState().openDrawer(drawer, drawerTarget);
    if (isPeeking) desk.getState().setPeek(view.health.displays.kind, true);
    const command = nextOrder(view.next, view, 'step');
    if (isArmed && command) desk.getState().arm('go', nextIdentity(view.next, view), command);
    createRoot(container).render(
      <DeskProvider
        desk={desk}
        keyboard={keyboard}
        stoppedBy={stoppedBy(view, link)}
        hostNow={() => sampleNow}
        token="gallery"
      >
        <ConsoleScreen view={view} link={link} />
      </DeskProvider>,
    );
  },
};
