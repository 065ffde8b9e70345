import { contestOf } from '../domain/contest-of.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { unreachable } from '../kernel/unreachable.ts';
import { type SheetKind, type SheetList, type SheetRefusal, sheetKinds } from '../views/sheet-kinds.ts';
import { afterCountSheet } from './after-count/after-count-sheet.ts';
import { announcerSheet } from './announcer-sheet.ts';
import { countSheet } from './count-sheet.ts';
import { openingSheet } from './opening-sheet.ts';
import { paperBallotSheet } from './paper-ballot-sheet.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { resultSheet } from './result-sheet.ts';
import { treeSheet } from './result-tree/tree-sheet.ts';
import { ruleCardSheet } from './rule-card-sheet.ts';
import { seatSheet } from './seat-sheet.ts';
import type { Sheet } from './sheet.ts';
import type { FigureSource, SheetSource } from './sheet-source.ts';
import { unitSheet } from './unit-sheet.ts';

/** What a document is about; null where it is about all of them, or isn't said. */
export type Chosen = { readonly unit: string | null; readonly seat: string | null };

function ofFigures(
  source: SheetSource,
  language: Language,
  build: (source: FigureSource, figures: Figures, language: Language) => Sheet,
): Result<Sheet, SheetRefusal> {
  const { result } = source.state;
  if (result.kind === 'none') return err('result-not-counted');
  return ok(build({ ...source, contest: contestOf(source.state) }, result.figures, language));
}

/** Any document of the event as it stands now, or why it can't be had. No mark leaves before the count. */
export function makeSheet(
  kind: SheetKind,
  source: SheetSource,
  chosen: Chosen,
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { ballots } = source.state.definition.scheme;
  if (ballots.length === 0 && (kind === 'paper-ballot' || kind === 'seat')) return err('no-ballots');
  switch (kind) {
    case 'rule-card':
      return ok(ruleCardSheet(source, language));
    case 'opening':
      return openingSheet(source, language);
    case 'paper-ballot':
      return paperBallotSheet(source, chosen, language);
    case 'count':
      return countSheet(source, language);
    case 'result':
      return ofFigures(source, language, resultSheet);
    case 'ranking':
      return ofFigures(source, language, rankingSheet);
    case 'announcer':
      return ofFigures(source, language, announcerSheet);
    case 'unit':
      return unitSheet(source, chosen.unit ?? '', language);
    case 'seat':
      return seatSheet(source, chosen.seat ?? '', language);
    case 'tree':
      return treeSheet(source, chosen.unit ?? '', language);
    case 'after-count':
      return afterCountSheet(source, language);
    default:
      return unreachable(kind);
  }
}

/** Why no document of this kind can be had now, whatever it is about. */
function refusalNow(kind: SheetKind, { definition, roundOrder, result }: EventState): SheetRefusal | null {
  switch (kind) {
    case 'opening':
      return roundOrder.length > 0 ? 'opening-too-late' : null;
    case 'rule-card':
      return null;
    case 'paper-ballot':
      return definition.scheme.ballots.length === 0 ? 'no-ballots' : null;
    case 'seat':
      if (definition.scheme.ballots.length === 0) return 'no-ballots';
      if (definition.scheme.ballots.every(({ secrecy }) => secrecy === 'anonymous')) return 'ballot-secret';
      return result.kind === 'none' ? 'result-not-counted' : null;
    default:
      return result.kind === 'none' ? 'result-not-counted' : null;
  }
}

/** The documents of the event with what can be had now, and the units and seats that they may be about. */
export function sheetList(state: EventState, language: Language): SheetList {
  const { units, seats, groups } = state.definition;
  return {
    documents: sheetKinds.map((kind) => ({ kind, refusal: refusalNow(kind, state) })),
    units: units.map(({ id, name }) => ({ id, name: name[language] })),
    seats: seats.map(({ id, number, group }) => ({
      id,
      number,
      group: groups.find((each) => each.id === group)?.name[language] ?? group,
    })),
  };
}
