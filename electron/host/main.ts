import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { locateDataFolder } from './data-folder.ts';
import { parseStartOptions } from './start-options.ts';

/** Long after the pages are there: writing takes some tens of milliseconds, once for each build. */
const keepAfterMs = 10_000;

// Event files hold the cards' secrets: nobody else on this machine reads what is made here.
process.umask(0o077);
const args = process.argv.slice(2);
const options = parseStartOptions(args);
// Sources are 700 files, and change between starts.
const isBuilt = import.meta.filename.endsWith('.js');
if (options.ok && isBuilt) {
  // What Node made of the program at its last start, in a folder that only its user can write to.
  enableCompileCache(join(locateDataFolder(options.value.data), 'compiled'));
  setTimeout(flushCompileCache, keepAfterMs).unref();
}
const { runProgram } = await import('./program.ts');
process.exitCode = await runProgram(args);
