import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from './cruise';

test('the code keeps to the directions of the architecture', async () => {
  const { violations, modules } = await findViolations(process.cwd());
  expect(modules).toBeGreaterThan(20);
  expect(violations).toEqual([]);
});

describe('the rules notice', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clipsheet-arch-'));
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
    symlinkSync(resolve('package.json'), join(root, 'package.json'));
    write({ 'entrypoints/main.ts': '', 'lib/model/clip.ts': 'export type Clip = string;', 'components/ui/a.tsx': '' });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  const broken = async (files: Record<string, string>) => {
    write(files);
    return new Set((await findViolations(root)).violations.map((line) => line.split(':')[0]));
  };
  const target = 'export type T = string; export const t = 1;';

  test.each([
    ['extract-knows-only-model', 'lib/extract/a.ts', 'lib/store/b.ts'],
    ['store-knows-only-model', 'lib/store/a.ts', 'lib/render/b.ts'],
    ['capture-knows-only-model', 'lib/capture/a.ts', 'lib/store/b.ts'],
    ['compose-knows-only-model', 'lib/compose/a.ts', 'lib/sanitize/b.ts'],
    ['render-knows-only-model', 'lib/render/a.ts', 'lib/state/b.ts'],
    ['publish-knows-only-model', 'lib/publish/a.ts', 'lib/render/b.ts'],
    ['platform-knows-only-model', 'lib/platform/a.ts', 'lib/store/b.ts'],
    ['sanitize-knows-only-model', 'lib/sanitize/a.ts', 'lib/extract/b.ts'],
    ['search-knows-only-model', 'lib/search/a.ts', 'lib/store/b.ts'],
    ['model-knows-nothing', 'lib/model/a.ts', 'lib/store/b.ts'],
    ['state-is-not-for-extract-or-sync', 'lib/state/a.ts', 'lib/extract/b.ts'],
    ['state-is-not-for-extract-or-sync', 'lib/state/a.ts', 'lib/sync/b.ts'],
    ['views-know-only-state-and-model', 'components/popup/a.tsx', 'lib/store/b.ts'],
    ['ui-kit-knows-no-view', 'components/ui/b.tsx', 'components/popup/b.ts'],
    ['only-entrypoints-know-entrypoints', 'components/popup/a.tsx', 'entrypoints/b.ts'],
    ['sync-knows-store-and-model', 'lib/sync/a.ts', 'lib/search/b.ts'],
    ['sync-is-known-only-by-background', 'entrypoints/popup/main.tsx', 'lib/sync/b.ts'],
  ])('%s: %s importing %s, as a value and as a type', async (rule, from, to) => {
    const specifier = (path: string) => `${'../'.repeat(from.split('/').length - 1)}${path.replace(/\.tsx?$/, '')}`;
    expect(await broken({ [to]: target, [from]: `import { t } from '${specifier(to)}';\nt;` })).toContain(rule);
    expect(await broken({ [from]: `import type { T } from '${specifier(to)}';\nexport type A = T;` })).toContain(rule);
  });

  test.each([
    ['dexie-only-in-store', 'lib/search/a.ts', 'dexie'],
    ['dexie-only-in-store', 'lib/state/posts.ts', 'dexie'],
    ['browser-only-in-platform', 'components/popup/a.tsx', 'wxt/browser'],
    ['browser-only-in-platform', 'lib/capture/a.ts', 'webextension-polyfill'],
    ['preact-not-below-state', 'lib/render/a.ts', 'preact'],
    ['preact-not-below-state', 'lib/store/a.ts', '@preact/signals'],
    ['model-knows-nothing', 'lib/model/a.ts', 'uqr'],
    ['shipped-code-uses-dependencies', 'lib/render/a.ts', 'fast-check'],
    ['no-unresolved', 'lib/render/a.ts', './nowhere'],
  ])('%s: %s importing the package %s', async (rule, from, name) => {
    expect(await broken({ [from]: `import * as it from '${name}';\nit;` })).toContain(rule);
  });

  test('injected code that reaches the store through another module', async () => {
    const rules = await broken({
      'entrypoints/clipper.ts': "import '../lib/extract/a';",
      'lib/extract/a.ts': "import '../model/b';",
      'lib/model/b.ts': "import '../store/c';",
      'lib/store/c.ts': target,
    });
    expect(rules).toContain('injected-code-stays-small');
  });

  test('a background that reaches a view', async () => {
    const rules = await broken({
      'entrypoints/background/index.ts': "import '../../lib/state/a';",
      'lib/state/a.ts': "import '@preact/signals';",
    });
    expect(rules).toContain('background-has-no-views');
  });

  test('a background that reaches what needs a DOM', async () => {
    const rules = await broken({
      'entrypoints/background/index.ts': "import '../../lib/extract/a';",
      'lib/extract/a.ts': "import '../sanitize/b';",
      'lib/sanitize/b.ts': target,
    });
    expect(rules).toContain('background-has-no-dom');
  });

  test('modules that import each other', async () => {
    const rules = await broken({ 'lib/store/a.ts': "import './b';", 'lib/store/b.ts': "import './a';" });
    expect(rules).toContain('no-cycle');
  });

  test('a module that nothing imports', async () => {
    expect(await broken({ 'lib/store/alone.ts': 'export const alone = 1;' })).toContain('no-orphan');
  });

  test('nothing in a tree that keeps to them', async () => {
    const rules = await broken({
      'entrypoints/main.ts': "import '../components/popup/popup';\nimport '../components/ui/a';",
      'components/popup/popup.tsx': "import '../../lib/state/a';\nexport const view = <p />;",
      'lib/state/a.ts': "import '@preact/signals';\nimport '../store/a';",
      'lib/store/a.ts': "import 'dexie';\nimport type { Clip } from '../model/clip';\nexport type A = Clip;",
    });
    expect([...rules]).toEqual([]);
  });
});
