/** What a page says of itself, each field from the best source that has it. */
import type { PageReading } from '../../model/page-reading';
import { absoluteAddress } from '../absolute-address';
import { bareHost, chooseCanonical } from './addresses';
import { chooseByline } from './bylines';
import { findChineseOutlet } from './chinese-credits';
import { chooseDates } from './dates';
import { type JsonLdArticle, readJsonLd } from './json-ld';
import { type MetaTags, readMetaTags } from './meta-tags';
import { chooseTitle } from './title';
import { findZones } from './zones';

export type PageMetadata = {
  title: string;
  byline: string;
  siteName: string;
  publishedAt: string | null;
  modifiedAt: string | null;
  /** What the page files the article under. */
  section: string;
  /** The address or the words of a licence that the page declares. */
  licence: string;
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

/** Weighs what a page says, against what it shows. */
export function chooseMetadata(reading: PageReading): PageMetadata {
  const { witnesses, url, base, text } = reading;
  const jsonLd = readJsonLd(witnesses.jsonLd, url);
  const meta = readMetaTags(witnesses.meta);
  const zones = findZones(witnesses, text);
  const languages = [
    jsonLd?.language ?? '',
    ...witnesses.languages,
    meta.first('og:locale', 'dc:language', 'content-language'),
  ].filter(Boolean);
  const isChinese = isMostlyHan(text || witnesses.documentTitle);
  const named = [meta.first('og:site_name'), jsonLd?.publisher ?? '', meta.first('application-name')].filter(Boolean);
  const siteName = findChineseOutlet(zones, isChinese) || named[0] || hostOf(url);
  const outlets = [
    ...named,
    siteName,
    hostOf(url),
    ...hostOf(url).split('.').slice(0, -1),
    ...siteParts(witnesses.documentTitle),
  ];
  const title = chooseTitle({
    visible: witnesses.heading,
    jsonLd: jsonLd?.title ?? '',
    openGraph: meta.first('og:title') || meta.first('twitter:title', 'dc:title', 'citation_title'),
    document: witnesses.documentTitle,
    outlets: [...named, siteName, hostOf(url)],
    isShown: shownLines(witnesses.lines),
  });
  return {
    title,
    byline: chooseByline({ witnesses, jsonLd, meta, zones, outlets, isChinese }),
    siteName,
    ...chooseDates({
      witnesses,
      jsonLd,
      meta,
      zones,
      url,
      order: dayOrder(languages, url),
      loadedAt: reading.loadedAt,
    }),
    section: meta.first('article:section', 'og:article:section', 'parsely-section') || (jsonLd?.section ?? ''),
    licence: witnesses.licence ? (absoluteAddress(base, witnesses.licence) ?? '') : chooseLicence(meta, jsonLd),
    languages,
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

function chooseLicence(meta: MetaTags, jsonLd: JsonLdArticle | null): string {
  return meta.first('dc:rights:license', 'dcterms:license', 'license') || (jsonLd?.licence ?? '');
}

function isMostlyHan(text: string): boolean {
  const sample = text.slice(0, 2000);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]{3}/u.test(sample)) return false;
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) > (sample.match(/\p{L}/gu)?.length ?? 0) * 0.4;
}

/** What stands behind the last separators of the document's title: often the site's name in words. */
function siteParts(documentTitle: string): string[] {
  return documentTitle
    .split(/\s+[|｜\-–—_·•»]+\s+|\s*[|｜_]+\s*|-(?=\p{Script=Han})/u)
    .slice(1)
    .slice(-2);
}

/** Whether a title is a line of the page; lines are folded once, when first asked. */
function shownLines(lines: string): (words: string) => boolean {
  let known: Set<string> | undefined;
  const fold = (text: string): string => text.replace(/\s+/gu, '').toLowerCase();
  return (words) => {
    known ??= new Set(lines.split('\n').map(fold));
    return known.has(fold(words));
  };
}

/** Americans write the month first. */
function dayOrder(languages: readonly string[], url: string): 'month-first' | 'day-first' {
  const language = languages.find((tag) => /^[a-z]{2}/iu.test(tag)) ?? 'en';
  if (/^en[-_](?!us)/iu.test(language) || /\.(?:uk|au|nz|ie|in|za)(?:[/:]|$)/u.test(url.slice(0, 60)))
    return 'day-first';
  return /^(?:en|zh)/iu.test(language) ? 'month-first' : 'day-first';
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
