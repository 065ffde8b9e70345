import type { UnitFigure } from '../../domain/scoring/figures.ts';
import type { missingPolicies } from '../../domain/scoring/rules/ballot-type.ts';
import type { NoValue, PartState } from '../../domain/scoring/rules/node-value.ts';
import type { PlanNode } from '../../domain/scoring/rules/plan.ts';
import type { TieRule } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Rounding, Sharing } from '../../domain/scoring/rules/value-node.ts';
import type { Language } from '../../kernel/language.ts';
import { treeWordsEn } from './tree-words-en.ts';
import { treeWordsHans } from './tree-words-zh-hans.ts';
import { treeWordsHant } from './tree-words-zh-hant.ts';

/** The words in which a number is opened. Numbers and names come as finished text. */
export type TreeWords = {
  readonly sheet: string;
  readonly facts: {
    readonly [fact in 'unit' | 'division' | 'place' | 'total' | 'state']: string;
  };
  readonly madeOf: string;
  readonly parted: string;
  readonly beside: string;
  /** What stands on a ballot whose mark counts nothing. */
  readonly written: (text: string) => string;
  /** Between clauses, and between things listed. */
  readonly clause: string;
  readonly list: string;
  readonly none: string;
  readonly unitStates: { readonly [state in UnitFigure['state']]: string };
  readonly shared: { readonly [way in Sharing]: string };
  /** What a node is where the scheme gives it no name. */
  readonly kinds: { readonly [kind in PlanNode['kind']]: (what: string) => string };
  readonly named: (name: string, text: string) => string;
  readonly inGroup: (group: string, seat: string) => string;
  readonly seat: (number: string) => string;
  readonly onPaper: string;
  readonly secretBallot: string;
  readonly item: (name: string, number: string) => string;
  /** An item that has a name of its own. */
  readonly itemNamed: (name: string, item: string) => string;
  readonly partStates: { readonly [state in Exclude<PartState, 'struck-high' | 'struck-low'>]: string };
  readonly policies: { readonly [policy in (typeof missingPolicies)[number]]: string };
  readonly votes: { readonly [vote in 'yes' | 'no' | 'abstain']: string };
  readonly place: (place: string) => string;
  /** How marks became one value; `sum` and `count` are of those that count. */
  readonly panel: {
    readonly mean: (sum: string, count: string) => string;
    readonly sum: (count: string) => string;
    readonly median: (count: string) => string;
    readonly highest: (count: string) => string;
    readonly lowest: (count: string) => string;
    readonly share: (hits: string, count: string, outOf: string) => string;
    readonly count: (hits: string, count: string) => string;
  };
  readonly criteria: (names: string) => string;
  readonly readPlaces: string;
  readonly stretched: string;
  readonly placePoints: string;
  readonly uncounted: string;
  readonly struck: (which: string) => string;
  readonly notStruck: (which: string, from: string) => string;
  readonly struckAs: (which: string) => string;
  /** The outermost marks: the best and worst scores, or the largest and smallest places. */
  readonly extremes: {
    readonly [of in 'scores' | 'places']: {
      readonly high: (count: string) => string;
      readonly low: (count: string) => string;
      readonly highest: string;
      readonly lowest: string;
    };
  };
  readonly byWholeBallot: string;
  readonly perGroup: string;
  readonly weight: (weight: string, all: string) => string;
  readonly weightElsewhere: (weight: string) => string;
  readonly countsZero: string;
  readonly times: (factor: string) => string;
  readonly dropped: string;
  readonly picked: (best: string, worst: string) => string;
  readonly pickedBest: (count: string) => string;
  readonly pickedBy: { readonly [by in 'sum' | 'mean' | 'median']: string };
  readonly carriedFrom: (stage: string) => string;
  readonly measured: string;
  readonly measuredNot: string;
  readonly band: (value: string, from: string) => string;
  readonly belowBands: (value: string) => string;
  readonly time: {
    readonly over: (time: string, limit: string, by: string) => string;
    readonly under: (time: string, limit: string, by: string) => string;
    readonly within: (time: string, limit: string) => string;
  };
  readonly grace: (seconds: string) => string;
  readonly placeAmong: (place: string) => string;
  readonly equalPlaces: (count: string) => string;
  readonly rescale: { readonly [to in 'best' | 'division-mean']: string };
  readonly base: string;
  readonly par: string;
  readonly adjustedBy: (author: string) => string;
  readonly noAdjustment: string;
  readonly skating: (majority: string, judges: string) => string;
  readonly skatingColumn: (place: string) => string;
  readonly skatingSum: (sum: string) => string;
  readonly isMajority: string;
  readonly empty: string;
  readonly raised: (from: string, floor: string) => string;
  readonly lowered: (from: string, cap: string) => string;
  readonly exactly: (exact: string) => string;
  readonly fraction: (decimals: string, fraction: string) => string;
  readonly rounded: (mode: string, decimals: string) => string;
  readonly modes: { readonly [mode in Rounding['mode']]: string };
  readonly unrounded: string;
  /** With fewer decimals than the value has. */
  readonly shownAs: (text: string) => string;
  readonly seeAbove: string;
  readonly absences: { readonly [why in NoValue['why']]: string };
  readonly waitsFor: (what: string) => string;
  readonly quorum: (group: string) => string;
  readonly ballotOf: (group: string) => string;
  readonly tieRules: { readonly [kind in Exclude<TieRule['kind'], 'node'>]: string };
  readonly tieRule: (number: string, rule: string) => string;
  readonly before: (units: string) => string;
  readonly behind: (units: string) => string;
  readonly decidedBy: (author: string, reason: string) => string;
};

export const treeWords: { readonly [language in Language]: TreeWords } = {
  'zh-Hans': treeWordsHans,
  'zh-Hant': treeWordsHant,
  en: treeWordsEn,
};
