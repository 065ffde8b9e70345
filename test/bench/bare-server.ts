import { type WebSocket, WebSocketServer } from 'ws';

/*
 * The yardstick: a `ws` server that does nothing but move as many bytes as it is told. Run as a process of its own;
 * prints its port. A message starts with what is wanted: `listen`; `reply BYTES …` to the sender; `all BYTES …` to
 * everybody who listens.
 */
const frames = new Map<number, Buffer>();
const listeners = new Set<WebSocket>();

function frame(bytes: number): Buffer {
  const known = frames.get(bytes) ?? Buffer.alloc(bytes, 'x');
  frames.set(bytes, known);
  return known;
}

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('close', () => listeners.delete(socket));
  socket.on('message', (data) => {
    const [word, bytes] = String(data).split(' ', 2);
    if (word === 'listen') listeners.add(socket);
    else if (word === 'reply') socket.send(frame(Number(bytes)), { binary: false });
    else for (const listener of listeners) listener.send(frame(Number(bytes)), { binary: false });
  });
});
server.on('listening', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(address.port);
});
