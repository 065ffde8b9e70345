import { canonicalJson, type Json, parseCanonical } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { isRecord, type LogEntry } from './entry.ts';
import type { SignedContradiction } from './finding.ts';
import type { IntroducedKey, SignatureRule, SignedClaim } from './signature-rule.ts';

type JsonRecord = { readonly [member: string]: Json };

/** A stated content and the entry that states it. */
type Stated = { readonly n: number; readonly hash: string };

type Fault = Pick<SignedClaim, 'contradiction' | 'blames' | 'restsOnEarlier'>;

const hashOf = (content: Json | undefined): string => sha256Hex(canonicalJson(content ?? null));

/** Where the signed text names another value than expected; null where it agrees in all of them. */
function differing(signed: JsonRecord, expected: JsonRecord): string | null {
  const names = Object.keys(expected);
  return (
    names.find((name) => canonicalJson(signed[name] ?? null) !== canonicalJson(expected[name] ?? null)) ??
    null
  );
}

/**
 * The monitor's devices: `ScreenAdmitted` of a monitor introduces a key, `ScreenDismissed` takes it back.
 * `CountCoSigned` and `CountObjected` are signed over the figures of the count before them, `ObjectionWithdrawn` over
 * the objection, `ActSeconded` and a monitor's `ActDropped` over the act and the reason of its proposal, and a release
 * publishes exactly the figures that were co-signed: what differs from a sound signature names the entry that was
 * changed. Logs of earlier programs have objections, withdrawals and declined acts without a signature.
 */
