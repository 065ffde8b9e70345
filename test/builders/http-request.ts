import { request } from 'node:http';

export type HttpAnswer = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly bytes: Buffer;
  readonly text: string;
};

/** A POST whose body is sent part by part, each once the one before is on its way. */
export function httpPost(
  origin: string,
  path: string,
  headers: { readonly [name: string]: string },
  parts: readonly Uint8Array[],
): Promise<HttpAnswer> {
  return send(origin, path, headers, 'POST', parts);
}

/** A GET with any headers, `host` and `origin` among them, which a browser's fetch doesn't let one choose. */
export function httpGet(
  origin: string,
  path: string,
  headers: { readonly [name: string]: string } = {},
  method = 'GET',
): Promise<HttpAnswer> {
  return send(origin, path, headers, method, []);
}

function send(
  origin: string,
  path: string,
  headers: { readonly [name: string]: string },
  method: string,
  parts: readonly Uint8Array[],
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString(),
        });
      });
    });
    asked.on('error', reject);
    const sendFrom = (index: number): void => {
      const part = parts[index];
      if (part) asked.write(part, () => setImmediate(() => sendFrom(index + 1)));
      else asked.end();
    };
    sendFrom(0);
  });
}
