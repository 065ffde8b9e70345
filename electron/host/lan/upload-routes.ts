import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CommandOutcome } from '../../../shared/protocol/host-message.ts';
import { uploadRoutes } from '../../../shared/protocol/registry.ts';
import type { ProtocolPhotos } from '../protocol-photos.ts';
import { namedType, passOver, readUpload } from './read-upload.ts';

const statuses: { readonly [code: string]: number } = {
  'upload-too-large': 413,
  'upload-wrong-type': 415,
  'upload-broken': 400,
  'disk-failed': 507,
};

function answer(reply: FastifyReply, outcome: CommandOutcome): FastifyReply {
  const status = outcome.kind === 'accepted' ? 201 : (statuses[outcome.refusal.code] ?? 409);
  return reply.code(status).header('cache-control', 'no-store').send(outcome);
}

function refused(code: string): CommandOutcome {
  return { kind: 'refused', refusal: { code, path: '', params: {} } };
}

/** A value of the query; an address may name one twice, which names none. */
function asked(request: FastifyRequest, name: string): string {
  const value: unknown = Object.entries(request.query as object).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

async function takePhoto(
  photos: ProtocolPhotos,
  request: FastifyRequest,
  body: Readable,
  largestBytes: number,
): Promise<CommandOutcome> {
  const type = namedType(request.headers['content-type']);
  if (type === null) return refused('upload-wrong-type');
  const photo = { name: asked(request, 'name'), type, count: Number(asked(request, 'count') || -1) };
  const refusal = photos.refusalOf(photo);
  if (refusal) return refusal;
  if (Number(request.headers['content-length']) > largestBytes) return refused('upload-too-large');
  const bytes = await readUpload(body, type, largestBytes);
  return bytes.ok ? photos.attach(photo, bytes.value) : refused(bytes.error);
}

/** Adds the routes that take a file. `turnAway` answers whoever isn't this machine's console. */
export async function addUploadRoutes(
  app: FastifyInstance,
  photos: ProtocolPhotos,
  turnAway: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null,
): Promise<void> {
  await app.register((uploads, _options, done) => {
    // Handed on as they come: a body is read only once it is known whose it is.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_, body, passOn) => passOn(null, body));
    const path = '/console/protocol-photo';
    const { largestBytes } = uploadRoutes[path];
    uploads.post(path, async (request, reply) => {
      const turned = turnAway(request, reply);
      if (turned) return turned;
      const body = request.body as Readable | undefined;
      if (body === undefined) return answer(reply, refused('upload-wrong-type'));
      const outcome = await takePhoto(photos, request, body, largestBytes);
      if (outcome.kind === 'refused') await passOver(body);
      return answer(reply, outcome);
    });
    done();
  });
}
