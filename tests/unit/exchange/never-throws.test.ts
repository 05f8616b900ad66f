// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedClip } from '../../../lib/exchange/format';
import { importers } from '../../../lib/exchange/importers';
import { readWith, zipOf } from './source';

const headers = [
  'title,url,time_added,tags,status\n',
  'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n',
  'URL,Title,Selection,Folder,Timestamp,Tags\n',
  'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n',
  'Highlight,Title,Author,URL,Note,Location,Date\n',
  '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>',
  '---\nsource: ',
  '{"bookmarks":[',
  '{"collections":[{"links":[',
  '[{"slug":"x","url":',
  '',
];
const scraps = [
  ...[
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '[',
    ']',
    '{',
    '}',
    ':',
    '\\',
    '\\u',
    'null',
    '1e999',
    '-',
    "'",
    '---\n',
    '&',
    '*a',
  ],
  ...[
    '<DT><A HREF="',
    '">',
    '</A>',
    '<DL>',
    '</DL>',
    '<DD>',
    '<H3>',
    '&#x110000;',
    '<',
    '==',
    '`',
    '|',
    '\0',
    '\uD800',
    '\u202E',
  ],
  ...[
    'https://a.example/',
    'javascript:alert(1)',
    'http://[',
    '"url":"https://a.example/"',
    '"__proto__":{"polluted":1}',
    '皮革',
  ],
  ...['1700000000', '2024-03-05', '99999999999999999', '{"x":'.repeat(300), '['.repeat(300)],
];
const hostile = fc
  .tuple(fc.constantFrom(...headers), fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string()), { maxLength: 40 }))
  .map(([header, parts]) => header + parts.join(''));

function expectSound({ url, title, tags, savedAt, note }: ImportedClip): void {
  expect(url).toMatch(/^https?:\/\//iu);
  expect(URL.canParse(url)).toBe(true);
  expect([url, title, note, ...tags].join('').isWellFormed()).toBe(true);
  expect(title + tags.join('')).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(savedAt === null || Number.isSafeInteger(savedAt)).toBe(true);
}

describe.each(importers)('$id never throws', (importer) => {
  test('whatever is in a file, and what it gives is sound', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { clips } = await readWith(importer, { 'x.txt': text });
        clips.forEach(expectSound);
      }),
      { numRuns: 150 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('whatever bytes are in the files of an archive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), hostile, async (bytes, text) => {
        const files = { 'a.csv': bytes, 'b.json': text, 'c.html': text, 'd.md': text, 'metadata_0_to_1.json': text };
        await readWith(importer, { 'x.zip': zipOf({ ...files, 'a.csv': new Uint8Array(bytes) }) });
      }),
      { numRuns: 30 },
    );
  });
});

test('a file of one endless line, of open quotes and of deep brackets is read in time', async () => {
  const started = performance.now();
  for (const importer of importers) {
    for (const text of [
      'a'.repeat(3_000_000),
      '"x\n'.repeat(100_000),
      '[{"a":'.repeat(200_000),
      '<a <dt '.repeat(100_000),
    ])
      await readWith(importer, { 'x.csv': `title,url,time_added,tags,status\n${text}` });
  }
  expect(performance.now() - started).toBeLessThan(60_000);
}, 90_000);
