import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routes } from '../../shared/protocol/registry.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { httpGet } from '../builders/http-request.ts';
import { connect } from '../builders/lan-client.ts';
import { type ConsolePage, openConsole, openPanel } from '../builders/lan-pages.ts';

const consoleRoutes = Object.entries(routes).flatMap(([path, access]) =>
  access === 'console' ? [path] : [],
);
const exports = consoleRoutes.filter((path) => path.startsWith('/console/export/result'));

const counted = (operator: ConsolePage, code: string, count: number) =>
  operator.client.seen(
    ({ refusals }) => refusals.byCode.some((each) => each.code === code && each.count === count),
    code,
  );

/** Both units scored and counted. */
async function countedEvent(): Promise<HostedEvent> {
  const hosted = await hostedEvent();
  const operator = await openConsole(hosted.place);
  const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(hosted.place, seat)));
  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const seat of seats) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1: '50', c2: unit === 'u1' ? '30' : '20' });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
  await operator.next();
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  return hosted;
}

describe('who may ask', () => {
  test('given a name that isn’t the host’s, when a page is asked for under it, then it is misdirected, counted, and shown nothing', async () => {
    const { place } = await hostedEvent({ names: ['leitai.test'] });
    const operator = await openConsole(place);
    const { port } = new URL(place.origin);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1:1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const answer = await httpGet(place.origin, '/test', { host });
      expect([host, answer.status, answer.text]).toEqual([host, 421, 'unknown-host\n']);
    }
    await counted(operator, 'unknown-host', 4);
    expect((await httpGet(place.origin, '/test', { host: `leitai.test:${port}` })).status).toBe(200);
    expect((await httpGet(place.origin, '/test', { host: `LOCALHOST:${port}` })).status).toBe(200);
  });

  test('given a page of another site, when its script calls, then neither HTTP nor the socket answers it', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    for (const origin of ['http://evil.example', 'null', `${place.origin}.evil.example`]) {
      expect((await httpGet(place.origin, '/test', { origin })).status).toBe(403);
      await expect(connect(place.origin, { headers: { origin } })).rejects.toThrow('403');
    }
    await counted(operator, 'unknown-origin', 6);
    await expect(connect(place.origin, { headers: { host: 'evil.example' } })).rejects.toThrow('421');
    const own = await connect(place.origin, { headers: { origin: place.origin } });
    await own.hello('projector');
    await own.next('admitted');
  });

  test('given an event that had another address before, when an open page of that address calls, then it is let in', async () => {
    const first = await hostedEvent();
    await openPanel(first.place, 'A1');
    await first.host.stop();
    const { place } = await hostedEvent({ folder: first.folder, address: 'localhost' });
    const page = await connect(place.origin, { headers: { origin: first.place.origin } });
    const { origins } = await page.hello('projector');
    await page.next('admitted');
    expect(origins[0]).toBe(new URL(place.origin).origin.replace('127.0.0.1', 'localhost'));
  });
});

