/** What a static site generator knows of a post before it reads it: YAML front matter. */
import { stringify } from 'yaml';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { descriptionOf } from './description';
import { cleanText } from './html';
import { isoInZoneOf, knownLanguage } from './labels';

/**
 * Front matter with its `---` lines. Every string is quoted, so that it comes back as the same string whatever it
 * looks like (`yes`, `2026`, `a: b`). Empty fields are left out.
 *
 * @param hasTemplates whether code in the body holds `{{` or `{%`, which Eleventy, Hexo and Jekyll would run: the
 *   fields by which each of them is told not to are added.
 */
export function frontMatter(post: ResolvedPost, hasTemplates: boolean): string {
  const fields = filled({
    title: post.title,
    date: post.publishedAt,
    lastmod: post.modifiedAt === post.publishedAt ? '' : post.modifiedAt,
    slug: post.slug,
    description: descriptionOf(post),
    tags: post.tags,
    author: post.author,
    lang: knownLanguage(post.language) ?? '',
    canonical: webAddress(post.canonicalUrl) ?? '',
    sources: post.sources.map((source) =>
      filled({
        title: source.title,
        outlet: source.outlet,
        author: source.byline,
        date: source.publishedAt ?? '',
        url: webAddress(source.url) ?? '',
        lang: knownLanguage(source.language) ?? '',
        retrieved: isoInZoneOf(post.publishedAt, source.clippedAt),
      }),
    ),
  });
  const flags = hasTemplates ? { templateEngineOverride: 'md', disableNunjucks: true, render_with_liquid: false } : {};
  const yaml = stringify(
    { ...fields, ...flags },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
  return `---\n${yaml}---\n`;
}

type Field = string | string[] | Record<string, unknown>[];

function filled(fields: Record<string, Field>): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]): [string, Field] => [name, clean(value)])
      .filter(([, value]) => value.length > 0),
  );
}

function clean(value: Field): Field {
  if (typeof value === 'string') return cleanText(value);
  return value.every((item) => typeof item === 'string') ? value.map(cleanText) : value;
}
