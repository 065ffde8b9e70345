import { createRoot } from 'react-dom/client';
import { languages } from '../../shared/kernel/language.ts';
import type { GalleryPage } from './gallery-page.ts';

// Loaded one by one, since each brings its own styles.
const pages: { readonly [name: string]: () => Promise<{ readonly page: GalleryPage }> } = {
  chair: () => import('./chair-gallery.tsx'),
  console: () => import('./console-gallery.tsx'),
  monitor: () => import('./monitor-gallery.tsx'),
  panel: () => import('./panel-gallery.tsx'),
  projector: () => import('./wall-gallery.tsx'),
  prompter: () => import('./prompter-gallery.tsx'),
};

/** `?page=projector&state=final&lang=en&theme=dark` is one picture; without a state, the links to all. */
async function showGallery(container: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const state = query.get('state');
  const asked = query.get('page') ?? 'panel';
  if (state !== null) {
    const { page } = (await pages[asked]?.()) ?? {};
    page?.show(container, state);
    return;
  }
  const contents = await Promise.all(
    Object.entries(pages).map(async ([name, load]) => ({ name, states: (await load()).page.states })),
  );
  createRoot(container).render(
    contents.map(({ name, states }) => (
      <section key={name}>
        <h1>{name}</h1>
        <ul>
          {states.map((each) => (
            <li key={each}>
              {`${each}: `}
              {languages.map((language) => (
                <a key={language} href={`?page=${name}&state=${each}&lang=${language}`}>{` ${language}`}</a>
              ))}
            </li>
          ))}
        </ul>
      </section>
    )),
  );
}

const container = document.getElementById('page');
if (!container) throw new Error('the page has no place to draw in');
void showGallery(container);
