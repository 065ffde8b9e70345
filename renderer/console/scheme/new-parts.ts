import type { BallotType, ValidityRule } from '../../../shared/domain/scoring/rules/ballot-type.ts';
import type { TieRule } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import type { ValueNode } from '../../../shared/domain/scoring/rules/value-node.ts';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import { type Draft, idsAt, listAt, textAt } from './draft.ts';
import { freeId } from './rename-id.ts';

/** The least that can be scored: one group, one total, its mean. Whether to rank on rounded or exact is left open. */
export const blankDraft: Draft = {
  format: 'leitai-scheme/1',
  id: 'my-contest',
  version: 1,
  name: { 'zh-Hans': '新规则', 'zh-Hant': '新規則', en: 'New rules' },
  groups: [{ id: 'judges', name: { 'zh-Hans': '评委', 'zh-Hant': '評委', en: 'Judges' }, weight: 1 }],
  ballots: [{ kind: 'total', id: 'marks', maximum: '100', step: '0.5' }],
  nodes: [
    {
      kind: 'groups',
      id: 'total',
      name: { 'zh-Hans': '总分', 'zh-Hant': '總分', en: 'Total' },
      ballot: 'marks',
      round: { decimals: 2 },
    },
  ],
  ranking: { by: 'total' },
};

/** What an entry of another kind keeps of the one that stood there: its id and its name. */
export type Kept = { readonly id: string; readonly name?: Json };

function kept({ id, name }: Kept): { readonly [member: string]: Json } {
  return name === undefined ? { id } : { id, name };
}

export function newBallot(kind: BallotType['kind'], own: Kept): Json {
  const base = { kind, ...kept(own) };
  switch (kind) {
    case 'points':
      return {
        ...base,
        criteria: [
          { id: 'c1', maximum: '50', step: '0.5' },
          { id: 'c2', maximum: '50', step: '0.5' },
        ],
      };
    case 'total':
      return { ...base, maximum: '100', step: '0.5' };
    case 'grades':
      return {
        ...base,
        grades: [
          { id: 'good', name: { 'zh-Hans': '好', 'zh-Hant': '好', en: 'Good' }, points: '100' },
          { id: 'poor', name: { 'zh-Hans': '差', 'zh-Hant': '差', en: 'Poor' }, points: '0' },
        ],
      };
    case 'placement':
      return { ...base, lastPlace: 12 };
    case 'approval':
      return { ...base, atMost: 3, round: { kind: 'all-units' } };
    case 'ranking':
      return { ...base, round: { kind: 'all-units' } };
    case 'yes-no':
    case 'winner':
      return base;
    default:
      return unreachable(kind);
  }
}

/** A node of that kind that takes the first ballot or the ranking's node, as far as there is one. */
export function newNode(draft: Draft, kind: ValueNode['kind'], own: Kept): Json {
  const base = { kind, ...kept(own) };
  const ballot = textAt(draft, 'ballots.0.id');
  const other = idsAt(draft, 'nodes').find((id) => id !== own.id) ?? '';
  switch (kind) {
    case 'marks':
    case 'groups':
      return { ...base, ballot };
    case 'weighted':
      return { ...base, parts: [{ node: other, weight: 1 }] };
    case 'sum':
      return { ...base, parts: [{ node: other }] };
    case 'product':
      return { ...base, parts: [other] };
    case 'factor':
    case 'place':
      return { ...base, of: other };
    case 'pick':
      return { ...base, from: { nodes: [other] } };
    case 'measure':
      return { ...base, measure: 'seconds' };
    case 'linear':
      return { ...base, of: other, rate: '1' };
    case 'bands':
      return { ...base, of: other, bands: [{ from: '0', points: '0' }] };
    case 'time':
      return { ...base, of: other, limit: '300', over: { kind: 'per-started', seconds: '30', points: '-1' } };
    case 'rescale':
      return { ...base, of: other, to: 'best' };
    case 'adjustments':
      return base;
    case 'skating':
      return { ...base, ballots: [ballot] };
    default:
      return unreachable(kind);
  }
}

export function newTie(draft: Draft, kind: TieRule['kind']): Json {
  const node = textAt(draft, 'nodes.0.id');
  switch (kind) {
    case 'decimals':
    case 'decision':
      return { kind };
    case 'node':
      return { kind, node };
    case 'count-back':
      return { kind, ballot: textAt(draft, 'ballots.0.id') };
    case 'count-back-nodes':
      return { kind, from: { nodes: [node] } };
    default:
      return unreachable(kind);
  }
}

export function newValidity(kind: ValidityRule['kind'], grade: string | undefined): Json {
  const marks = grade === undefined ? { above: '90' } : { grade };
  switch (kind) {
    case 'at-most':
      return { kind, limit: grade === undefined ? { count: 1 } : { percent: '30' }, marks, effect: 'refuse' };
    case 'at-least':
      return { kind, limit: { count: 1 }, marks, effect: 'refuse' };
    case 'reason-beyond':
      return { kind, marks, effect: 'refuse' };
    case 'no-equal-marks':
    case 'not-all-equal':
      return { kind, effect: 'refuse' };
    default:
      return unreachable(kind);
  }
}

export function newGroup(draft: Draft): Json {
  return { id: freeId(draft, 'groups', 'g'), weight: 1 };
}

export function newFact(draft: Draft): Json {
  return { id: freeId(draft, 'facts', 'k'), value: '100' };
}

/** As wide as the one before it: criteria mostly share their step. */
export function newCriterion(draft: Draft, list: string): Json {
  const last = listAt(draft, list).length - 1;
  return {
    id: freeId(draft, list, 'c'),
    maximum: textAt(draft, `${list}.${last}.maximum`) || '10',
    step: textAt(draft, `${list}.${last}.step`) || '0.5',
  };
}

export function newGrade(draft: Draft, list: string): Json {
  return { id: freeId(draft, list, 'grade'), points: '0' };
}

export function newPrize(draft: Draft): Json {
  return { id: freeId(draft, 'prizes', 'prize'), name: 'Prize', quota: 1 };
}
