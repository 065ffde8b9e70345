import { proofText } from '../../shared/protocol/device-proof.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import { admissionByNumber } from './admission-by-number.ts';
import type { PageBehaviour } from './connect-page.ts';
import type { DeviceKey } from './device-key.ts';
import type { DeviceStorage } from './device-storage.ts';
import type { Session } from './host-link.ts';
import type { Admission } from './page-state.ts';
import type { PinDesk } from './pin-desk.ts';
import type { PinMemory } from './pin-memory.ts';
import { reportFault } from './report-fault.ts';

/** Under which event and id the host has admitted the device. */
type Signer = { readonly event: string; readonly screen: string };

/** What comes of an order whose PIN was not given. */
const noPin: CommandOutcome = { kind: 'refused', refusal: { code: 'no-pin', path: '', params: {} } };

type Options = {
  readonly storage: DeviceStorage;
  readonly pins: { readonly memory: PinMemory; readonly desk: PinDesk };
  readonly admitted: (session: Session) => void;
};

type Greeting = { readonly challenge: string; readonly eventId: string; readonly session: Session };

type SigningDevice = {
  readonly behaviour: PageBehaviour;
  /** Asks to be let in once more, after the operator said no. */
  readonly askAgain: () => void;
  /** The key to sign with now: the device's own, or on the host's machine the one of the PIN; null if none was given. */
  readonly signer: () => Promise<(Signer & Pick<DeviceKey, 'sign'>) | null>;
};

/** Sends what the person at the device means, with a signature over `textBy`. */
export async function sendSigned(
  { signer }: Pick<SigningDevice, 'signer'>,
  textBy: (by: Signer) => string,
  send: (signature: { readonly signed: string; readonly signature: string }) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const by = await signer();
  if (!by) return noPin;
  const signed = textBy({ event: by.event, screen: by.screen });
  return send({ signed, signature: by.sign(signed) });
}

/**
 * A monitor's or the chair's device. A machine of its own keeps a key; on the host's own machine, as the host says in
 * its welcome, the key comes of the person's PIN each time that it is needed, and isn't kept between.
 */
export async function signingDevice({ storage, pins, admitted }: Options): Promise<SigningDevice> {
  const { memory, desk } = pins;
  let event = memory.latest();
  let isSameMachine = event !== null;
  let greeting: Greeting | null = null;
  let signer: (Signer & { readonly key: DeviceKey | null }) | null = null;
  const own = admissionByNumber({
    storage,
    latest: await storage.readLatest(),
    admitted: ({ screen }, { session, eventId, key }) => {
      signer = { event: eventId, screen: screen ?? '', key };
      admitted(session);
    },
  });

  const introduce = () => {
    if (!isSameMachine) return own.behaviour.introduce?.() ?? {};
    const record = event === null ? null : memory.read(event);
    return record ? { publicKey: record.publicKey } : {};
  };

  /** Answers the host's challenge with the key of the PIN; says nothing if the line is another one by then. */
  const answerByPin = async (kind: 'prove' | 'ask-admission') => {
    if (!greeting) return;
    const { challenge, eventId, session } = greeting;
    const key = await desk.ask(eventId, { purpose: 'come-in', mayChooseAnew: kind === 'ask-admission' });
    if (!key) return;
    const { publicKey } = key;
    const signature = key.sign(proofText(challenge, eventId, publicKey));
    session.send(kind === 'prove' ? { kind, signature } : { kind, publicKey, signature });
  };

  const admission = (message: Admission, session: Session) => {
    if (message.kind === 'admitted') {
      signer = { event: event ?? '', screen: message.screen ?? '', key: null };
      admitted(session);
    } else if (message.state === 'prove') answerByPin('prove').catch(reportFault);
    else if (message.state === 'pair') answerByPin('ask-admission').catch(reportFault);
    // Dismissed or refused: nothing is signed any more.
    else if (message.state === 'refused') desk.giveUp();
  };

  return {
    behaviour: {
      introduce,
      welcomed(welcome, session) {
        const said = introduce().publicKey;
        isSameMachine = welcome.isSameMachine === true;
        desk.giveUp();
        desk.placed(isSameMachine);
        if (!isSameMachine) {
          // The host was told a PIN's key, which this device isn't asked for here.
          if (said !== introduce().publicKey) session.close();
          else own.behaviour.welcomed?.(welcome, session);
          return;
        }
        event = welcome.eventId;
        greeting = { challenge: welcome.challenge, eventId: welcome.eventId, session };
        if (said !== introduce().publicKey) session.close();
      },
      admission(message, session) {
        if (isSameMachine) admission(message, session);
        else own.behaviour.admission?.(message, session);
      },
    },
    askAgain() {
      if (isSameMachine) answerByPin('ask-admission').catch(reportFault);
      else own.askAgain();
    },
    async signer() {
      // What there is to sign is shown to an admitted device only.
      if (!signer) throw new Error('this device has not been admitted');
      const { event: of, screen } = signer;
      const key = signer.key ?? (await desk.ask(of, { purpose: 'sign', mayChooseAnew: false }));
      return key && { event: of, screen, sign: key.sign };
    },
  };
}
