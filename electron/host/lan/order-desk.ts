import type { Command } from '../../../shared/domain/command.ts';
import type { CommandRef } from '../../../shared/domain/log/entry.ts';
import { readScoringScheme } from '../../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import { hashOfScheme } from '../../../shared/domain/scoring/scheme-hash.ts';
import { seatOf } from '../../../shared/domain/state.ts';
import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../../shared/protocol/operator-command.ts';
import type { AuthorityPort } from '../authority.ts';
import { DiskFault } from '../log/disk-fault.ts';
import type { NextVersion } from '../next-version.ts';
import { commandOutcome } from './command-outcome.ts';
import type { PairingDesk } from './pairing-desk.ts';
import type { Roster } from './roster.ts';
import type { SeatCards } from './seat-cards.ts';

type Parts = {
  readonly authority: AuthorityPort;
  readonly roster: Roster;
  readonly pairing: PairingDesk;
  readonly cards: SeatCards;
  readonly versions: Pick<NextVersion, 'make' | 'open'>;
  /** False if the machine has no such address. */
  readonly chooseAddress: (address: string) => boolean;
  readonly cardsPrinted: () => void;
  readonly consoleChanged: () => void;
};

const accepted: CommandOutcome = { kind: 'accepted', entry: null };

function refused(code: string, path = ''): CommandOutcome {
  return { kind: 'refused', refusal: { code, path, params: {} } };
}

/** Carries out the operator's commands: most are orders to the authority, a few concern the host itself. */
export class OrderDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A disk that refuses what isn't in the log (a card, a setting) is an answer like any other. */
  async take(command: OperatorCommand, ref: CommandRef): Promise<CommandOutcome> {
    try {
      return await this.#carryOut(command, ref);
    } catch (fault) {
      if (fault instanceof DiskFault) return refused('disk-failed');
      throw fault;
    }
  }

  async #carryOut(command: OperatorCommand, ref: CommandRef): Promise<CommandOutcome> {
    switch (command.kind) {
      case 'AdmitScreen':
        return this.#admitScreen(command.request, ref);
      case 'ChangeScheme':
        return this.#changeScheme(command, ref);
      case 'AdmitSeatDevice':
        return this.#admitSeatDevice(command.request);
      case 'RefuseAdmission':
        return this.#refuseAdmission(command.request);
      case 'ReplaceSeatCard':
        return this.#replaceCard(command.seat);
      case 'ChooseAddress':
        return this.#parts.chooseAddress(command.address) ? accepted : refused('unknown-address', 'address');
      case 'MakeVersion':
        return this.#parts.versions.make(command);
      case 'OpenVersion':
        return this.#parts.versions.open();
      case 'RetryDisk':
        return (await this.#parts.authority.retryDisk()) ? accepted : refused('disk-failed');
      case 'MarkCardsPrinted': {
        const outcome = await this.#order(command, ref);
        if (outcome.kind === 'accepted') this.#parts.cardsPrinted();
        return outcome;
      }
      default:
        return this.#order(command, ref);
    }
  }

  /** The prompter's 知道了 for a message. Log positions are for the console: by them a stage screen could count ballots. */
  async acknowledge(message: number, screen: string): Promise<CommandOutcome> {
    const outcome = await this.#parts.authority.submit({
      command: { kind: 'AcknowledgePrompt', message },
      by: { role: 'prompter', screen },
      ref: null,
    });
    return outcome.kind === 'accepted' ? accepted : commandOutcome(outcome);
  }

  async #order(command: Command, ref: CommandRef): Promise<CommandOutcome> {
    return commandOutcome(await this.#parts.authority.submit({ command, by: { role: 'operator' }, ref }));
  }

  async #changeScheme(
    { scheme, orderedBy, reason }: Extract<OperatorCommand, { kind: 'ChangeScheme' }>,
    ref: CommandRef,
  ): Promise<CommandOutcome> {
    const read = readScoringScheme(scheme);
    if (!read.ok) return refused('scheme-invalid', ['scheme', read.error[0]?.path].join('.'));
    const schemeHash = hashOfScheme(read.value);
    return this.#order({ kind: 'ChangeScheme', scheme: read.value, schemeHash, orderedBy, reason }, ref);
  }

  async #admitScreen(request: string, ref: CommandRef): Promise<CommandOutcome> {
    const pending = this.#parts.roster.take(request);
    if (pending?.request.kind !== 'screen') return refused('unknown-request', 'request');
    const { number, address, role, isSameMachine = false } = pending.request;
    const { publicKey, admitted } = pending.applicant;
    const screen = `${role}-${number}-${publicKey.slice(0, 8)}`;
    const outcome = await this.#order(
      { kind: 'AdmitScreen', screen, role, publicKey, name: address, isSameMachine },
      ref,
    );
    if (outcome.kind === 'accepted') admitted();
    else pending.applicant.refused();
    return outcome;
  }

  async #admitSeatDevice(request: string): Promise<CommandOutcome> {
    const pending = this.#parts.roster.take(request);
    if (pending?.request.kind !== 'seat') return refused('unknown-request', 'request');
    const { publicKey, admitted } = pending.applicant;
    const answer = await this.#parts.pairing.give(pending.request.seat, publicKey);
    if (answer.kind === 'refused') return { kind: 'refused', refusal: answer.refusal };
    admitted();
    return accepted;
  }

  #refuseAdmission(request: string): CommandOutcome {
    const pending = this.#parts.roster.take(request);
    if (!pending) return refused('unknown-request', 'request');
    pending.applicant.refused();
    return accepted;
  }

  #replaceCard(seat: string): CommandOutcome {
    if (!seatOf(this.#parts.authority.state, seat)) return refused('unknown-seat', 'seat');
    this.#parts.cards.replace(seat);
    this.#parts.consoleChanged();
    return accepted;
  }
}
