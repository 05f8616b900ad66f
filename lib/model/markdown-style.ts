/** How a Markdown reader wants a post: what it is told before the text, and what it would take for something else. */

/** What a post says of itself before its text; `''` and empty lists for what is unknown. */
export type PostFacts = {
  title: string;
  /** ISO 8601 with time zone; `modified` is empty for a post that was not changed since. */
  published: string;
  modified: string;
  slug: string;
  description: string;
  tags: string[];
  author: string;
  /** BCP 47. */
  language: string;
  /** Where the post will live. */
  canonical: string;
  /** Path of the first image, as `ResolvedImage.path`. */
  cover: string;
  sources: Record<string, string>[];
};

/** Values of front matter; strings come back as the same strings, whatever they look like. */
export type FrontMatter = { [name: string]: string | boolean | string[] | FrontMatter | FrontMatter[] };

/**
 * What a reader of Markdown runs or rewrites beside CommonMark, and so must be kept from:
 * `portable` the template tags of all of them, `plain` nothing (its templates are switched off by front matter),
 * `marked` Hexo's typographer, `goldmark` Hugo's shortcodes, attributes and typographer, `kramdown` Jekyll's Liquid and kramdown's own marks,
 * `mdx` expressions, components and directives.
 */
export type MarkdownDialect = 'portable' | 'plain' | 'marked' | 'goldmark' | 'kramdown' | 'mdx';

export type MarkdownStyle = {
  dialect: MarkdownDialect;
  /** `marked` as `[^1]`, for readers that know footnotes; `listed` as plain numbers and a list. */
  footnotes: 'marked' | 'listed';
  /** Front matter in its order; empty values are left out. `hasTemplates` when code holds what templates would run. */
  frontMatter(facts: PostFacts, hasTemplates: boolean): FrontMatter;
  /** The address by which the text names an image of the post. */
  imageUrl(path: string): string;
};
