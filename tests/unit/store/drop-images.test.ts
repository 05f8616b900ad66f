import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../lib/model/ids';
import { type Database, openDatabase } from '../../../lib/store/database';
import { dropImageBytes, weighImages } from '../../../lib/store/images';
import { fillLibrary } from '../exchange/archive/library';

let db: Database;
beforeEach(async () => {
  db = openDatabase(`space-${newId()}`);
  await fillLibrary(db, 12);
});
afterEach(() => db.delete());

const later = 2_000_000_000_000;
const withBytes = async () => (await db.images.toArray()).filter((image) => image.bytes);

test('images are weighed by age, without those that posts use', async () => {
  const [oldest] = (await withBytes()).map((image) => image.createdAt).sort();
  const [none, all] = await weighImages(db, [oldest ?? 0, later]);
  expect(none).toEqual({ before: oldest, images: 0, bytes: 0 });
  expect(all).toMatchObject({ images: 12, bytes: 12 * 40 }); // 13 have bytes, the gallery of the post shows one
});

test('dropping them frees what was weighed and keeps addresses, words and what posts use', async () => {
  const before = await db.images.toArray();
  const told: number[] = [];
  expect(await dropImageBytes(db, later, (bytes) => told.push(bytes))).toBe(480);
  expect(told.at(-1)).toBe(480);
  expect(await withBytes()).toHaveLength(1);
  expect((await db.images.toArray()).map((image) => ({ ...image, bytes: null }))).toEqual(
    before.map((image) => ({ ...image, bytes: null })),
  );
});
