import { effect, signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/state/db';
import { live } from '../../../lib/state/live';
import { listClips } from '../../../lib/store/clips';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../clip-maker';

afterEach(() => db.clips.clear());

/** How many clips there are, and how often that was asked. */
function countClips() {
  let times = 0;
  const count = live(async () => {
    times++;
    return db.clips.count();
  }, -1);
  return { count, asked: () => times };
}

test('shows what is in the database and follows every change, also behind several awaits', async () => {
  const titles = live(
    async () =>
      (await listClips(db, { status: 'inbox', kind: 'bookmark' }, { after: null, limit: 9 })).clips.map(
        (clip) => clip.title,
      ),
    ['loading'],
  );
  const seen: string[][] = [];
  const stop = effect(() => void seen.push(titles.value));
  await vi.waitFor(() => expect(titles.value).toEqual([]));
  await saveStub(db, aClip({ title: 'one' }));
  await vi.waitFor(() => expect(titles.value).toEqual(['one']));
  await saveStub(db, aClip({ title: 'two' }));
  await vi.waitFor(() => expect(titles.value).toEqual(['two', 'one']));
  expect(seen[0]).toEqual(['loading']);
  stop();
});

test('asks again when a signal that the query read has changed', async () => {
  const factor = signal(1);
  const product = live(async () => {
    const by = factor.value;
    return by * ((await db.clips.count()) + 10);
  }, 0);
  const stop = effect(() => void product.value);
  await vi.waitFor(() => expect(product.value).toBe(10));
  factor.value = 3;
  await vi.waitFor(() => expect(product.value).toBe(30));
  stop();
});

test('watches nothing once nobody reads it, and starts again when somebody does', async () => {
  const { count, asked } = countClips();
  const stop = effect(() => void count.value);
  await vi.waitFor(() => expect(count.value).toBe(0));
  stop();
  const before = asked();
  await saveStub(db, aClip());
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked()).toBe(before);
  const again = effect(() => void count.value);
  await vi.waitFor(() => expect(count.value).toBe(1));
  again();
});

test('is asked anew after many writes that do not concern it, so that what was written is let go', async () => {
  const { count, asked } = countClips();
  const stop = effect(() => void count.value);
  await vi.waitFor(() => expect(count.value).toBe(0));
  const write = async (times: number) => {
    for (let i = 0; i < times; i++) await db.counters.put({ prefix: 'none', count: i });
    await new Promise((resolve) => setTimeout(resolve, 30));
  };
  await write(40);
  expect(asked()).toBe(1);
  await write(40);
  expect(asked()).toBe(2);
  expect(count.value).toBe(0);
  await write(140);
  expect(asked()).toBe(4);
  stop();
  await write(80);
  expect(asked()).toBe(4);
});
