/** What a page says of itself, each field from the best source that has it. */
import type { Witnesses } from '../../model/page-reading';
import { absoluteAddress } from '../absolute-address';
import { bareHost, chooseCanonical } from './addresses';
import { cleanByline } from './byline';
import { cleanMarkup } from './clean-markup';
import { readJsonLd } from './json-ld';
import { readMetaTags } from './meta-tags';
import { parsePublished } from './published';
import { chooseTitle } from './title';
import { findChineseByline, findOutlet, findWrittenTime } from './written';

export type PageMetadata = {
  title: string;
  byline: string;
  siteName: string;
  publishedAt: string | null;
  /** Language tags the page declares, the best first. */
  languages: string[];
  canonicalUrl: string | null;
  description: string;
  /** Absolute address of the image that stands for the page, when it names one that is not a logo. */
  image: string | null;
  /** False when the page says that one must pay to read all of it. */
  isFree: boolean | null;
};

const siteImage =
  /logo|favicon|sprite|placeholder|default[-_]?(?:image|share|og)|social[-_]?(?:share|default)|blank|icon[-_.]/iu;

/** Weighs what a page says; `url` is its address, `base` what its relative addresses are relative to. */
export function chooseMetadata(witnesses: Witnesses, { url, base }: { url: string; base: string }): PageMetadata {
  const jsonLd = readJsonLd(witnesses.jsonLd, url);
  const meta = readMetaTags(witnesses.meta);
  const siteName =
    meta.first('og:site_name') ||
    jsonLd?.publisher ||
    findOutlet(witnesses.head) ||
    meta.first('application-name') ||
    hostOf(url);
  const authors = jsonLd?.authors.length
    ? jsonLd.authors
    : metaAuthors(meta.all('article:author').concat(meta.all('author')));
  const title = chooseTitle({
    visible: witnesses.heading,
    jsonLd: jsonLd?.title ?? '',
    openGraph: meta.first('og:title', 'twitter:title', 'dc:title', 'citation_title'),
    document: witnesses.documentTitle,
    siteName,
  });
  return {
    title,
    byline:
      cleanByline(authors) ||
      cleanByline(meta.all('citation_author').concat(meta.all('parsely-author'), meta.all('dc:creator'))) ||
      cleanByline([witnesses.byline || findChineseByline(witnesses.head)]) ||
      cleanByline([cleanMarkup(witnesses.readerByline)]),
    siteName,
    publishedAt: choosePublished([
      jsonLd?.publishedAt ?? '',
      meta.first('article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'),
      witnesses.time || findWrittenTime(witnesses.head),
      meta.first(
        'citation_publication_date',
        'dc:date:issued',
        'dcterms:created',
        'dc:date',
        'publishdate',
        'pubdate',
        'date',
      ),
    ]),
    languages: [
      jsonLd?.language ?? '',
      ...witnesses.languages,
      meta.first('og:locale', 'dc:language', 'content-language'),
    ].filter(Boolean),
    canonicalUrl: chooseCanonical(
      [
        absoluteAddress(base, witnesses.canonical),
        absoluteAddress(base, meta.first('og:url')),
        absoluteAddress(base, jsonLd?.url),
      ],
      url,
    ),
    description: meta.first('og:description', 'description', 'twitter:description') || (jsonLd?.description ?? ''),
    image: chooseImage(base, [
      meta.first('og:image', 'og:image:url', 'og:image:secure_url'),
      jsonLd?.image ?? '',
      meta.first('twitter:image', 'twitter:image:src'),
    ]),
    isFree: jsonLd?.isFree ?? null,
  };
}

/** `article:author` is often the address of a profile: that is not a name. */
function metaAuthors(values: string[]): string[] {
  return values.filter((value) => !/^https?:|\//iu.test(value));
}

/** The first source that is a date; a later one on the same day that also has the time is better. */
function choosePublished(sources: readonly string[]): string | null {
  const dates = sources.map(parsePublished).filter((date) => date !== null);
  const first = dates[0];
  if (!first) return null;
  return dates.find((date) => date.length > 10 && first.length === 10 && date.startsWith(first)) ?? first;
}

function chooseImage(base: string, sources: readonly string[]): string | null {
  for (const source of sources) {
    const address = absoluteAddress(base, source);
    if (address && !siteImage.test(address)) return address;
  }
  return null;
}

function hostOf(url: string): string {
  try {
    return bareHost(new URL(url).hostname);
  } catch {
    return '';
  }
}
