import { openEventFile } from '../../electron/host/log/open-event-file.ts';
import { following, OPEN_OPTIONS } from './event-file-builder.ts';

/*
 * Run as a process of its own: opens the event named on its command line, appends an entry, says
 * "holding" or why not, and keeps the event open until it is ended.
 */
const [path = ''] = process.argv.slice(2);
const opened = openEventFile(path, { ...OPEN_OPTIONS, address: 'http://127.0.0.1:7311', now: Date.now() });
if (opened.ok) {
  const { file } = opened.value;
  file.appendBatch(following(file, ['FromTheHolder']));
  console.log('holding');
  // What nothing refers to any more is closed with the garbage.
  setInterval(() => file.head, 1_000);
} else {
  console.log(JSON.stringify(opened.error));
}
