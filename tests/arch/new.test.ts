/** `npm run new` in a copy of the tree: what it starts is registered, tested and worded. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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
    expect(existsSync(join(root, 'lib/publish/ghost-blog.ts'))).toBe(true);
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
