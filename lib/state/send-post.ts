/** Sends a post to a colleague: asks where the file goes; what writes it is loaded when somebody sends. */
import { unexpected } from '../model/failure';
import type { Post } from '../model/post';
import { fail, ok, type Result } from '../model/result';
import { extensionVersion } from '../platform/pages';
import { chooseTarget } from '../platform/save-stream';
import { db } from './db';
import { settings } from './settings';
import type { SendWish } from './write-bundle';

/** Asks where the file goes and writes it. Call it in the click itself; the post must be stored. */
export async function sendPost(post: Post, wish: SendWish): Promise<Result<{ name: string }>> {
  const name = `${post.slug || 'post'}.clipsheet.zip`;
  const target = await chooseTarget(name, 'application/zip');
  if (!target.ok) return target;
  try {
    const sender = { by: settings.peek().author, generator: extensionVersion() };
    const { writeBundle } = await import('./write-bundle');
    const sent = await writeBundle(db, post, wish, sender, target.value);
    return sent.ok ? ok({ name }) : sent;
  } catch (error) {
    return fail(unexpected(error));
  }
}
