import type { CommandRef } from '../../../shared/domain/log/entry.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { ChairCommand } from '../../../shared/protocol/chair-command.ts';
import { overrideText, releaseText } from '../../../shared/protocol/chair-signature.ts';
import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import type { AuthorityPort } from '../authority.ts';
import { verifySignature } from '../log/ed25519.ts';
import { commandOutcome } from './command-outcome.ts';

function refused(code: string, path: string): CommandOutcome {
  return { kind: 'refused', refusal: { code, path, params: {} } };
}

/** The text that has to stand under the signature; whether it is about the count that stands is for CHAIR-3 to say. */
function textToSign(command: ChairCommand, event: string, screen: string): string {
  const { count, figures } = command;
  const common = { event, count, figures, screen };
  switch (command.kind) {
    case 'ReleaseByChair': {
      const { reveal, isFewerThanThreeAccepted } = command;
      return releaseText({ ...common, reveal, isFewerThanThreeAccepted });
    }
    case 'OverrideByChair':
      return overrideText({ ...common, objection: command.objection, reason: command.reason });
    default:
      return unreachable(command);
  }
}

/** Takes the orders of the chair's admitted device: what it signs is checked against its own key first. */
export class ChairDesk {
  readonly #authority: AuthorityPort;

  constructor(authority: AuthorityPort) {
    this.#authority = authority;
  }

  async take(command: ChairCommand, screen: string, ref: CommandRef): Promise<CommandOutcome> {
    const { definition, screens } = this.#authority.state;
    if (command.signed !== textToSign(command, definition.id, screen))
      return refused('not-canonical', 'signed');
    const key = screens.find(({ id }) => id === screen)?.publicKey;
    if (key === undefined || !verifySignature(key, command.signed, command.signature))
      return refused('bad-signature', 'signature');
    return commandOutcome(await this.#authority.submit({ command, by: { role: 'chair', screen }, ref }));
  }
}
