import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ClipId, type ImageId, newId } from '../../../lib/model/ids';
import { db } from '../../../lib/state/db';
import { createMissingImages, loadMissingImages, type MissingImages } from '../../../lib/state/missing-images';
import { settings } from '../../../lib/state/settings';
import { getImages } from '../../../lib/store/images';
import { aDraft } from '../clip-maker';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const clipId = newId<ClipId>();
const asked: string[] = [];
let isGiven = true;
let answers: Record<string, Uint8Array<ArrayBuffer> | null> = {};
let missing: MissingImages;

beforeEach(async () => {
  await db.images.clear();
  const urls = ['https://cdn.example/a.png', 'https://cdn.example/b.png', 'http://192.168.1.1/door.png'];
  const [shape] = aDraft().images;
  await db.images.bulkAdd(
    urls.map((url, position) => ({
      ...(shape as NonNullable<typeof shape>),
      ...{ id: newId<ImageId>(), clipId, url, position, rights: '', bytes: null, createdAt: 1, updatedAt: 1 },
    })),
  );
  asked.length = 0;
  isGiven = true;
  answers = { 'https://cdn.example/a.png': png, 'https://cdn.example/b.png': png };
  missing = createMissingImages({
    fetchBytes: async (url) => {
      asked.push(url);
      return answers[url] ?? null;
    },
    requestSites: async () => isGiven,
    maySites: async () => isGiven,
    measure: async () => ({ width: 4, height: 3 }),
  });
});
afterEach(() => missing.dispose());

const images = () => getImages(db, clipId);
const kept = async () => (await images()).map(({ bytes }) => bytes !== null);

test('nothing is asked for until a person says so', async () => {
  expect(missing.of(await images())).toHaveLength(2);
  expect(asked).toEqual([]);
});

test('a click loads what is missing and keeps it, of the open web alone', async () => {
  await missing.load(await images());
  expect(asked).toEqual(['https://cdn.example/a.png', 'https://cdn.example/b.png']);
  expect(await kept()).toEqual([true, true, false]);
  expect(missing.state.value).toBe('waiting');
  expect(missing.of(await images())).toEqual([]);
});

test('who refuses the access is asked nothing more, and nothing is loaded', async () => {
  isGiven = false;
  await missing.load(await images());
  await missing.loadAllowed(await images());
  expect(asked).toEqual([]);
});

test('what the network drops or what is no bitmap stays missing, is said, and comes when it is tried again', async () => {
  answers = { 'https://cdn.example/a.png': svg, 'https://cdn.example/b.png': null };
  await missing.load(await images());
  expect(await kept()).toEqual([false, false, false]);
  expect(missing.state.value).toBe('failed');
  answers = { 'https://cdn.example/a.png': png, 'https://cdn.example/b.png': png };
  await missing.load(await images());
  expect(await kept()).toEqual([true, true, false]);
});

test('who has switched it on gets them without a click, each tried once', async () => {
  answers['https://cdn.example/b.png'] = null;
  await missing.loadAllowed(await images());
  await missing.loadAllowed(await images());
  expect(asked).toEqual(['https://cdn.example/a.png', 'https://cdn.example/b.png']);
});

test('a reader that is left loads no more', async () => {
  const all = await images();
  const loading = missing.load(all);
  missing.dispose();
  await loading;
  expect(await kept()).toEqual([false, false, false]);
});

test('the switch stays off when the access is refused, and needs none to go off', async () => {
  const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never);
  expect(await loadMissingImages(true)).toBe(false);
  expect(settings.value.loadImages).toBe(false);
  request.mockResolvedValue(true as never);
  expect(await loadMissingImages(true)).toBe(true);
  expect(settings.value.loadImages).toBe(true);
  request.mockClear();
  expect(await loadMissingImages(false)).toBe(true);
  expect(request).not.toHaveBeenCalled();
  expect(settings.value.loadImages).toBe(false);
});
