/** A post as the files of a static site: what the formats of all generators share. */
import type { MarkdownStyle } from '../model/markdown-style';
import type { Publisher, Rendering } from '../model/publisher';
import type { ResolvedPost } from '../model/resolved-post';
import { folderName, type PostFile, saveZip } from './archive';

/** What files are named after: the slug as a file name, and the day of publication as written, `2026-03-05`. */
export type SiteNames = { slug: string; day: string };

/** How one generator wants a post; all paths are from the root of the site's source. */
export type SiteFormat = {
  id: string;
  document(names: SiteNames): string;
  /** Where an image goes; `name` is its file name. */
  image(names: SiteNames, name: string): string;
  /** The address by which the document names it. */
  imageUrl(names: SiteNames, name: string): string;
  style: Pick<MarkdownStyle, 'dialect' | 'footnotes'>;
  /** As `MarkdownStyle`'s, with `cover` the address of the first image. */
  frontMatter: MarkdownStyle['frontMatter'];
};

/** The post's files: the document first, then every image. */
export function siteFiles(format: SiteFormat, post: ResolvedPost, rendering: Rendering): PostFile[] {
  const names = { slug: folderName(post.slug), day: post.publishedAt.slice(0, 10) };
  const imageUrl = (path: string) => format.imageUrl(names, nameOf(path));
  const text = rendering.markdown({
    ...format.style,
    imageUrl,
    frontMatter: (facts, hasTemplates) =>
      format.frontMatter({ ...facts, cover: facts.cover && imageUrl(facts.cover) }, hasTemplates),
  });
  return [
    { path: format.document(names), data: text },
    ...post.images.map(({ path, bytes }) => ({ path: format.image(names, nameOf(path)), data: bytes.data })),
  ];
}

/** The publisher that saves a post as a zip to unpack in the root of a site's source. */
export function sitePublisher(format: SiteFormat, words: Pick<Publisher, 'label' | 'hint'>): Publisher {
  return {
    id: format.id,
    ...words,
    icon: 'files',
    embargo: 'here',
    group: 'site',
    publish: (post, rendering, effects) =>
      saveZip(`${folderName(post.slug)}-${format.id}.zip`, post, () => siteFiles(format, post, rendering), effects),
  };
}

/** A time as generators write it that know no `T`: `2026-03-05 09:00:00`, with ` +0800` when they want the zone. */
export function spacedTime(iso: string, zone: 'with-zone' | 'without-zone'): string {
  const [, day = '', time = '', , sign = '+', hours = '00', minutes = '00'] =
    /^([\d-]{10})T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|([+-])(\d\d):?(\d\d))?/.exec(iso) ?? [];
  if (!day) return iso;
  return `${day} ${time}${zone === 'with-zone' ? ` ${sign}${hours}${minutes}` : ''}`;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
