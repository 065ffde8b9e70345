import { connectToShell } from '../../electron/connect-to-shell.ts';

/** A host that does nothing but speak over its link: repeats what it hears, and ends at `stop`. */
const link = connectToShell(process, (fieldPath) =>
  link.send({ kind: 'failed', code: 'refused', message: fieldPath }),
);
process.stdout.write(`${link.kind}\n`);
// Late on purpose: what was sent before must not be lost.
setTimeout(() => {
  link.listen((message) => {
    link.send({ kind: 'failed', code: 'heard', message: message.kind });
    process.stdout.write(`${message.kind}\n`);
    if (message.kind === 'stop') link.close();
  });
}, 100);
