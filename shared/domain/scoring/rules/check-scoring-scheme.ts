import { err, ok, type Result } from '../../../kernel/result.ts';
import { ballotProblems } from './ballot-problems.ts';
import { nodeProblems } from './node-problems.ts';
import { expandNodes } from './plan.ts';
import { idsTwice, none, type Problems, problem, unknownIds } from './scheme-problem.ts';
import { type ScoringScheme, scoringSchemeSchema } from './scoring-scheme.ts';

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
          ...(scheme.ballots.some(({ id }) => id === rule.ballot)
            ? none
            : problem('unknown-ballot', `${path}.ballot`, rule.ballot)),
          ...unknownIds(rule.groups, groups, 'unknown-group', `${path}.groups`),
        ];
      default:
        return none;
    }
  });
}

function outcomeProblems(scheme: ScoringScheme): Problems {
  const { outputs, prizes, stage } = scheme;
  return [
    ...unitNode(scheme, scheme.ranking.by, 'ranking.by'),
    ...tieProblems(scheme),
    ...outputs.flatMap(({ node }, n) => unitNode(scheme, node, `outputs.${n}.node`)),
    ...prizes.flatMap(({ by, quota, atLeast, above, below }, n) => [
      ...(by === undefined ? none : unitNode(scheme, by, `prizes.${n}.by`)),
      ...(quota === undefined && atLeast === undefined && above === undefined && below === undefined
        ? problem('prize-without-line', `prizes.${n}`)
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
