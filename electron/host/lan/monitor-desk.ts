import { actHash } from '../../../shared/domain/act-hash.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { CommandRef } from '../../../shared/domain/log/entry.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import type { MonitorCommand } from '../../../shared/protocol/monitor-command.ts';
import {
  coSignText,
  declineText,
  objectText,
  secondText,
  withdrawText,
} from '../../../shared/protocol/monitor-signature.ts';
import type { AuthorityPort } from '../authority.ts';
import { verifySignature } from '../log/ed25519.ts';
import { commandOutcome } from './command-outcome.ts';

function refused(code: string, path: string): CommandOutcome {
  return { kind: 'refused', refusal: { code, path, params: {} } };
}

const noProposal = { proposal: 0 };

/** Takes the orders of an admitted monitor's device: what it signs is checked against its own key first. */
export class MonitorDesk {
  readonly #authority: AuthorityPort;

  constructor(authority: AuthorityPort) {
    this.#authority = authority;
  }

  async take(command: MonitorCommand, screen: string, ref: CommandRef): Promise<CommandOutcome> {
    const signedFault = this.#signatureFault(command, screen);
    if (signedFault) return signedFault;
    const order: Command = this.#isAhead(command) ? { ...command, ...noProposal } : command;
    const by = { role: 'monitor', screen } as const;
    return commandOutcome(await this.#authority.submit({ command: order, by, ref }));
  }

  /**
   * Whether it seconds or declines what isn't proposed, or only waits for its turn: then no signature was held against it, and it
   * may be no more than a repeat of what was let happen before.
   */
  #isAhead(command: MonitorCommand): boolean {
    if (command.kind !== 'SecondAct' && command.kind !== 'DeclineAct') return false;
    return !this.#authority.state.proposals.some(({ id }) => id === command.proposal);
  }

  /** Why a signed command's signature doesn't hold; null where it does, or nothing is signed. */
  #signatureFault(command: MonitorCommand, screen: string): CommandOutcome | null {
    const text = this.#textToSign(command, screen);
    if (text === null || !('signed' in command)) return null;
    if (command.signed !== text) return refused('not-canonical', 'signed');
    const key = this.#authority.state.screens.find(({ id }) => id === screen)?.publicKey;
    return key !== undefined && verifySignature(key, command.signed, command.signature)
      ? null
      : refused('bad-signature', 'signature');
  }

  /** The text that has to stand under the signature; null for a command that carries none or is refused anyway. */
  #textToSign(command: MonitorCommand, screen: string): string | null {
    const { definition, proposals } = this.#authority.state;
    const event = definition.id;
    switch (command.kind) {
      case 'CoSignCount':
        // Whether these are the count that stands and its figures is for RESULT-7 to say.
        return coSignText({ event, count: command.count, figures: command.figures, screen });
      case 'ObjectToCount': {
        const { count, figures, reason } = command;
        return objectText({ event, count, figures, reason, screen });
      }
      case 'WithdrawObjection': {
        const { count, objection, reason } = command;
        return withdrawText({ event, count, objection, reason, screen });
      }
      case 'SecondAct':
      case 'DeclineAct': {
        const proposal = proposals.find(({ id }) => id === command.proposal);
        if (!proposal) return null;
        const { id, reason } = proposal;
        const textOf = command.kind === 'SecondAct' ? secondText : declineText;
        return textOf({ event, proposal: id, act: actHash(proposal.act), reason, screen });
      }
      case 'LookAtResult':
        return null;
      default:
        return unreachable(command);
    }
  }
}
