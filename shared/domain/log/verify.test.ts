import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../../electron/host/log/ed25519.ts';
import { sha256 } from '../../../electron/host/log/hashing.ts';
import {
  asStored,
  buildLogOfForty,
  EVENT,
  LogWriter,
  newSigningKey,
} from '../../../test/builders/log-of-forty.ts';
import { checkChain } from './chain.ts';
import { encodeEntry, type Head, type LogEntry, logOpenedBody } from './entry.ts';
import type { Finding } from './finding.ts';
import { signatureRules } from './signature-rules.ts';
import type { StoredEntry } from './stored-entry.ts';
import { type LogExpectations, verifyLog } from './verify.ts';

const host = newSigningKey();
const linked = buildLogOfForty(host);
const sound = asStored(linked);
const lastHead: Head = { n: 39, hash: linked[39]!.hash };
// Every byte takes 20 s; which ones are left out differs from entry to entry.
const BYTE_STEP = 13;
const positions = linked.map(({ entry }) => entry.n);

function verify(
  rows: readonly StoredEntry[],
  heads: readonly Head[] = [],
  hostKeys: LogExpectations['hostKeys'] = null,
) {
  return verifyLog(rows, { heads, hostKeys, rules: signatureRules, sha256 }, verifySignature);
}

/** Entries that the findings name as wrong, those only in doubt left out. */
function namedBy(findings: readonly Finding[]): readonly number[] {
  const sure = findings.filter(({ code }) => code !== 'unproven');
  return [
    ...new Set(
      sure.flatMap(({ n, through }) => Array.from({ length: through - n + 1 }, (_, index) => n + index)),
    ),
  ].sort((a, b) => a - b);
}

function replaceRow(n: number, change: (row: StoredEntry) => StoredEntry): readonly StoredEntry[] {
  return sound.map((row) => (row.n === n ? change(row) : row));
}

function flipByte(text: string, at: number): string | null {
  const bytes = Buffer.from(text);
  bytes[at]! ^= 1;
  // Decoded as a store does it: what is not UTF-8 has no text.
  return Buffer.from(bytes.toString('utf8')).equals(bytes) ? bytes.toString('utf8') : null;
}

/** Changes an entry and every copy of its members and its hash, as someone would who knows the format. */
function rewrite(n: number, change: (entry: LogEntry) => LogEntry): readonly StoredEntry[] {
  return replaceRow(n, () => {
    const entry = change(linked[n]!.entry);
    const text = encodeEntry(entry);
    const { prev, wall, mono, boot, kind } = entry;
    return { n, text, columns: { hash: sha256(text), prev, wall, mono, boot, kind } };
  });
}

/** The text of the keys stays; the rows change places. */
function storeUnder(rows: readonly StoredEntry[], keys: readonly number[]): readonly StoredEntry[] {
  return rows.map((row, index) => ({ ...row, n: keys[index]! })).sort((a, b) => a.n - b.n);
}

describe('a sound log of forty entries', () => {
  test('given it is closed, when verified, then nothing is found and it is sealed', () => {
    const verification = verify(sound, [lastHead], [host.publicKey]);
    expect(verification).toStrictEqual({
      findings: [],
      entryCount: 40,
      head: lastHead,
      event: EVENT,
      version: null,
      signedBy: [host.publicKey],
      status: { kind: 'sealed' },
    });
  });

  test('given a bundle without copies, when verified, then nothing is found', () => {
    expect(verify(sound.map((row) => ({ ...row, columns: null }))).findings).toStrictEqual([]);
  });

  test('given it is still open and no head is known, when verified, then its tail is not provable', () => {
    expect(verify(sound.slice(0, 20)).status).toStrictEqual({ kind: 'unsealed', knownHead: null });
  });

  test('given it is still open and a head is known, when verified, then it is proven up to that head', () => {
    const head = { n: 12, hash: linked[12]!.hash };
    expect(verify(sound.slice(0, 20), [head])).toMatchObject({
      findings: [],
      status: { kind: 'unsealed', knownHead: 12 },
    });
  });
});

