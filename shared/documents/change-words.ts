import type { ChangeKind } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';

/** The changelog in words. Seats and units come as finished text; `about` is empty where a change is about neither. */
export type ChangeWords = {
  readonly kinds: { readonly [kind in ChangeKind]: string };
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
  kinds: {
    'expected-lowered': '少收若干票',
    'measure-corrected': '更正测量值',
    'points-given': '加减分',
    'points-withdrawn': '撤回加减分',
    'tie-decided': '评委会裁定同分',
    'tie-dropped': '同分裁定随规则更改失效',
    'entrants-chosen': '选定晋级单位',
    'count-taken-back': '撤回计票',
    'seats-absent': '记缺席',
    'seats-excluded': '记为不计',
    'seats-on-paper': '改用纸质票',
    'monitor-admitted': '监督员准入',
    'screen-dismissed': '监督员移除',
    'chair-admitted': '主持人设备准入',
    'chair-dismissed': '主持人设备移除',
    'released-by-chair': '主持人设备放行',
    'decision-withdrawn': '撤回对缺票席位的决定',
    recused: '回避',
    'recusal-withdrawn': '撤回回避',
    'seat-left': '离席',
    'seat-returned': '回席',
    'paper-ballot': '录入纸质票',
    'late-ballot-void': '纸质票之后的电子票作废',
    'ballot-returned': '退回重打',
    'round-reopened': '重新开放本轮',
    'round-voided': '作废',
    'unit-withdrew': '退出',
    'unit-disqualified': '取消资格',
    'unit-reinstated': '恢复参评',
    'scheme-changed': '改用新版规则',
    'version-opened': '更正版本',
    objection: '监督员提出异议',
    'objection-withdrawn': '监督员撤回异议',
    'objection-overridden': '主持人决定不采纳异议',
    'overridden-by-chair': '主持人设备签名，不采纳异议',
    'close-declined': '监督员不同意结束本场',
    'closed-alone': '未经监督员会签结束本场',
  },
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
  kinds: {
    'expected-lowered': '少收若干票',
    'measure-corrected': '更正測量值',
    'points-given': '加減分',
    'points-withdrawn': '撤回加減分',
    'tie-decided': '評委會裁定同分',
    'tie-dropped': '同分裁定隨規則更改失效',
    'entrants-chosen': '選定晉級單位',
    'count-taken-back': '撤回計票',
    'seats-absent': '記缺席',
    'seats-excluded': '記為不計',
    'seats-on-paper': '改用紙質票',
    'monitor-admitted': '監督員准入',
    'screen-dismissed': '監督員移除',
    'chair-admitted': '主持人設備准入',
    'chair-dismissed': '主持人設備移除',
    'released-by-chair': '主持人設備放行',
    'decision-withdrawn': '撤回對缺票席位的決定',
    recused: '迴避',
    'recusal-withdrawn': '撤回迴避',
    'seat-left': '離席',
    'seat-returned': '回席',
    'paper-ballot': '錄入紙質票',
    'late-ballot-void': '紙質票之後的電子票作廢',
    'ballot-returned': '退回重打',
    'round-reopened': '重新開放本輪',
    'round-voided': '作廢',
    'unit-withdrew': '退出',
    'unit-disqualified': '取消資格',
    'unit-reinstated': '恢復參評',
    'scheme-changed': '改用新版規則',
    'version-opened': '更正版本',
    objection: '監督員提出異議',
    'objection-withdrawn': '監督員撤回異議',
    'objection-overridden': '主持人決定不採納異議',
    'overridden-by-chair': '主持人設備簽名，不採納異議',
    'close-declined': '監督員不同意結束本場',
    'closed-alone': '未經監督員會簽結束本場',
  },
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
  kinds: {
    'expected-lowered': 'fewer ballots waited for',
    'measure-corrected': 'measured value corrected',
    'points-given': 'points given or taken',
    'points-withdrawn': 'points taken back',
    'tie-decided': 'tie decided by the jury',
    'tie-dropped': 'tie decision dropped with the rules',
    'entrants-chosen': 'entrants of the next stage chosen',
    'count-taken-back': 'count taken back',
    'seats-absent': 'recorded absent',
    'seats-excluded': 'left out of the count',
    'seats-on-paper': 'votes on paper',
    'monitor-admitted': 'monitor admitted',
    'screen-dismissed': 'monitor removed',
    'chair-admitted': 'chair’s device admitted',
    'chair-dismissed': 'chair’s device removed',
    'released-by-chair': 'released by the chair’s device',
    'decision-withdrawn': 'decision withdrawn',
    recused: 'recused',
    'recusal-withdrawn': 'recusal withdrawn',
    'seat-left': 'left the hall',
    'seat-returned': 'came back',
    'paper-ballot': 'paper ballot entered',
    'late-ballot-void': 'electronic ballot after the paper one: void',
    'ballot-returned': 'ballot returned for re-entry',
    'round-reopened': 'round opened again',
    'round-voided': 'voided',
    'unit-withdrew': 'withdrew',
    'unit-disqualified': 'disqualified',
    'unit-reinstated': 'reinstated',
    'scheme-changed': 'new version of the rules',
    'version-opened': 'corrected version',
    objection: 'the monitor objects',
    'objection-withdrawn': 'objection withdrawn',
    'objection-overridden': 'the chair overrides the objection',
    'overridden-by-chair': 'the chair’s device overrides the objection',
    'close-declined': 'the monitor declines the close',
    'closed-alone': 'closed without the monitor’s signature',
  },
  seats: (numbers) => `seat ${numbers}`,
  round: (number) => `round ${number}`,
  version: (version, former, n, hash) =>
    `version ${version}, supersedes version ${former} (last entry #${n}, hash ${hash})`,
  rules: (version, hash, former, formerHash) =>
    `rules version ${version} (hash ${hash}) in place of version ${former} (hash ${formerHash})`,
  ordered: (by, why) => `ordered by ${by}: ${why}`,
  of: (about, what) => (about === '' ? what : `${about}: ${what}`),
  meant: (what, unit) => `${what}, meant for ${unit}`,
};

export const changeWords: { readonly [language in Language]: ChangeWords } = {
  'zh-Hans': hans,
  'zh-Hant': hant,
  en,
};
