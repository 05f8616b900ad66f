import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filters } from '../../lib/compose/templates/filters/registry';
import { exporters } from '../../lib/exchange/exporters';
import { importers } from '../../lib/exchange/importers';
import { articlePasses, pagePasses } from '../../lib/extract/passes/registry';
import { siteRules } from '../../lib/extract/sites/registry';
import { exportFormats } from '../../lib/model/export-formats';
import { publishers } from '../../lib/publish/registry';
import { targets } from '../../lib/publish/targets/registry';
import { readFiles } from './source-files';

/** Modules of a folder that make up its frame; every other file there is one registered thing. */
const frames: Record<string, string[]> = {
  'lib/publish': [
    'registry',
    'archive',
    'copy',
    'deliver-text',
    'delivery',
    'embedded',
    'forge',
    'ghost',
    'hash',
    'http',
    'mime',
    'site',
    'site-address',
    'targets',
    'wordpress',
  ],
  'lib/publish/targets': ['registry'],
  'lib/compose/templates/filters': ['registry', 'filter'],
  'lib/extract/passes': ['registry', 'pass'],
  'lib/extract/sites': ['registry', 'find-rule'],
};
const thingsIn = (folder: string, root = '.') =>
  readdirSync(join(root, folder))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !frames[folder]?.includes(name))
    .sort();

const messages = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));

describe('publishers', () => {
  const ids = publishers.map((publisher) => publisher.id);

  test('are all registered, each in a file of its name', () => {
    expect([...ids].sort()).toEqual(thingsIn('lib/publish'));
  });

  test.each(ids)('have a test each: %s', (id) => {
    const tests = readFiles([`tests/unit/publish/${id}.test.ts`], ['.test.ts']);
    expect(tests.map(({ text }) => text.includes(`lib/publish/${id}'`))).toEqual([true]);
  });

  test.each(publishers.map((publisher) => [publisher.id, publisher] as const))(
    'have a name and a hint in both languages: %s',
    (_id, { label, hint }) => {
      for (const language of ['en', 'zh_CN']) {
        const known = messages(language);
        expect([known[label]?.message, known[hint]?.message]).toEqual([expect.any(String), expect.any(String)]);
      }
    },
  );

  test.each(ids)('are named in the README: %s', (id) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${id}\``);
  });
});

describe('publishing targets', () => {
  const ids = targets.map((target) => target.id);

  test('are all registered, each in a file of its name', () => {
    expect([...ids].sort()).toEqual(thingsIn('lib/publish/targets'));
  });

  test.each(ids)('have a test each: %s', (id) => {
    const tests = readFiles(['tests/unit/publish', 'tests/wordpress'], ['.test.ts']);
    expect(tests.filter(({ text }) => text.includes(`publish/targets/${id}'`))).not.toEqual([]);
  });

  test.each(targets.map((target) => [target.id, target] as const))(
    'have words in both languages for themselves and every field: %s',
    (_id, target) => {
      const keys = [target.label, target.hint, ...target.fields.flatMap(({ label, hint }) => [label, hint ?? label])];
      for (const language of ['en', 'zh_CN']) {
        const known = messages(language);
        expect(keys.filter((key) => !known[key]?.message)).toEqual([]);
      }
    },
  );

  test.each(ids)('are named in the README: %s', (id) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${id}\``);
  });
});

describe('exporters', () => {
  const ids = exporters.map((exporter) => exporter.id);

  test('are all registered, each in a file of its name', () => {
    expect([...ids].sort()).toEqual(thingsIn('lib/exchange/exporters'));
  });

  test.each(ids)('have a test each: %s', (id) => {
    const tests = readFiles([`tests/unit/exchange/exporters/${id}.test.ts`], ['.test.ts']);
    expect(tests.map(({ text }) => text.includes(`exchange/exporters/${id}'`))).toEqual([true]);
  });

  test.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
    'have a name and a hint in both languages, and are offered: %s',
    (id, { label, hint, icon, extension }) => {
      for (const language of ['en', 'zh_CN']) {
        const known = messages(language);
        expect([known[label]?.message, known[hint]?.message]).toEqual([expect.any(String), expect.any(String)]);
      }
      expect(exportFormats.find((format) => format.id === id)).toMatchObject({ label, icon, extension });
    },
  );

  test.each(ids)('are named in the README: %s', (id) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${id}\``);
  });
});

