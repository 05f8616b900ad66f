/**
 * Eleventy: `content/blog/<slug>/index.md` with its images beside it, as in eleventy-base-blog. Templates are switched
 * off in the post by `templateEngineOverride` (https://www.11ty.dev/docs/languages/#overriding-the-template-language).
 */
import { type SiteFormat, sitePublisher } from './site';

export const eleventySite: SiteFormat = {
  id: 'eleventy',
  document: ({ slug }) => `content/blog/${slug}/index.md`,
  image: ({ slug }, name) => `content/blog/${slug}/images/${name}`,
  imageUrl: (_names, name) => `images/${name}`,
  style: { dialect: 'plain', footnotes: 'listed' },
  frontMatter: ({ title, published, modified, description, tags, author, language, canonical, cover, sources }) => ({
    title,
    date: published,
    updated: modified,
    description,
    tags,
    author,
    lang: language,
    image: cover,
    canonical,
    templateEngineOverride: 'md',
    sources,
  }),
};

export const eleventy = sitePublisher(eleventySite, { label: 'publish_eleventy', hint: 'publish_eleventy_hint' });
