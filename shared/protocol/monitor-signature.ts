import { canonicalJson } from '../kernel/canonical-json.ts';

/** What a monitor signs of a count: exactly the figures that a release publishes. Canonical JSON (RFC 8785). */
export function coSignText(what: {
  readonly event: string;
  readonly count: number;
  /** SHA-256 of the figures' canonical text. */
  readonly figures: string;
  readonly screen: string;
}): string {
  return canonicalJson({ protocol: 'leitai-co-sign-1', ...what });
}

/** What a monitor signs to object to a count. */
export function objectText(what: {
  readonly event: string;
  readonly count: number;
  /** SHA-256 of the figures' canonical text. */
  readonly figures: string;
  readonly reason: string;
  readonly screen: string;
}): string {
  return canonicalJson({ protocol: 'leitai-object-1', ...what });
}

/** What a monitor signs to take its objection back. */
export function withdrawText(what: {
  readonly event: string;
  readonly count: number;
  /** The reason of the objection. */
  readonly objection: string;
  readonly reason: string;
  readonly screen: string;
}): string {
  return canonicalJson({ protocol: 'leitai-withdraw-1', ...what });
}

type ProposedText = {
  readonly event: string;
  readonly proposal: number;
  /** SHA-256 of the act's canonical text. */
  readonly act: string;
  readonly reason: string;
  readonly screen: string;
};

/** What a second device signs to let an act happen. */
export function secondText(what: ProposedText): string {
  return canonicalJson({ protocol: 'leitai-second-1', ...what });
}

/** What a second device signs to decline an act. */
export function declineText(what: ProposedText): string {
  return canonicalJson({ protocol: 'leitai-decline-1', ...what });
}
