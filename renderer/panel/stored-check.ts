import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type { StoredBallotView } from '../../shared/views/view-sections.ts';
import type { PaperValues } from '../ballot-paper/paper.ts';
import type { KeptBallot } from '../connection/device-storage.ts';

const isSame = (a: PaperValues, b: PaperValues): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([id, mark]) => b[id] === mark);

function signedValues(signed: string): PaperValues | null {
  try {
    const text: unknown = JSON.parse(signed);
    if (typeof text !== 'object' || text === null || !('values' in text)) return null;
    const { values } = text;
    if (typeof values !== 'object' || values === null) return null;
    return Object.fromEntries(Object.entries(values).map(([id, mark]) => [id, String(mark)]));
  } catch {
    // Not what any device signs: the caller treats it as a mismatch.
    return null;
  }
}

/**
 * Whether what the host says it stored is what this device signed. A ballot of another device of the seat
 * (a replaced one) can only be checked against itself.
 */
export function isStoredAsSigned(mine: StoredBallotView, ballots: readonly KeptBallot[]): boolean {
  const values = signedValues(mine.signed);
  if (!values || !isSame(values, mine.values) || mine.code !== ballotCheckCode(mine.signed)) return false;
  const own = ballots.find(
    ({ round, fate }) =>
      round === mine.round && fate.kind === 'stored' && fate.ballotNumber === mine.ballotNumber,
  );
  return !own || own.signed === mine.signed;
}

/** Whether the host's acknowledgement of a ballot repeats its marks and its code. */
export function isAcknowledgedAsSigned(ballot: KeptBallot): boolean {
  const { fate } = ballot;
  return (
    fate.kind !== 'stored' ||
    (isSame(fate.values, ballot.values) && fate.code === ballotCheckCode(ballot.signed))
  );
}
