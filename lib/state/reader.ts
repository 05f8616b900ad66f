/** One clip as it is read and annotated: its parts live, what is being typed saved by itself. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Body, Clip, ClipImage, ClipPatch } from '../model/clip';
import type { ClipId } from '../model/ids';
import { request } from '../platform/messages';
import { mountSafeHtml, parseHtml } from '../sanitize';
import { getBody, getClip, markRead } from '../store/clips';
import { attempt } from '../store/failures';
import { getImages } from '../store/images';
import { storyMates } from '../store/stories';
import { editQuietly } from './clip-actions';
import { db } from './db';
import { live } from './live';
import { createMissingImages, type MissingImages } from './missing-images';

/** An image with an address that the page may show, or none when its bytes are not kept. */
export type ShownImage = ClipImage & { address: string | null };

export type Draft = {
  /** What the field shows: what was typed, else what is stored. */
  text: ReadonlySignal<string>;
  saved: ReadonlySignal<boolean>;
  type(text: string): void;
  /** Stores what was typed now instead of in a moment. */
  flush(): void;
};

export type Reader = {
  /** `undefined` until read, `null` when there is no such clip. */
  clip: ReadonlySignal<Clip | null | undefined>;
  /** `undefined` until read, `null` when the clip has no text. */
  body: ReadonlySignal<Body | null | undefined>;
  images: ReadonlySignal<readonly ShownImage[]>;
  missing: MissingImages;
  /** The other clips of its story, oldest first. */
  sameStory: ReadonlySignal<readonly Clip[]>;
  note: Draft;
  title: Draft;
  dispose(): void;
};

/** A reader for one clip. `dispose` stores what was typed and lets its images go. */
export function createReader(id: ClipId): Reader {
  const clip = live<Clip | null | undefined>(() => getClip(db, id), undefined);
  const stored = live<readonly ClipImage[]>(() => getImages(db, id), []);
  const addresses = createAddresses();
  const missing = createMissingImages();
  const note = createDraft(id, 'note', clip);
  const title = createDraft(id, 'title', clip);
  const leave = () => {
    note.flush(true);
    title.flush(true);
  };
  globalThis.addEventListener?.('pagehide', leave);
  const reading = setTimeout(() => void countAsRead(id), readAfter);
  return {
    clip,
    body: live<Body | null | undefined>(() => getBody(db, id), undefined),
    sameStory: live<readonly Clip[]>(async () => {
      const now = await getClip(db, id);
      return now ? storyMates(db, now) : [];
    }, []),
    images: computed(() => stored.value.map((image) => ({ ...image, address: addresses.of(image) }))),
    missing,
    note,
    title,
    dispose() {
      missing.dispose();
      clearTimeout(reading);
      removeEventListener('pagehide', leave);
      note.flush();
      title.flush();
      note.stop();
      title.stop();
      addresses.revoke();
    },
  };
}

/** Milliseconds for which a clip is open before it counts as read: shorter is leafing through. */
const readAfter = 8000;

/** For the statistics; a page that nobody sees, or a database that refuses, counts nothing. */
async function countAsRead(id: ClipId): Promise<void> {
  if (document.visibilityState === 'visible') await attempt(db, () => markRead(db, id, Date.now()));
}

/** Pause in typing after which it is stored. Milliseconds. */
const pause = 400;

type OwnedDraft = Omit<Draft, 'flush'> & { flush(leaving?: boolean): void; stop(): void };

function createDraft(id: ClipId, field: 'note' | 'title', clip: ReadonlySignal<Clip | null | undefined>): OwnedDraft {
  const typed = signal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stored = computed(() => clip.value?.[field] ?? '');
  // What was typed is let go once it came back from the database: later changes made elsewhere show again.
  const stop = effect(() => {
    if (typed.value !== null && typed.value === stored.value) typed.value = null;
  });
  const clean = (text: string) => (field === 'title' ? text.replace(/\s+/gu, ' ').trim() || stored.peek() : text);
  const save = (leaving = false) => {
    clearTimeout(timer);
    const text = typed.peek();
    if (text === null || clean(text) === stored.peek()) return;
    const patch: ClipPatch = { [field]: clean(text) };
    // A page that goes away may not finish its own write; the background does.
    if (leaving) void request('edit-clip', { id, patch });
    else void editQuietly(id, patch);
  };
  // While one types the field shows what was typed, also a space at its end; afterwards what is kept.
  const flush = (leaving = false) => {
    if (typed.peek() !== null) typed.value = clean(typed.peek() ?? '');
    save(leaving);
  };
  return {
    text: computed(() => typed.value ?? stored.value),
    saved: computed(() => typed.value === null),
    type(text) {
      typed.value = text;
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    },
    flush,
    stop,
  };
}

/** blob: addresses of image bytes, one for each image as long as its bytes stay the same. */
function createAddresses() {
  const known = new Map<string, { at: number; address: string }>();
  return {
    of(image: ClipImage): string | null {
      const { bytes } = image;
      if (!bytes) return null;
      const have = known.get(image.id);
      if (have?.at === image.updatedAt) return have.address;
      if (have) URL.revokeObjectURL(have.address);
      const address = URL.createObjectURL(new Blob([bytes.data], { type: bytes.type }));
      known.set(image.id, { at: image.updatedAt, address });
      return address;
    },
    revoke() {
      for (const { address } of known.values()) URL.revokeObjectURL(address);
      known.clear();
    },
  };
}

/** Which images the text shows itself, and which stand before it or after it. */
export function placeImages(body: Body | null | undefined, images: readonly ShownImage[]) {
  const inText = new Set(
    body ? Array.from(parseHtml(body.html).querySelectorAll('img'), (image) => image.getAttribute('src') ?? '') : [],
  );
  const outside = images.filter((image) => !inText.has(image.url));
  return {
    lead: outside.find((image) => image.role === 'lead') ?? null,
    after: outside.filter((image) => image.role !== 'lead'),
  };
}

/**
 * Puts a clip's text into a view, with the images whose bytes are kept; the others get a link, and those that their
 * site does not give away say so.
 */
export function mountArticle(
  element: Element,
  body: Body,
  images: readonly ShownImage[],
  words: { open: string; withheld: string; note: string },
): void {
  const withheld = new Set(images.flatMap((image) => (image.withheld ? [image.url] : [])));
  const addresses = new Map(images.map((image) => [image.url, image.address]));
  mountSafeHtml(element, body.html, { image: (source) => addresses.get(source) ?? null });
  // After what shows the image, never in its link.
  for (const image of element.querySelectorAll('[data-image]')) {
    const button = element.ownerDocument.createElement('button');
    button.type = 'button';
    button.dataset.noteImage = image.getAttribute('data-image') ?? '';
    button.textContent = words.note;
    (image.closest('a') ?? image).after(button);
  }
  for (const placeholder of element.querySelectorAll('[data-image-placeholder]')) {
    const source = placeholder.getAttribute('data-image') ?? '';
    if (!/^https?:/.test(source) || placeholder.closest('a')) continue;
    const link = element.ownerDocument.createElement('a');
    link.href = source;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = withheld.has(source) ? `${words.withheld} ${words.open}` : words.open;
    link.dataset.openImage = '';
    placeholder.after(link);
  }
}
