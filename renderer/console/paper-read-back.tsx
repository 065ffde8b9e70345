import { reasonField } from '../../shared/domain/ballot-paper.ts';
import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { askedOf, fieldOn, openUnits, type Paper, type PaperValues } from '../ballot-paper/paper.ts';
import styles from './drawer.module.css';
import { totalOn, useOptionName } from './paper-part-fields.tsx';
import { useBallotName } from './round-name.ts';
import { useWords } from './use-words.ts';

type Line = { readonly key: string; readonly name: string; readonly text: string; readonly isSum?: boolean };

function useLinesOf(
  paper: Paper,
  values: PaperValues,
): (ballot: BallotType, unit: UnitView) => readonly Line[] {
  const { t, localise } = useWords();
  const optionName = useOptionName();
  return (ballot, unit) => {
    const asked = askedOf(ballot);
    const at = (key: string) => values[fieldOn(paper, ballot, unit.id, key)] ?? '';
    const line = (key: string, name: string, text: string): Line => ({
      key: fieldOn(paper, ballot, unit.id, key),
      name,
      text,
    });
    const unitName = localise(unit.name);
    const said = at(reasonField);
    const reason = said === '' ? [] : [line(reasonField, t('rounds.paperReason', { unit: unitName }), said)];
    if (asked.kind === 'marks') {
      const { criteria } = asked;
      const [only] = criteria;
      if (paper.unit === null && only && criteria.length === 1)
        return [line(only.id, unitName, at(only.id)), ...reason];
      const lines = criteria.map(({ id, name }) =>
        line(id, paper.unit ? localise(name) : `${unitName} · ${localise(name)}`, at(id)),
      );
      const sum = totalOn(paper, ballot, unit, criteria, values);
      const total = paper.unit ? t('paper.total') : `${unitName} · ${t('paper.total')}`;
      const sums = criteria.length > 1 ? [{ ...line('@total', total, sum), isSum: true }] : [];
      return [...lines, ...sums, ...reason];
    }
    if (asked.kind === 'choice') {
      const chosen = asked.choice.options.find(({ id }) => id === at(asked.choice.id));
      return [
        line(asked.choice.id, paper.unit ? '' : unitName, chosen ? optionName(chosen) : '—'),
        ...reason,
      ];
    }
    if (asked.kind === 'ranking') return [line('place', unitName, at('place') || '—')];
    return [line('vote', unitName, at('vote') === 'yes' ? `✓ ${t('rounds.paperNamed')}` : '—')];
  };
}

/** All that was typed, to be compared with the paper line by line. */
export function PaperReadBack({ paper, values }: { readonly paper: Paper; readonly values: PaperValues }) {
  const ballotName = useBallotName();
  const linesOf = useLinesOf(paper, values);
  return paper.parts.map((ballot) => (
    <section key={ballot.id}>
      {paper.shape.hasSeveralForms && <h3>{ballotName(ballot)}</h3>}
      <dl className={styles.readBack}>
        {openUnits(paper, ballot, values)
          .flatMap((unit) => linesOf(ballot, unit))
          .map(({ key, name, text, isSum }) => (
            <div key={key} {...(isSum ? { className: styles.sum } : {})}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}
