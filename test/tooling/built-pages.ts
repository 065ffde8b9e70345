import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../dist/renderer');

export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

/** The built files whose name ends so. Throws if there are none, lest a check of nothing pass. */
export const builtFiles = (ending: string): readonly BuiltFile[] => {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const chosen = names.filter((name) => name.endsWith(ending));
  if (chosen.length === 0) throw new Error(`dist/renderer holds no ${ending} file: run npm run build first`);
  return chosen.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
};

/** What a page asks for before it can show anything: its HTML and what that names, stylesheets and preloads too. */
export const firstLoad = (page: string): readonly string[] => {
  const html = join(folder, page, 'index.html');
  if (!existsSync(html))
    throw new Error(`dist/renderer/${page}/index.html isn't there: run npm run build first`);
  const named = [...readFileSync(html, 'utf8').matchAll(/\b(?:src|href)="\/([^"]+)"/g)];
  return [html, ...named.map(([, path]) => join(folder, String(path)))];
};
