import type { Instant } from '../../../shared/kernel/brand.ts';

/** How long a page of a list that is longer than the wall stands. */
const pageMs = 15_000;

export type Page = { readonly page: number; readonly pages: number };

/** Pages turn by the host's clock, so that every screen of the hall shows the same one. Pages count from 0. */
export function pageAt(now: Instant, items: number, itemsOfPage: number): Page {
  const pages = Math.max(1, Math.ceil(items / itemsOfPage));
  return { page: Math.floor(now / pageMs) % pages, pages };
}
