/** The acts of clipping: a page, a selection, a link's target, an image. What is clipped is stored first. */
import type { Clip } from '../model/clip';
import { createStub } from '../model/clip-stub';
import type { ClipId } from '../model/ids';
import type { ClipOutcome } from '../model/requests';
import { fail, ok, type Result } from '../model/result';
import { isClippable, normaliseUrl } from '../model/url';
import { fetchInto, keepImages, mayFetch } from './keep-images';
import type { CaptureMode, CapturePorts, Tab } from './ports';
import { completeClip, readTab, settle } from './read-tab';

/** A clip that is on disk, and what goes on with it after the answer. */
export type Clipping = ClipOutcome & {
  /** The clip with its text, or as a bookmark that says why it has none. Null when it was removed meanwhile. */
  finished: Promise<Clip | null>;
  /** When its images have been kept as well; never rejects. */
  settled: Promise<void>;
};

/**
 * Clips a tab's page. Resolves as soon as address and title are on disk; the text follows. The same id asked again
 * never makes a second clip; a page that is in the library already is answered with its clip, unchanged.
 */
export async function clipTab(ports: CapturePorts, tab: Tab, id: ClipId): Promise<Result<Clipping>> {
  const clippable = isClippable(tab.url);
  if (!clippable.ok && clippable.failure === 'browser-page')
    return fail({ kind: 'not-clippable', reason: clippable.failure });
  // A page that is not known is read while its stub is being stored: two processes, neither waits for the other.
  const isKnown = (await ports.store.find(normaliseUrl(tab.url)))?.capture.state === 'done';
  const reading = clippable.ok && !isKnown ? ports.page.read(tab, 'page') : undefined;
  const outcome = await ports.store.saveStub(createStub(id, tab, ports.now()), false);
  const { clip } = outcome;
  if (clip.capture.state === 'done') return ok({ ...outcome, ...nothingMore(clip) });
  if (!clippable.ok && clippable.failure === 'extension-store')
    return ok({ ...outcome, ...after(ports.store.settle(clip.id, 'extension-store')) });
  return ok({ ...outcome, ...completeClip(ports, tab, clip, 'page', reading) });
}

/**
 * Clips what is selected in a tab: into the page's clip where that is only a bookmark (nothing could be read, so the
 * person showed what to keep), else as a clip of its own. Resolves when the selection has been read; where nothing is
 * selected that the browser shows us, no clip is left.
 */
export async function clipSelection(ports: CapturePorts, tab: Tab, id: ClipId): Promise<Result<Clipping>> {
  const clippable = isClippable(tab.url);
  if (!clippable.ok && clippable.failure === 'browser-page')
    return fail({ kind: 'not-clippable', reason: clippable.failure });
  const known = await ports.store.find(normaliseUrl(tab.url));
  if (known?.kind === 'bookmark' && known.capture.state === 'done') {
    const updated = await updateFrom(ports, tab, known, 'selection');
    return updated.ok ? ok({ clip: updated.value, outcome: 'saved', ...nothingMore(updated.value) }) : updated;
  }
  const outcome = await ports.store.saveStub(createStub(id, tab, ports.now()), true);
  const completing = completeClip(ports, tab, outcome.clip, 'selection');
  const clip = await completing.finished;
  if (clip && isEmpty(clip)) {
    await completing.settled;
    await ports.store.discard(clip.id);
    return fail({ kind: 'nothing-selected' });
  }
  return ok({ ...outcome, ...completing });
}

/**
 * Clips a link's target: opened behind the page and read where the person has given access to its site, else kept as
 * a bookmark that says it was not opened.
 */
export async function clipLink(
  ports: CapturePorts,
  link: { url: string; text: string },
  id: ClipId,
): Promise<Result<Clipping>> {
  const clippable = isClippable(link.url);
  if (!clippable.ok && (clippable.failure === 'browser-page' || clippable.failure === 'no-access'))
    return fail({ kind: 'not-clippable', reason: clippable.failure });
  const page = { url: link.url, title: link.text };
  const outcome = await ports.store.saveStub(createStub(id, page, ports.now()), false);
  if (outcome.clip.capture.state === 'done') return ok({ ...outcome, ...nothingMore(outcome.clip) });
  return ok({ ...outcome, ...after(openAndRead(ports, outcome.clip)) });
}

