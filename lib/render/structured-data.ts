/** What the page says to machines: JSON-LD in the terms of schema.org, and Open Graph. */
import type { ResolvedImage, ResolvedPost, Source } from '../model/resolved-post';
import { fileAddress, hostOf, webAddress } from './address';
import { descriptionOf, shorten } from './description';
import { cleanText } from './html';

const longestHeadline = 110; // what search engines show of it

/** The address by which an image is named to machines: absolute once the post's own is known. */
function imageAddress(post: ResolvedPost, image: ResolvedImage): string {
  const address = webAddress(post.canonicalUrl);
  return address ? fileAddress(address, image.path) : image.path;
}

/**
 * A `BlogPosting` (https://schema.org/BlogPosting) that names its sources, as text for a script element: `<` is
 * written as an escape, so that no title can end the element.
 */
export function jsonLd(post: ResolvedPost): string {
  const address = webAddress(post.canonicalUrl);
  const named = post.sources.map(citation);
  const addresses = post.sources.map((source) => webAddress(source.url)).filter((url) => url !== null);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: shorten(post.title, longestHeadline),
    description: descriptionOf(post),
    inLanguage: post.language,
    datePublished: post.publishedAt,
    dateModified: post.modifiedAt,
    author: post.author.trim() ? { '@type': 'Person', name: post.author.trim() } : null,
    publisher: address ? { '@type': 'Organization', name: hostOf(address), url: new URL('/', address).href } : null,
    url: address,
    mainEntityOfPage: address,
    keywords: post.tags,
    image: post.images.map((image) => ({
      '@type': 'ImageObject',
      url: imageAddress(post, image),
      width: image.width,
      height: image.height,
      caption: image.caption.trim(),
      creditText: image.credit.trim(),
    })),
    isBasedOn: addresses.length === 1 ? addresses[0] : addresses,
    citation: named,
  };
  return JSON.stringify(data, withoutEmpty).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function citation(source: Source) {
  return {
    '@type': 'NewsArticle',
    headline: source.title.trim(),
    url: webAddress(source.url),
    author: source.byline.trim() ? { '@type': 'Person', name: source.byline.trim() } : null,
    publisher: source.outlet.trim() ? { '@type': 'Organization', name: source.outlet.trim() } : null,
    datePublished: source.publishedAt,
    inLanguage: source.language,
  };
}

function withoutEmpty(_key: string, value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  return typeof value === 'string' ? cleanText(value) : value;
}

/** `en_US` for `en-US`: a language with a region, as Open Graph wants it; null when no region is known. */
function ogLocale(language: string): string | null {
  try {
    const { language: tongue, region } = new Intl.Locale(language).maximize();
    return region ? `${tongue}_${region}` : null;
  } catch {
    return null;
  }
}

/** Open Graph (https://ogp.me) and X's card as name and content, in order. */
export function openGraph(post: ResolvedPost): { properties: [string, string][]; names: [string, string][] } {
  const address = webAddress(post.canonicalUrl);
  const [picture] = post.images;
  const pictureFacts: [string, string | null | undefined][] = picture
    ? [
        ['og:image', imageAddress(post, picture)],
        ['og:image:type', picture.bytes.type],
        ['og:image:width', picture.width?.toString()],
        ['og:image:height', picture.height?.toString()],
        ['og:image:alt', picture.alt.trim() || picture.caption.trim()],
      ]
    : [];
  const properties: [string, string | null | undefined][] = [
    ['og:type', 'article'],
    ['og:title', post.title],
    ['og:description', descriptionOf(post)],
    ['og:url', address],
    ['og:site_name', address && hostOf(address)],
    ['og:locale', ogLocale(post.language)],
    ...pictureFacts,
    ['article:published_time', post.publishedAt],
    ['article:modified_time', post.modifiedAt],
    ['article:author', post.author.trim()],
    ...post.tags.map((tag): [string, string] => ['article:tag', tag]),
  ];
  const there = (entry: [string, string | null | undefined]): entry is [string, string] => Boolean(entry[1]);
  return {
    properties: properties.filter(there),
    names: [['twitter:card', picture ? 'summary_large_image' : 'summary']],
  };
}
