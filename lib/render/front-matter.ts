/** What a static site generator knows of a post before it reads it: YAML front matter. */
import { stringify } from 'yaml';
import type { FrontMatter, PostFacts } from '../model/markdown-style';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { descriptionOf } from './description';
import { cleanText } from './html';
import { isoInZoneOf, knownLanguage } from './labels';

/** What the post says of itself. */
export function factsOf(post: ResolvedPost): PostFacts {
  return {
    title: post.title,
    published: post.publishedAt,
    modified: post.modifiedAt === post.publishedAt ? '' : post.modifiedAt,
    slug: post.slug,
    description: descriptionOf(post),
    tags: post.tags,
    author: post.author,
    language: knownLanguage(post.language) ?? '',
    canonical: webAddress(post.canonicalUrl) ?? '',
    cover: post.images[0]?.path ?? '',
    sources: post.sources.map((source) => ({
      title: source.title,
      outlet: source.outlet,
      author: source.byline,
      date: source.publishedAt ?? '',
      url: webAddress(source.url) ?? '',
      lang: knownLanguage(source.language) ?? '',
      retrieved: isoInZoneOf(post.publishedAt, source.clippedAt),
    })),
  };
}

/**
 * The front matter of a Markdown file that is for no one generator. When code in the text holds `{{` or `{%`, the
 * fields by which Eleventy, Hexo and Jekyll are told not to run it are added.
 */
export function portableFields(facts: PostFacts, hasTemplates: boolean): FrontMatter {
  const { published, modified, language, canonical, sources, title, slug, description, tags, author } = facts;
  return {
    title,
    date: published,
    lastmod: modified,
    slug,
    description,
    tags,
    author,
    lang: language,
    canonical,
    sources,
    ...(hasTemplates ? { templateEngineOverride: 'md', disableNunjucks: true, render_with_liquid: false } : {}),
  };
}

/**
 * Front matter with its `---` lines. Every string is quoted, so that it comes back as the same string whatever it
 * looks like (`yes`, `2026`, `a: b`), without control characters. Empty fields are left out.
 */
export function writeFrontMatter(fields: FrontMatter): string {
  const yaml = stringify(filled(fields), {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return `---\n${yaml}---\n`;
}

function filled(fields: FrontMatter): FrontMatter {
  const entries = Object.entries(fields).map(([name, value]) => [name, clean(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

type Value = FrontMatter[string];

function clean(value: Value): Value {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return filled(value);
  return value.map((item) => (typeof item === 'string' ? cleanText(item) : filled(item))) as string[] | FrontMatter[];
}

const isEmpty = (value: Value): boolean =>
  typeof value !== 'boolean' && (typeof value === 'string' ? value : Object.keys(value)).length === 0;
