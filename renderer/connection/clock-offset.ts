/** One ping: the host's clock when it left minus this page's when it came, and the round trip of the two ways. */
type Sample = { readonly roundTripMs: number; readonly gapMs: number };

type Ping = { readonly at: number; readonly roundTripMs: number | null };

const keptSamples = 16;
/** Room for the two clocks' drift over the kept samples. */
const driftMs = 5;

/** No ping can have been under way longer than its round trip: one that was is paired with another's. */
function best(samples: readonly Sample[]): Sample | null {
  const quickest = Math.max(...samples.map(({ gapMs }) => gapMs));
  const possible = samples.filter(({ gapMs, roundTripMs }) => quickest - gapMs <= roundTripMs + driftMs);
  return possible.reduce<Sample | null>(
    (lowest, each) => (lowest && lowest.roundTripMs <= each.roundTripMs ? lowest : each),
    null,
  );
}

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
        samples = [...samples, { roundTripMs: ping.roundTripMs, gapMs: lastGapMs }].slice(-keptSamples);
        const chosen = best(samples);
        if (chosen) estimateMs = chosen.gapMs + chosen.roundTripMs / 2;
      }
      lastGapMs = ping.at - receivedMs;
      return estimateMs;
    },
  };
}