describe('importers', () => {
  const ids = importers.map((importer) => importer.id);

  test('are all registered, each in a file of its name', () => {
    expect([...ids].sort()).toEqual(thingsIn('lib/exchange/importers'));
  });

  test.each(ids)('have a test each: %s', (id) => {
    const tests = readFiles([`tests/unit/exchange/importers/${id}.test.ts`], ['.test.ts']);
    expect(tests.map(({ text }) => text.includes(`exchange/importers/${id}'`))).toEqual([true]);
  });

  test.each(importers.map((importer) => [importer.id, importer] as const))(
    'have a name and a hint in both languages: %s',
    (_id, { label, hint }) => {
      for (const language of ['en', 'zh_CN']) {
        const known = messages(language);
        expect([known[label]?.message, known[hint]?.message]).toEqual([expect.any(String), expect.any(String)]);
      }
    },
  );

  test.each(ids)('are named in the README: %s', (id) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`\`${id}\``);
  });
});

describe('filters of templates', () => {
  const names = filters.map((filter) => filter.name);

  test('are all registered, each in a file of its name', () => {
    expect([...names].sort()).toEqual(thingsIn('lib/compose/templates/filters'));
  });

  test.each(names)('have a test, words in both languages and a line in their description each: %s', (name) => {
    const tests = readFiles([`tests/unit/compose/templates/filters/${name}.test.ts`], ['.test.ts']);
    expect(tests.map(({ text }) => text.includes(`filters/${name}'`))).toEqual([true]);
    for (const language of ['en', 'zh_CN'])
      expect(messages(language)[`template_filter_${name}`]?.message).toEqual(expect.any(String));
    expect(readFileSync('docs/templates.md', 'utf8')).toContain(`\`${name}`);
  });
});

describe('extraction passes', () => {
  const passes = [...pagePasses, ...articlePasses];
  const names = passes.map((pass) => pass.name);

  test('are all registered, each once and in a file of its name', () => {
    expect([...names].sort()).toEqual(thingsIn('lib/extract/passes'));
  });

  test('say why they are there', () => {
    expect(
      passes.filter((pass) => pass.reason.length < 20 || pass.reason.startsWith('Say which')).map((p) => p.name),
    ).toEqual([]);
  });

  test.each(names)('have a test each: %s', (name) => {
    const tests = readFiles(['tests/unit/extract', 'tests/browser/extract'], ['.test.ts', '.test.tsx']);
    expect(tests.filter(({ text }) => text.includes(`passes/${name}'`) || text.includes(`'${name}'`))).not.toEqual([]);
  });
});

describe('site rules', () => {
  const names = siteRules.map((rule) => rule.name);

  test('are all registered, each once and in a file of its name', () => {
    expect([...names].sort()).toEqual(thingsIn('lib/extract/sites'));
  });

  test('share no host', () => {
    const hosts = siteRules.flatMap((rule) => rule.hosts);
    expect(hosts.filter((host, at) => hosts.indexOf(host) !== at || /^www\.|\/|:/.test(host))).toEqual([]);
  });

  test.each(names)('have a page and what must come of it each: %s', (name) => {
    const read = (file: string) => readFileSync(`tests/fixtures/sites/${name}/${file}`, 'utf8');
    expect(read('source.html')).toContain('<body>');
    expect(JSON.parse(read('expected.json')).paragraphs.length).toBeGreaterThan(2);
  });
});

