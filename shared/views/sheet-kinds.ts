/** Every document of an event, in the order of its day. */
export const sheetKinds = [
  'rule-card',
  'paper-ballot',
  'opening',
  'count',
  'result',
  'ranking',
  'unit',
  'seat',
  'tree',
  'after-count',
  'announcer',
] as const;

export type SheetKind = (typeof sheetKinds)[number];

export const sheetFormats = ['json', 'csv', 'xlsx'] as const;

export type SheetFormat = (typeof sheetFormats)[number];

/** Why a document can't be made now, or not of this unit or seat. */
export type SheetRefusal =
  | 'result-not-counted'
  | 'opening-too-late'
  | 'unknown-unit'
  | 'unknown-seat'
  | 'ballot-secret'
  | 'no-ballots'
  | 'too-many-ballots';

/** What a document is about beside the event. */
export type SheetSubject = 'event' | 'unit' | 'seat' | 'unit-and-seat';

export const sheetSubjects: { readonly [kind in SheetKind]: SheetSubject } = {
  'rule-card': 'event',
  'paper-ballot': 'unit-and-seat',
  opening: 'event',
  count: 'event',
  result: 'event',
  ranking: 'event',
  unit: 'unit',
  seat: 'seat',
  tree: 'unit',
  'after-count': 'event',
  announcer: 'event',
};

/** The documents that can be had now, as the console asks for them; `refusal` says why one can't. */
export type SheetList = {
  readonly documents: readonly { readonly kind: SheetKind; readonly refusal: SheetRefusal | null }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly seats: readonly { readonly id: string; readonly number: number; readonly group: string }[];
};
