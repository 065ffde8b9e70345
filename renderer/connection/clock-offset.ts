/** One ping: how much the host's clock was ahead of this page's, and the round trip that bounds its error. */
type Sample = { readonly roundTripMs: number; readonly offsetMs: number };

type Ping = { readonly at: number; readonly roundTripMs: number | null };

const keptSamples = 16;

/**
 * Estimates host clock − page clock in ms from pings: the lowest round trip of the last 16 wins.
 * A ping's own round trip is only known from the next ping, so each sample is completed one ping later.
 */
export function estimateClockOffset(): {
  /** First guess, before any round trip is known. */
  readonly welcomed: (at: number, receivedMs: number) => number;
  /** The estimate after this ping. */
  readonly pinged: (ping: Ping, receivedMs: number) => number;
} {
  let samples: readonly Sample[] = [];
  let lastGapMs: number | null = null;
  let estimateMs = 0;
  return {
    welcomed(at, receivedMs) {
      samples = [];
      lastGapMs = null;
      estimateMs = at - receivedMs;
      return estimateMs;
    },
    pinged(ping, receivedMs) {
      if (lastGapMs !== null && ping.roundTripMs !== null) {
        const offsetMs = lastGapMs + ping.roundTripMs / 2;
        samples = [...samples, { roundTripMs: ping.roundTripMs, offsetMs }].slice(-keptSamples);
        estimateMs = samples.reduce((best, each) =>
          each.roundTripMs < best.roundTripMs ? each : best,
        ).offsetMs;
      }
      lastGapMs = ping.at - receivedMs;
      return estimateMs;
    },
  };
}
