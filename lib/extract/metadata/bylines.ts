/** The authors of a page, from the best witness that names persons. */
import type { Mark, Witnesses } from '../../model/page-reading';
import { findChineseWriters } from './chinese-credits';
import type { JsonLdArticle } from './json-ld';
import type { MetaTags } from './meta-tags';
import { isCollective, isOneOf, joinPersons, looksLikePerson, readPersons } from './persons';
import { findSignedNames, findWrittenNames } from './written-names';
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
    labelledAuthors(meta),
  ];
  const organisations = jsonLd?.organisations ?? [];
  const named = declared.map((authors) => personsOf(readPersons(authors, outlets)));
  const written = isChinese ? [] : readPersons(findWrittenNames(zones), outlets);
  const marked = readPersons(markedNames(witnesses.marks, 'sure'), outlets);
  const attempts: (() => string[])[] = [
    () => findChineseWriters(zones),
    ...named.map((names) => () => (names.every(isUserName) ? [] : names)),
    () => personsOf(organisations.filter((name) => !isOneOf(name, outlets))),
    () => personsOf(marked),
    () => personsOf(written),
    () => (isChinese ? [] : personsOf(readPersons(findSignedNames(witnesses), outlets))),
    ...named.map((names) => () => names),
    // A site may sign itself, and a blog may have its author's name; on Chinese pages that is the platform's.
    ...(isChinese ? [] : [() => organisations, ...declared.map((it) => () => readPersons(it, []))]),
    () => (marked.length > 0 ? marked : written),
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

const isAuthorLabel =
  /^(?:(?:written|posted) )?by$|^authors?$|^(?:written|escrito|escrit|verfasst|écrit|geschrieben|scritto) (?:by|por|von|par|door|da)\b|^(?:auteur|autora?|autore|作者)$/iu;

/** Cards for sharing say in words what they show (https://developer.x.com/en/docs/x-for-websites/cards). */
function labelledAuthors(meta: MetaTags): string[] {
  return ['1', '2'].flatMap((at) =>
    isAuthorLabel.test(meta.first(`twitter:label${at}`)) ? meta.all(`twitter:data${at}`) : [],
  );
}

/** What an account is called: what the page shows is better. */
function isUserName(name: string): boolean {
  return /^[\w.-]+$/u.test(name) && !/^\p{Lu}\p{Ll}+$/u.test(name);
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
