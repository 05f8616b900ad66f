// @vitest-environment node

import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../../../lib/exchange/archive/read-archive';
import { newId } from '../../../../lib/model/ids';
import { type Database, openDatabase } from '../../../../lib/store/database';
import { payloadsOf } from '../../attack-data';
import { archiveOf, fillLibrary, opened, restore } from './library';

let db: Database;
beforeEach(() => {
  db = openDatabase(`hostile-${newId()}`);
});
afterEach(() => db.delete());

const manifest = {
  format: 'clipsheet-archive',
  version: 1,
  createdAt: 'x',
  generator: 'x',
  scope: 'library',
  tables: [],
};
/** An archive made by hand: its files by name. */
const crafted = (files: Record<string, string>, facts: object = manifest) =>
  new Blob([
    zipSync(
      Object.fromEntries(
        Object.entries({ 'manifest.json': JSON.stringify(facts), ...files }).map(([name, text]) => [
          name,
          strToU8(text),
        ]),
      ),
    ) as Uint8Array<ArrayBuffer>,
  ]);

/** The first line of a table of a real archive, as plain data. */
async function realRecord(table: string): Promise<Record<string, unknown>> {
  const source = openDatabase(`source-${newId()}`);
  await fillLibrary(source, 1);
  const archive = await opened(await archiveOf(source));
  await source.delete();
  for await (const part of archive.parts([table as 'clips'], { withBytes: false })) return { ...part.records[0] };
  throw new Error('no record');
}
const lines = (...records: unknown[]) =>
  records.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

describe('a file that is no archive', () => {
  test.each([
    ['text', new Blob(['hello'])],
    ['nothing', new Blob([])],
    ['a zip of something else', crafted({}, { format: 'other' })],
    ['a manifest with inherited facts', crafted({}, JSON.parse('{"__proto__":{"format":"clipsheet-archive"}}'))],
  ])('is refused with a reason: %s', async (_name, file) => {
    const result = await openArchive(file);
    expect(result.ok === false && result.failure.kind).toBe('archive-unreadable');
  });

  test('of a newer version is refused as that', async () => {
    expect(await openArchive(crafted({}, { ...manifest, version: 2 }))).toEqual({
      ok: false,
      failure: { kind: 'archive-newer' },
    });
  });

  test('that was cut short is refused', async () => {
    await fillLibrary(db, 2);
    const file = await archiveOf(db);
    const result = await openArchive(file.slice(0, file.size - 30));
    expect(result.ok === false && result.failure.kind).toBe('archive-unreadable');
  });
});

describe('bad records', () => {
  test('cost their own line each, and are named by file, line and reason', async () => {
    const clip = await realRecord('clips');
    const file = crafted({
      'clips/000001.jsonl': lines('{"id":', { ...clip, title: 7 }, clip, '[]', 'null', {
        ...clip,
        url: 'javascript:alert(1)',
      }),
    });
    const { problems } = await restore(db, file);
    expect(await db.clips.count()).toBe(1);
    expect(problems.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '1 not-json',
      '2 wrong-shape',
      '4 wrong-shape',
      '5 wrong-shape',
      '6 wrong-shape',
    ]);
  });

  test('bring no field that is not theirs, and no prototype', async () => {
    const clip = await realRecord('clips');
    const line = JSON.stringify(clip).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":1,',
    );
    await restore(db, crafted({ 'clips/000001.jsonl': line }));
    const [row] = await db.clips.toArray();
    expect(row).not.toHaveProperty('extra');
    expect(Object.keys(row ?? {})).not.toContain('constructor');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('inherit nothing: a field must be the record’s own', async () => {
    const { id, ...rest } = await realRecord('clips');
    const { problems } = await restore(
      db,
      crafted({ 'clips/000001.jsonl': `{"__proto__":{"id":"${id}"},${JSON.stringify(rest).slice(1)}` }),
    );
    expect(problems).toHaveLength(1);
  });

  test('of tables that nobody knows are passed over', async () => {
    const { problems } = await restore(
      db,
      crafted({ 'secrets/000001.jsonl': '{"a":1}', '__proto__/000001.jsonl': '{"a":1}' }),
    );
    expect(problems).toEqual([]);
  });

  test('with HTML that is not clean are cleaned, whatever the archive says', async () => {
    const body = { ...(await realRecord('bodies')), html: '<p>x</p><script>', sanitized: true };
    await restore(db, crafted({ 'bodies/000001.jsonl': lines(body) }));
    expect((await db.bodies.toArray())[0]?.html).toBe('<p>x</p>');
  });

  test.each([...payloadsOf('json'), ...payloadsOf('path')])(
    'harm nothing as they are in the corpus: %j',
    async (payload) => {
      const clip = await realRecord('clips');
      const file = crafted({
        'clips/000001.jsonl': lines(payload, { ...clip, title: payload }),
        [`x/${payload}`]: payload,
      });
      const { stopped } = await restore(db, file);
      expect(stopped).toBeNull();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((await db.clips.toArray()).map(({ title }) => title)).toEqual([payload]);
    },
  );
});

describe('bytes of images', () => {
  test('that are not what their name says are left out, and the image keeps its words', async () => {
    const hash = 'a'.repeat(64);
    const image = { ...(await realRecord('images')), bytes: { file: hash, type: 'image/png' } };
    const { problems } = await restore(
      db,
      crafted({ 'images/000001.jsonl': lines(image), [`files/${hash}`]: 'other' }),
    );
    expect(problems.map(({ reason }) => reason)).toEqual(['damaged']);
    expect((await db.images.toArray())[0]).toEqual({ ...image, bytes: null });
  });

  test('cannot be named by a path', async () => {
    const image = { ...(await realRecord('images')), bytes: { file: '../manifest.json', type: 'image/png' } };
    const { problems } = await restore(db, crafted({ 'images/000001.jsonl': lines(image) }));
    expect(problems.map(({ reason }) => reason)).toEqual(['wrong-shape']);
  });
});
