import fs, { existsSync, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { createEventFile, openEventFile } from '../../electron/host/log/open-event-file.ts';
import { logOpenedBody } from '../../shared/domain/log/entry.ts';
import { draft, following, OPEN_OPTIONS } from '../builders/event-file-builder.ts';
import { STEPS_PER_CHECKPOINT } from './power-cut-library.ts';

/*
 * Run as a process of its own until it is killed: appends entries to the event named on its command
 * line and writes the number of each durable one, a line each. With `normal` it is sabotaged: the
 * event file is made to believe that it writes with synchronous=FULL; with `unsynced` the program's own syncs of
 * files do nothing. With a last step it kills itself right after that one was acknowledged; with `name` for it, right
 * after the new file got its name.
 */
const [path = '', durability = 'full', lastStep = ''] = process.argv.slice(2);
const STEPS_PER_REOPENING = 1_500;

if (durability === 'normal') sabotage();
if (durability === 'unsynced') fs.fsyncSync = () => undefined;
if (lastStep === 'name') dieOnRename();
syncBuiltinESMExports();

const created = existsSync(path)
  ? openEventFile(path, OPEN_OPTIONS)
  : createEventFile(path, [draft('LogOpened', logOpenedBody('event-cut', '0.1.0', '1'))], OPEN_OPTIONS);
if (!created.ok) throw new Error(JSON.stringify(created.error));
let { file } = created.value;
acknowledge();

for (let step = 1; ; step += 1) {
  file.appendBatch(
    following(
      file,
      Array.from({ length: (step % 5) + 1 }, (_, index) => `Step${step}.${index}`),
    ),
  );
  acknowledge();
  if (String(step) === lastStep) process.kill(process.pid, 'SIGKILL');
  if (step % STEPS_PER_CHECKPOINT === 0) file.checkpoint();
  if (step % STEPS_PER_REOPENING === 0) {
    file.close();
    const reopened = openEventFile(path, OPEN_OPTIONS);
    if (!reopened.ok) throw new Error(JSON.stringify(reopened.error));
    file = reopened.value.file;
  }
}

function acknowledge(): void {
  writeSync(1, `${file.head?.n ?? -1}\n`);
}

function dieOnRename(): void {
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    renameSync(from, to);
    process.kill(process.pid, 'SIGKILL');
  };
}

function sabotage(): void {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (
    this: Database.Database,
    source: string,
    options?: Database.PragmaOptions,
  ) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL', options);
    return source === 'synchronous' ? 2 : pragma.call(this, source, options);
  };
}
