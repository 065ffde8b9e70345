import { canonicalJson, type Json, parseCanonical } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { isRecord, type LogEntry } from './entry.ts';
import type { Breach, IntroducedKey, SignatureRule, SignedClaim } from './signature-rule.ts';

type JsonRecord = { readonly [member: string]: Json };

type Fault = Pick<SignedClaim, 'contradiction' | 'blames' | 'restsOnEarlier'>;

const sound: Fault = { contradiction: null };

const hashOf = (content: Json | undefined): string => sha256Hex(canonicalJson(content ?? null));

/** A chair's key is good for the chair's own acts alone, so it goes under a name that no other rule asks for. */
const ownerOf = (screen: Json | undefined): string => `chair/${String(screen)}`;

// CHAIR-2, CHAIR-3
/**
 * The chair's device: `ScreenAdmitted` of a chair introduces a key, `ScreenDismissed` takes it back. While it is
 * admitted, a `ResultReleased` carries its signature over the figures published and an `ObjectionOverridden` one over
 * the objection, the reason and the figures of the count; without it they are named.
 */
export function chairSignatureRule(event: string): SignatureRule {
  let counts = 0;
  let counted: { readonly n: number; readonly hash: string } | null = null;
  let objection: { readonly n: number; readonly reason: Json } | null = null;
  let chair: string | null = null;

  const claim = (body: JsonRecord, act: string, faultOf: (text: JsonRecord) => Fault): SignedClaim => {
    const { signed, signature, screen = null } = body;
    const owner = ownerOf(screen);
    if (typeof signed !== 'string' || typeof signature !== 'string')
      return { owner, signed: '', signature: '', contradiction: { kind: 'signature-unreadable' } };
    const parsed = parseCanonical(signed);
    if (!parsed.ok || !isRecord(parsed.value))
      return { owner, signed, signature, contradiction: { kind: 'signed-not-canonical' } };
    const text = parsed.value;
    const own = differs(text, { protocol: 'leitai-chair-1', event, act, screen });
    return { owner, signed, signature, ...(own ?? faultOf(text)) };
  };

  const differs = (text: JsonRecord, expected: JsonRecord, isEarlier = false): Fault | null => {
    const member = Object.keys(expected).find(
      (name) => canonicalJson(text[name] ?? null) !== canonicalJson(expected[name] ?? null),
    );
    if (member === undefined) return null;
    return {
      contradiction: { kind: 'signed-member-differs', member },
      ...(isEarlier && { restsOnEarlier: true }),
    };
  };

  const blame = (n: number, signed: number): Fault => ({
    contradiction: { kind: 'chair-signed-other', signed },
    blames: n,
  });

  const release = (body: JsonRecord): SignedClaim =>
    claim(
      body,
      'release',
      (text) =>
        differs(text, { figures: hashOf(body.figures), reveal: body.reveal ?? null }) ??
        differs(text, { count: counts }, true) ??
        sound,
    );

  const override = (n: number, body: JsonRecord): SignedClaim =>
    claim(body, 'override', (text) => {
      const own = differs(text, { reason: body.reason ?? null });
      if (own) return own;
      if (!counted || !objection || text.count !== counts)
        return differs(text, { count: counted ? counts : null, objection: null }, true) ?? sound;
      if (text.figures !== counted.hash) return blame(counted.n, n);
      return text.objection === objection.reason ? sound : blame(objection.n, n);
    });

  const isSigned = ({ consent }: JsonRecord): boolean => consent === 'chair-device';

  const remember = ({ n, kind, body }: LogEntry): void => {
    if (!isRecord(body)) return;
    if (kind === 'RoundsCounted') {
      counts += 1;
      counted = { n, hash: hashOf(body.figures) };
      objection = null;
    }
    if (kind === 'CountObjected') objection = { n, reason: body.reason ?? null };
    if (kind === 'ScreenAdmitted' && body.role === 'chair') chair = String(body.screen);
    if (kind === 'ScreenDismissed' && body.screen === chair) chair = null;
  };

  return {
    introduces({ kind, body }): readonly IntroducedKey[] {
      if (!isRecord(body)) return [];
      const owner = ownerOf(body.screen);
      if (kind === 'ScreenDismissed') return [{ owner, publicKey: null }];
      if (kind !== 'ScreenAdmitted' || body.role !== 'chair') return [];
      return typeof body.publicKey === 'string' ? [{ owner, publicKey: body.publicKey }] : [];
    },
    claims(entry: LogEntry): readonly SignedClaim[] {
      const { n, kind, body } = entry;
      remember(entry);
      if (!isRecord(body) || !isSigned(body)) return [];
      if (kind === 'ResultReleased') return [release(body)];
      return kind === 'ObjectionOverridden' ? [override(n, body)] : [];
    },
    breaches({ kind, body }: LogEntry): readonly Breach[] {
      if (chair === null || !isRecord(body) || isSigned(body)) return [];
      if (kind !== 'ResultReleased' && kind !== 'ObjectionOverridden') return [];
      const what = kind === 'ResultReleased' ? 'release-not-by-chair' : 'override-not-by-chair';
      return [{ code: 'not-by-chair', detail: { kind: what, chair } }];
    },
  };
}
