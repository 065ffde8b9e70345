// Loaded into the host before its program, by `npm run dev` alone, so that nothing in the host knows of it. Plain
// JavaScript: Electron's Node may load it too, and strips no types.
import { syncBuiltinESMExports } from 'node:module';
import { connect } from 'node:net';
import os from 'node:os';

/** `port monoMs wallMs uptimeMs`: where the developer's panel is, and by how much each clock is ahead at the start. */
const told = process.env.LEITAI_DEV_CLOCK;

if (told !== undefined && /[\\/]host[\\/]main\.[jt]s$/.test(process.argv[1] ?? '')) {
  const [port = 0, monoMs = 0, wallMs = 0, uptimeMs = 0] = told.split(' ').map(Number);
  let ahead = { monoMs, wallMs, uptimeMs };
  const [mono, wall, uptime] = [process.hrtime.bigint, Date.now, os.uptime];
  process.hrtime.bigint = () => mono() + BigInt(ahead.monoMs) * 1_000_000n;
  Date.now = () => wall() + ahead.wallMs;
  os.uptime = () => uptime() + ahead.uptimeMs / 1000;
  syncBuiltinESMExports();

  const panel = connect(port, '127.0.0.1').unref();
  let waiting = '';
  panel.on('data', (data) => {
    const lines = (waiting + data).split('\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) ahead = JSON.parse(line);
  });
  panel.on('error', (fault) => console.error(`the developer's panel is away: ${fault.message}`));
}
