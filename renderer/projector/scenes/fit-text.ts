/** A way to set a text: its size in stage units and on how many lines at most. */
export type Setting = { readonly size: number; readonly lines: number };

export type FittedText = { readonly size: number; readonly lines: readonly string[] };

/** The smallest type allowed on the wall, in stage units: 1/30 of its height. */
export const smallestSize = 0.36;

/** Advance widths of the bundled families in 1/100 em: the widest of sans and serif, up to weight 900. */
const widths: readonly (readonly [number, string])[] = [
  [25, ' '],
  [34, "',.:;j|"],
  [38, '!-[]il{}'],
  [43, '()/I\\ft'],
  [53, '*?rsz'],
  [60, '"Jacevy'],
  [62, '0123456789'],
  [65, '#$+<=>LSZ^_`gox~–'],
  [69, 'EFPbdhknpqu'],
  [74, 'BCTVXY'],
  [79, 'ADGKOQR'],
  [84, '&NU'],
  [90, 'Hw'],
  [105, '@Mm'],
  [115, 'W'],
];

const widthOf = new Map(
  widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 100])),
);

/** What Latin letters of the medium sans need of these widths, on the safe side; its Chinese characters need all. */
export const mediumSans = 0.92;

/** Width of a text in em, on the safe side. Chinese characters and whatever isn't listed are 1 em wide. */
export function emWidth(text: string, latin = 1): number {
  return [...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? 1 / latin) * latin, 0);
}

/** Where a text may be broken: before 产业 or an “and”, else between words. */
function pieces(text: string): readonly string[] {
  return /\s/.test(text.trim())
    ? (text.trim().match(/\S+\s*/g) ?? [text])
    : text.split(/(?=产业|產業|[与與及暨])/);
}

const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => emWidth(line)));

/** The two halves of a text of one piece; a number isn't cut. */
function inHalves(text: string): readonly string[] {
  const units = text.match(/[0-9A-Za-z]+|./gu) ?? [text];
  const halves = units
    .slice(1)
    .map((_, index) => [units.slice(0, index + 1).join(''), units.slice(index + 1).join('')]);
  return halves.reduce<readonly string[]>(
    (best, next) => (widest(next) < widest(best) ? next : best),
    [text],
  );
}

/** All ways to lay pieces out on exactly `count` lines. */
function layouts(parts: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) return [[parts.join('').trim()]];
  return parts.slice(0, parts.length - count + 1).flatMap((_, index) => {
    const first = parts
      .slice(0, index + 1)
      .join('')
      .trim();
    return layouts(parts.slice(index + 1), count - 1).map((rest) => [first, ...rest]);
  });
}

/** The break into `count` lines whose longest line is shortest; a text of one piece breaks in its middle. */
function inLines(text: string, count: number): readonly string[] {
  const parts = pieces(text);
  if (parts.length === 1) return count > 1 ? inHalves(text) : [text];
  return layouts(parts, Math.min(count, parts.length)).reduce((best, next) =>
    widest(next) < widest(best) ? next : best,
  );
}

/**
 * The first setting in which a name fits `width` stage units, broken by the wall's rules. If none fits, the
 * last one made small enough: never an ellipsis.
 */
export function fitName(text: string, width: number, settings: readonly Setting[]): FittedText {
  for (const { size, lines: most } of settings) {
    for (let count = 1; count <= most; count += 1) {
      const lines = [inLines(text, count), ...(count === 2 && !/\s/.test(text) ? [inHalves(text)] : [])].find(
        (each) => widest(each) * size <= width,
      );
      if (lines) return { size, lines };
    }
  }
  const lines = inLines(text, settings[settings.length - 1]?.lines ?? 1);
  return { size: width / widest(lines), lines };
}

/** The first size at which every one of sibling texts fits; siblings share one size. */
export function sharedSize(texts: readonly string[], width: number, settings: readonly Setting[]): number {
  return Math.min(
    ...texts.map((text) => fitName(text, width, settings).size),
    settings[0]?.size ?? smallestSize,
  );
}

/** The size of a sentence that the browser wraps into a column: the first setting whose lines hold it. */
export function fitSentence(text: string, width: number, settings: readonly Setting[]): number {
  // Wrapping leaves the rest of a line unused: a long word in Latin, at most one character in Chinese.
  const slack = /[A-Za-z]{4}/.test(text) ? 0.88 : 0.97;
  const fitting = settings.find(
    ({ size, lines }) => emWidth(text) * size <= width * lines * (lines > 1 ? slack : 1),
  );
  return (fitting ?? settings[settings.length - 1])?.size ?? smallestSize;
}
