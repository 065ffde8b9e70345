import { parse, type Token, tokTypes } from 'acorn';

/**
 * What Chromium 87 and Safari 14.0 can't read or haven't got.
 * ES2021 is the newest edition whose syntax both parse; class fields, static blocks and
 * top-level await come after it, regular expressions with lookbehind in Safari 16.4.
 */
const edition = 2021;

const newerMethods = new Set([
  'at',
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'hasOwn',
  'groupBy',
  'fromAsync',
  'withResolvers',
  'randomUUID',
  'isWellFormed',
  'toWellFormed',
]);
const newerGlobals = new Set(['structuredClone', 'WeakRef', 'FinalizationRegistry', 'BroadcastChannel']);

const newerStyles: readonly RegExp[] = [
  /@container\b/,
  /@layer\b/,
  /:has\(/,
  /\bcolor-mix\(/,
  /\boklch\(/,
  /\baspect-ratio:/,
  /[^-]\binset:/,
];

const excerpt = (text: string, position: number): string =>
  text.slice(Math.max(0, position - 40), position + 40);

const isCalled = (tokens: readonly Token[], index: number): boolean =>
  tokens[index + 1]?.type === tokTypes.parenL;

/** Each place of a script that an old browser refuses or fails at; empty if none. */
export const tooNewInScript = (script: string): readonly string[] => {
  const tokens: Token[] = [];
  try {
    parse(script, { ecmaVersion: edition, sourceType: 'module', onToken: tokens });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number((error as SyntaxError & { pos?: number }).pos ?? 0);
    return [`${error.message}: ${excerpt(script, position)}`];
  }
  return tokens.flatMap((token, index) => {
    const where = excerpt(script, token.start);
    if (token.type === tokTypes.regexp && /\(\?<[=!]/.test(script.slice(token.start, token.end))) {
      return [`lookbehind: ${where}`];
    }
    if (token.type !== tokTypes.name || !isCalled(tokens, index)) return [];
    const name = script.slice(token.start, token.end);
    const before = tokens[index - 1]?.type;
    const isMember = before === tokTypes.dot || before === tokTypes.questionDot;
    const isTooNew = isMember ? newerMethods.has(name) : newerGlobals.has(name);
    return isTooNew ? [`${name}(): ${where}`] : [];
  });
};

/** Each rule of a style sheet that an old browser drops; empty if none. */
export const tooNewInStyle = (style: string): readonly string[] =>
  newerStyles.flatMap((pattern) => {
    const at = style.search(pattern);
    return at < 0 ? [] : [`${pattern.source}: ${excerpt(style, at)}`];
  });
