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
  | 'after-close'
  | 'checkpoint-wrong'
  | 'checkpoint-signature'
  | 'checkpoint-key'
  | 'signature-bad'
  | 'signature-key'
  | 'signed-differs';

/** One thing that is wrong, with the entry (or the run of entries n … through) that it is wrong with. */
export type Finding = {
  readonly code: FindingCode;
  readonly n: number;
  /** Last entry of the run; equals `n` for a single entry. */
  readonly through: number;
  /** The particulars, in plain words for whoever looks into it. */
  readonly detail: string;
};

/** A finding about the single entry n. */
export function finding(code: FindingCode, n: number, detail: string): Finding {
  return { code, n, through: n, detail };
}

/** A finding about the entries n … through. */
export function findingOfRun(code: FindingCode, n: number, through: number, detail: string): Finding {
  return { code, n, through, detail };
}
