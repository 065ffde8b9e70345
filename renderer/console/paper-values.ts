import { reasonField } from '../../shared/domain/ballot-paper.ts';
import { valueKeys } from '../../shared/domain/scoring/rules/value-keys.ts';
import { askedOf, fieldOn, openUnits, type Paper, type PaperValues } from '../ballot-paper/paper.ts';

/**
 * A paper as it is entered: what was typed of units that may be voted on, exactly as it stands there, also a place that is
 * given twice; a unit that isn't named has a no, and nothing is left empty.
 */
export function valuesAsWritten(paper: Paper, written: PaperValues): PaperValues {
  const values: { [field: string]: string } = {};
  for (const ballot of paper.parts)
    for (const { id } of openUnits(paper, ballot, written)) {
      for (const key of [...valueKeys(ballot), reasonField]) {
        const field = fieldOn(paper, ballot, id, key);
        const text = written[field]?.trim() ?? '';
        if (text !== '') values[field] = text;
      }
      if (askedOf(ballot).kind === 'names') values[fieldOn(paper, ballot, id, 'vote')] ??= 'no';
    }
  return values;
}
