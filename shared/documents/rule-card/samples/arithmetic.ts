import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import { evaluate } from '../../../domain/scoring/rules/formula.ts';
import type { Part } from '../../../domain/scoring/rules/node-value.ts';
import { explainUnit, type TreeNode } from '../../../domain/scoring/rules/result-tree.ts';
import { compare, type Rational } from '../../../kernel/rational.ts';
import { roundingText } from '../number-words.ts';
import { capital, clauses, type Speaker } from '../speaker.ts';
import { exceptionText } from './exceptions.ts';
import { expression } from './expression.ts';
import { fraction, leastDecimals, numberText, rounded } from './sample-numbers.ts';
import type { Step } from './step.ts';

type Fact = { readonly name: string; readonly text: string };

/** The value before the limits, again from the parts. */
function rawValue({ tree }: Step): Rational {
  const parts = tree.parts.map(
    ({ value, times, ...part }): Part => ({
      ...part,
      value: value === null ? null : fraction(value),
      times: fraction(times),
    }),
  );
  return evaluate({ by: tree.by, parts, over: fraction(tree.over) });
}

/** `= 86.146666…`, held to a limit, rounded. */
function ending(step: Step, left: string): readonly string[] {
  const { speaker, tree, node } = step;
  const { say, plan } = speaker;
  if (tree.exact === null || tree.value === null) return [say('不出结果', '不出結果', 'no result')];
  const [exact, value, raw] = [fraction(tree.exact), fraction(tree.value), rawValue(step)];
  const least = leastDecimals(plan, node.id);
  const equals = (text: string) => (left === '' || left === text ? text : `${left} = ${text}`);
  const isHeld = compare(raw, exact) !== 0;
  const limit =
    compare(raw, exact) < 0
      ? say('按下限', '按下限', 'held to the floor')
      : say('按上限', '按上限', 'held to the cap');
  const held = isHeld
    ? [
        say(
          `${limit}为 ${numberText(exact, 0)}`,
          `${limit}為 ${numberText(exact, 0)}`,
          `${limit}: ${numberText(exact, 0)}`,
        ),
      ]
    : [];
  if (!node.round) return [equals(numberText(raw, least)), ...held];
  if (!isHeld && compare(exact, value) === 0) return [equals(rounded(value, node.round.decimals))];
  const shown = rounded(value, node.round.decimals);
  const rounding = roundingText(say, node.round);
  return [
    equals(numberText(raw, isHeld ? 0 : least)),
    ...held,
    say(`${rounding}，为 ${shown}`, `${rounding}，為 ${shown}`, `${rounding}: ${shown}`),
  ];
}

function stepFact(step: Step, item: string | undefined): Fact {
  const { speaker, node, tree } = step;
  const { say, names } = speaker;
  const name = capital(names.node(node.id));
  const numbered =
    item === undefined
      ? name
      : say(`${name}（第 ${item} 项）`, `${name}（第 ${item} 項）`, `${name} (no. ${item})`);
  const left = tree.exact === null ? '' : expression(step);
  return { name: numbered, text: clauses(say, [...ending(step, left), exceptionText(step)]) };
}

/** Measured values of all items side by side, instead of a line for each. */
function measuredItems({ speaker, node }: Step, trees: readonly TreeNode[]): Fact {
  const { say, names } = speaker;
  const values = trees.map(({ value }) => (value === null ? '—' : numberText(fraction(value), 0)));
  const name = capital(names.node(node.id));
  return {
    name: say(`${name}（各项）`, `${name}（各項）`, `${name} (each)`),
    text: values.join(say('、', '、', ', ')),
  };
}

/** The arithmetic of these nodes of a unit, in the order in which they are named. */
export function arithmetic(
  speaker: Speaker,
  calculation: Calculation,
  unit: string,
  nodes: readonly string[],
): readonly Fact[] {
  const { nodes: trees } = explainUnit(calculation, unit);
  const shared = { speaker, trees, facts: calculation.contest.facts };
  return nodes.flatMap((id) => {
    const node = calculation.plan.nodeById.get(id);
    const own = trees.filter((tree) => tree.node === id);
    const [tree] = own;
    if (!node || !tree) return [];
    if (node.kind === 'measure' && node.each !== undefined)
      return [measuredItems({ ...shared, tree, node }, own)];
    return own.map((entry) => stepFact({ ...shared, tree: entry, node }, entry.key.split('#')[1]));
  });
}
