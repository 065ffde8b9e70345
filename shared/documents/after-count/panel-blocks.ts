import { agreementOf } from '../../domain/scoring/rules/agreement.ts';
import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import { panelsOf } from '../../domain/scoring/rules/panels.ts';
import { formatDecimal, type Rational } from '../../kernel/rational.ts';
import type { NamesOf } from '../result-tree/contest-names.ts';
import type { SheetBlock, SheetColumn } from '../sheet.ts';
import type { AfterCountWords } from './after-count-words.ts';

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

// RULE-31
/** How far each group's seats put the units in one order. Which seat stands apart is for the monitor's page alone. */
export function agreementBlocks(
  calculation: Calculation,
  names: NamesOf,
  words: AfterCountWords,
): readonly SheetBlock[] {
  const agreements = namedPanels(calculation, names, words).map(({ ballot, group, division, name }) => ({
    ...agreementOf(calculation, ballot.id, group, division),
    name,
  }));
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
    { kind: 'lines', lines: [...lacking, words.agreementNote, words.seatsElsewhere] },
  ];
}
