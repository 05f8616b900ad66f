/** What a reader will get, while the post is written: the real page, with its images out of memory. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Materials } from '../compose/materials';
import { resolvePost } from '../compose/resolve-post';
import type { ImageBytes } from '../model/clip';
import type { Post } from '../model/post';
import { createRendering } from '../render/rendering';
import { showDocument, type TrustedHtml, trustedDocument } from '../sanitize';
import { t } from './i18n';

export type Preview = {
  /** For `showPage`. */
  page: TrustedHtml;
  markdown: string;
};

/** Shows the page in a frame; it loads anew. */
export function showPage(frame: HTMLIFrameElement, { page }: Pick<Preview, 'page'>): void {
  showDocument(frame, page);
}

/** Milliseconds of rest before the page is made anew: shorter than a glance from the keyboard to the preview. */
const rest = 250;

/**
 * The preview of a post, made anew when it or what it names has changed; null until it was first made. Images without
 * bytes and sources without an outlet are left as they are: what is missing is said elsewhere.
 */
export function followPreview(
  post: ReadonlySignal<Post>,
  materials: ReadonlySignal<Materials>,
  imageUrl: (bytes: ImageBytes) => string,
): { preview: ReadonlySignal<Preview | null>; stop(): void } {
  const preview = signal<Preview | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const make = async () => {
    const turn = ++latest;
    const options = { now: Date.now(), insist: true, withoutMissingImages: true };
    const written = post.peek();
    const named = { ...written, title: written.title.trim() || t('compose_untitled') };
    const resolved = await resolvePost(named, materials.peek(), options);
    if (turn !== latest || !resolved.ok) return;
    const rendering = createRendering(resolved.value);
    const addresses = new Map(resolved.value.images.map(({ path, bytes }) => [path, imageUrl(bytes)]));
    const page = trustedDocument(rendering.preview((path) => addresses.get(path) ?? ''));
    preview.value = { page, markdown: rendering.markdown() };
  };
  const stopEffect = effect(() => {
    void post.value;
    void materials.value;
    clearTimeout(timer);
    timer = setTimeout(make, preview.peek() ? rest : 0);
  });
  return {
    preview,
    stop() {
      clearTimeout(timer);
      stopEffect();
    },
  };
}
