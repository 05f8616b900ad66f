/**
 * WeChat (公众号): the text with inline styles on the clipboard, and its images as a zip to upload: the editor takes
 * no image from a clipboard that is not in its own library.
 */
import type { Publisher } from '../model/publisher';
import { ok } from '../model/result';
import { folderName, saveZip } from './archive';
import { copy } from './copy';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const wechat: Publisher = {
  id: 'wechat',
  label: 'publish_wechat',
  hint: 'publish_wechat_hint',
  icon: 'clipboard-copy',
  group: 'copy',
  async publish(post, rendering, effects) {
    const copied = await copy(() => ({ html: rendering.wechat(nameOf), text: rendering.text() }), effects);
    if (!copied.ok || post.images.length === 0) return copied;
    const files = post.images.map(({ path, bytes }) => ({ path: nameOf(path), data: bytes.data }));
    const quiet = { ...effects, progress: () => undefined };
    const saved = await saveZip(`${folderName(post.slug)}-images.zip`, post, () => files, quiet);
    return saved.ok ? ok(copied.value) : saved;
  },
};
