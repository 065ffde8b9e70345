import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Every folder with an index.html is a page, served at /<folder>. */
const pages = readdirSync(root).filter((folder) => existsSync(join(root, folder, 'index.html')));

/** Offices and schools have old machines: see "Old browsers" in the README's decisions. */
const oldestBrowsers = ['chrome87', 'safari14'];

export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: join(root, '../dist/renderer'),
    emptyOutDir: true,
    target: oldestBrowsers,
    cssTarget: oldestBrowsers,
    manifest: true,
    sourcemap: true,
    // The pages' content security policy allows no data: font or script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries that call it would fail on Chromium 87 and Safari 14.
      transform: { inject: { 'Object.hasOwn': [join(root, 'old-browsers/has-own.ts'), 'hasOwn'] } },
      input: Object.fromEntries(pages.map((page) => [page, join(root, page, 'index.html')])),
    },
  },
});
