import { isOnSameMachine } from '../domain/same-machine.ts';
import { engineVersion } from '../domain/scoring/figures-of.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { signatureRoles } from '../domain/signature-roles.ts';
import type { Language } from '../kernel/language.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import type { FigureSource, SheetChange } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

export type SheetContent = {
  readonly name: string;
  /** The unit or whatever else the sheet is about; the event itself when left out. */
  readonly about?: string;
  /** Whether a figure of the result stands on it, so that it must say whether that is released. */
  readonly isOfResult: boolean;
  readonly blocks: readonly SheetBlock[];
  /** Who signs; the event's own roles when left out. */
  readonly signatures?: readonly string[];
  /** Set for what is no record of votes: a form to fill in, a card of rules, the sheet before the first round. */
  readonly isWithoutChanges?: boolean;
};

function countMarks(
  { definition, result }: Pick<FigureSource['state'], 'definition' | 'result'>,
  language: Language,
): readonly string[] {
  if (result.kind === 'none') return [];
  const words = sheetWords[language];
  const { objection, coSigned } = result;
  return [
    ...(result.kind === 'counted' ? [words.held] : []),
    ...(definition.scheme.isMonitorRequired && !coSigned ? [words.notCoSigned] : []),
    ...(objection
      ? [
          objection.overridden === null
            ? words.objection(objection.reason)
            : words.overridden(objection.reason, objection.overridden),
        ]
      : []),
  ];
}

// EVENT-7
function versionMark(versions: FigureSource['state']['versions'], language: Language): readonly string[] {
  const last = versions?.at(-1);
  if (!last) return [];
  const { n, hash, version } = last.supersedes;
  return [sheetWords[language].version(`${last.version}`, `${version}`, `${n}`, hash.slice(0, 16))];
}

/** What a reader must not overlook about any sheet of this event. */
export function sheetMarks(
  state: Pick<FigureSource['state'], 'definition' | 'result' | 'sameMachine' | 'versions'>,
  isOfResult: boolean,
  language: Language,
): readonly string[] {
  const words = sheetWords[language];
  const { isDemo, scheme } = state.definition;
  return [
    ...(isDemo ? [words.demo] : []),
    ...versionMark(state.versions, language),
    ...(isOfResult ? countMarks(state, language) : []),
    ...(scheme.isMonitorRequired ? [] : [words.noMonitor]),
    // SAME-4
    ...(state.sameMachine?.hasSigned ? [words.sameMachine] : []),
  ];
}

/** The changelog, in the order of the log; where nobody co-signed a line of it, without the column for that. */
export function changeBlocks(changes: readonly SheetChange[], language: Language): readonly SheetBlock[] {
  const { changes: title, change: names, noChanges } = sheetWords[language];
  const heading: SheetBlock = { kind: 'heading', text: title };
  if (changes.length === 0) return [heading, { kind: 'lines', lines: [noChanges] }];
  const hasSeconded = changes.some(({ seconded }) => seconded !== '');
  const columns = [
    ...[names.n, names.time, names.what, names.reason],
    ...(hasSeconded ? [names.seconded] : []),
  ].map((name) => ({ name, content: { kind: 'text' } as const }));
  const rows = changes.map(({ n, time, what, reason, seconded }) => [
    ...[n, time, what, reason],
    ...(hasSeconded ? [seconded || null] : []),
  ]);
  return [heading, { kind: 'table', columns, rows }];
}

/** A signing device by its name and id, and whether it is the host's own machine. */
function signerOf(state: FigureSource['state'], screen: string, language: Language): string {
  const name = state.screens?.find(({ id }) => id === screen)?.name;
  const device = name ? `${name} (${screen})` : screen;
  return isOnSameMachine(state, screen) ? sheetWords[language].onSameMachine(device) : device;
}

/** Which device co-signed which figures; nothing where the count stands without it. */
function coSignature(state: FigureSource['state'], language: Language) {
  const { result } = state;
  if (result.kind === 'none' || !result.coSigned) return [];
  const { screen, figures } = result.coSigned;
  const { coSigned, coSignedBy } = sheetWords[language];
  return [{ name: coSigned, text: coSignedBy(signerOf(state, screen, language), figures) }];
}

// CHAIR-7
/** Who released the figures: the chair's own device, or the operator. */
function release(state: FigureSource['state'], language: Language) {
  const { result } = state;
  if (result.kind !== 'released' || result.releasedBy === undefined) return [];
  const { releasedBy } = result;
  const { release, releasedByChair, releasedByOperator } = sheetWords[language];
  const text =
    releasedBy === null ? releasedByOperator : releasedByChair(signerOf(state, releasedBy, language));
  return [{ name: release, text }];
}

function footersOf(
  { state, head, opening, clock, program }: FigureSource,
  isOfResult: boolean,
  language: Language,
): Sheet['footers'] {
  const words = sheetWords[language];
  const { definition, schemeHash, result } = state;
  const { scheme } = definition;
  const figures = result.kind === 'none' ? null : result.figures;
  return [
    {
      name: words.scheme,
      text: words.schemeOf(
        nameIn(scheme.name, scheme.id)[language],
        scheme.id,
        `${scheme.version}`,
        figures?.schemeHash ?? schemeHash,
      ),
    },
    ...(isOfResult ? [...coSignature(state, language), ...release(state, language)] : []),
    { name: words.engine, text: words.engineOf(figures?.engine ?? engineVersion, program) },
    ...(opening ? [{ name: words.opening, text: words.hash(opening) }] : []),
    { name: words.head, text: words.headOf(`${head.n}`, head.hash) },
    { name: words.made, text: clock.time },
  ].map(({ name, text }) => ({ name, text, line: words.named(name, text) }));
}

/** A sheet of this event: its content with the title, marks, changelog, signature block and footers that all share. */
export function sheetOf(source: FigureSource, language: Language, content: SheetContent): Sheet {
  const { definition } = source.state;
  const event = definition.title[language];
  const changes = content.isWithoutChanges ? [] : changeBlocks(source.changes, language);
  return {
    name: content.name,
    ...(content.about === undefined ? {} : { about: content.about }),
    title: content.about ?? event,
    subtitle: [
      content.name,
      ...(content.about === undefined ? [] : [event]),
      definition.arena[language],
      definition.sitting[language],
    ].join(' · '),
    marks: sheetMarks(source.state, content.isOfResult, language),
    blocks: [...content.blocks, ...changes],
    signatures: content.signatures ?? signatureRoles(definition).map((role) => role[language]),
    footers: footersOf(source, content.isOfResult, language),
  };
}
