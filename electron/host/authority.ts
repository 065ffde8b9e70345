import type { Actor, Command, Envelope } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { DomainEvent, RecordedEvent } from '../../shared/domain/events.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { CommandRef } from '../../shared/domain/log/entry.ts';
import type { Rejection } from '../../shared/domain/rejection.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { logPosition } from '../../shared/kernel/brand.ts';
import type { Json } from '../../shared/kernel/canonical-json.ts';
import type { HostClock } from './clock.ts';
import type { EntryWriter } from './contest-log.ts';
import { DiskFault } from './log/disk-fault.ts';
import type { EventFile } from './log/event-file.ts';

/** One order, from a person or from the host itself. `ref` names it for repeats; null where it can't be repeated. */
export type Order = { readonly command: Command; readonly by: Actor; readonly ref: CommandRef | null };

/** `accepted` means: on disk. Its events are as recorded; a command that changed nothing has none. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly recorded: readonly RecordedEvent[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  /** Our own bug: this one command was dropped and that is recorded. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'disk-failed' }
  | { readonly kind: 'read-only' };

export type DiskState =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly sinceWall: number; readonly reason: string };

/** Shows a state to the screens. `prepare` may throw: then nothing of the batch happens. */
export type Screens<Prepared> = {
  readonly prepare: (state: EventState) => Prepared;
  readonly publish: (prepared: Prepared, recorded: readonly RecordedEvent[]) => void;
};

export type AuthorityParts<Prepared> = {
  readonly state: EventState;
  readonly file: Pick<EventFile, 'appendBatch' | 'settings' | 'changeSettings'>;
  readonly writer: EntryWriter;
  readonly clock: HostClock;
  readonly screens: Screens<Prepared>;
  readonly isReadOnly: boolean;
  /** Outcomes of commands accepted before this start, by `refKey`. */
  readonly accepted: ReadonlyMap<string, readonly RecordedEvent[]>;
  readonly diskChanged: (disk: DiskState) => void;
  /** A fault of our own, for the diagnostics; never holds marks. */
  readonly report: (where: string, fault: unknown) => void;
};

type Waiting = { readonly order: Order; readonly settle: (outcome: Outcome) => void };

type Batch = {
  readonly state: EventState;
  readonly writer: EntryWriter;
  readonly outcomes: readonly Outcome[];
  readonly recorded: readonly RecordedEvent[];
};

export function refKey(ref: CommandRef): string {
  return `${ref.device} ${ref.n}`;
}

/**
 * The one place where the event changes. Orders that arrive in one tick are decided one by one on a tentative
 * state, their views are built, their entries appended in one durable transaction; only then the state is swapped,
 * the screens are shown it and the orders are answered. If the disk refuses, all of it is as if it had never been.
 */
export class Authority<Prepared> {
  readonly #parts: AuthorityParts<Prepared>;
  /** Since this start; those before it stay with the parts, for a copy of them all would delay the first page. */
  readonly #accepted = new Map<string, readonly RecordedEvent[]>();
  #state: EventState;
  #writer: EntryWriter;
  #disk: DiskState = { kind: 'ok' };
  #queue: Waiting[] = [];
  #isScheduled = false;
  #isStopped = false;
  /** A curtain drawn while the disk had failed: shown at once, recorded when the disk is well. */
  #unrecordedCurtain: Extract<Command, { kind: 'SetCurtain' }> | null = null;

  constructor(parts: AuthorityParts<Prepared>) {
    this.#parts = parts;
    this.#state = parts.state;
    this.#writer = parts.writer;
  }

  /** The state as it is on disk. */
  get state(): EventState {
    return this.#state;
  }

  get disk(): DiskState {
    return this.#disk;
  }

  get head() {
    return this.#writer.head;
  }

