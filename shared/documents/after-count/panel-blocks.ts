import { agreementOf, type GroupAgreement } from '../../domain/scoring/rules/agreement.ts';
import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import type { Performance } from '../../domain/scoring/rules/judge-totals.ts';
import { type OddBallot, oddBallots, oddDistance } from '../../domain/scoring/rules/odd-ballots.ts';
import { panelsOf } from '../../domain/scoring/rules/panels.ts';
import { formatDecimal, type Rational, rational } from '../../kernel/rational.ts';
import type { NamesOf } from '../result-tree/contest-names.ts';
import { numberText } from '../result-tree/exact-text.ts';
import type { SheetBlock, SheetColumn } from '../sheet.ts';
import type { AfterCountWords } from './after-count-words.ts';

/** Nobody's total can be further away. */
const never = rational(10n ** 15n);

/** Each panel with its name: the group's, and the ballot's where several were cast. */
function namedPanels(calculation: Calculation, names: NamesOf, words: AfterCountWords) {
  const hasOthers = calculation.plan.scheme.ballots.length > 1;
  return panelsOf(calculation).map(({ ballot, group, division }) => {
    const named = names.ballot(ballot.id);
    const own = names.group(group);
    const name = hasOthers && named !== '' ? words.onBallot(own, named) : own;
    return {
      ballot,
      group,
      division,
      name: division === '' ? name : words.inDivision(names.division(division), name),
    };
  });
}

const text = (name: string): SheetColumn => ({ name, content: { kind: 'text' } });
const number = (name: string): SheetColumn => ({ name, content: { kind: 'number' } });
const three = (value: Rational | null) => value && formatDecimal(value, 3);

function seatTable(
  agreements: readonly (GroupAgreement & { readonly name: string })[],
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const rows = agreements.flatMap(({ seats, name }) =>
    (seats ?? []).map(({ seat, correlation, distance }) => [
      names.seat(seat),
      name,
      three(correlation),
      formatDecimal(distance, 2),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [text(words.seat), text(words.group), number(words.correlation), number(words.distance)],
      rows,
    },
    { kind: 'lines', lines: [words.seatNote] },
  ];
}

// RULE-31
/** How far each group's seats put the units in one order; seat by seat where the ballot isn't secret. */
export function agreementBlocks(
  calculation: Calculation,
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const agreements = namedPanels(calculation, names, words).map(({ ballot, group, division, name }) => ({
    ...agreementOf(calculation, ballot.id, group, division),
    name,
  }));
  const isSecret = agreements.some(({ seats }) => seats === null);
  const lacking = agreements.flatMap(({ name, concordance }) =>
    typeof concordance === 'string' ? [words.ofPanel(name, words.noConcordance[concordance])] : [],
  );
  return [
    { kind: 'heading', text: words.agreement },
    {
      kind: 'table',
      columns: [text(words.group), number(words.judges), text(words.units), number(words.concordance)],
      rows: agreements.map(({ name, judges, units, of, concordance }) => [
        name,
        `${judges}`,
        `${units.length} / ${of}`,
        typeof concordance === 'string' ? null : three(concordance),
      ]),
    },
    { kind: 'lines', lines: [...lacking, words.agreementNote] },
    ...seatTable(agreements, names, words),
    ...(isSecret ? [{ kind: 'lines', lines: [words.secret] } as const] : []),
  ];
}

function performanceName({ unit, attempt }: Pick<Performance, 'unit' | 'attempt'>, names: NamesOf): string {
  const own = names.unit(unit);
  return attempt ? `${own} · ${names.item(attempt.list, attempt.id) ?? attempt.id}` : own;
}

function oddText(odd: OddBallot, words: AfterCountWords): string {
  return words.kinds[odd.kind](odd.kind === 'far-from-median' ? numberText(odd.distance) : '');
}

// RULE-30
/** Ballots that the monitor may want to look at; of a secret ballot none. */
export function oddBlocks(
  calculation: Calculation,
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const panels = namedPanels(calculation, names, words);
  const rows = panels.flatMap(({ ballot, group, division, name }) =>
    oddBallots(calculation, ballot.id, group, oddDistance(ballot) ?? never, division).map((odd) => [
      names.seat(odd.seat),
      name,
      odd.kind === 'far-from-median' ? performanceName(odd, names) : null,
      oddText(odd, words),
    ]),
  );
  const isSecret = panels.some(({ ballot }) => ballot.secrecy === 'anonymous');
  const lines = [
    ...(rows.length > 0 ? [words.oddNote] : isSecret ? [] : [words.nothingOdd]),
    ...(isSecret ? [words.secret] : []),
  ];
  return [
    { kind: 'heading', text: words.odd },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [text(words.seat), text(words.group), text(words.unit), text(words.what)],
            rows,
          },
        ]),
    { kind: 'lines', lines },
  ];
}
