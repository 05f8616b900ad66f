/** The images of a post with their bytes, each under a path of its own in the exported folder. */
import type { ImageBytes } from '../model/clip';
import type { PostImage } from '../model/post';
import type { ResolvedImage } from '../model/resolved-post';
import { imageExtensions, imageTypeOf } from './image-type';
import type { Materials } from './materials';
import { slugOf } from './slug';

type Words = Pick<PostImage, 'caption' | 'credit' | 'alt' | 'rights'>;
type Found = { key: string; name: string; bytes: ImageBytes; width: number | null; height: number | null };

/** Collects images in the order of the post. One image used twice is one file; the words may differ. */
export type ImageCollector = {
  add(from: PostImage['from'], words: Words): Promise<ResolvedImage | null>;
  /** Every file once. */
  images: ResolvedImage[];
  /** Addresses of images whose bytes are not here. */
  unavailable: string[];
  /** Names of images that no browser would show. */
  unreadable: string[];
};

/** An empty collection that finds bytes in `materials` and names files by caption, then alternative text, then name. */
export function collectImages(materials: Materials, language: string): ImageCollector {
  const paths = new Map<string, string>();
  const collector: ImageCollector = {
    images: [],
    unavailable: [],
    unreadable: [],
    async add(from, words) {
      const found = find(from, materials, collector);
      if (!found) return null;
      const type = imageTypeOf(found.bytes.data);
      if (!type) {
        collector.unreadable.push(found.name);
        return null;
      }
      const known = paths.get(found.key);
      const path = known ?? (await pathOf(paths.size + 1, [words.caption, words.alt, found.name], type, language));
      const { width, height } = found;
      const image: ResolvedImage = {
        path,
        bytes: { data: found.bytes.data, type },
        width,
        height,
        ...wordsOf(words),
        ...(from.kind === 'asset' && { own: true }),
      };
      if (!known) collector.images.push(image);
      paths.set(found.key, path);
      return image;
    },
  };
  return collector;
}

function find(from: PostImage['from'], materials: Materials, collector: ImageCollector): Found | null {
  if (from.kind === 'asset') {
    const asset = materials.assets.get(from.assetId);
    if (!asset) {
      collector.unreadable.push(from.assetId);
      return null;
    }
    return { key: asset.id, name: asset.name, bytes: asset.bytes, width: asset.width, height: asset.height };
  }
  const image = materials.images.get(from.imageId);
  if (!image?.bytes) {
    collector.unavailable.push(image?.url ?? from.imageId);
    return null;
  }
  const name = URL.canParse(image.url) ? (new URL(image.url).pathname.split('/').at(-1) ?? '') : '';
  return { key: image.id, name, bytes: image.bytes, width: image.width, height: image.height };
}

function wordsOf({ caption, credit, alt, rights }: Words): Words {
  return { caption: caption.trim(), credit: credit.trim(), alt: alt.trim(), rights: rights.trim() };
}

async function pathOf(number: number, names: readonly string[], type: string, language: string): Promise<string> {
  let slug = '';
  for (const name of names) slug ||= await slugOf(name.replace(/\.[a-z0-9]{2,5}$/iu, ''), language, 40);
  return `images/${String(number).padStart(2, '0')}-${slug || 'image'}.${imageExtensions[type]}`;
}
