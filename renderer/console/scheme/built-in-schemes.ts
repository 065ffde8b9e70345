import type { Draft } from './draft.ts';

const files = import.meta.glob<Draft>('../../../resources/schemes/built-in/*.json', {
  eager: true,
  import: 'default',
});

/** The schemes that the product brings along, to start from; by file name. */
export const builtInSchemes: readonly { readonly file: string; readonly draft: Draft }[] = Object.entries(
  files,
)
  .map(([path, draft]) => ({ file: path.replace(/^.*\//, '').replace(/\.json$/, ''), draft }))
  .sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1));

/** S1 … S4, then O1 … O12 by number. */
function rank(file: string): number {
  const [, letter = '', number = '0'] = /^([A-Z])(\d+)/.exec(file) ?? [];
  return (letter === 'S' ? 0 : 100) + Number(number);
}
