import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { holdForThisTurn } from './turn-writes.ts';

/** Above this a slow screen gets only the newest of each section, once it has taken what it was sent. */
const waitAboveBytes = 64 * 1024;
/** Above this a screen is cut off; it comes back and gets everything anew. */
const closeAboveBytes = 256 * 1024;
const retryMs = 50;

/** Sections of a view as JSON text, by name. */
export type SectionTexts = ReadonlyMap<string, string>;

/** One socket's outgoing side: nothing queues up behind a slow screen but the newest of each section. */
export class Channel {
  readonly #socket: WebSocket;
  readonly #connection: Socket;
  #waiting = new Map<string, string>();
  #version = '';
  #timer: NodeJS.Timeout | null = null;

  /** `connection` is what the socket writes to. */
  constructor(socket: WebSocket, connection: Socket) {
    this.#socket = socket;
    this.#connection = connection;
  }

  /** Sends a message that must not be merged or dropped: answers, admissions, pings. */
  send(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) {
      holdForThisTurn(this.#connection);
      this.#socket.send(text);
    }
    this.#closeIfStuck();
  }

  /** Sends a view message. `frame` is the ready-made message of these sections, shared by all who get the same. */
  sendView(version: string, sections: SectionTexts, frame: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#waiting.size === 0 && this.#socket.bufferedAmount <= waitAboveBytes) {
      this.#socket.send(frame, { binary: false });
      this.#closeIfStuck();
      return;
    }
    for (const [name, text] of sections) this.#waiting.set(name, text);
    this.#version = version;
    this.#timer ??= setInterval(() => this.#drain(), retryMs);
  }

  /** What follows in this turn of the host leaves together. */
  hold(): void {
    holdForThisTurn(this.#connection);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#waiting.clear();
  }

  #drain(): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return this.stop();
    if (this.#socket.bufferedAmount > waitAboveBytes) return this.#closeIfStuck();
    this.#socket.send(viewFrame(this.#version, this.#waiting), { binary: false });
    this.stop();
  }

  #closeIfStuck(): void {
    if (this.#socket.bufferedAmount > closeAboveBytes) this.#socket.terminate();
  }
}

/** The one message that carries these sections: applied by a page all at once. */
export function viewFrame(version: string, sections: SectionTexts): Buffer {
  const members = [...sections].map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return Buffer.from(`{"kind":"view","version":${version},"sections":{${members.join(',')}}}`);
}