export function monitorSignatureRule(event: string): SignatureRule {
  let counts = 0;
  let counted: Stated | null = null;
  let coSigned: { readonly n: number; readonly body: JsonRecord } | null = null;
  let isMonitorRequired = false;
  let isEachActSigned = false;
  let objection: { readonly n: number; readonly reason: Json } | null = null;
  const proposals = new Map<number, { readonly n: number; readonly act: string; readonly reason: Json }>();

  const claim = (
    { signed, signature, screen }: JsonRecord,
    faultOf: (text: JsonRecord) => Fault,
  ): SignedClaim => {
    const owner = String(screen);
    if (typeof signed !== 'string' || typeof signature !== 'string')
      return { owner, signed: '', signature: '', contradiction: { kind: 'signature-unreadable' } };
    const parsed = parseCanonical(signed);
    if (!parsed.ok || !isRecord(parsed.value))
      return { owner, signed, signature, contradiction: { kind: 'signed-not-canonical' } };
    return { owner, signed, signature, ...faultOf(parsed.value) };
  };

  const differs = (member: string): Fault => ({
    contradiction: { kind: 'signed-member-differs', member },
  });
  const blame = (n: number, signedIn: number): Fault => ({
    contradiction: { kind: 'monitor-signed-other', signed: signedIn } satisfies SignedContradiction,
    blames: n,
  });

  const coSignature = (n: number, body: JsonRecord): SignedClaim =>
    claim(body, (text) => {
      const { screen = null, count = null, figures = null } = body;
      const member = differing(text, { protocol: 'leitai-co-sign-1', event, screen, count, figures });
      if (member !== null) return differs(member);
      if (count !== counts || counted === null) return { ...differs('count'), restsOnEarlier: true };
      coSigned = { n, body };
      return counted.hash === figures ? { contradiction: null } : blame(counted.n, n);
    });

  const answered = (n: number, body: JsonRecord, protocol: string): SignedClaim =>
    claim(body, (text) => {
      const { screen = null, proposal = null } = body;
      const member = differing(text, { protocol, event, screen, proposal });
      if (member !== null) return differs(member);
      const proposed = typeof proposal === 'number' ? proposals.get(proposal) : undefined;
      if (!proposed) return { ...differs('proposal'), restsOnEarlier: true };
      const { act, reason } = proposed;
      return differing(text, { act, reason }) === null ? { contradiction: null } : blame(proposed.n, n);
    });

  const second = (n: number, body: JsonRecord): readonly SignedClaim[] =>
    // Without a required monitor the operator's own second press is recorded; it carries no signature.
    body.screen === null && !isMonitorRequired ? [] : [answered(n, body, 'leitai-second-1')];

  // RESULT-15
  const isSigned = ({ signed = null, signature = null }: JsonRecord): boolean =>
    isEachActSigned || signed !== null || signature !== null;

  const objected = (n: number, body: JsonRecord): SignedClaim =>
    claim(body, (text) => {
      const { screen = null, count = null, reason = null } = body;
      const member = differing(text, { protocol: 'leitai-object-1', event, screen, count, reason });
      if (member !== null) return differs(member);
      if (count !== counts || counted === null) return { ...differs('count'), restsOnEarlier: true };
      return counted.hash === text.figures ? { contradiction: null } : blame(counted.n, n);
    });

  const withdrawn = (n: number, body: JsonRecord): SignedClaim =>
    claim(body, (text) => {
      const { screen = null, reason = null } = body;
      const member = differing(text, { protocol: 'leitai-withdraw-1', event, screen, reason });
      if (member !== null) return differs(member);
      if (!objection || text.count !== counts) return { ...differs('objection'), restsOnEarlier: true };
      return text.objection === objection.reason ? { contradiction: null } : blame(objection.n, n);
    });

  /** A release without a co-signature is the next rule's matter; with one, it may publish nothing else. */
  const release = (n: number, body: JsonRecord): readonly SignedClaim[] => {
    if (coSigned === null || hashOf(body.figures) === coSigned.body.figures) return [];
    const signedIn = coSigned.n;
    return [claim(coSigned.body, () => blame(n, signedIn))];
  };

  const remember = (n: number, kind: string, body: JsonRecord): void => {
    switch (kind) {
      case 'LogOpened':
        isEachActSigned = body.monitorActs === 'signed';
        break;
      case 'EventCreated':
      case 'SchemeChanged': {
        const definition = isRecord(body.definition ?? null) ? (body.definition as JsonRecord) : body;
        const scheme = definition.scheme ?? null;
        if (isRecord(scheme)) isMonitorRequired = scheme.isMonitorRequired === true;
        break;
      }
      case 'RoundsCounted':
        counts += 1;
        counted = { n, hash: hashOf(body.figures) };
        coSigned = null;
        objection = null;
        break;
      case 'CountObjected':
        objection = { n, reason: body.reason ?? null };
        break;
      case 'ActProposed':
        if (typeof body.proposal === 'number')
          proposals.set(body.proposal, { n, act: hashOf(body.act), reason: body.reason ?? null });
        break;
    }
  };

  return {
    introduces({ kind, body }): readonly IntroducedKey[] {
      if (!isRecord(body) || typeof body.screen !== 'string') return [];
      if (kind === 'ScreenDismissed') return [{ owner: body.screen, publicKey: null }];
      if (kind !== 'ScreenAdmitted' || body.role !== 'monitor') return [];
      return typeof body.publicKey === 'string' ? [{ owner: body.screen, publicKey: body.publicKey }] : [];
    },
    claims({ n, kind, body }: LogEntry): readonly SignedClaim[] {
      if (!isRecord(body)) return [];
      remember(n, kind, body);
      switch (kind) {
        case 'CountCoSigned':
          return [coSignature(n, body)];
        case 'ActSeconded':
          return second(n, body);
        case 'CountObjected':
          return isSigned(body) ? [objected(n, body)] : [];
        case 'ObjectionWithdrawn':
          return isSigned(body) ? [withdrawn(n, body)] : [];
        case 'ActDropped':
          return body.by === 'monitor' && isSigned(body) ? [answered(n, body, 'leitai-decline-1')] : [];
        case 'ResultReleased':
          return release(n, body);
        default:
          return [];
      }
    },
  };
}
