/** Which images of a post nobody has said anything about, as far as the right to publish them goes. */
import type { ResolvedImage, ResolvedPost } from '../model/resolved-post';

/** Names of images of clips without a word on rights. A company's own images need none. */
export function imagesWithoutRights(post: ResolvedPost): string[] {
  const shown = post.parts.flatMap((part): ResolvedImage[] => {
    if (part.kind === 'gallery' || part.kind === 'standing') return part.images;
    return part.kind === 'text' ? Object.values(part.images) : [];
  });
  // One file may stand in several places; it is enough that one of them says how it may be used.
  const said = new Set(shown.filter((image) => image.own || image.rights.trim()).map((image) => image.path));
  return post.images.filter((image) => !said.has(image.path)).map((image) => image.caption || image.alt || image.path);
}
