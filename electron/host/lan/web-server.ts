import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifyWebsocket from '@fastify/websocket';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  largestFrameBytes,
  largestMessageBytes,
  type RoutePath,
  routes,
} from '../../../shared/protocol/registry.ts';
import { contentDisposition } from '../documents/content-disposition.ts';
import type { ProtocolPhotos } from '../protocol-photos.ts';
import type { Desk } from './desk.ts';
import { doorPage } from './door-page.ts';
import type { Peer } from './introduction.ts';
import type { KnownOrigins } from './known-origins.ts';
import { isLoopback, peerAddress } from './peer-address.ts';
import { Session } from './session.ts';
import { addUploadRoutes } from './upload-routes.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const strictHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** What a download route answers. */
export type Download = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array | string;
};
/** What is asked for beside the path; empty where it isn't said. */
export type DownloadWish = {
  readonly lang: string;
  readonly unit: string;
  readonly seat: string;
  /** The file's name where the path leaves it open. */
  readonly file: string;
};
export type DownloadRefusal = { readonly code: string; readonly message: string };

export type WebServerParts = {
  readonly pagesFolder: string;
  readonly desk: Desk;
  readonly origins: KnownOrigins;
  readonly sessionStarted: (session: Session) => void;
  readonly cardSheet: () => unknown;
  /** The scheme that the event is held under. */
  readonly scheme: () => unknown;
  readonly sheetList: (language: string) => unknown;
  readonly photos: ProtocolPhotos;
  /** Whether a device of that address is the host's own machine. */
  readonly isThisMachine: (address: string) => boolean;
  readonly download: (path: RoutePath, wish: DownloadWish) => Promise<Download | DownloadRefusal | null>;
};

/** For a person with an old link: the token changes with every start by hand. */
const whereTheConsoleIs = [
  '主控台只在主机这台电脑上打开，请用主机这次启动时给出的链接。',
  '主控台只在主機這台電腦上開啟，請用主機這次啟動時給出的連結。',
  'The console opens on the host’s own computer only, with the link that this start of the host printed.',
].join('\n');

