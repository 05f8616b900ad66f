import { beforeEach, describe, expect, test } from 'vitest';
import type { ClipId } from '../../../lib/model/ids';
import { useMessages } from '../../../lib/state/i18n';
import { inSlices, isChanging } from '../../../lib/state/in-slices';
import { dismissToast, toasts } from '../../../lib/state/toasts';
import messages from '../../../public/_locales/en/messages.json';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `clip${i}` as ClipId);

beforeEach(() => {
  useMessages('en', messages);
  for (const { id } of toasts.value) dismissToast(id);
});

describe('a change of many clips', () => {
  test('is written in small slices, in order, with how far it is, and leaves no notice', async () => {
    const shares: (number | undefined)[] = [];
    const sizes: number[] = [];
    const done = await inSlices(ids(1050), async (slice) => {
      sizes.push(slice.length);
      shares.push(toasts.value[0]?.progress?.share);
      expect(isChanging.value).toBe(true);
      return slice;
    });
    expect(done).toEqual(ids(1050));
    expect(Math.max(...sizes)).toBeLessThan(500);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares).toEqual([...shares].sort());
    expect(toasts.value).toEqual([]);
    expect(isChanging.value).toBe(false);
  });

  test('can be stopped: what was done is given back, the rest is let alone', async () => {
    let slices = 0;
    const done = await inSlices(ids(1000), async (slice) => {
      if (++slices === 2) toasts.value[0]?.progress?.stop();
      return slice;
    });
    expect(slices).toBe(2);
    expect(done).toEqual(ids(done.length));
    expect(done.length).toBeLessThan(1000);
  });

  test('that fails half-way says so and gives what was done, so that it can be taken back', async () => {
    let slices = 0;
    const done = await inSlices(ids(1000), async (slice) => {
      if (++slices === 3) throw new DOMException('full', 'QuotaExceededError');
      return slice;
    });
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(1000);
    expect(toasts.value.map(({ tone, progress }) => [tone, progress])).toEqual([['problem', null]]);
    expect(await inSlices(ids(300), async (slice) => slice)).toHaveLength(300);
  });

  test('waits for the one before', async () => {
    const order: string[] = [];
    const note = (name: string) => async (slice: readonly ClipId[]) => {
      order.push(name);
      return slice;
    };
    await Promise.all([inSlices(ids(500), note('first')), inSlices(ids(500), note('second'))]);
    expect(order).toEqual([...order].sort());
  });
});

test('few clips are written at once, without a notice', async () => {
  await inSlices(ids(20), async (slice) => {
    expect(toasts.value).toEqual([]);
    return slice;
  });
});
