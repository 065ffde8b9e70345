import { isCastBy } from '../domain/scoring/rules/casting.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { eventNames } from './event-names.ts';
import { seatBallotBlock } from './seat-ballot.ts';
import { seatWords } from './seat-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';

/**
 * One panelist's own ballots, to sign; only of counted rounds, and never of a secret ballot, of which nobody knows who
 * cast it.
 */
export function seatSheet(
  source: SheetSource,
  seatId: string,
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  const open = definition.scheme.ballots.filter(({ secrecy }) => secrecy !== 'anonymous');
  if (open.length === 0) return err('ballot-secret');
  if (state.result.kind === 'none') return err('result-not-counted');
  const seat = definition.seats.find(({ id }) => id === seatId);
  if (!seat) return err('unknown-seat');
  const own = open.filter((ballot) => isCastBy(ballot, seat.group));
  if (own.length === 0) return err('ballot-secret');
  const words = seatWords[language];
  const names = eventNames(definition, language);
  const hasSeveral = definition.scheme.ballots.length > 1;
  const tables = own.flatMap((ballot): readonly SheetBlock[] => {
    const table = seatBallotBlock(state, ballot, seat, language);
    if (!table) return [];
    return hasSeveral ? [{ kind: 'heading', text: names.ballot(ballot.id) }, table] : [table];
  });
  const hasSums = tables.some(
    (block) => block.kind === 'table' && block.columns.some(({ name }) => name === words.total),
  );
  const blocks: readonly SheetBlock[] = [
    {
      kind: 'facts',
      facts: [
        { name: words.seat, text: words.seatOf(`${seat.number}`) },
        { name: words.group, text: names.group(seat.group) },
      ],
    },
    ...tables,
    { kind: 'lines', lines: hasSums ? [words.note, words.sumNote] : [words.note] },
  ];
  return ok(
    sheetOf(source, language, {
      name: words.sheet(`${seat.number}`),
      isOfResult: true,
      blocks,
      signatures: [words.signer(`${seat.number}`)],
    }),
  );
}
