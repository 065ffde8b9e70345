import { rmSync, writeFileSync } from 'node:fs';
import { DiskFault } from '../../electron/host/log/disk-fault.ts';
import { createdEvent, following } from '../builders/event-file-builder.ts';

/*
 * Run as a process of its own with the preload library: lets the disk fail in the way that is named
 * on its command line, and prints what the event file made of it.
 */
const [path = '', faultFile = '', word = ''] = process.argv.slice(2);
const { file } = createdEvent(path);
file.appendBatch(following(file, ['Before']));
const refused = following(file, ['Refused', 'RefusedToo']);

writeFileSync(faultFile, word);
const codes = [attempt(), attempt()];
const whileFailing = kinds();
rmSync(faultFile);

file.appendBatch(following(file, ['After']));
console.log(JSON.stringify({ codes, whileFailing, afterwards: kinds() }));
file.close();

function attempt(): string {
  try {
    file.appendBatch(refused);
    return 'stored';
  } catch (fault) {
    return fault instanceof DiskFault ? fault.code : String(fault);
  }
}

function kinds(): readonly string[] {
  return [...file.readEntries()].map(({ kind }) => kind);
}