  /** What the screens are shown: the state on disk, under a curtain that the disk may not hold yet. */
  get shownState(): EventState {
    if (!this.#unrecordedCurtain) return this.#state;
    const at = {
      n: logPosition(this.#state.lastEntry),
      at: this.#parts.clock.now(),
      wall: this.#parts.clock.wall(),
    };
    return evolve(this.#state, {
      ...at,
      event: { kind: 'CurtainChanged', curtain: this.#unrecordedCurtain.curtain },
    });
  }

  submit(order: Order): Promise<Outcome> {
    if (this.#isStopped) return Promise.resolve({ kind: 'read-only' });
    // A log that takes no more entries still lets the wall be covered and uncovered.
    const isOnlyShown = this.#parts.isReadOnly || this.#state.phase === 'closed';
    if (isOnlyShown && order.command.kind === 'SetCurtain') return Promise.resolve(this.#show(order.command));
    if (this.#parts.isReadOnly) return Promise.resolve({ kind: 'read-only' });
    if (this.#disk.kind === 'failed') return Promise.resolve(this.#submitWithoutDisk(order));
    return new Promise((settle) => {
      this.#queue.push({ order, settle });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      setImmediate(() => this.#flush());
    });
  }

  /** Takes no further orders, so that the file can be closed. Resolves once those before are on disk and answered. */
  stop(): Promise<void> {
    this.#isStopped = true;
    // What waits was scheduled before this, and comes before this.
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Tries the disk again; true if it took a write. Then what waited for it is recorded. */
  async retryDisk(): Promise<boolean> {
    if (this.#disk.kind === 'ok') return true;
    try {
      // An empty transaction wouldn't touch the disk.
      this.#parts.file.changeSettings(this.#parts.file.settings());
    } catch (fault) {
      this.#diskFailed(fault);
      return false;
    }
    this.#setDisk({ kind: 'ok' });
    const waiting = this.#unrecordedCurtain;
    this.#unrecordedCurtain = null;
    if (!waiting) return true;
    const outcome = await this.submit({ command: waiting, by: { role: 'operator' }, ref: null });
    return outcome.kind === 'accepted';
  }

  #submitWithoutDisk({ command }: Order): Outcome {
    return command.kind === 'SetCurtain' ? this.#show(command) : { kind: 'disk-failed' };
  }

  #show(command: Extract<Command, { kind: 'SetCurtain' }>): Outcome {
    this.#unrecordedCurtain = command;
    this.#parts.screens.publish(this.#parts.screens.prepare(this.shownState), []);
    return { kind: 'accepted', recorded: [] };
  }

  #flush(): void {
    this.#isScheduled = false;
    const waiting = this.#queue;
    this.#queue = [];
    const orders = waiting.map(({ order }) => order);
    const batch = this.#run(orders);
    let prepared: Prepared;
    let whole = batch;
    try {
      prepared = this.#parts.screens.prepare(batch.state);
    } catch (fault) {
      this.#parts.report('views', fault);
      whole = this.#runOneByOne(orders);
      prepared = this.#parts.screens.prepare(whole.state);
    }
    try {
      if (whole.writer.linked.length > 0) this.#parts.file.appendBatch(whole.writer.linked);
    } catch (fault) {
      if (!(fault instanceof DiskFault)) this.#parts.report('append', fault);
      this.#diskFailed(fault);
      for (const { order, settle } of waiting) settle(this.#submitWithoutDisk(order));
      return;
    }
    this.#commit(whole, orders);
    if (whole.recorded.length > 0) this.#parts.screens.publish(prepared, whole.recorded);
    for (const [index, { settle }] of waiting.entries()) settle(whole.outcomes[index] ?? { kind: 'dropped' });
  }

  #commit(batch: Batch, orders: readonly Order[]): void {
    this.#state = batch.state;
    this.#writer = batch.writer.settled();
    for (const [index, { ref }] of orders.entries()) {
      const outcome = batch.outcomes[index];
      if (ref && outcome?.kind === 'accepted') this.#accepted.set(refKey(ref), outcome.recorded);
    }
  }

  #run(orders: readonly Order[]): Batch {
    return this.#runEach(orders, (batch, order) => this.#decideOne(batch, order));
  }

  /** After a view couldn't be built: each order must also leave views that can be. */
  #runOneByOne(orders: readonly Order[]): Batch {
    return this.#runEach(orders, (batch, order) => {
      const next = this.#decideOne({ ...batch, writer: batch.writer.fork() }, order);
      try {
        this.#parts.screens.prepare(next.state);
        return next;
      } catch (fault) {
        return this.#drop(batch, order, fault);
      }
    });
  }

  #acceptedAs(key: string): readonly RecordedEvent[] | undefined {
    return this.#accepted.get(key) ?? this.#parts.accepted.get(key);
  }

