import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runningHostProgram } from '../builders/host-program.ts';
import { readTerminalQr } from '../builders/read-qr.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const asTerminal = { NODE_OPTIONS: '--import "data:text/javascript,process.stdout.isTTY=true"' };

test('given a terminal, when the host starts, then the QR it prints there reads as the panel’s link', async () => {
  const folder = temporaryFolder();
  const { program } = await runningHostProgram(
    [
      ...['--event', join(folder, 'a.leitai'), '--demo', 'fictional', '--data', join(folder, 'data')],
      ...['--address', '127.0.0.1', '--port', '0'],
    ],
    asTerminal,
  );
  await expect.poll(() => program.output()).toContain('▄');
  const { links } = await program.heard('ready');
  expect(readTerminalQr(program.output())).toBe(links.panel);
});
