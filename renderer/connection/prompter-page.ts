import { admissionByNumber } from './admission-by-number.ts';
import type { DeviceStorage } from './device-storage.ts';
import type { Session } from './host-link.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';

export type PrompterPage = {
  readonly store: PageStore<'prompter'>;
  /** Tells the host that the message was read; said again after a cut until the view shows it. */
  readonly acknowledge: (message: number) => void;
  /** Asks to be let in once more, after the operator said no. */
  readonly askAgain: () => void;
  readonly close: () => void;
};

/** Opens the prompter's page: it asks to be let in, shows its number, and later proves the key of its admission. */
export async function openPrompterPage(
  options: OpenOptions & { readonly storage?: DeviceStorage } = {},
): Promise<PrompterPage> {
  const storage = options.storage ?? (await openDeviceStorage());
  let acknowledged: number | null = null;
  let admitted: Session | null = null;

  // A message is acknowledged once, so its own number serves as the command's.
  const acknowledgeOn = (session: Session, message: number) =>
    session.send({ kind: 'acknowledge-prompt', n: message, message });

  const { behaviour, askAgain } = admissionByNumber({
    storage,
    latest: await storage.readLatest(),
    admitted: (_, { session }) => {
      admitted = session;
      if (acknowledged !== null) acknowledgeOn(session, acknowledged);
    },
  });
  const { store, connection } = openPageConnection('prompter', { ...options, behaviour });

  return {
    store,
    acknowledge(message) {
      acknowledged = message;
      if (admitted) acknowledgeOn(admitted, message);
    },
    askAgain,
    close: connection.close,
  };
}
