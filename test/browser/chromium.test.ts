import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, hallName, launchBrowser, sources } from './chromium.ts';

const serve = async (body: string): Promise<{ server: Server; port: number }> => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, port: (server.address() as AddressInfo).port };
};

describe('given the browser that the tests bring', () => {
  let browser: Browser;
  let page: Page;
  let own: Awaited<ReturnType<typeof serve>>;
  let other: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    own = await serve('<!doctype html><title>own</title><p>擂台</p>');
    other = await serve('secret of another origin');
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`http://${hallName}:${own.port}/`);
  });

  afterAll(async () => {
    await browser?.close();
    own?.server.close();
    other?.server.close();
  });

  test('then the hall’s name opens the page, which is not a secure context', async () => {
    expect(await page.title()).toBe('own');
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    expect(await page.evaluate(() => typeof crypto.subtle)).toBe('undefined');
    expect(await page.evaluate(() => typeof crypto.getRandomValues)).toBe('function');
  });

  test('then a read from its own origin succeeds and one from another origin is blocked', async () => {
    const read = (url: string) =>
      page.evaluate(
        async (address) =>
          fetch(address)
            .then((r) => r.text())
            .catch((e) => String(e)),
        url,
      );
    expect(await read(`http://${hallName}:${own.port}/`)).toContain('own');
    expect(await read(`http://${hallName}:${other.port}/`)).toContain('Failed to fetch');
  });
});

describe('given a machine where a choice is broken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-chromium-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const broken = join(folder, 'chromium');
  writeFileSync(broken, '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n');
  chmodSync(broken, 0o755);

  test('then the next one is taken', async () => {
    const good = await findChromium();
    expect(
      await findChromium([
        { name: 'broken', find: () => broken },
        { name: 'missing', find: () => join(folder, 'nothing') },
        { name: 'none', find: () => undefined },
        { name: 'good', find: () => good },
      ]),
    ).toBe(good);
  });

  test('then, with no other, it says so and never skips', async () => {
    await expect(findChromium([{ name: 'broken', find: () => broken }])).rejects.toThrow(
      /broken: .*doesn't show a page/,
    );
  });

  test('then the order is npm, variable, Playwright, system, and only then an installation', () => {
    expect(sources.map(({ name }) => name)).toEqual([
      'npm package @sparticuz/chromium',
      'variable LEITAI_CHROMIUM',
      "Playwright's own",
      "the system's",
      'installed by Playwright',
      'installed by apt-get',
    ]);
  });
});
