import type { Language } from '../kernel/language.ts';

/** The changelog in words. Seats and units come as finished text; `about` is empty where a change is about neither. */
export type ChangeWords = {
  readonly seats: (numbers: string) => string;
  readonly round: (number: string) => string;
  /** A superseding version, and the closed one before it by its last entry. */
  readonly version: (version: string, former: string, n: string, hash: string) => string;
  /** A version of the rules in place of another, each with the first digits of its hash. */
  readonly rules: (version: string, hash: string, former: string, formerHash: string) => string;
  /** Who ordered it, and why. */
  readonly ordered: (by: string, why: string) => string;
  readonly of: (about: string, what: string) => string;
  /** A round that is void, and the unit that it was meant for. */
  readonly meant: (what: string, unit: string) => string;
};

const hans: ChangeWords = {
  seats: (numbers) => `第 ${numbers} 席`,
  round: (number) => `第 ${number} 轮`,
  version: (version, former, n, hash) => `第 ${version} 版，取代第 ${former} 版（末条 #${n}，指纹 ${hash}）`,
  rules: (version, hash, former, formerHash) =>
    `规则第 ${version} 版（指纹 ${hash}），取代第 ${former} 版（指纹 ${formerHash}）`,
  ordered: (by, why) => `${by}决定：${why}`,
  of: (about, what) => (about === '' ? what : `${about}：${what}`),
  meant: (what, unit) => `${what}，应为${unit}`,
};

const hant: ChangeWords = {
  seats: (numbers) => `第 ${numbers} 席`,
  round: (number) => `第 ${number} 輪`,
  version: (version, former, n, hash) => `第 ${version} 版，取代第 ${former} 版（末條 #${n}，指紋 ${hash}）`,
  rules: (version, hash, former, formerHash) =>
    `規則第 ${version} 版（指紋 ${hash}），取代第 ${former} 版（指紋 ${formerHash}）`,
  ordered: (by, why) => `${by}決定：${why}`,
  of: (about, what) => (about === '' ? what : `${about}：${what}`),
  meant: (what, unit) => `${what}，應為${unit}`,
};

const en: ChangeWords = {
  seats: (numbers) => `seat ${numbers}`,
  round: (number) => `round ${number}`,
  version: (version, former, n, hash) =>
    `version ${version}, supersedes version ${former} (last entry #${n}, hash ${hash})`,
  rules: (version, hash, former, formerHash) =>
    `rules version ${version} (hash ${hash}) in place of version ${former} (hash ${formerHash})`,
  ordered: (by, why) => `ordered by ${by}: ${why}`,
  of: (about, what) => (about === '' ? what : `${about}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`),
  meant: (what, unit) => `${what}, meant for ${unit}`,
};

export const changeWords: { readonly [language in Language]: ChangeWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
