import { canonicalJson } from '../kernel/canonical-json.ts';

type Signed = {
  readonly event: string;
  readonly count: number;
  /** SHA-256 of the figures' canonical text. */
  readonly figures: string;
  /** The chair's device, as it was admitted. */
  readonly screen: string;
};

/** What the chair's device signs to release a count: exactly the figures published, and how the hall is shown them. */
export function releaseText(
  what: Signed & {
    readonly reveal: 'step' | 'all';
    /** That a mean of fewer ballots than the rules publish is let out. */
    readonly isFewerThanThreeAccepted: boolean;
  },
): string {
  return canonicalJson({ protocol: 'leitai-chair-1', act: 'release', ...what });
}

/** What the chair's device signs to override an objection. */
export function overrideText(
  what: Signed & {
    /** The reason of the objection. */
    readonly objection: string;
    readonly reason: string;
  },
): string {
  return canonicalJson({ protocol: 'leitai-chair-1', act: 'override', ...what });
}
