import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

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

export const usage = `leitai host [--event FILE] [--port N] [--address A]
  --event FILE       the event to run; made if it doesn't exist
  --demo [KIND]      a new event is the demo: real (default) or fictional
  --definition FILE  a new event is made from this definition
  --port N           port of the pages (a new event takes the next free one)
  --address A        name or address that devices are told; choose the network card
  --bind B           address to listen on (all by default; a loopback --address listens there)
  --name HOST        a further name under which devices reach this host; may be repeated
  --data DIR         folder for this machine's key and the ends of its logs
  --read-only        show and export the event, change nothing`;

/** Reads the command line. The error says which option is wrong and what it takes. */
export function parseStartOptions(args: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({
      args: withDemoKind(args),
      options: {
        event: { type: 'string' },
        demo: { type: 'string' },
        definition: { type: 'string' },
        port: { type: 'string' },
        address: { type: 'string' },
        bind: { type: 'string' },
        name: { type: 'string', multiple: true },
        data: { type: 'string' },
        'read-only': { type: 'boolean' },
      },
    });
    const port = values.port === undefined ? null : Number(values.port);
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
      return err(`--port takes a number from 0 to 65535, not ${values.port}`);
    const { demo = null } = values;
    if (demo !== null && demo !== 'real' && demo !== 'fictional')
      return err(`--demo is real or fictional, not ${demo}`);
    return ok({
      event: values.event ?? null,
      demo,
      definition: values.definition ?? null,
      port,
      address: values.address ?? null,
      bind: values.bind ?? null,
      names: (values.name ?? []).map((name) => name.toLowerCase()),
      data: values.data ?? null,
      isReadOnly: values['read-only'] ?? false,
    });
  } catch (fault) {
    return err(fault instanceof Error ? fault.message : String(fault));
  }
}

/** `--demo` may stand alone. */
function withDemoKind(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    return arg === '--demo' && (next === undefined || next.startsWith('--')) ? ['--demo', 'real'] : [arg];
  });
}
