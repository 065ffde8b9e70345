import { proofText } from '../../shared/protocol/device-proof.ts';
import type { PageBehaviour } from './connect-page.ts';
import { deviceBehaviour, type Introduction } from './device-behaviour.ts';
import type { DeviceStorage } from './device-storage.ts';
import type { Admission } from './page-state.ts';
import { reportFault } from './report-fault.ts';

type Options = {
  readonly storage: DeviceStorage;
  readonly latest: { readonly event: string; readonly secret: string } | null;
  readonly admitted: (message: Extract<Admission, { kind: 'admitted' }>, introduction: Introduction) => void;
};

/** A screen without a card: it asks to be let in by a number, and later proves the key of its admission. */
export function admissionByNumber({ storage, latest, admitted }: Options): {
  readonly behaviour: PageBehaviour;
  /** Asks once more, after the operator said no. */
  readonly askAgain: () => void;
} {
  let unknown: Introduction | null = null;

  const ask = ({ session, challenge, eventId, key }: Introduction) => {
    const signature = key.sign(proofText(challenge, eventId, key.publicKey));
    session.send({ kind: 'ask-admission', publicKey: key.publicKey, signature });
  };

  return {
    behaviour: deviceBehaviour({
      storage,
      latest,
      unknown: (introduction) => {
        unknown = introduction;
        ask(introduction);
      },
      admitted,
      failed: reportFault,
    }),
    askAgain() {
      if (unknown) ask(unknown);
    },
  };
}
