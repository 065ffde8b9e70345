import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What is wrong with a command line, and where. */
export type OptionProblem =
  | { readonly kind: 'unknown' | 'needs-value' | 'takes-no-value'; readonly option: string }
  | { readonly kind: 'not-an-option'; readonly given: string }
  | { readonly kind: 'bad-value'; readonly option: ValuedOption; readonly given: string };

/** Options whose value is looked at before anything is started. */
export type ValuedOption = '--port' | '--demo' | '--address' | '--lang' | '--head';

/** The first thing that Node's own strict reading would refuse, in our terms: its message is English alone. */
export function findOptionProblem(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  takesFiles = false,
): OptionProblem | null {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional' && !takesFiles) return { kind: 'not-an-option', given: token.value };
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (known === undefined) return { kind: 'unknown', option: token.rawName };
    if (known.type === 'boolean') {
      if (token.value !== undefined) return { kind: 'takes-no-value', option: token.rawName };
    } else if (!token.value || (!token.inlineValue && /^-./.test(token.value))) {
      return { kind: 'needs-value', option: token.rawName };
    }
  }
  return null;
}