/** Reads a tab's page again into its clip, which keeps what people wrote; on failure it stays as it was. */
export async function updateText(
  ports: CapturePorts,
  tab: Tab,
  id: ClipId,
  mode: CaptureMode = 'page',
): Promise<Result<Clip>> {
  const clip = await ports.store.get(id);
  if (!clip) return fail({ kind: 'not-found' });
  return updateFrom(ports, tab, clip, mode);
}

/** Gives a clip its earlier text back. */
export async function restoreText(ports: CapturePorts, id: ClipId): Promise<Result<Clip>> {
  const clip = await ports.store.restore(id);
  return clip ? ok(clip) : fail({ kind: 'not-found' });
}

/** Adds an image to the clip of the page that shows it, which is clipped first when it is not there. */
export async function saveImage(ports: CapturePorts, tab: Tab, url: string, id: ClipId): Promise<Result<Clipping>> {
  if (!mayFetch(url, tab.url)) return fail({ kind: 'image-unavailable', urls: [url] });
  const clipped = await clipTab(ports, tab, id);
  if (!clipped.ok) return clipped;
  const clip = (await clipped.value.finished) ?? clipped.value.clip;
  const described = await ports.page.describeImage(tab.id, url).catch(() => ({}));
  const blank = { caption: '', credit: '', alt: '', width: null, height: null };
  const image = await ports.store.addImage(clip.id, { ...blank, ...described, url, role: 'gallery' });
  if (!image) return fail({ kind: 'not-found' });
  const fetching = clipped.value.settled.then(() => (image.bytes ? 0 : fetchInto(ports, tab, [image])));
  return ok({ ...clipped.value, clip, settled: settle(fetching) });
}

async function updateFrom(ports: CapturePorts, tab: Tab, clip: Clip, mode: CaptureMode): Promise<Result<Clip>> {
  const read = await readTab(ports, tab, mode);
  if (!read.ok) return fail({ kind: 'extraction-failed', detail: read.failure });
  if (normaliseUrl(tab.url, read.value.canonicalUrl) !== clip.key && normaliseUrl(tab.url) !== normaliseUrl(clip.url))
    return fail({ kind: 'extraction-failed', detail: 'interrupted' });
  if (mode === 'selection' && read.value.kind === 'bookmark') return fail({ kind: 'nothing-selected' });
  // A block or a page may be kept for its pictures alone.
  const isEmpty = mode === 'page' ? read.value.text.trim() === '' : read.value.kind === 'bookmark';
  if (isEmpty) return fail({ kind: 'extraction-failed', detail: 'empty' });
  const updated = await ports.store.update(clip.id, read.value);
  if (!updated) return fail({ kind: 'not-found' });
  void settle(keepImages(ports, tab, clip.id));
  return ok(updated);
}

/** Whether the page gave nothing at all for a clip. */
function isEmpty(clip: Clip): boolean {
  return clip.kind === 'bookmark' && clip.imageCount === 0 && clip.capture.warnings.includes('empty');
}

async function openAndRead(ports: CapturePorts, clip: Clip): Promise<Clip | null> {
  const tab = (await ports.mayOpen(clip.url)) ? await ports.tabs.openBehind(clip.url) : null;
  if (!tab) return ports.store.settle(clip.id, 'link-not-opened');
  const { finished, settled } = completeClip(ports, tab, clip, 'page');
  try {
    await settled;
    return await finished;
  } finally {
    await ports.tabs.close(tab.id);
  }
}

function nothingMore(clip: Clip): Pick<Clipping, 'finished' | 'settled'> {
  return { finished: Promise.resolve(clip), settled: Promise.resolve() };
}

function after(finished: Promise<Clip | null>): Pick<Clipping, 'finished' | 'settled'> {
  return { finished, settled: settle(finished) };
}
