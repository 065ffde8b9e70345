import { compare, decimal, formatDecimal, rational, zero } from '../../../kernel/rational.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { ballotProblems } from './ballot-problems.ts';
import type { BallotType } from './ballot-type.ts';
import { isCastBy } from './casting.ts';
import { nodeProblems } from './node-problems.ts';
import { expandNodes } from './plan.ts';
import { idsTwice, none, type Problems, problem, unknownIds } from './scheme-problem.ts';
import { type ScoringScheme, scoringSchemeSchema, type TieRule } from './scoring-scheme.ts';
import { rangeFault } from './vote-check.ts';

const one = rational(1n);

function quorumProblems({ groups }: ScoringScheme): Problems {
  return groups.flatMap(({ quorum }, n) => {
    if (!quorum || !('of' in quorum.atLeast)) return none;
    const [part, whole] = quorum.atLeast.of;
    return part > whole ? problem('quorum-above-all', `groups.${n}.quorum.atLeast.of`) : none;
  });
}

/** A node of the unit's own, such as a ranking needs. */
function unitNode(scheme: ScoringScheme, id: string, path: string): Problems {
  const node = expandNodes(scheme).find((entry) => entry.id === id);
  if (node) return node.each === undefined ? none : problem('item-values-outside', path, id);
  const [of, group] = id.split('.');
  const isGroupMissing =
    group !== undefined && scheme.nodes.some((entry) => entry.kind === 'groups' && entry.id === of);
  return isGroupMissing ? problem('unknown-group', path, group) : problem('unknown-node', path, id);
}

/** A node that is computed for each item. */
function itemNode(scheme: ScoringScheme, id: string, path: string): Problems {
  const node = expandNodes(scheme).find((entry) => entry.id === id);
  if (!node) return problem('unknown-node', path, id);
  return node.each === undefined ? problem('not-items', path, id) : none;
}

function countBackProblems(
  scheme: ScoringScheme,
  rule: Extract<TieRule, { kind: 'count-back' }>,
  path: string,
): Problems {
  const ballot = scheme.ballots.find(({ id }) => id === rule.ballot);
  if (!ballot) return problem('unknown-ballot', `${path}.ballot`, rule.ballot);
  const strangers = (rule.groups ?? []).flatMap((group, n) =>
    isCastBy(ballot, group) ? none : problem('nobody-casts', `${path}.groups.${n}`, rule.ballot),
  );
  const isWritten = rule.only === undefined || canBeWritten(ballot, rule.only);
  return [...strangers, ...(isWritten ? none : problem('never-reached', `${path}.only`, rule.only))];
}

/** Whether a judge's whole ballot on a unit can come to this number. */
function canBeWritten(ballot: BallotType, only: string): boolean {
  const mark = decimal(only);
  switch (ballot.kind) {
    case 'points':
      return true;
    case 'total':
      return rangeFault(ballot, formatDecimal(mark, 6)) === null;
    case 'grades':
      return ballot.grades.some(({ points }) => points !== null && compare(decimal(points), mark) === 0);
    case 'ranking':
    case 'placement': {
      const last = ballot.kind === 'placement' ? String(ballot.lastPlace) : '1000';
      return rangeFault({ minimum: '1', maximum: last, step: '1' }, formatDecimal(mark, 6)) === null;
    }
    default:
      return [zero, one].some((value) => compare(value, mark) === 0);
  }
}

// RULE-24
function tieProblems(scheme: ScoringScheme): Problems {
  const groups = scheme.groups.map(({ id }) => id);
  return scheme.ranking.ties.flatMap((rule, n) => {
    const path = `ranking.ties.${n}`;
    switch (rule.kind) {
      case 'node':
        return unitNode(scheme, rule.node, `${path}.node`);
      case 'count-back-nodes':
        return 'nodes' in rule.from
          ? rule.from.nodes.flatMap((node, m) => unitNode(scheme, node, `${path}.from.nodes.${m}`))
          : itemNode(scheme, rule.from.items, `${path}.from.items`);
      case 'count-back':
        return [
          ...countBackProblems(scheme, rule, path),
          ...unknownIds(rule.groups, groups, 'unknown-group', `${path}.groups`),
        ];
      default:
        return none;
    }
  });
}

const isNotBelow = (line: string, other: string): boolean => compare(decimal(line), decimal(other)) >= 0;

/** A label behind one with a lower line, or with none, is never the first whose line is reached. */
function labelProblems(labels: ScoringScheme['outputs'][number]['labels'], path: string): Problems {
  return labels.flatMap(({ from }, n) => {
    const isBehind = labels
      .slice(0, n)
      .some((before) => before.from === undefined || (from !== undefined && isNotBelow(from, before.from)));
    return isBehind ? problem('never-reached', `${path}.${n}.from`, from ?? '') : none;
  });
}

/** A unit that is out and has zero would be first where the lower total is better. */
function zeroProblems({ units, ranking }: ScoringScheme): Problems {
  if (ranking.better === 'higher') return none;
  return (['not-called', 'withdrew', 'disqualified'] as const).flatMap((state) =>
    units[state] === 'zero' ? problem('zero-would-win', `units.${state}`) : none,
  );
}

function outcomeProblems(scheme: ScoringScheme): Problems {
  const { outputs, prizes, stage } = scheme;
  return [
    ...unitNode(scheme, scheme.ranking.by, 'ranking.by'),
    ...tieProblems(scheme),
    ...outputs.flatMap(({ node, labels }, n) => [
      ...unitNode(scheme, node, `outputs.${n}.node`),
      ...labelProblems(labels, `outputs.${n}.labels`),
    ]),
    ...prizes.flatMap(({ by, quota, atLeast, above, below }, n) => [
      ...(by === undefined ? none : unitNode(scheme, by, `prizes.${n}.by`)),
      ...(quota === undefined && atLeast === undefined && above === undefined && below === undefined
        ? problem('prize-without-line', `prizes.${n}`)
        : none),
      ...(below !== undefined &&
      [atLeast, above].some((line) => line !== undefined && isNotBelow(line, below))
        ? problem('never-reached', `prizes.${n}.below`, below)
        : none),
    ]),
    ...(stage?.carry ? unitNode(scheme, stage.carry.node, 'stage.carry.node') : none),
  ];
}

/** A scheme that can't work is refused when it is made: all that is wrong with it, in the order of the file. */
export function checkScoringScheme(scheme: ScoringScheme): Result<ScoringScheme, Problems> {
  const problems = [
    ...idsTwice(scheme.groups, 'groups'),
    ...quorumProblems(scheme),
    ...idsTwice(scheme.ballots, 'ballots'),
    ...ballotProblems(scheme),
    ...idsTwice(scheme.facts, 'facts'),
    ...idsTwice(scheme.nodes, 'nodes'),
    ...nodeProblems(scheme),
    ...zeroProblems(scheme),
    ...outcomeProblems(scheme),
    ...idsTwice(scheme.prizes, 'prizes'),
  ];
  return problems.length === 0 ? ok(scheme) : err(problems);
}

// RULE-7
/** Reads a scheme file; what is left out takes the format's defaults. */
export function readScoringScheme(file: unknown): Result<ScoringScheme, Problems> {
  const parsed = scoringSchemeSchema.safeParse(file);
  if (parsed.success) return checkScoringScheme(parsed.data);
  return err(
    parsed.error.issues.flatMap(({ path, message }) =>
      problem('bad-shape', path.map(String).join('.'), message),
    ),
  );
}
