import { proofText } from '../../shared/protocol/device-proof.ts';
import type { PageBehaviour } from './connect-page.ts';
import { type DeviceKey, deviceKey, newDeviceKey } from './device-key.ts';
import type { DeviceStorage } from './device-storage.ts';
import type { Session } from './host-link.ts';
import type { Admission } from './page-state.ts';

/** An open connection on which this device can prove its key or ask to be let in. */
export type Introduction = {
  readonly session: Session;
  readonly challenge: string;
  readonly eventId: string;
  readonly key: DeviceKey;
};

type Options = {
  readonly storage: DeviceStorage;
  readonly latest: { readonly event: string; readonly secret: string } | null;
  /** The host doesn't know this device's key yet. */
  readonly unknown: (introduction: Introduction) => void;
  readonly admitted: (message: Extract<Admission, { kind: 'admitted' }>, introduction: Introduction) => void;
  readonly answered?: (message: Extract<Admission, { kind: 'admission' }>) => void;
  /** A fault of the device's storage. */
  readonly failed: (fault: unknown) => void;
};

/**
 * The admission of a device that holds a key of its own for each event. `hello` names the key of the event last
 * taken part in; if the host turns out to run another event whose key is here, the connection starts over with that.
 */
export function deviceBehaviour(options: Options): PageBehaviour {
  const { storage } = options;
  let known = options.latest && { event: options.latest.event, key: deviceKey(options.latest.secret) };
  let introduction: Promise<Introduction | null> = Promise.resolve(null);

  const keyOf = async (event: string, session: Session): Promise<DeviceKey | null> => {
    if (known?.event === event) return known.key;
    const kept = await storage.readKey(event);
    const key = deviceKey(await storage.keepKey(event, kept ?? newDeviceKey().secret));
    known = { event, key };
    if (kept === null) return key;
    session.close();
    return null;
  };

  const answer = (message: Admission, given: Introduction) => {
    if (message.kind === 'admitted') {
      options.admitted(message, given);
      return;
    }
    const { session, challenge, eventId, key } = given;
    if (message.state === 'prove') {
      session.send({ kind: 'prove', signature: key.sign(proofText(challenge, eventId, key.publicKey)) });
    }
    if (message.state === 'pair') options.unknown(given);
    options.answered?.(message);
  };

  return {
    introduce: () => (known ? { publicKey: known.key.publicKey } : {}),
    welcomed({ challenge, eventId }, session) {
      introduction = keyOf(eventId, session).then((key) => key && { session, challenge, eventId, key });
      introduction.catch(options.failed);
    },
    admission(message) {
      introduction.then((given) => given && answer(message, given)).catch(options.failed);
    },
  };
}
