import { join } from 'node:path';
import { locateDataFolder } from './data-folder.ts';
import { keepCompiled } from './keep-compiled.ts';
import { parseStartOptions } from './start-options.ts';

// Event files hold the cards' secrets: nobody else on this machine reads what is made here.
process.umask(0o077);
const args = process.argv.slice(2);
const options = parseStartOptions(args);
// Sources are 700 files, and change between starts.
const isBuilt = import.meta.filename.endsWith('.js');
if (options.ok && isBuilt)
  keepCompiled(
    join(import.meta.dirname, '..', 'compiled'),
    join(locateDataFolder(options.value.data), 'compiled'),
  );
const { runProgram } = await import('./program.ts');
process.exitCode = await runProgram(args);
