import { err, ok, type Result } from '../../kernel/result.ts';
import type { DomainEvent } from '../events.ts';
import { type Rejection, type RejectionCode, rejection } from '../rejection.ts';

/** The events that follow from a command, in order, or why the rules forbid it. */
export type Decision = Result<readonly DomainEvent[], Rejection>;

export function happen(...events: readonly DomainEvent[]): Decision {
  return ok(events);
}

export function refuse(code: RejectionCode, path = '', params: Rejection['params'] = {}): Decision {
  return err(rejection(code, path, params));
}