describe('npm run new', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'clipsheet-new-'));
    const copied = [
      'lib',
      'public',
      'scripts',
      'tests/unit',
      'tests/messages.ts',
      'tests/setup.ts',
      'tests/wxt-browser.ts',
    ];
    for (const path of [...copied, 'biome.json', '.gitignore', 'package.json'])
      cpSync(path, join(root, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
    execFileSync('git', ['init', '-q'], { cwd: root });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const make = (...args: string[]) =>
    execFileSync(process.execPath, ['scripts/new.mjs', ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  test('makes a publisher: file, registry line, test, texts', () => {
    expect(make('publisher', 'ghost-blog')).toContain('README.md');
    expect(thingsIn('lib/publish', root)).toContain('ghost-blog');
    expect(read('lib/publish/registry.ts')).toMatch(
      /import \{ ghostBlog \} from '.\/ghost-blog';[\s\S]*= \[[^\]]*\bghostBlog\b/,
    );
    expect(read('tests/unit/publish/ghost-blog.test.ts')).toContain(`lib/publish/ghost-blog'`);
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')))).toContain('publish_ghost_blog_hint');
  });

  test('makes a target whose tests pass, with those that every target must pass', () => {
    expect(make('target', 'press-room')).toContain('README.md');
    expect(read('lib/publish/targets/registry.ts')).toMatch(/targets[^=]*= \[[^\]]*\bpressRoom\b/);
    expect(read('tests/unit/publish/targets/worlds.ts')).toMatch(/'press-room': pressRoomWorld,?\n\};/);
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')))).toContain('publish_press_room_hint');
    const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/unit/vitest.config.ts'];
    const run = (...more: string[]) =>
      execFileSync(process.execPath, [...vitest, ...more], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    expect(run('tests/unit/publish/targets/press-room.test.ts')).toMatch(/1 passed/);
    expect(run('tests/unit/publish/targets/every-target.test.ts', '-t', 'press-room|every registered')).toMatch(
      /1[5-9] passed/,
    );
  }, 120_000);

  test.each([
    ['drop-polls', [], 'articlePasses'],
    ['cut-banners', ['--page'], 'pagePasses'],
  ])('makes a pass: %s', (name, options, list) => {
    make('pass', name, ...options);
    const constant = name.replace(/-(\w)/, (_, letter: string) => letter.toUpperCase());
    expect(read('lib/extract/passes/registry.ts')).toMatch(new RegExp(`${list}[^=]*= \\[[^\\]]*\\b${constant}\\b`));
    expect(read(`tests/unit/extract/passes/${name}.test.ts`)).toContain(`passes/${name}'`);
  });

  test('makes a site rule: file, registry line, page, expectation', () => {
    expect(make('site', 'harbour-news')).toContain('sites.test.ts');
    expect(read('lib/extract/sites/registry.ts')).toMatch(/siteRules[^=]*= \[[^\]]*\bharbourNews\b/);
    expect(JSON.parse(read('tests/fixtures/sites/harbour-news/expected.json')).url).toContain('harbour-news');
    expect(read('tests/fixtures/sites/harbour-news/source.html')).toContain('<body>');
  });

  test('makes an exporter: file, registry line, test, texts', () => {
    expect(make('exporter', 'kindle-notes')).toContain('README.md');
    expect(read('lib/exchange/exporters.ts')).toMatch(
      /import \{ kindleNotes \} from '.\/exporters\/kindle-notes';[\s\S]*= \[[^\]]*\bkindleNotes\b/,
    );
    expect(read('tests/unit/exchange/exporters/kindle-notes.test.ts')).toContain(`exporters/kindle-notes'`);
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')))).toContain(
      'export_format_kindle_notes_hint',
    );
  });

  test('makes a filter of templates: file, registry line, test, text', () => {
    expect(make('filter', 'initials')).toContain('docs/templates.md');
    expect(read('lib/compose/templates/filters/registry.ts')).toMatch(/filters[^=]*= \[[^\]]*\binitials\b/);
    expect(read('tests/unit/compose/templates/filters/initials.test.ts')).toContain(`filters/initials'`);
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')))).toContain('template_filter_initials');
  });

  test('makes an importer: file, registry line, test, texts', () => {
    expect(make('importer', 'matter-csv')).toContain('README.md');
    expect(read('lib/exchange/importers.ts')).toMatch(
      /import \{ matterCsv \} from '.\/importers\/matter-csv';[\s\S]*= \[[^\]]*\bmatterCsv\b/,
    );
    expect(read('tests/unit/exchange/importers/matter-csv.test.ts')).toContain(`importers/matter-csv'`);
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')))).toContain(
      'import_format_matter_csv_hint',
    );
  });

  test('takes no name twice and none that is no name', () => {
    expect(() => make('publisher', 'html-page')).toThrow(/there already/);
    expect(() => make('publisher', '../x')).toThrow(/usage/);
  });
});
