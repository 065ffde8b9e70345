import type { VoteFault } from './scoring/rules/vote-check.ts';

/** Why the rules forbid a command. Pages say each in the person's own words. */
export type RejectionCode =
  | 'event-closed'
  | 'event-not-started'
  | 'event-read-only'
  | 'step-already-left'
  | 'unknown-step'
  | 'step-is-background'
  | 'agenda-ended'
  | 'round-not-locked'
  | 'result-not-counted'
  | 'result-not-released'
  | 'clock-gap-open'
  | 'no-clock-gap'
  | 'no-timer'
  | 'timer-not-running'
  | 'timer-not-paused'
  | 'time-below-zero'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'undo-moved-on'
  | 'undo-round-has-ballots'
  | 'undo-round-locked'
  | 'unknown-unit'
  | 'unknown-round'
  | 'round-already-open'
  | 'round-closed'
  | 'round-reopened'
  | 'round-not-open'
  | 'round-counted'
  | 'another-round-open'
  | 'seats-undecided'
  | 'seat-not-expected'
  | 'seat-has-ballot'
  | 'seat-has-decision'
  | 'seat-not-decided'
  | 'unknown-seat'
  | 'wrong-seat'
  | 'wrong-device'
  | 'wrong-event'
  | 'wrong-scheme'
  | 'wrong-mark'
  | 'ballot-overtaken'
  | 'bad-signature'
  | 'not-canonical'
  | VoteFault['code']
  | 'already-counted'
  | 'rounds-open'
  | 'units-without-round'
  | 'unit-has-round'
  | 'group-empty'
  | 'result-waits'
  | 'nothing-to-count'
  | 'already-released'
  | 'not-a-release-step'
  | 'fewer-than-three'
  | 'reveal-moved-on'
  | 'reveal-complete'
  | 'reveal-at-start'
  | 'unknown-message'
  | 'unknown-request'
  | 'unknown-screen'
  | 'unknown-address'
  | 'already-paired'
  | 'device-at-another-seat';

/** `path` is the field in question, such as `values.c2`; empty for the whole command. */
export type Rejection = {
  readonly code: RejectionCode;
  readonly path: string;
  readonly params: { readonly [name: string]: string | number };
};

export function rejection(code: RejectionCode, path = '', params: Rejection['params'] = {}): Rejection {
  return { code, path, params };
}
