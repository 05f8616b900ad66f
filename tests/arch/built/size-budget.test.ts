import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requireBuild } from '../../../scripts/lib/builds.mjs';
import { measureEntries } from '../../../scripts/lib/entry-sizes.mjs';

/** Kilobytes (1,000 bytes), minified and gzipped: what each entry point loads before it can show anything. */
const budget: Record<string, { minified: number; gzip: number }> = {
  'clipper.js': { minified: 80, gzip: 34 },
  'page-signs.js': { minified: 8, gzip: 4 },
  'site-reader.js': { minified: 8, gzip: 4 },
  // Only when a person asks for it: what they chose is read with everything the first reading had.
  'by-hand.js': { minified: 130, gzip: 45 },
  // When the text is stored: off the way from click to clip.
  'second-look.js': { minified: 130, gzip: 45 },
  'picker.js': { minified: 20, gzip: 8 },
  'visited.js': { minified: 1, gzip: 1 },
  // With paint for browsers that have no highlights of their own, the tags that one knows, and what decides when words are
  // not found for certain.
  'highlighter.js': { minified: 50, gzip: 19 },
  'clip-first.js': { minified: 2, gzip: 1 },
  // Wakes the browser's storage while the library's code is read.
  'disk-first.js': { minified: 1, gzip: 1 },
  // With the search index and its table of Chinese characters, stories, tags, archives, the highlights of pages: all that
  // must go on by itself.
  'background.js': { minified: 325, gzip: 128 },
  // Opened by the background for the time of a backup, in Chromium.
  'backup.html': { minified: 270, gzip: 104 },
  // Says in one sentence why nothing can be highlighted.
  'notice.html': { minified: 110, gzip: 37 },
  'popup.html': { minified: 140, gzip: 48 },
  // The list, its search and what is done to clips; the reader is read when the list is there.
  'library.html': { minified: 510, gzip: 180 },
  'sidepanel.html': { minified: 510, gzip: 180 },
};

describe.each(['chromium', 'firefox'] as const)('the build for %s', (browser) => {
  const folder = requireBuild(browser);
  const sizes = measureEntries(folder);

  test('loads no more than the budget for each entry point', () => {
    const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
    const over = Object.entries(sizes).flatMap(([entry, { minified, gzip }]) => {
      const limit = budget[entry];
      if (!limit) return [`${entry} has no budget`];
      if (minified <= limit.minified * 1000 && gzip <= limit.gzip * 1000) return [];
      return [
        `${entry}: ${kilobytes(minified)} KB, gzip ${kilobytes(gzip)} KB; allowed ${limit.minified}, ${limit.gzip}`,
      ];
    });
    expect(over).toEqual([]);
  });

  test('has the entry points that the budget names', () => {
    const expected = Object.keys(budget).filter((entry) => existsSync(`${folder}/${entry}`));
    expect(expected).toEqual(expect.arrayContaining(['clipper.js', 'background.js', 'popup.html', 'library.html']));
  });

  test('ships neither the gallery of components nor source maps', () => {
    expect(readdirSync(folder).filter((name) => /^preview|\.map$/.test(name))).toEqual([]);
  });

  test('runs nothing in pages before it is asked', () => {
    const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
    expect(manifest.content_scripts ?? []).toEqual([]);
  });
});
