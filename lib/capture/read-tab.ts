/** Reads a tab's page into the clip that waits for it, within a time, and says so on the clip when that fails. */
import type { CaptureWarning, Clip, ClipDraft } from '../model/clip';
import { fail, type Result } from '../model/result';
import { isClippable, normaliseUrl } from '../model/url';
import { keepImages } from './keep-images';
import type { CaptureMode, CapturePorts, Tab } from './ports';
import { lookAgain } from './second-look';

export type Reading = Result<ClipDraft, CaptureWarning>;

/**
 * The text of a tab's page as long as it still is the page that was clipped. When the time is over the failure is
 * `failed`, and the text is handed to `late` should it come after all. `begun` is a reading that is on its way already.
 */
export async function readTab(
  ports: CapturePorts,
  tab: Tab,
  mode: CaptureMode,
  late: (draft: ClipDraft) => void = () => undefined,
  begun = ports.page.read(tab, mode),
): Promise<Reading> {
  let over = false;
  const reading = begun.then((read): Reading => {
    const result = samePage(read, tab);
    if (over && result.ok) late(result.value);
    return result;
  });
  const patience = timer(ports.patience, () => {
    over = true;
    return fail('failed' as const);
  });
  const read = await Promise.race([reading, patience.over]);
  patience.cancel();
  return read.ok ? read : fail(betterReason(read.failure, tab.url));
}

/**
 * Completes a stored clip from its tab: text first, then, for a page, a second look, then the bytes of its images. `finished` holds the clip with its
 * text, or as a bookmark that says what went wrong, and rejects only for what the store threw; `settled` is there when
 * nothing more will happen, and never rejects.
 */
export function completeClip(
  ports: CapturePorts,
  tab: Tab,
  clip: Clip,
  mode: CaptureMode,
  begun?: Promise<Reading>,
): { finished: Promise<Clip | null>; settled: Promise<void> } {
  const arrived = (draft: ClipDraft) => ports.store.finish(clip.id, draft);
  const finished = (async () => {
    const read = await readTab(ports, tab, mode, arrived, begun);
    if (!read.ok) return ports.store.settle(clip.id, read.failure);
    try {
      return await arrived(read.value);
    } catch (error) {
      await ports.store.settle(clip.id, 'not-stored'); // too large for the disk, perhaps
      throw error;
    }
  })();
  const settled = finished.then(async (stored) => {
    if (mode === 'page') await settle(lookAgain(ports, tab, stored));
    await keepImages(ports, tab, clip.id);
  });
  return { finished, settled: settle(settled) };
}

/** The end of work whose failure is no failure of the clip, or is told elsewhere. */
export function settle(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => undefined,
    () => undefined,
  );
}

/** A page that went elsewhere between the click and the reading is not the one that was clipped. */
function samePage(read: Reading, tab: Tab): Reading {
  if (!read.ok || normaliseUrl(read.value.url) === normaliseUrl(tab.url)) return read;
  return fail('interrupted');
}

/** Where the browser only says that it may not, the address often says why. */
function betterReason(warning: CaptureWarning, url: string): CaptureWarning {
  if (warning !== 'no-access') return warning;
  const clippable = isClippable(url);
  return clippable.ok ? warning : clippable.failure;
}

function timer<T>(ms: number, end: () => T): { over: Promise<T>; cancel: () => void } {
  let id: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<T>((resolve) => {
    id = setTimeout(() => resolve(end()), ms);
  });
  return { over, cancel: () => clearTimeout(id) };
}
