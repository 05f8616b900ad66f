/** Rich and plain text on the clipboard at once, to paste into a blog's editor, an e-mail or a document. */
import type { Publisher } from '../model/publisher';
import { copy } from './copy';
import { embedded } from './embedded';

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
  publish: (post, rendering, effects) =>
    copy(() => ({ html: rendering.fragment(embedded(post.images, imageLimit)), text: rendering.text() }), effects),
};
