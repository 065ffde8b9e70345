import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { hallName } from './chromium.ts';

const built = join(import.meta.dirname, '../../dist/renderer');
const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The pages' own policy: nothing from elsewhere, nothing inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'";

export type BuiltSite = { readonly origin: string; readonly close: () => void };

/** The built pages, as the host serves them, without a host. */
export async function serveBuilt(): Promise<BuiltSite> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const file = normalize(join(built, path.endsWith('/') ? `${path}index.html` : path));
    try {
      const body = readFileSync(file);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', policy);
      // Their names carry a hash of what is in them.
      if (path.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=600');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://${hallName}:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
