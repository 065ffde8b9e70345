import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AttachmentType } from '../../shared/domain/attachment.ts';
import type { Command } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { AuthorityPort } from './authority.ts';
import type { HostClock } from './clock.ts';
import { commandOutcome } from './lan/command-outcome.ts';
import { DiskFault } from './log/disk-fault.ts';
import type { EventFile } from './log/event-file.ts';
import { MEDIA_PART_BYTES } from './log/media.ts';

/** What the console says of a photo before its bytes; `count` is the number of the count that was signed. */
export type AnnouncedPhoto = { readonly name: string; readonly type: AttachmentType; readonly count: number };

type Parts = {
  readonly authority: AuthorityPort;
  readonly file: Pick<EventFile, 'putMediaPart' | 'removeMediaBut' | 'readMedia'>;
  readonly clock: HostClock;
  readonly isReadOnly: boolean;
  readonly report: (where: string, fault: unknown) => void;
};

type Refused = Extract<CommandOutcome, { kind: 'refused' }>;

function refused(code: string): Refused {
  return { kind: 'refused', refusal: { code, path: '', params: {} } };
}

/**
 * Photos of the signed protocol. The rules are asked before anything is written; then come the bytes, in small
 * transactions with a turn for everybody else between them, and last the entry that makes them part of the record.
 * Bytes whose entry never came (the rules changed their mind, the disk filled up, the host died) stay unnamed, and
 * are cleared away before the next photo and when the event is opened again.
 */
export class ProtocolPhotos {
  readonly #parts: Parts;
  /** One photo at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A disk that refuses this needn't stop the event: it is tried again before the next photo. */
  clearLeftovers(): void {
    if (this.#parts.isReadOnly) return;
    try {
      this.#removeUnnamed();
    } catch (fault) {
      this.#parts.report('media', fault);
    }
  }

  /** Why a photo can't be attached now whatever its bytes; null if it can. Nothing is written. */
  refusalOf(photo: AnnouncedPhoto): Refused | null {
    return this.#refusalOf({ kind: 'AttachProtocol', ...photo, bytes: 0, hash: '' });
  }

  /** Stores and attaches a photo. `accepted` means: the bytes and their entry are on disk. */
  attach(photo: AnnouncedPhoto, bytes: Buffer): Promise<CommandOutcome> {
    const attached = this.#last.then(() => this.#attach(photo, bytes));
    this.#last = attached.catch(() => undefined);
    return attached;
  }

  /** The bytes of an attached photo with what the log says of it; null for a hash that it doesn't name. */
  find(
    hash: string,
  ): { readonly name: string; readonly type: AttachmentType; readonly bytes: Buffer } | null {
    const named = this.#parts.authority.state.attachments.find((attachment) => attachment.hash === hash);
    const bytes = named ? this.#parts.file.readMedia(hash) : null;
    return named && bytes ? { name: named.name, type: named.type, bytes } : null;
  }

  /** Lets the part that is being written end, and takes no more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#last;
  }

  async #attach(photo: AnnouncedPhoto, bytes: Buffer): Promise<CommandOutcome> {
    const { authority, file } = this.#parts;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const command = { kind: 'AttachProtocol', ...photo, bytes: bytes.length, hash } as const;
    try {
      for (let part = 0; part * MEDIA_PART_BYTES < bytes.length; part += 1) {
        await nextTurn();
        const refusal = this.#refusalOf(command);
        if (refusal) return refusal;
        if (part === 0) this.#removeUnnamed();
        file.putMediaPart(hash, part, bytes.subarray(part * MEDIA_PART_BYTES, (part + 1) * MEDIA_PART_BYTES));
      }
    } catch (fault) {
      if (fault instanceof DiskFault) return refused('disk-failed');
      throw fault;
    }
    return commandOutcome(await authority.submit({ command, by: { role: 'operator' }, ref: null }));
  }

  #refusalOf(command: Extract<Command, { kind: 'AttachProtocol' }>): Refused | null {
    const { authority, clock, isReadOnly } = this.#parts;
    if (this.#isStopped) return refused('upload-broken');
    if (isReadOnly) return refused('event-read-only');
    if (authority.disk.kind === 'failed') return refused('disk-failed');
    const envelope = { at: clock.now(), wall: clock.wall(), by: { role: 'operator' } } as const;
    const decision = decide(command, authority.state, envelope);
    return decision.ok ? null : { kind: 'refused', refusal: decision.error };
  }

  #removeUnnamed(): void {
    const { authority, file } = this.#parts;
    file.removeMediaBut(authority.state.attachments.map(({ hash }) => hash));
  }
}
