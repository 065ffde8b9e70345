import type { BallotValues } from '../../shared/domain/ballot.ts';
import {
  asksReasons,
  fieldName,
  type PaperPart,
  type PaperShape,
  reasonField,
  recusedField,
} from '../../shared/domain/ballot-paper.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { UnitId } from '../../shared/kernel/brand.ts';
import { add, decimal, formatDecimal, multiply, rational } from '../../shared/kernel/rational.ts';

/** A whole number from 0 to below `below`. */
export type Draw = (below: number) => number;

type Range = { readonly minimum: string; readonly maximum: string; readonly step: string };

/** A mark on one of the range's steps. */
function markIn({ minimum, maximum, step }: Range, draw: Draw): string {
  const steps = Math.floor((Number(maximum) - Number(minimum)) / Number(step));
  const value = add(decimal(minimum), multiply(decimal(step), rational(BigInt(draw(steps + 1)))));
  return formatDecimal(value, 6).replace(/\.?0+$/, '');
}

/** The units in an order of the panelist's own. */
function shuffled(units: readonly UnitId[], draw: Draw): readonly UnitId[] {
  return units
    .map((unit) => ({ unit, at: draw(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
}

/** What a panelist writes on every unit of one ballot, by unit and key. */
function marksOn(
  ballot: BallotType,
  units: readonly UnitId[],
  draw: Draw,
): readonly (readonly [unit: UnitId, key: string, text: string])[] {
  switch (ballot.kind) {
    case 'points':
      return units.flatMap((unit) =>
        ballot.criteria.map((row) => [unit, row.id, markIn(row, draw)] as const),
      );
    case 'total':
      return units.map((unit) => [unit, 'total', markIn(ballot, draw)]);
    case 'grades':
      return units.map((unit) => [unit, 'grade', ballot.grades[draw(ballot.grades.length)]?.id ?? '']);
    case 'ranking':
      return shuffled(units, draw).map((unit, n) => [unit, 'place', String(n + 1)]);
    case 'placement':
      return units.map((unit) => [unit, 'place', String(1 + draw(ballot.lastPlace))]);
    case 'yes-no':
      return units.map((unit) => [unit, 'vote', ['yes', 'no', 'abstain'][draw(3)] ?? 'no']);
    case 'approval':
    case 'winner': {
      const most = ballot.kind === 'winner' ? 1 : Math.min(ballot.atMost, units.length);
      const least = ballot.kind === 'winner' ? 1 : ballot.atLeast;
      const named = shuffled(units, draw).slice(0, least + draw(most - least + 1));
      return units.map((unit) => [unit, 'vote', named.includes(unit) ? 'yes' : 'no']);
    }
  }
}

/** A paper filled in by somebody who keeps to its form; limits on the whole paper may be broken. */
export function filledPaper(shape: PaperShape, parts: readonly PaperPart[], draw: Draw): BallotValues {
  const fields = parts.flatMap(({ ballot, units }) => {
    const out = ballot.secrecy === 'anonymous' && draw(4) === 0 ? units[draw(units.length)] : undefined;
    const voting = units.filter((unit) => unit !== out);
    const name = (unit: UnitId, key: string) => fieldName(shape, ballot.id, unit, key);
    return [
      ...marksOn(ballot, voting, draw).map(([unit, key, text]) => [name(unit, key), text] as const),
      ...(asksReasons(ballot) ? voting.map((unit) => [name(unit, reasonField), 'seen'] as const) : []),
      ...(out === undefined ? [] : [[name(out, recusedField), 'yes'] as const]),
    ];
  });
  return Object.fromEntries(fields);
}
