import { attemptNamed } from '../domain/attempts.ts';
import { entryName } from '../domain/event-version.ts';
import { isOnSameMachine } from '../domain/same-machine.ts';
import type { Change, EventState, SchemeVersion } from '../domain/state.ts';
import { seatOf, unitOf } from '../domain/state.ts';
import type { WallTime } from '../kernel/brand.ts';
import type { Language } from '../kernel/language.ts';
import { changeKindWords } from '../views/change-kind-words.ts';
import { changeWords } from './change-words.ts';
import { eventNames } from './event-names.ts';
import type { SheetChange } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

/** Which of several votes on the same is meant: of one that is void, or held again. */
function roundText(state: EventState, { what, round: id }: Change, language: Language): string {
  const round = id === null ? undefined : state.rounds[id];
  const isNamed = round !== undefined && (what === 'round-voided' || round.number > 1);
  return isNamed ? changeWords[language].round(`${round.number}`) : '';
}

// SCHEME-3
/** The version of the rules that a line of the changelog is about, and the one before it; null where it is about none. */
function rulesOf(state: EventState, change: Change): readonly [SchemeVersion, SchemeVersion] | null {
  const at = state.changes.filter(({ what }) => what === 'scheme-changed').indexOf(change);
  const [former, own] = at < 0 ? [] : state.schemes.slice(at, at + 2);
  return former && own ? [own, former] : null;
}

function aboutText(state: EventState, change: Change, language: Language): string {
  const { unit, attempt, seats, version } = change;
  const words = changeWords[language];
  const rules = rulesOf(state, change);
  if (rules) {
    const [own, former] = rules.map(({ scheme, hash }) => [`${scheme.version}`, hash.slice(0, 16)] as const);
    if (own && former) return words.rules(...own, ...former);
  }
  if (version) {
    const { n, hash, version: former } = version.supersedes;
    return words.version(`${version.version}`, `${former}`, `${n}`, hash);
  }
  const { comma } = sheetWords[language];
  const numbers = seats.map((seat) => `${seatOf(state, seat)?.number ?? seat}`).join(comma);
  const ofAttempt = attempt && attemptNamed(state.definition, attempt)?.name[language];
  return [
    unitOf(state.definition, unit)?.name[language] ?? '',
    ofAttempt ?? '',
    roundText(state, change, language),
    numbers === '' ? '' : words.seats(numbers),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function whatText(state: EventState, { what, toUnit }: Change, language: Language): string {
  const kind = changeKindWords[language][what];
  const meant = unitOf(state.definition, toUnit)?.name[language];
  return meant === undefined ? kind : changeWords[language].meant(kind, meant);
}

/** What the record says by an id, by name. */
function reasonText(state: EventState, change: Change, language: Language): string {
  const { what, reason, version } = change;
  const order =
    rulesOf(state, change)?.[0] ?? state.versions.find((each) => each.version === version?.version);
  if (order) return changeWords[language].ordered(order.orderedBy, order.reason);
  const [, id = '', rest = ''] = /^([A-Za-z0-9_-]+)((?: −\d+)?: .*)$/s.exec(reason) ?? [];
  const names = eventNames(state.definition, language);
  if (id === '') return reason;
  if (what === 'expected-lowered') return `${names.group(id)}${rest}`;
  if (what !== 'measure-corrected') return reason;
  const isFact = state.definition.scheme.facts.some((fact) => fact.id === id);
  return `${isFact ? names.fact(id) : names.measure(id)}${rest}`;
}

/** The changelog as every sheet prints it; `timeText` writes a wall time as the venue's clocks show it. */
export function changeLines(
  state: EventState,
  language: Language,
  timeText: (wall: WallTime) => string,
): readonly SheetChange[] {
  const words = changeWords[language];
  const { onSameMachine } = sheetWords[language];
  // SAME-4
  const named = (text: string, isHere: boolean) => (isHere ? onSameMachine(text) : text);
  return state.changes.map((change) => ({
    n: `#${entryName(state, change.n)}`,
    time: timeText(change.wall),
    what: named(
      words.of(aboutText(state, change, language), whatText(state, change, language)),
      change.isSameMachine === true,
    ),
    reason: reasonText(state, change, language),
    seconded: named(
      state.screens.find(({ id }) => id === change.seconded)?.name ?? change.seconded ?? '',
      isOnSameMachine(state, change.seconded),
    ),
  }));
}
