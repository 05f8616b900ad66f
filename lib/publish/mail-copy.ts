/** The post with inline styles on the clipboard, to paste into a message that is being written. */
import type { Publisher } from '../model/publisher';
import { copy } from './copy';
import { embedded } from './embedded';

/** Bytes of images that mail programs take from a clipboard without stalling, and that most servers deliver. */
const imageLimit = 8 * 1024 * 1024;

export const mailCopy: Publisher = {
  id: 'mail-copy',
  label: 'publish_mail_copy',
  hint: 'publish_mail_copy_hint',
  icon: 'clipboard-copy',
  group: 'copy',
  publish: (post, rendering, effects) =>
    copy(() => ({ html: rendering.mailFragment(embedded(post.images, imageLimit)), text: rendering.text() }), effects),
};
