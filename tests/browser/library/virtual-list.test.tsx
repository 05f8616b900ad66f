import { afterEach, describe, expect, test, vi } from 'vitest';
import { db } from '../../../lib/state/db';
import { deleteClips } from '../../../lib/store/clips';
import { saveStub } from '../../../lib/store/saving';
import { aClip } from '../../unit/clip-maker';
import { hideLibrary, rows, showLibrary } from './show';

afterEach(hideLibrary);

const list = () => document.querySelector('[role="listbox"][aria-multiselectable]') as HTMLElement;
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Whether a row is painted at each of several heights of the list's view. */
function isFilled(): boolean {
  const box = list().getBoundingClientRect();
  const end = list().scrollHeight - list().scrollTop;
  return [2, 0.25, 0.5, 0.75, 0.99].every((part) => {
    const y = part > 1 ? part : box.height * part;
    return y > end || document.elementFromPoint(box.left + 40, box.top + y)?.closest('[role="option"]') != null;
  });
}

describe('a list of 10,000 clips', () => {
  test('scrolls to its end without a blank frame, holding few rows at a time', async () => {
    await showLibrary(10_000, { pictures: false });
    let blank = 0;
    let most = 0;
    let frames = 0;
    for (let still = 0; still < 30; frames++) {
      const before = list().scrollTop;
      list().scrollTop += 6000; // a hard fling
      await frame();
      if (!isFilled()) blank++;
      most = Math.max(most, rows().length);
      still = list().scrollTop === before ? still + 1 : 0;
    }
    expect(rows().at(-1)?.ariaPosInSet).toBe('10000');
    expect(rows().at(-1)?.ariaSetSize).toBe('10000');
    expect(frames).toBeGreaterThan(150);
    expect(blank).toBe(0);
    expect(most).toBeLessThan(60);
  }, 60_000);

  test('stays where one reads when clips come and go above, and shows new ones at the top', async () => {
    const clips = await showLibrary(300, { pictures: false });
    const first = rows()[0]?.dataset.key;
    await saveStub(db, aClip({ url: 'https://new.example/1', clippedAt: Date.now() }));
    await vi.waitFor(() => expect(rows()[0]?.dataset.key).not.toBe(first));
    list().scrollTop = 3000;
    await frame();
    await frame();
    const at = rows().find((row) => row.getBoundingClientRect().top >= list().getBoundingClientRect().top);
    const place = () => document.getElementById(at?.id ?? '')?.getBoundingClientRect().top;
    const before = place();
    await saveStub(db, aClip({ url: 'https://new.example/2', clippedAt: Date.now() }));
    await vi.waitFor(() => expect(rows().some((row) => row.ariaSetSize === '302')).toBe(true));
    expect(place()).toBeCloseTo(before ?? 0, 0);
    await deleteClips(
      db,
      clips.slice(0, 5).map((clip) => clip.id),
      Date.now(),
    );
    await vi.waitFor(() => expect(rows().some((row) => row.ariaSetSize === '297')).toBe(true));
    expect(place()).toBeCloseTo(before ?? 0, 0);
  });
});