describe('what there is', () => {
  test('given any path that isn’t in the registry, when it is asked for, then there is nothing', async () => {
    const { place } = await hostedEvent();
    const paths = [
      '//',
      '/admin',
      '/%zz',
      '/console/',
      '/Console',
      '/socket/x',
      '/assets/',
      '/assets/../package.json',
      '/assets/%2e%2e/index.html',
      '/panel/index.html',
      '/console/export/',
      '/console/export/result.pdf',
      '/package.json',
      '/.env',
    ];
    for (const path of paths) {
      const { status, headers } = await httpGet(place.origin, `${path}?token=${place.token}`);
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect(
        (await httpGet(place.origin, `/console/export/event.leitai?token=${place.token}`, {}, method)).status,
      ).toBe(404);
  });

  test('given a person’s browser, when it opens the bare address or one where there is nothing, then it is led to the hall’s pages and never to the console', async () => {
    const { place } = await hostedEvent();
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const hrefs = (html: string) => Array.from(html.matchAll(/href="(\/[^"]*)"/g), ([, href]) => href);
    const door = await httpGet(place.origin, '/', { accept });
    expect(door.status).toBe(200);
    for (const path of ['/admin', '/Console', '/assets/', '/assets/none.js']) {
      const { status, headers, text } = await httpGet(place.origin, path, { accept });
      expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8']);
      expect(hrefs(text)).toEqual(hrefs(door.text));
      expect(text).toContain('There is no page at this address');
      expect((await httpGet(place.origin, path, { accept: '*/*' })).text).toBe('not-found\n');
    }
    expect(hrefs(door.text)).toEqual(['/panel', '/projector', '/prompter', '/monitor', '/chair']);
    expect(door.text).not.toMatch(/console|token|<script|style/);
    expect(door.headers['content-security-policy']).toContain("default-src 'none'");
    expect(door.headers['cache-control']).toBe('no-store');
  });

  test('given any answer, when it leaves the host, then it carries the strict policy', async () => {
    const { place } = await hostedEvent();
    const { headers } = await httpGet(place.origin, '/test');
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('given the console’s routes, when they are asked for without its token, then each is refused and counted', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    expect(consoleRoutes).toContain('/console/export/event.leitai');
    for (const path of consoleRoutes)
      for (const query of ['', '?token=', '?token=x', `?token=${place.token}&token=${place.token}`])
        expect([path, query, (await httpGet(place.origin, path + query)).status]).toEqual([path, query, 403]);
    await counted(operator, 'not-the-console', consoleRoutes.length * 4);
  });

  test('given the console’s cards, when it asks for them, then each seat has a link for its device and a code for typing', async () => {
    const { place } = await hostedEvent();
    const { text, headers } = await httpGet(place.origin, `/console/cards?token=${place.token}`);
    const sheet = JSON.parse(text);
    expect(headers['cache-control']).toBe('no-store');
    expect(sheet.addressForTyping).toBe(`${place.origin.replace('http://', '')}/panel`);
    expect(sheet.cards).toHaveLength(3);
    expect(sheet.cards[0]).toMatchObject({ seat: 'A1', number: 1, isSpent: false });
    expect(sheet.cards[0].url).toMatch(new RegExp(`^${place.origin}/panel#A1\\.[0-9a-f]{32}$`));
  });
});

describe('exports', () => {
  test('given rounds that aren’t counted, when a result is asked for, then the answer says what to do first', async () => {
    const { place } = await hostedEvent();
    for (const path of exports) {
      const { status, text } = await httpGet(place.origin, `${path}?token=${place.token}`);
      expect([path, status]).toEqual([path, 409]);
      expect(text).toMatch(/count the rounds first/);
    }
  });

  test('given a counted result, when it is exported, then each format comes under the event’s name', async () => {
    const { place } = await countedEvent();
    const get = (path: string) => httpGet(place.origin, `${path}?token=${place.token}&lang=zh-Hans`);
    const csv = await get('/console/export/result.csv');
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.text).toContain('示例 u1');
    const json = await get('/console/export/result.json');
    expect(JSON.stringify(JSON.parse(json.text))).toContain('u1');
    const xlsx = await get('/console/export/result.xlsx');
    expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
    for (const { headers } of [csv, json, xlsx])
      expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''.*%E7%A4%BA%E4%BE%8B/);
  });

  test('given a host that goes on, when the event itself is exported, then the copy is whole and verifies', async () => {
    const { place, folder } = await countedEvent();
    const { bytes, status } = await httpGet(
      place.origin,
      `/console/export/event.leitai?token=${place.token}`,
    );
    expect(status).toBe(200);
    const copy = join(folder, 'copy.leitai');
    writeFileSync(copy, bytes);
    const verified = spawnSync(
      process.execPath,
      ['electron/host/verify.ts', copy, '--data', join(folder, 'data')],
      { encoding: 'utf8' },
    );
    expect(verified.stdout).toContain('result: nothing wrong was found');
    expect(verified.status).toBe(0);
  });
});
