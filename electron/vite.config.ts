import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

const programs = {
  'host/main': 'electron/host/main.ts',
  'host/verify': 'electron/host/verify.ts',
  'shell/main': 'electron/shell/main.ts',
};
/** A sandboxed preload script can't be an ES module, so it is built apart, in mode "preload". */
const preload = { 'shell/preload': 'electron/shell/preload.ts' };

/** Loaded at run time. Everything else is bundled: one file instead of 680 halves the host's start. */
const isLoaded = (id: string): boolean => isBuiltin(id) || /^(better-sqlite3|electron)(\/|$)/.test(id);

export default defineConfig(({ mode }) => {
  const entries = mode === 'preload' ? preload : programs;
  const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)));
  return {
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(root, 'dist'),
      emptyOutDir: false,
      target: 'node22',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(present.map(([name, file]) => [name, join(root, file)])),
        external: (id: string) => (mode === 'preload' ? id === 'electron' : isLoaded(id)),
        output:
          mode === 'preload'
            ? { format: 'cjs', entryFileNames: '[name].cjs' }
            : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
});
