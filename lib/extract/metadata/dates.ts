/** When an article was published and changed, from the best witness that has a date. */
import type { Mark, Witnesses } from '../../model/page-reading';
import type { JsonLdArticle } from './json-ld';
import type { MetaTags } from './meta-tags';
import { type DayOrder, monthWord, parsePublished } from './published';
import { parseRelative } from './relative-time';
import type { Zones } from './zones';

export type DateSources = {
  witnesses: Witnesses;
  jsonLd: JsonLdArticle | null;
  meta: MetaTags;
  zones: Zones;
  url: string;
  order: DayOrder;
  /** Milliseconds since the epoch: what "yesterday" on the page is counted from. */
  loadedAt: number;
};

export type Dates = { publishedAt: string | null; modifiedAt: string | null };

const publishedNames =
  'article:published_time,og:article:published_time,article:published,datePublished,parsely-pub-date,sailthru:date,cXenseParse:recs:publishtime,og:published_time,citation_publication_date,citation_online_date,pubdate,publishdate,publish-date,publish_date,publication_date,published,published-date,published_at,w-published-date,dc:date:issued,dcterms:issued,dcterms:created,dc:date:created,dcterms:date,dc:date,article:create_at,article_date_original,date,created,releasedate,weibo:article:create_at'.split(
    ',',
  );
/** So many of them say nothing else; the rest may be of the page. */
const sure = 10;
const modifiedNames =
  'article:modified_time,og:article:modified_time,article:modified,og:updated_time,dateModified,dc:date:modified,dcterms:modified,last-modified,lastmod,modified,revision_date,weibo:article:update_at'.split(
    ',',
  );

/** The first source that is a date; a later one of the same day that also has the time is better. */
export function chooseDates(sources: DateSources): Dates {
  const { jsonLd, meta, witnesses, zones, url, order, loadedAt } = sources;
  const parse = (written: string): string | null => parsePublished(written, order);
  const either = (written: string): string | null => parse(written) ?? parseRelative(written, loadedAt);
  const marked = marksOf(witnesses.marks);
  const written = writtenDates(zones.head);
  const publishedAt = best([
    parse(jsonLd?.publishedAt ?? ''),
    ...publishedNames.slice(0, sure).map((name) => parse(meta.first(name))),
    ...writtenDates(zones.above).published.map(parse),
    ...marked.published.map(either),
    ...written.published.map(either),
    ...publishedNames.slice(sure).map((name) => parse(meta.first(name))),
    ...marked.other.map(either),
    ...written.other.map(either),
    dateOfAddress(url),
    // Of whatever the page describes, when it does not describe its article.
    parse(/"datePublished"\s*:\s*"([^"]{4,40})"/u.exec(witnesses.jsonLd.join('\n'))?.[1] ?? ''),
    parse(jsonLd?.modifiedAt ?? ''),
    ...modifiedNames.map((name) => parse(meta.first(name))),
    ...marked.modified.map(parse),
    ...written.modified.map(parse),
    ...writtenDates(zones.foot).published.map(parse),
  ]);
  const modifiedAt = best([
    parse(jsonLd?.modifiedAt ?? ''),
    ...modifiedNames.map((name) => parse(meta.first(name))),
    ...marked.modified.map(parse),
    ...written.modified.map(parse),
  ]);
  return { publishedAt, modifiedAt: modifiedAt && publishedAt && isLater(modifiedAt, publishedAt) ? modifiedAt : null };
}

function best(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  const first = known[0];
  if (!first) return null;
  return known.find((date) => date.length > 10 && first.length === 10 && date.startsWith(first)) ?? first;
}

/** Compared as moments where both have a zone, else as they are written. */
function isLater(date: string, than: string): boolean {
  const hasZone = (iso: string): boolean => /(?:Z|[+-]\d\d:\d\d)$/u.test(iso) && iso.length > 10;
  return hasZone(date) && hasZone(than) ? Date.parse(date) > Date.parse(than) : date.slice(0, 19) > than.slice(0, 19);
}

const modifiedMark = /modif|updat|revis|aktualis|geändert|actualis|更新/iu;
const publishedMark = /publi|posted|created|entry-date|pubdate|发布|發布/iu;

