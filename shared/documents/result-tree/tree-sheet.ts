import { type AttemptRef, attemptsOf } from '../../domain/attempts.ts';
import { contestOf } from '../../domain/contest-of.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { EventState } from '../../domain/state.ts';
import type { UnitId } from '../../kernel/brand.ts';
import type { Language } from '../../kernel/language.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { SheetRefusal } from '../../views/sheet-kinds.ts';
import type { Sheet } from '../sheet.ts';
import { sheetOf } from '../sheet-frame.ts';
import type { SheetSource } from '../sheet-source.ts';
import { votedBallots } from '../voted-ballots.ts';
import { paperKey } from './opened-unit.ts';
import { treeBlocks } from './tree-blocks.ts';
import { treeWords } from './tree-words.ts';

/** Which item of its list an attempt is, from 0; undefined where a vote is on the unit itself. */
function itemAt({ definition }: EventState, attempt: AttemptRef | null): number | undefined {
  if (!attempt) return undefined;
  return attemptsOf(definition, attempt.list).findIndex(({ id }) => id === attempt.id);
}

/** Seats whose vote on the unit or on an attempt of it came on paper, by `paperKey`; a secret one is cast on no paper that the event knows of. */
function onPaperOf(state: EventState, unit: UnitId): { readonly [key: string]: readonly string[] } {
  return Object.fromEntries(
    votedBallots(state, unit).map(({ ballot, attempt, round }) => [
      paperKey(ballot.id, attempt?.list, itemAt(state, attempt)),
      Object.values(round.ballots).flatMap((stored) => (stored?.source === 'paper' ? [stored.seat] : [])),
    ]),
  );
}

/** One unit's score opened into all its reasons; only of a counted result. */
export function treeSheet(
  source: SheetSource,
  unitId: string,
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { definition, result } = source.state;
  if (result.kind === 'none') return err('result-not-counted');
  const unit = definition.units.find(({ id }) => id === unitId);
  const figure = result.figures.units.find((each) => each.unit === unitId);
  if (!unit || !figure) return err('unknown-unit');
  const { sheet } = treeWords[language];
  const calculation = calculator(definition.scheme)(contestOf(source.state));
  const opened = { id: unit.id, state: figure.state, onPaper: onPaperOf(source.state, unit.id) };
  return ok(
    sheetOf(source, language, {
      name: sheet,
      about: unit.name[language],
      isOfResult: true,
      blocks: treeBlocks(calculation, opened, definition, language),
      signatures: [],
    }),
  );
}