describe('one alteration of the bytes', () => {
  test('given a byte anywhere in any entry is flipped, when the chain is checked, then exactly that entry is named', () => {
    for (const { n, text } of sound) {
      const length = Buffer.byteLength(text!);
      for (let at = n % BYTE_STEP; at < length; at += BYTE_STEP) {
        const rows = replaceRow(n, (row) => ({ ...row, text: flipByte(text!, at) }));
        const named = namedBy(checkChain(rows, [], sha256).findings);
        if (named.join() !== String(n)) expect({ n, at, named }).toStrictEqual({ n, at, named: [n] });
      }
    }
  });

  test('given a bundle without copies, when a byte of an entry is flipped, then exactly that entry is named', () => {
    const bundle = sound.map((row) => ({ ...row, columns: null }));
    for (const { n, text } of bundle) {
      for (let at = 0; at < Buffer.byteLength(text!); at += 71) {
        const rows = bundle.map((row) => (row.n === n ? { ...row, text: flipByte(text!, at) } : row));
        expect({ n, at, named: namedBy(verify(rows, [lastHead]).findings) }).toStrictEqual({
          n,
          at,
          named: [n],
        });
      }
    }
  });

  test.each(positions)(
    'given entry %i is rewritten with its copies and hash, when verified, then exactly it is named',
    (n) => {
      const changes: readonly ((entry: LogEntry) => LogEntry)[] = [
        (entry) => ({ ...entry, wall: entry.wall + 1 }),
        (entry) => ({ ...entry, body: { forged: true } }),
        (entry) => ({ ...entry, kind: 'Forged' }),
        (entry) => ({ ...entry, by: 'someone else' }),
        (entry) => ({ ...entry, n: entry.n + 1 }),
        (entry) => ({ ...entry, n: 77 }),
        (entry) => ({ ...entry, prev: 'f'.repeat(64) }),
      ];
      for (const change of changes) {
        const { findings } = verify(rewrite(n, change), [lastHead]);
        expect(namedBy(findings)).toStrictEqual([n]);
      }
    },
  );

  test.each(['hash', 'prev', 'wall', 'mono', 'boot', 'kind'] as const)(
    'given the copy of %s is altered at any entry, when checked, then exactly that entry is named',
    (column) => {
      for (const n of positions) {
        const rows = replaceRow(n, (row) => ({ ...row, columns: { ...row.columns!, [column]: 'x' } }));
        expect(namedBy(checkChain(rows, [], sha256).findings)).toStrictEqual([n]);
        expect(namedBy(checkChain(rows, [lastHead], sha256).findings)).toStrictEqual([n]);
      }
    },
  );
});

describe('entries removed or moved', () => {
  test.each(positions.slice(0, -1))(
    'given entry %i is removed, when checked, then exactly it is missing',
    (n) => {
      const { findings } = checkChain(
        sound.filter((row) => row.n !== n),
        [],
        sha256,
      );
      expect(findings).toMatchObject([{ code: 'missing', n, through: n }]);
    },
  );

  test.each(positions.slice(0, -1))(
    'given entry %i is removed and the rest renumbered, when checked, then it is missing',
    (n) => {
      const rest = sound.filter((row) => row.n !== n);
      const { findings } = checkChain(storeUnder(rest, positions.slice(0, -1)), [], sha256);
      expect(findings).toMatchObject([
        { code: 'missing', n, through: n },
        { code: 'wrong-n', n: n + 1, through: 39 },
      ]);
    },
  );

  test.each(positions.slice(0, -1))(
    'given entry %i and the next are swapped, when checked, then both are named',
    (n) => {
      const keys = positions.map((key) => (key === n ? n + 1 : key === n + 1 ? n : key));
      const wholeRows = checkChain(storeUnder(sound, keys), [], sha256);
      expect(wholeRows.findings.map(({ code, n: at }) => [code, at])).toStrictEqual([
        ['swapped', n],
        ['swapped', n + 1],
      ]);
      const bytesOnly = sound.map((row) => ({ ...row, text: sound[keys[row.n]!]!.text }));
      expect(namedBy(checkChain(bytesOnly, [], sha256).findings)).toStrictEqual([n, n + 1]);
    },
  );

  test.each(positions.slice(1))(
    'given the log is cut off before entry %i, when a head is known, then the rest is truncated',
    (n) => {
      const { findings, status } = verify(sound.slice(0, n), [lastHead]);
      expect(findings).toMatchObject([{ code: 'truncated', n, through: 39 }]);
      expect(status).toStrictEqual({ kind: 'unsealed', knownHead: null });
    },
  );

  test('given a copy of entry 5 lies where entry 6 was, when checked, then 6 is named', () => {
    const rows = replaceRow(6, () => ({ ...sound[5]!, n: 6 }));
    expect(namedBy(checkChain(rows, [], sha256).findings)).toStrictEqual([6]);
  });

  test('given two neighbours are both rewritten, when checked, then the first is in doubt and the second named', () => {
    const rows = sound.map((row) =>
      row.n === 20
        ? rewrite(20, (e) => ({ ...e, wall: 1 }))[20]!
        : row.n === 21
          ? rewrite(21, (e) => ({ ...e, wall: 2 }))[21]!
          : row,
    );
    const { findings } = checkChain(rows, [], sha256);
    expect(findings.map(({ code, n }) => [code, n])).toContainEqual(['unproven', 20]);
    expect(namedBy(findings)).toContain(21);
  });
});

