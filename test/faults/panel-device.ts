import type { BallotOutcome, HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { ballotMessage, pairMessage, proveMessage } from '../builders/device-messages.ts';
import type { Card } from '../builders/lan-pages.ts';
import { type Address, LanPage } from './lan-page.ts';

export type SentBallot = {
  readonly n: number;
  readonly signed: string;
  readonly signature: string;
  readonly values: { readonly [criterion: string]: string };
};

/** `same-number` is what real pages do; the others are sabotaged. */
export type Repeats = 'same-number' | 'never' | 'new-number';

/** A panelist's device: pairs with its card, signs ballots, and keeps each until the host has answered it. */
export class PanelDevice {
  readonly page: LanPage;
  readonly seat: string;
  readonly key = aDeviceKey();
  /** Signed and not yet answered, in order. */
  readonly outbox = new Map<number, SentBallot>();
  /** Every ballot ever made, and what the host answered, by number. */
  readonly made = new Map<number, SentBallot>();
  readonly answers = new Map<number, BallotOutcome>();
  readonly #card: Pick<Card, 'seat' | 'secret'>;
  readonly #repeats: Repeats;
  readonly #answered: (ballot: SentBallot, outcome: BallotOutcome) => void;
  #isPaired = false;
  #n = 0;

  constructor(
    address: Address,
    card: Pick<Card, 'seat' | 'secret'>,
    repeats: Repeats = 'same-number',
    answered: (ballot: SentBallot, outcome: BallotOutcome) => void = () => undefined,
  ) {
    this.seat = card.seat;
    this.#card = card;
    this.#repeats = repeats;
    this.#answered = answered;
    this.page = new LanPage(
      address,
      () => ({ role: 'panel', publicKey: this.key.publicKey }),
      (message) => this.#heard(message),
    );
  }

  /** The round that takes ballots, as this page is shown it; null while none does. */
  get openForm(): NonNullable<ViewOf['panel']['ballot']> | null {
    const form = this.page.section('ballot') as ViewOf['panel']['ballot'] | undefined;
    return form?.state === 'open' ? form : null;
  }

  get mine(): ViewOf['panel']['mine'] {
    return (this.page.section('mine') as ViewOf['panel']['mine'] | undefined) ?? null;
  }

  /** Signs and sends a ballot for the open round; false if none is open. */
  submit(values: { readonly [criterion: string]: string }): boolean {
    const form = this.openForm;
    const seat = this.page.section('seat') as ViewOf['panel']['seat'] | undefined;
    const event = this.page.section('event') as ViewOf['panel']['event'] | undefined;
    if (!form || !seat || !event) return false;
    this.#n += 1;
    const n = this.#n;
    const page = { event: event.id, ballot: form, seat };
    const { signed, signature } = ballotMessage(this.key, page, n, values);
    const ballot = { n, signed, signature, values };
    this.made.set(n, ballot);
    this.outbox.set(n, ballot);
    this.#transmit(ballot);
    return true;
  }

  #transmit({ n, signed, signature }: SentBallot): void {
    if (this.page.isOnline) this.page.send({ kind: 'ballot', n, signed, signature });
  }

  #heard(message: HostMessage): void {
    switch (message.kind) {
      case 'admission':
        return this.#introduce(message.state);
      case 'admitted':
        this.#isPaired = true;
        return this.#repeatUnanswered();
      case 'ballot-outcome': {
        const ballot = this.outbox.get(message.n);
        this.outbox.delete(message.n);
        if (!ballot) return;
        this.answers.set(message.n, message.outcome);
        return this.#answered(ballot, message.outcome);
      }
      default:
        return;
    }
  }

  #introduce(state: Extract<HostMessage, { kind: 'admission' }>['state']): void {
    const { welcome } = this.page;
    if (!welcome) return;
    if (state === 'prove') return this.page.send(proveMessage(this.key, welcome));
    if (state !== 'pair') return;
    if (this.#isPaired) this.page.faults.push('the host has forgotten this device');
    this.page.send(
      pairMessage({ kind: 'card', seat: this.seat, secret: this.#card.secret }, this.key, welcome),
    );
  }

  #repeatUnanswered(): void {
    const waiting = [...this.outbox.values()];
    if (this.#repeats !== 'same-number') this.outbox.clear();
    for (const ballot of waiting) {
      if (this.#repeats === 'same-number') this.#transmit(ballot);
      else if (this.#repeats === 'new-number') this.submit(ballot.values);
    }
  }
}
