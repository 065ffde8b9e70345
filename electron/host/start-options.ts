import { isIPv4 } from 'node:net';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { askedLanguage } from '../operator-language.ts';
import { findOptionProblem, type OptionProblem, type ValuedOption } from './read-options.ts';

/** What the host was asked to run. Null where nothing was said. */
export type StartOptions = {
  readonly event: string | null;
  /** The demo event to make where the file doesn't exist yet. */
  readonly demo: 'real' | 'fictional' | null;
  /** A file with the definition of a new event. */
  readonly definition: string | null;
  readonly port: number | null;
  /** The name or address that devices are told. */
  readonly address: string | null;
  /** The address to listen on. */
  readonly bind: string | null;
  /** Further names under which the host may be reached. */
  readonly names: readonly string[];
  readonly data: string | null;
  readonly isReadOnly: boolean;
};

const known = {
  event: { type: 'string' },
  demo: { type: 'string' },
  definition: { type: 'string' },
  port: { type: 'string' },
  address: { type: 'string' },
  bind: { type: 'string' },
  name: { type: 'string', multiple: true },
  data: { type: 'string' },
  'read-only': { type: 'boolean' },
  lang: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const isHostName = (text: string): boolean =>
  /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);

/** Reads the command line. The error says which option is wrong. */
export function parseStartOptions(given: readonly string[]): Result<StartOptions, OptionProblem> {
  const args = withDemoKind(given);
  const problem = findOptionProblem(args, known);
  if (problem !== null) return err(problem);
  const { values } = parseArgs({ args, options: known });
  const { demo = null, address = null, lang } = values;
  const bad = (option: ValuedOption, value: string) =>
    err({ kind: 'bad-value', option, given: value } as const);
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return bad('--port', values.port ?? '');
  if (demo !== null && demo !== 'real' && demo !== 'fictional') return bad('--demo', demo);
  if (address !== null && !isIPv4(address) && !isHostName(address)) return bad('--address', address);
  if (lang !== undefined && askedLanguage(args) === null) return bad('--lang', lang);
  return ok({
    event: values.event ?? null,
    demo,
    definition: values.definition ?? null,
    port,
    address,
    bind: values.bind ?? null,
    names: (values.name ?? []).map((name) => name.toLowerCase()),
    data: values.data ?? null,
    isReadOnly: values['read-only'] ?? false,
  });
}

/** `--demo` may stand alone. */
function withDemoKind(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    return arg === '--demo' && (next === undefined || next.startsWith('--')) ? ['--demo', 'real'] : [arg];
  });
}
