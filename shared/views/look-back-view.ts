import type { NoConcordance } from '../domain/scoring/rules/agreement.ts';
import type { LocalText } from '../kernel/language.ts';
import type { MovedView } from './monitor-view.ts';

export type SupposedView =
  | { readonly kind: 'without-group'; readonly group: LocalText }
  | { readonly kind: 'without-trim' }
  | { readonly kind: 'ranked-on'; readonly on: 'exact' | 'rounded' };

/** How far the seats of one group agree; decimals as text. */
export type PanelAgreementView = {
  readonly group: LocalText;
  /** Whose units are compared; not there in an event without divisions. */
  readonly division?: LocalText;
  /** Which ballot, where several were cast; null else. */
  readonly ballot: LocalText | null;
  readonly judges: number;
  /** Units that every seat marked, and all that the ballot was cast on. */
  readonly units: number;
  readonly of: number;
  /** Kendall's W with three decimals, or why there is none. */
  readonly concordance: { readonly w: string } | { readonly none: NoConcordance };
  /** Null of a secret ballot. */
  readonly seats:
    | readonly {
        readonly seat: number;
        /** Kendall's τ with the order of the group's other seats; null without others. */
        readonly correlation: string | null;
        /** Mean distance from the group's median. */
        readonly distance: string;
      }[]
    | null;
};

/** A counted result looked at afterwards: what its order hangs on, and how far the panel agrees. It changes nothing. */
export type LookBackView = {
  readonly order: readonly {
    readonly supposed: SupposedView;
    /** Null where nothing would be left to rank by. */
    readonly moved: readonly MovedView[] | null;
  }[];
  readonly panels: readonly PanelAgreementView[];
};
