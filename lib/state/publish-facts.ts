/** What is to be known of a post before it is published: what the form of a place needs, and whether it may go there yet. */
import { imagesWithoutRights } from '../compose/rights';
import type { Failure } from '../model/failure';
import type { Post } from '../model/post';
import { ok, type Result } from '../model/result';
import type { FieldValues, PostOutline } from '../model/target';
import { createRendering } from '../render/rendering';
import { targetOf } from './connections';
import { preparePost } from './prepare-post';

export { compareWords } from '../compose/compare-words';

/** The post as the form of a place needs to know it, and as it would be read there. */
export type PostFacts = PostOutline & {
  post: Post['id'];
  title: string;
  text: string;
  language: string;
  withoutRights: string[];
};

/** Reads it; nothing is fetched. */
export async function outlinePost(post: Post): Promise<Result<PostFacts>> {
  const effects = { fetchBytes: async () => null, signal: new AbortController().signal, progress: () => undefined };
  const prepared = await preparePost(post, { insist: true, withoutMissingImages: true }, effects);
  if (!prepared.ok) return prepared;
  const images = prepared.value.images.map(({ path, caption, alt, own }) => ({
    path,
    name: caption || alt || path.replace('images/', ''),
    own: own === true,
  }));
  const { title, language } = prepared.value;
  const text = createRendering({ ...prepared.value, title: '' }).text();
  return ok({ post: post.id, title, text, language, images, withoutRights: imagesWithoutRights(prepared.value) });
}

/**
 * Why a post may not go to a target with these options yet, or null: before its moment it leaves this computer only
 * for a place that holds it back until then.
 */
export function tooEarly(
  { notBefore }: Pick<Post, 'notBefore'>,
  target: string,
  options: FieldValues,
  now = Date.now(),
): Extract<Failure, { kind: 'embargoed' }> | null {
  if (!notBefore || now >= notBefore.at) return null;
  const isHeld = (targetOf(target)?.publicAt(options, now) ?? 0) >= notBefore.at;
  return isHeld ? null : { kind: 'embargoed', ...notBefore };
}