  /** Runs the orders one after the other; one that was accepted before, in this batch too, is answered as then. */
  #runEach(orders: readonly Order[], run: (batch: Batch, order: Order) => Batch): Batch {
    let batch: Batch = { state: this.#state, writer: this.#writer.fork(), outcomes: [], recorded: [] };
    const taken = new Map<string, readonly RecordedEvent[]>();
    for (const order of orders) {
      const key = order.ref && refKey(order.ref);
      const recorded = key === null ? undefined : (this.#acceptedAs(key) ?? taken.get(key));
      batch = recorded
        ? { ...batch, outcomes: [...batch.outcomes, { kind: 'accepted', recorded }] }
        : run(batch, order);
      const outcome = batch.outcomes.at(-1);
      if (key !== null && outcome?.kind === 'accepted') taken.set(key, outcome.recorded);
    }
    return batch;
  }

  #decideOne(batch: Batch, order: Order): Batch {
    const { clock } = this.#parts;
    const writer = batch.writer.fork();
    const { head } = writer;
    const envelope: Envelope = { at: clock.now(), wall: clock.wall(), by: order.by, head };
    try {
      const decision = decide(order.command, batch.state, envelope);
      if (!decision.ok)
        return { ...batch, outcomes: [...batch.outcomes, { kind: 'rejected', rejection: decision.error }] };
      const recorded = decision.value.map((event) => writer.add(event, this.#draft(envelope, order)));
      const state = recorded.reduce<EventState>(evolve, batch.state);
      return {
        state,
        writer,
        recorded: [...batch.recorded, ...recorded],
        outcomes: [...batch.outcomes, { kind: 'accepted', recorded }],
      };
    } catch (fault) {
      return this.#drop(batch, order, fault);
    }
  }

  #drop(batch: Batch, order: Order, fault: unknown): Batch {
    this.#parts.report(`command ${order.command.kind}`, fault);
    // A closed log takes no entry, not even this one.
    if (batch.state.phase === 'closed')
      return { ...batch, outcomes: [...batch.outcomes, { kind: 'dropped' }] };
    const { clock } = this.#parts;
    const envelope: Envelope = { at: clock.now(), wall: clock.wall(), by: { role: 'host' } };
    const name = fault instanceof Error ? fault.name : 'unknown';
    const event: DomainEvent = { kind: 'CommandDropped', command: order.command.kind, fault: name };
    const recorded = batch.writer.add(event, this.#draft(envelope, { ...order, by: envelope.by, ref: null }));
    return {
      ...batch,
      state: evolve(batch.state, recorded),
      recorded: [...batch.recorded, recorded],
      outcomes: [...batch.outcomes, { kind: 'dropped' }],
    };
  }

  #draft({ at, wall, by }: Envelope, { ref }: Order) {
    return { mono: at, wall, boot: this.#parts.clock.boot, by: by as unknown as Json, cmd: ref };
  }

  #diskFailed(fault: unknown): void {
    const reason = fault instanceof DiskFault ? fault.code : 'unknown';
    const sinceWall = this.#disk.kind === 'failed' ? this.#disk.sinceWall : this.#parts.clock.wall();
    this.#setDisk({ kind: 'failed', sinceWall, reason });
  }

  #setDisk(disk: DiskState): void {
    this.#disk = disk;
    this.#parts.diskChanged(disk);
  }
}

/** What others may do with the authority. */
export type AuthorityPort = Pick<
  Authority<unknown>,
  'state' | 'disk' | 'head' | 'submit' | 'retryDisk' | 'stop'
>;
