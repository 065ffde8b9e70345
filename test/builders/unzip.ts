import { inflateRawSync } from 'node:zlib';

/** The parts of a zip archive, read by its central directory: an independent look at what the library wrote. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const parts = new Map<string, string>();
  let entry = buffer.readUInt32LE(end + 16);
  for (let n = 0; n < buffer.readUInt16LE(end + 10); n++) {
    const [method, size] = [buffer.readUInt16LE(entry + 10), buffer.readUInt32LE(entry + 20)];
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      buffer.readUInt16LE(entry + offset),
    ) as [number, number, number];
    const local = buffer.readUInt32LE(entry + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + size);
    const name = buffer.toString('utf8', entry + 46, entry + 46 + nameLength);
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    entry += 46 + nameLength + extraLength + noteLength;
  }
  return parts;
}
