import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeLines } from '../../../shared/documents/change-lines.ts';
import { makeSheet } from '../../../shared/documents/make-sheet.ts';
import { contestOf } from '../../../shared/domain/contest-of.ts';
import type { EventState } from '../../../shared/domain/state.ts';
import { type Language, languages } from '../../../shared/kernel/language.ts';
import { sheetKinds } from '../../../shared/views/sheet-kinds.ts';
import { anEventUnder } from '../../../test/builders/any-event.ts';
import { aRuleScheme } from '../../../test/builders/contest.ts';
import {
  countedEvent,
  drawnPapers,
  type PaperFor,
  steadyDraw,
} from '../../../test/builders/counted-event.ts';
import { aSheetSource } from '../../../test/builders/sheet-source.ts';
import { builtIn } from '../../../test/cases/read-built-in.ts';
import { exportResult } from './export-result.ts';
import { type ExportFormat, sheetFile } from './export-sheet.ts';

const formats: readonly ExportFormat[] = ['json', 'csv'];

/** Marks of two groups, trimmed, unit by unit, by cards; what a seat's own ballot would show most easily. */
const marksByCard = aRuleScheme({
  groups: [
    { id: 'A', weight: 60 },
    { id: 'B', weight: 40 },
  ],
  ballots: [
    {
      kind: 'points',
      id: 'marks',
      secrecy: 'anonymous',
      criteria: [
        { id: 'c1', maximum: '60', step: '1' },
        { id: 'c2', maximum: '40', step: '1' },
      ],
    },
  ],
  nodes: [
    {
      kind: 'groups',
      id: 'total',
      ballot: 'marks',
      emptyGroup: 'renormalise',
      trim: { high: 1, low: 1, fromCount: 3 },
      round: { decimals: 2 },
    },
  ],
});

/** Criteria apart, trimmed by whole ballots of both groups together: which of equal ballots goes changes the result. */
const struckByWholeBallots = aRuleScheme({
  groups: marksByCard.groups.map(({ id }) => ({ id })),
  ballots: [
    {
      kind: 'points',
      id: 'marks',
      secrecy: 'anonymous',
      criteria: [
        { id: 'c1', maximum: '2', step: '1', factor: '3' },
        { id: 'c2', maximum: '2', step: '1', factor: '3' },
      ],
    },
  ],
  nodes: [
    {
      kind: 'marks',
      id: 'total',
      ballot: 'marks',
      criteria: ['c1'],
      trim: { high: 1, low: 1, fromCount: 3, by: 'whole-ballot', per: 'panel' },
      round: { decimals: 2 },
      empty: 'zero',
    },
  ],
});

const schemes = {
  'O11, grades on all units': builtIn('O11-appraisal'),
  'O12, names': builtIn('O12-election'),
  'marks of two groups': marksByCard,
  'marks struck by whole ballots': struckByWholeBallots,
};

/** Everything that leaves the host about this event but the event file itself, as text. */
async function everyExport(state: EventState, language: Language): Promise<readonly string[]> {
  const source = aSheetSource(state, { changes: changeLines(state, language, String) });
  const { units, seats } = state.definition;
  const texts: string[] = [];
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  for (const kind of sheetKinds) {
    const subjects = kind === 'unit' || kind === 'tree' ? units.map(({ id }) => id) : [null];
    for (const unit of subjects)
      for (const format of formats) {
        const seat = kind === 'seat' || kind === 'paper-ballot' ? (seats[0]?.id ?? null) : null;
        const sheet = makeSheet(kind, source, { unit, seat }, language);
        texts.push(
          sheet.ok ? text((await sheetFile(format, state, sheet.value, language)).bytes) : sheet.error,
        );
      }
  }
  for (const format of formats) {
    const exported = await exportResult(format, { ...source, contest: contestOf(state) }, language);
    texts.push(exported.ok ? text(exported.value.bytes) : exported.error.code);
  }
  return texts;
}

/** The same papers, handed in by others of the same group; a card that gave none is another one too. */
function handedIn(
  definition: EventState['definition'],
  papers: PaperFor,
  order: readonly number[],
): PaperFor {
  const giver = new Map<string, string>();
  for (const { id: group } of definition.groups) {
    const own = definition.seats.filter((seat) => seat.group === group).map(({ id }) => id);
    const shuffled = [...own.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
    for (const [at, seat] of own.entries()) giver.set(seat, own[shuffled[at] ?? at] ?? seat);
  }
  const known = new Map<string, ReturnType<PaperFor>>();
  return (round, seat, state) => {
    for (const each of definition.seats) {
      const key = `${round.id}/${each.id}`;
      // Drawn in seat order whoever hands them in, so that the papers are the same ones.
      if (!known.has(key)) known.set(key, papers(round, each.id, state));
    }
    return known.get(`${round.id}/${giver.get(seat) ?? seat}`) ?? null;
  };
}

function held(name: keyof typeof schemes, seed: number, order: readonly number[] | null): EventState {
  const definition = anEventUnder(schemes[name], { seats: 5 });
  const draw = steadyDraw(seed);
  const drawn = drawnPapers(draw);
  // One paper in ten never comes.
  const papers: PaperFor = (...asked) => (draw(10) === 0 ? null : drawn(...asked));
  return countedEvent(definition, handedIn(definition, papers, order ?? [])).state;
}

describe.each(Object.keys(schemes) as (keyof typeof schemes)[])('SECRET-5: the exports of %s', (name) => {
  test('given the same papers from other cards of the same group, then every document and export is the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1_000_000 }),
        fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...languages),
        async (seed, order, language) => {
          const [one, other] = [held(name, seed, null), held(name, seed, order)];
          expect(await everyExport(other, language)).toEqual(await everyExport(one, language));
        },
      ),
      { numRuns: 20, seed: 20_261_130 },
    );
  }, 120_000);

  test('given any of them, then no seat stands on it, by number or by id', async () => {
    const state = held(name, 3, null);
    for (const language of languages)
      for (const text of await everyExport(state, language)) {
        expect(text).not.toMatch(/第 \d+ 席|[Ss]eat \d/);
        for (const { id } of state.definition.seats) expect(text).not.toMatch(new RegExp(`"${id}"`));
      }
  });
});

test('SECRET-5: given papers that differ, then some export differs: the law would notice', async () => {
  const [one, other] = [held('O12, names', 1, null), held('O12, names', 2, null)];
  expect(await everyExport(one, 'en')).not.toEqual(await everyExport(other, 'en'));
});

test('SECRET-5: given votes by seat under the same rules, then the exports tell the seats apart: the law would notice', async () => {
  const definition = anEventUnder(
    {
      ...marksByCard,
      ballots: marksByCard.ballots.map((ballot) => ({ ...ballot, secrecy: 'by-seat' as const })),
    },
    { seats: 5 },
  );
  const held = (order: readonly number[]) =>
    countedEvent(definition, handedIn(definition, drawnPapers(steadyDraw(5)), order)).state;
  expect(await everyExport(held([4, 3, 2, 1, 0]), 'en')).not.toEqual(await everyExport(held([]), 'en'));
});
