/** The authors of a page, from the best witness that names persons. */
import type { Mark, Witnesses } from '../../model/page-reading';
import { findChineseWriters } from './chinese-credits';
import type { JsonLdArticle } from './json-ld';
import type { MetaTags } from './meta-tags';
import { isCollective, joinPersons, looksLikePerson, readPersons } from './persons';
import { findWrittenNames } from './written-names';
import type { Zones } from './zones';

export type BylineSources = {
  witnesses: Witnesses;
  jsonLd: JsonLdArticle | null;
  meta: MetaTags;
  zones: Zones;
  /** Names of the site and of the outlet: they are no persons. */
  outlets: readonly string[];
  isChinese: boolean;
};

/** Names on one line; empty when nobody is named. */
export function chooseByline(sources: BylineSources): string {
  const { witnesses, jsonLd, meta, outlets, isChinese, zones } = sources;
  const declared = [
    jsonLd?.authors ?? [],
    meta.all('citation_author').map(inOrder),
    metaAuthors(meta),
    [...meta.all('parsely-author'), ...meta.all('sailthru:author'), ...meta.all('dc:creator'), ...meta.all('byl')],
    jsonLd?.organisations ?? [],
  ];
  const attempts: (() => string[])[] = [
    () => findChineseWriters(zones),
    ...declared.map((authors) => () => personsOf(readPersons(authors, outlets))),
    () => personsOf(readPersons(markedNames(witnesses.marks, 'sure'), outlets)),
    () => (isChinese ? [] : personsOf(readPersons(findWrittenNames(zones), outlets))),
    // A site may sign itself, and a blog may have its author's name; on Chinese pages that is the platform's.
    ...(isChinese ? [] : declared.map((authors) => () => readPersons(authors, []))),
    () => personsOf(readPersons(markedNames(witnesses.marks, 'likely'), outlets)),
    () => readPersons([witnesses.readerByline], isChinese ? outlets : []),
  ];
  for (const attempt of attempts) {
    const names = attempt();
    if (names.length > 0) return joinPersons(names);
  }
  return '';
}

/** None when all of them say themselves that they are several people. */
function personsOf(names: string[]): string[] {
  return names.every(isCollective) ? [] : names;
}

/** `article:author` is often the address of a profile: that is not a name. */
function metaAuthors(meta: MetaTags): string[] {
  const values = [...meta.all('article:author'), ...meta.all('author'), ...meta.all('og:article:author')];
  return values.filter((value) => !/^https?:|^\/|facebook\.com/iu.test(value));
}

/** Catalogues write `Mei, Lin`. */
function inOrder(name: string): string {
  return name.replace(/^([^,]+),\s*([^,]+)$/u, '$2 $1');
}

const exact = /\b(?:author|url fn|vcard)\b|rel-author/iu;
const nameKind = /(?:author|byline|writer|reporter|contributor)s?[-_]*(?:name|link|title)?(?:\b|_)|by-?line/iu;
const noNameKind =
  /bio|box|avatar|image|img|photo|info|desc|social|comment|role|job|count|date|time|follow|more|list|card|related/iu;

const ranks: Readonly<Record<'sure' | 'likely', readonly ((mark: Mark) => boolean)[]>> = {
  sure: [
    ({ kind }) => exact.test(kind.split(' ').slice(1, 3).join(' ')),
    ({ kind }) => /(?:author|byline|writer|reporter)[-_]*(?:full)?[-_]*name|byline[-_]*(?:link|author)/iu.test(kind),
    ({ kind, text }) => nameKind.test(kind) && /^(?:by|von|par|por|written by)\b/iu.test(text),
  ],
  likely: [
    ({ kind, text }) => nameKind.test(kind) && !noNameKind.test(kind) && text.length < 100,
    ({ kind, text }) => nameKind.test(kind) && text.length < 80,
  ],
};

/** What the page marks as its author: the surest kind of mark first, behind the headline before elsewhere. */
function markedNames(marks: readonly Mark[], how: 'sure' | 'likely'): string[] {
  const own = marks.filter((mark) => mark.place !== 'beside' && mark.text.length < 160);
  for (const rank of ranks[how]) {
    for (const place of ['after', 'before'] as const) {
      const found = own.filter((mark) => mark.place === place && rank(mark));
      const names = found
        .map((mark) => mark.text || mark.value)
        .filter((text) => readPersons([text], []).some(looksLikePerson));
      // A page lists the authors of other articles further down: the first few marks are the article's.
      if (names.length > 0) return firstOfKind(found, names);
    }
  }
  return [];
}

function firstOfKind(found: readonly Mark[], names: readonly string[]): string[] {
  const [first] = found;
  const same = found.filter((mark) => mark.kind === first?.kind).length;
  return names.slice(0, same > 4 ? 1 : 4);
}
