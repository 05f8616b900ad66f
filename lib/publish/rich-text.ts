/** Rich and plain text on the clipboard at once, to paste into a blog's editor, an e-mail or a document. */
import type { Publisher } from '../model/publisher';
import type { ResolvedImage } from '../model/resolved-post';
import { ok } from '../model/result';
import { receipt } from './delivery';

const steps = 2;

/**
 * Bytes of images that go along, as `data:` addresses: what documents, mail programs and block editors take from a
 * clipboard. Beyond it browsers and editors stall, so later images are left out and their captions stay. Editors that
 * drop embedded images (WordPress's classic editor, Gmail's compose window) still get text, captions and source.
 */
const imageLimit = 8 * 1024 * 1024;

export const richText: Publisher = {
  id: 'rich-text',
  label: 'publish_rich_text',
  hint: 'publish_rich_text_hint',
  icon: 'clipboard-copy',
  group: 'copy',
  async publish(post, rendering, effects) {
    effects.progress(0, steps);
    const addresses = embedded(post.images);
    const html = rendering.fragment((path) => addresses.get(path) ?? '');
    const text = rendering.text();
    effects.progress(1, steps);
    if (effects.signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
    const written = await effects.writeClipboard(html, text);
    if (!written.ok) return written;
    effects.progress(steps, steps);
    return ok(await receipt('clipboard', new TextEncoder().encode(html)));
  },
};

/** Images by path as `data:` addresses, in order, as many as the limit allows. */
function embedded(images: readonly ResolvedImage[]): Map<string, string> {
  let room = imageLimit;
  const addresses = new Map<string, string>();
  for (const { path, bytes } of images) {
    if (bytes.data.byteLength > room) continue;
    room -= bytes.data.byteLength;
    addresses.set(path, `data:${bytes.type};base64,${base64(bytes.data)}`);
  }
  return addresses;
}

function base64(data: Uint8Array): string {
  const chunk = 0x8000; // as many arguments as every engine takes
  let binary = '';
  for (let at = 0; at < data.length; at += chunk) binary += String.fromCharCode(...data.subarray(at, at + chunk));
  return btoa(binary);
}
