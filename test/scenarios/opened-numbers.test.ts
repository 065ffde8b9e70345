import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import type { Sheet } from '../../shared/documents/sheet.ts';
import { parseEntry } from '../../shared/domain/log/entry.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { type ConsolePage, openConsole, openPanel } from '../builders/lan-pages.ts';

type Hall = { readonly hosted: HostedEvent; readonly operator: ConsolePage };

/** Two units scored by three seats; the rounds are locked and not counted. */
async function scoredEvent(): Promise<Hall> {
  const hosted = await hostedEvent();
  const operator = await openConsole(hosted.place);
  const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(hosted.place, seat)));
  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const [n, seat] of seats.entries()) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1: `${50 + n}`, c2: unit === 'u1' ? '30' : '20' });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
  await operator.next();
  return { hosted, operator };
}

/** The log as a copy of the event file has it now. */
async function logOf({ place, folder }: HostedEvent) {
  const copy = join(folder, 'copy.leitai');
  writeFileSync(
    copy,
    (await httpGet(place.origin, `/console/export/event.leitai?token=${place.token}`)).bytes,
  );
  const examined = examineEventFile(copy);
  rmSync(copy);
  if (!examined.ok) throw new Error(JSON.stringify(examined.error));
  return examined.value.rows.map(({ text }) => {
    const entry = parseEntry(text ?? '');
    if (!entry.ok) throw new Error(entry.error);
    return entry.value;
  });
}

async function looksIn(hosted: HostedEvent) {
  return (await logOf(hosted)).flatMap(({ kind, n, body }) => (kind === 'ResultLooked' ? [{ n, body }] : []));
}

function askFor({ place }: HostedEvent, file: string, query = '') {
  return httpGet(place.origin, `/console/sheets/${file}?token=${place.token}&lang=en${query}`);
}

async function sheetOf(hosted: HostedEvent, file: string, query = ''): Promise<Sheet> {
  const answer = await askFor(hosted, file, query);
  expect(answer.status).toBe(200);
  return (JSON.parse(answer.text) as { readonly sheet: Sheet }).sheet;
}

describe('a number that is opened', () => {
  test('RESULT-10: given no count yet, then nothing is opened and no look is logged', async () => {
    const { hosted } = await scoredEvent();
    const before = (await logOf(hosted)).length;
    for (const file of ['tree.json', 'after-count.json']) {
      const refused = await askFor(hosted, file, '&unit=u1');
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('result-not-counted')]);
    }
    expect(await logOf(hosted)).toHaveLength(before);
  });

  test('RESULT-10: given a count, then each opening is a look in the log before the tree is out, and the tree has every seat’s mark', async () => {
    const { hosted, operator } = await scoredEvent();
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    const sheet = await sheetOf(hosted, 'tree.json', '&unit=u1');
    const [look] = await looksIn(hosted);
    expect(look?.body).toMatchObject({ by: 'operator', what: 'unit', unit: 'u1' });
    expect(sheet.footers.map(({ text }) => text)).toContainEqual(expect.stringContaining(`#${look?.n}, `));
    const lines = sheet.blocks.flatMap((block) => (block.kind === 'tree' ? block.lines : []));
    expect(lines.filter(({ text }) => text.startsWith('Seat ')).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['80', '81', '82']),
    );
    expect(JSON.stringify(lines)).not.toMatch(/"text":"(A1|A2|B1|u1)"/);

    await sheetOf(hosted, 'after-count.json');
    expect((await looksIn(hosted)).map(({ body }) => (body as { what?: string }).what)).toEqual([
      'unit',
      'after-count',
    ]);
    await sheetOf(hosted, 'seat.json', '&seat=A2');
    expect((await looksIn(hosted)).at(-1)?.body).toEqual({
      by: 'operator',
      what: 'seat',
      unit: null,
      seat: 'A2',
    });
    const unknown = await askFor(hosted, 'tree.json', '&unit=u9');
    expect([unknown.status, unknown.text]).toEqual([409, expect.stringContaining('unknown-unit')]);
    expect(await looksIn(hosted)).toHaveLength(3);
  });

  test('RESULT-10: given a held result, when it is exported, then that is a look too, and before the count it is none', async () => {
    const { hosted, operator } = await scoredEvent();
    const exported = () =>
      httpGet(hosted.place.origin, `/console/export/result.csv?token=${hosted.place.token}`);
    expect((await exported()).status).toBe(409);
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    expect((await exported()).status).toBe(200);
    expect((await looksIn(hosted)).map(({ body }) => body)).toMatchObject([{ what: 'result', unit: null }]);
  });

  test('given a page without the token, then nothing is opened', async () => {
    const { hosted, operator } = await scoredEvent();
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    const answer = await httpGet(hosted.place.origin, '/console/sheets/tree.json?unit=u1&token=x');
    expect(answer.status).toBe(403);
    expect(await looksIn(hosted)).toEqual([]);
  });
});
