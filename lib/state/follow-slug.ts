/** A slug, and the post's address with it, that follow the headline until a person writes them. */
import type { ReadonlySignal } from '@preact/signals';
import { addressOf } from '../compose/create-post';
import { freeSlug, slugify } from '../compose/slug';
import type { Post } from '../model/post';
import { settings } from './settings';

/**
 * `follow` is told each change of a post and has `amend` add what belongs to it: the same step of undo, not one of its
 * own. A slug that another post has gets a number; `slugsOfOthers` reads them.
 */
export function followSlug(
  post: ReadonlySignal<Post>,
  amend: (patch: Partial<Post>) => void,
  slugsOfOthers: () => Promise<ReadonlySet<string>>,
) {
  const setSlug = (slug: string, before: Post) => {
    const followed = before.canonicalUrl === addressOf(settings.peek().blogUrl, before.slug);
    const canonicalUrl = followed ? addressOf(settings.peek().blogUrl, slug) : before.canonicalUrl;
    if (slug !== post.peek().slug || canonicalUrl !== post.peek().canonicalUrl) amend({ slug, canonicalUrl });
  };
  return {
    follow(before: Post, after: Post): void {
      if (after.slug !== before.slug) setSlug(after.slug, before);
      if (after.slugEdited) return;
      const asBefore = before.title === after.title && before.language === after.language && !before.slugEdited;
      if (asBefore) return;
      const wanted = slugify(after.title, after.language, after.createdAt);
      void Promise.all([wanted, slugsOfOthers()]).then(([slug, taken]) => {
        const now = post.peek();
        const asked = now.title === after.title && now.language === after.language && !now.slugEdited;
        if (asked) setSlug(freeSlug(slug, taken), now);
      });
    },
  };
}