function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${code}\n`);
}

function sendDoor(reply: FastifyReply, status: number, found: 'door' | 'nothing'): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(doorPage(found));
}

/** A person gets a page with the way on, a program the code. */
function nothingHere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPerson = request.headers.accept?.includes('text/html') ?? false;
  return isPerson ? sendDoor(reply, 404, 'nothing') : refuse(reply, 404, 'not-found');
}

function hasStatusBelow500(fault: unknown): boolean {
  return (
    typeof fault === 'object' && fault !== null && 'statusCode' in fault && Number(fault.statusCode) < 500
  );
}

/**
 * The event's one HTTP server: built pages, a few downloads, the console's uploads, and the socket. Nothing acts on a
 * GET; a look at marks is logged.
 */
export async function startWebServer(
  parts: WebServerParts,
  listenOn: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { desk } = parts;
  const app = fastify({
    logger: false,
    bodyLimit: largestMessageBytes,
    connectionTimeout: 10_000,
    requestTimeout: 10_000,
    forceCloseConnections: true,
    // A path that can't be decoded never reaches a hook or a handler.
    frameworkErrors: (_fault, _request, reply) => refuse(reply.headers(strictHeaders), 404, 'not-found'),
  });
  app.server.headersTimeout = 5_000;
  await app.register(fastifyWebsocket, {
    options: { maxPayload: largestFrameBytes, perMessageDeflate: false },
  });
  guard(app, parts);
  await app.register(fastifyStatic, {
    root: join(parts.pagesFolder, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
  });
  addRoutes(app, parts);
  await addUploadRoutes(app, parts.photos, (request, reply) => turnAway(request, reply, desk));
  app.setErrorHandler((fault, request, reply) => {
    // The asker's doing, such as a folder of assets or an address that can't be decoded.
    if (hasStatusBelow500(fault)) return nothingHere(request, reply);
    desk.report(`${request.method} ${request.routeOptions.url ?? ''}`, fault);
    return refuse(reply, 500, 'host-fault');
  });
  app.setNotFoundHandler(nothingHere);
  await app.listen(listenOn);
  const address = app.server.address() as AddressInfo;
  return { port: address.port, stop: () => app.close() };
}

function guard(app: FastifyInstance, { origins, desk }: WebServerParts): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!origins.isKnownHost(request.headers.host ?? '')) {
      desk.countRefusal('unknown-host', 'host', peerAddress(request));
      return refuse(reply, 421, 'unknown-host');
    }
    const { origin } = request.headers;
    if (origin !== undefined && !origins.isKnownOrigin(origin)) {
      desk.countRefusal('unknown-origin', 'origin', peerAddress(request));
      return refuse(reply, 403, 'unknown-origin');
    }
    reply.headers(strictHeaders);
    // On plain HTTP at a LAN address browsers ignore this header, and say so on every page.
    if (isLoopback(request.hostname)) reply.header('cross-origin-opener-policy', 'same-origin');
  });
}

function isConsoleRequest(request: FastifyRequest, token: string): boolean {
  const given = (request.query as { readonly token?: unknown }).token;
  return isLoopback(request.socket.remoteAddress ?? '') && given === token;
}

/** Answers whoever isn't this machine's console; null for the console itself. */
function turnAway(request: FastifyRequest, reply: FastifyReply, desk: Desk): FastifyReply | null {
  if (isConsoleRequest(request, desk.consoleToken)) return null;
  desk.countRefusal('not-the-console', 'token', peerAddress(request));
  return refuse(reply, 403, `not-the-console\n\n${whereTheConsoleIs}`);
}

/** A value of the query or the path; an address may name one twice, which names none. */
function wishOf(request: FastifyRequest): DownloadWish {
  const asked = { ...(request.query as object), ...(request.params as object) };
  const text = (name: keyof DownloadWish): string => {
    const value: unknown = Object.entries(asked).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  return { lang: text('lang'), unit: text('unit'), seat: text('seat'), file: text('file') };
}

function addRoutes(app: FastifyInstance, parts: WebServerParts): void {
  const { desk } = parts;
  const page = (name: string) => (_: FastifyRequest, reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(readFileSync(join(parts.pagesFolder, name, 'index.html')));
  const download = (path: RoutePath) => async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await parts.download(path, wishOf(request));
    if (!answer) return refuse(reply, 404, 'not-found');
    if ('code' in answer)
      return reply.code(409).type('text/plain; charset=utf-8').send(`${answer.message}\n`);
    return reply
      .type(answer.contentType)
      .header('content-disposition', contentDisposition(answer.fileName))
      .header('cache-control', 'no-store')
      .send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes));
  };
  const handlers: {
    readonly [path in Exclude<RoutePath, '/socket'>]: (
      request: FastifyRequest,
      reply: FastifyReply,
    ) => unknown;
  } = {
    '/': (_, reply) => sendDoor(reply, 200, 'door'),
    '/console': page('console'),
    '/projector': page('projector'),
    '/panel': page('panel'),
    '/prompter': page('prompter'),
    '/monitor': page('monitor'),
    '/chair': page('chair'),
    '/test': (_, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'no-store')
        .send('Leitai 擂台: 网络可达 · 網路可達 · this device can reach the host\n'),
    '/console/paper': page('paper'),
    '/console/sheets': (request, reply) =>
      reply.header('cache-control', 'no-store').send(parts.sheetList(wishOf(request).lang)),
    '/console/sheets/:file': download('/console/sheets/:file'),
    '/console/protocol-photo/:file': download('/console/protocol-photo/:file'),
    '/console/cards': (_, reply) => reply.header('cache-control', 'no-store').send(parts.cardSheet()),
    '/console/scheme': (_, reply) => reply.header('cache-control', 'no-store').send(parts.scheme()),
    '/console/export/result.csv': download('/console/export/result.csv'),
    '/console/export/result.xlsx': download('/console/export/result.xlsx'),
    '/console/export/result.json': download('/console/export/result.json'),
    '/console/export/next-stage.json': download('/console/export/next-stage.json'),
    '/console/export/event.leitai': download('/console/export/event.leitai'),
  };
  for (const [path, handler] of Object.entries(handlers)) {
    const access = routes[path as RoutePath];
    app.get(path, async (request, reply) => {
      const turned = access === 'console' ? turnAway(request, reply, desk) : null;
      return turned ?? handler(request, reply);
    });
  }
  app.get('/socket', { websocket: true }, (socket, request) => {
    parts.sessionStarted(
      new Session(socket, request.raw.socket, peerAt(peerAddress(request), parts.isThisMachine), desk),
    );
  });
}

function peerAt(address: string, isThisMachine: (address: string) => boolean): Peer {
  let isHere: boolean | null = null;
  return {
    address,
    isLocal: isLoopback(address),
    // Only asked of signing devices: going through the network cards for 500 panelists at once would hold them up.
    get isSameMachine() {
      isHere ??= isThisMachine(address);
      return isHere;
    },
  };
}
