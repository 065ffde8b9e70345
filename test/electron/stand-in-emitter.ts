import { EventEmitter } from 'node:events';

type Listener = (...values: never[]) => void;

export class Emitter {
  readonly #events = new EventEmitter();
  on(event: string, listener: Listener): this {
    this.#events.on(event, listener as (...values: unknown[]) => void);
    return this;
  }
  once(event: string, listener: Listener): this {
    this.#events.once(event, listener as (...values: unknown[]) => void);
    return this;
  }
  emit(event: string, ...values: unknown[]): void {
    this.#events.emit(event, ...values);
  }
}
export class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
