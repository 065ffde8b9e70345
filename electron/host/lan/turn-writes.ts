import type { Socket } from 'node:net';

const held = new Set<Socket>();

/**
 * What is written to this connection until the host has followed everything that is settled now leaves as one packet:
 * a ballot's answer travels with the view that it changed.
 */
export function holdForThisTurn(connection: Socket): void {
  if (held.has(connection)) return;
  // A tick that is asked for by a promise comes after all promises that are settled by then, and theirs.
  if (held.size === 0) queueMicrotask(() => process.nextTick(letGo));
  held.add(connection);
  connection.cork();
}

function letGo(): void {
  const connections = [...held];
  held.clear();
  for (const connection of connections) connection.uncork();
}
