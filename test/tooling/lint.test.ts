import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Diagnostic {
  readonly category: string;
  readonly file: string;
}

/**
 * Given the project's own biome.json over a tree in which each file breaks one rule
 * (a linter that silently reads nothing also passes).
 */
const lintFixtures = (folder: string): readonly Diagnostic[] => {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--reporter=github', '--max-diagnostics=none', '--vcs-enabled=false', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  return [...stdout.matchAll(/^::error title=([^,]+),file=([^,]+)/gm)].map(([, category, file]) => ({
    category: String(category),
    file: String(file).replace(`${folder}/`, ''),
  }));
};

let folder: string;
let found: readonly Diagnostic[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-lint-'));
  cpSync(join(root, 'test/lint-fixtures'), folder, { recursive: true });
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  found = lintFixtures(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const restricted = 'lint/style/noRestrictedImports';

test.each([
  ['shared/kernel/imports-domain.ts', restricted],
  ['shared/kernel/uses-node.ts', restricted],
  ['shared/domain/imports-views.ts', restricted],
  ['shared/views/imports-protocol.ts', restricted],
  ['shared/protocol/imports-documents.ts', restricted],
  ['shared/documents/imports-renderer.ts', restricted],
  ['renderer/panel/imports-electron.ts', restricted],
  ['electron/host/imports-electron-package.ts', restricted],
  ['electron/shell/imports-test.ts', restricted],
  ['headquarters/imports-electron.ts', restricted],
  ['shared/domain/uses-any.ts', 'lint/suspicious/noExplicitAny'],
  ['shared/domain/prints.ts', 'lint/suspicious/noConsole'],
  ['electron/host/floats.ts', 'lint/nursery/noFloatingPromises'],
  ['shared/views/cycle-a.ts', 'lint/suspicious/noImportCycles'],
  ['shared/views/cycle-b.ts', 'lint/suspicious/noImportCycles'],
])('given %s, when it is linted, then %s and nothing else is reported', (file, category) => {
  expect(found.filter((diagnostic) => diagnostic.file === file).map((d) => d.category)).toEqual([category]);
});

test('given a file that breaks no rule, then nothing is reported', () => {
  expect(found.filter(({ file }) => file === 'test/builder.ts')).toEqual([]);
});