/** Dates that the page marks, near the headline; in what lists other articles they are not looked at. */
function marksOf(marks: readonly Mark[]): { published: string[]; modified: string[]; other: string[] } {
  const dated = marks.filter(
    ({ kind, place }) => place !== 'beside' && /date|time|publi|posted|meta|byline|info/iu.test(kind),
  );
  const ordered = [
    ...dated.filter(({ place }) => place === 'after'),
    ...dated.filter(({ place }) => place === 'before'),
  ];
  const found = { published: [] as string[], modified: [] as string[], other: [] as string[] };
  for (const { kind, value, text } of ordered) {
    const written = /\d/u.test(value) ? value : text;
    if (!/\d|[一-龥]|yesterday|today|gestern|heute|hier/iu.test(written)) continue;
    const isModified =
      modifiedMark.test(kind) || (modifiedMark.test(text.slice(0, 40)) && !publishedMark.test(text.slice(0, 40)));
    if (isModified) found.modified.push(written);
    else if (publishedMark.test(kind) || /^time|\bdate/iu.test(kind)) found.published.push(written);
    else found.other.push(written);
  }
  return found;
}

const numeric =
  '(?<![\\d/.-])(?:(?:19|20)\\d\\d\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}|20\\d\\d\\s+\\d\\d\\s?/\\s?(?:/\\s)?\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19|20)\\d\\d|\\d\\d(?!\\d)))\\s?日?';
const named = `(?<!\\p{L})${monthWord}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d\\d|(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º)?\\.?(?:\\s+of|\\s+de)?[\\s-]+${monthWord},?(?:\\s+de)?[\\s-]+(?:19|20)\\d\\d`;
const counted =
  '\\d{1,3}\\s*(?:秒钟?|分钟|小时|天)前|(?:昨天|前天|今天)(?=\\s|$)|\\d{1,2}-\\d{1,2}\\s+\\d{1,2}:\\d{2}|(?<=\\n|^)\\s*(?:\\d{1,2}|an?)\\s(?:minutes?|hours?|days?|weeks?|months?)\\sago|(?<=\\n|^)(?:yesterday|today|gestern|heute)(?=\\n|$)';
const clock =
  '(?:[T\\s,，|·•/–-]*(?:à|at|um|kl\\.?|上午|下午)?\\s*\\d{1,2}\\s?[:：h]\\s?\\d{2}(?:[:：]\\d{2})?\\s*(?:[ap]\\.?m\\b\\.?)?)?';
const anyDate = new RegExp(`(?:${numeric}|${named}|${counted})${clock}`, 'giu');
const label = /(?:updat|modif|revis|aktualis|geändert|actualis|mis à jour|更新)[^\d\n]{0,24}\n?[^\d\n]{0,12}$/iu;
const publishedLabel =
  /(?:publi|posted|release|erstellt|veröffentlicht|发布|發布|时间|日期|date)[^\d\n]{0,24}\n?[^\d\n]{0,12}$/iu;

/** Dates in words, on lines that hold next to nothing else or behind a label. */
function writtenDates(zone: string): { published: string[]; modified: string[]; other: string[] } {
  const found = { published: [] as string[], modified: [] as string[], other: [] as string[] };
  for (const match of zone.matchAll(anyDate)) {
    const before = zone.slice(Math.max(0, match.index - 40), match.index);
    const line = zone.slice(zone.lastIndexOf('\n', match.index) + 1).split('\n')[0] ?? '';
    if (label.test(before)) found.modified.push(match[0]);
    else if (publishedLabel.test(before) || line.length < match[0].length + 60) found.published.push(match[0]);
    else found.other.push(match[0]);
  }
  return found;
}

/** The day that an address carries: `/2024/03/05/`, `/20240305/`, `2024-03-05`. */
function dateOfAddress(url: string): string | null {
  const path = url.replace(/^https?:\/\/[^/]+/u, '');
  const found = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/u.exec(path);
  return found ? parsePublished(`${found[1]}-${found[2]}-${found[3]}`) : null;
}
