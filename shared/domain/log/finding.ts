/** What can be wrong with a log. */
export type FindingCode =
  | 'bad-utf8'
  | 'bad-json'
  | 'not-canonical'
  | 'not-an-entry'
  | 'wrong-n'
  | 'swapped'
  | 'missing'
  | 'truncated'
  | 'altered'
  | 'chain-broken'
  | 'unproven'
  | 'column-differs'
  | 'head-differs'
  | 'bad-opening'
  | 'former-open'
  | 'former-stray'
  | 'after-close'
  | 'checkpoint-wrong'
  | 'checkpoint-signature'
  | 'checkpoint-key'
  | 'signature-bad'
  | 'signature-key'
  | 'signed-differs'
  | 'not-co-signed'
  | 'not-looked'
  | 'monitor-dropped'
  | 'not-by-chair'
  | 'media-missing'
  | 'media-differs';

/** One thing that is wrong, with the entry (or the run of entries n … through) that it is wrong with. */
export type Finding = {
  readonly code: FindingCode;
  readonly n: number;
  /** Last entry of the run; equals `n` for a single entry. */
  readonly through: number;
  readonly detail: FindingDetail;
  /** The event's version in whose log it is, where that is one that this log carries; left out for the log itself. */
  readonly version?: number;
};

/** The particulars of a finding, for whoever looks into it; put into words where they are read. */
export type FindingDetail =
  | { readonly kind: 'not-utf8' | 'not-json' | 'not-canonical' | 'not-an-entry' }
  | { readonly kind: 'not-an-opening' | 'before-the-first' | 'after-the-end' }
  /** A superseding log: its second entry repeats whose version it is, and the logs it carries are closed. */
  | { readonly kind: 'other-version-order' | 'not-closed' | 'carried-unnamed' }
  /** The rows under which the run is stored. */
  | { readonly kind: 'stored-under'; readonly key: number; readonly through: number }
  | { readonly kind: 'swapped-with'; readonly key: number; readonly position: number }
  | { readonly kind: 'followed-by'; readonly next: number }
  | { readonly kind: 'log-reached'; readonly furthest: number; readonly end: number }
  | { readonly kind: 'says-number'; readonly n: number }
  | { readonly kind: 'copy-differs'; readonly column: string }
  | { readonly kind: 'stored-hash-differs' }
  /** The entry names another one than `before` as the one before it. */
  | { readonly kind: 'names-other-before'; readonly before: number }
  | { readonly kind: 'next-names-other-hash'; readonly next: number }
  | { readonly kind: 'next-in-doubt'; readonly next: number }
  | { readonly kind: 'head-says'; readonly hash: string }
  | { readonly kind: 'not-a-checkpoint' | 'host-signature-misfit' }
  | { readonly kind: 'signs-other-entry'; readonly signed: number }
  | { readonly kind: 'host-key-unknown'; readonly publicKey: string }
  | { readonly kind: 'signed-hash-differs'; readonly checkpoint: number }
  /** An attached file that isn't stored, or whose bytes have another hash than the entry names. */
  | { readonly kind: 'file-missing'; readonly name: string; readonly hash: string }
  | { readonly kind: 'file-differs'; readonly name: string; readonly found: string }
  /** A release without the monitor that the rules require, and a change of the rules that drops the monitor. */
  | { readonly kind: 'not-co-signed' | 'monitor-dropped' }
  /** A co-signature by a device that hasn't asked for the count it signs. */
  | { readonly kind: 'not-looked'; readonly screen: string }
  /** An end without the signature that the rules require, or on a proposal that names another end or other figures. */
  | {
      readonly kind: 'close-not-co-signed' | 'close-names-other-end' | 'close-names-other-figures';
    }
  /** A release, or an objection overridden, without the chair's device that was admitted. */
  | { readonly kind: 'release-not-by-chair' | 'override-not-by-chair'; readonly chair: string }
  /** A release while the objection of that entry stood. */
  | { readonly kind: 'objection-standing'; readonly objection: number }
  | { readonly kind: 'key-never-introduced' | 'signature-misfit'; readonly owner: string }
  | SignedContradiction;

/** In what a signed text contradicts the entry around it. */
export type SignedContradiction =
  | { readonly kind: 'signature-unreadable' | 'signed-not-canonical' }
  | { readonly kind: 'signed-member-differs'; readonly member: string }
  /** The monitor's signature in entry `signed` is over another content. */
  | { readonly kind: 'monitor-signed-other'; readonly signed: number }
  /** The signature of the chair's device in entry `signed` is over another content. */
  | { readonly kind: 'chair-signed-other'; readonly signed: number };

/** A finding about the single entry n. */
export function finding(code: FindingCode, n: number, detail: FindingDetail): Finding {
  return { code, n, through: n, detail };
}

/** A finding about the entries n … through. */
export function findingOfRun(code: FindingCode, n: number, through: number, detail: FindingDetail): Finding {
  return { code, n, through, detail };
}