describe('a log rewritten from one entry to the end', () => {
  function rewriteToEnd(from: number): readonly StoredEntry[] {
    const log = new LogWriter();
    for (const { entry } of linked)
      log.append(entry.kind, entry.n === from ? { forged: true } : entry.body, entry.cmd);
    return asStored(log.linked);
  }

  test.each(positions.slice(7, -4))(
    'given entry %i was the first, when verified, then the next signed checkpoint gives it away',
    (from) => {
      const { findings, status } = verify(rewriteToEnd(from));
      expect(findings.map(({ code, n }) => [code, n])).toContainEqual(['altered', 36]);
      expect(status.kind).toBe('unsealed');
    },
  );

  test('given a forger signs with an own key, when the host key is known, then the checkpoints are named', () => {
    const forged = asStored(buildLogOfForty(newSigningKey()));
    const codes = verify(forged, [], [host.publicKey]).findings.map(({ code, n }) => [code, n]);
    expect(codes).toStrictEqual([
      ['checkpoint-key', 37],
      ['checkpoint-key', 39],
    ]);
  });

  test('given a head is known from elsewhere, when verified, then it is named', () => {
    const { findings } = verify(rewriteToEnd(38).slice(0, 39), [{ n: 38, hash: linked[38]!.hash }]);
    expect(findings).toMatchObject([{ code: 'head-differs', n: 38 }]);
  });
});

describe('signatures', () => {
  test('given a ballot of another seat is stored as this seat, when verified, then it is named', () => {
    const seats = [newSigningKey(), newSigningKey()];
    const log = new LogWriter();
    log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
    for (const [index, key] of seats.entries()) {
      log.append('SeatPaired', { seat: `A${index}`, device: 1, publicKey: key.publicKey });
    }
    const signed = `{"device":1,"event":"${EVENT}","seat":"A0","values":[9]}`;
    const signature = seats[0]!.sign(signed);
    log.append('BallotStored', { seat: 'A0', device: 1, signed, signature });
    log.append('BallotStored', { seat: 'A1', device: 1, signed, signature });
    log.append('BallotStored', { seat: 'A1', device: 1, signed, signature: seats[1]!.sign(signed) });
    log.append('BallotStored', { seat: 'A2', device: 1, signed, signature });
    log.append('BallotStored', { seat: 'A0', device: 1, signed: signed.replace('[9]', '[8]'), signature });
    log.append('BallotStored', { seat: 'A0', device: 1, signed, signature, values: [8] });
    expect(verify(asStored(log.linked)).findings.map(({ code, n }) => [code, n])).toStrictEqual([
      ['signature-bad', 4],
      ['signed-differs', 5],
      ['signature-key', 6],
      ['signature-bad', 7],
      ['signed-differs', 8],
    ]);
  });

  test('given an entry follows CLOSE and its checkpoint, when verified, then it is named', () => {
    const log = new LogWriter();
    for (const { entry } of linked) log.append(entry.kind, entry.body, entry.cmd);
    log.append('Extra', {});
    const { findings, status } = verify(asStored(log.linked));
    expect(findings).toMatchObject([{ code: 'after-close', n: 40 }]);
    expect(status.kind).toBe('unsealed');
  });
});
