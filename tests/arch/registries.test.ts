import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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
const thingsIn = (folder: string) =>
  readdirSync(folder)
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
