import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startOnce } from './start-once.ts';

/**
 * Builds the pages (dist/renderer) and the programs (dist/host, dist/shell), and keeps what Node makes of them
 * (dist/compiled).
 * With --stale, builds only those whose inputs differ from the ones last built.
 */
const root = join(import.meta.dirname, '..');

interface Product {
  readonly name: string;
  readonly folders: readonly string[];
  readonly inputs: readonly string[];
  readonly required: readonly string[];
  readonly build: (outDir: string) => Promise<void>;
  /** What is done with it in its place; resolves with what went wrong without spoiling it. */
  readonly finish?: (dist: string) => Promise<string | null>;
}

const buildWith = async (configFile: string, outDir: string): Promise<void> => {
  const { build } = await import('vite');
  await build({ configFile: join(root, configFile), logLevel: 'warn', build: { outDir } });
};

const pages = ['console', 'paper', 'projector', 'panel', 'prompter', 'monitor', 'chair'];

const products: readonly Product[] = [
  {
    name: 'pages',
    folders: ['renderer'],
    inputs: ['renderer', 'shared', 'resources', 'package-lock.json'],
    required: pages.map((page) => `renderer/${page}/index.html`),
    build: (outDir) => buildWith('renderer/vite.config.ts', join(outDir, 'renderer')),
  },
  {
    name: 'programs',
    folders: ['host', 'shell', 'chunks'],
    inputs: ['electron', 'shared', 'resources', 'package-lock.json'],
    required: ['electron/host/main.ts', 'electron/host/verify.ts', 'electron/shell/main.ts'],
    build: (outDir) => buildWith('electron/vite.config.ts', outDir),
    finish: startOnce,
  },
];

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path).sort()) yield* filesUnder(join(path, entry));
}

/** One hash over path, size and modification time of every input. */
const fingerprint = (inputs: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
};

const stampOf = (product: Product): string => join(root, 'dist', `.${product.name}.stamp`);

const isStale = (product: Product, current: string): boolean => {
  const stamp = stampOf(product);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== current;
};

/** Builds beside the old product and then swaps the folders, so that a running host never reads half of it. */
const rebuild = async (product: Product, current: string): Promise<void> => {
  const started = performance.now();
  const missing = product.required.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`the ${product.name} can't be built without ${missing.join(', ')}`);
  const fresh = join(root, 'dist', `.building-${product.name}-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  try {
    await product.build(fresh);
    for (const folder of product.folders) {
      const target = join(root, 'dist', folder);
      rmSync(target, { recursive: true, force: true });
      if (existsSync(join(fresh, folder))) renameSync(join(fresh, folder), target);
    }
    writeFileSync(stampOf(product), current);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  const problem = await product.finish?.(join(root, 'dist'));
  if (problem) console.warn(`the first start will take longer, since it can't be tried here: ${problem}`);
  console.log(`built ${product.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
};

const onlyStale = process.argv.includes('--stale');
mkdirSync(join(root, 'dist'), { recursive: true });
for (const product of products) {
  const current = fingerprint(product.inputs);
  if (!onlyStale || isStale(product, current)) await rebuild(product, current);
}
