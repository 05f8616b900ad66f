/** Astro: `src/content/blog/<slug>/index.md` with its images beside it and the fields of Astro's blog template (https://docs.astro.build/en/guides/content-collections/). */
import { type SiteFormat, sitePublisher } from './site';

export const astroSite: SiteFormat = {
  id: 'astro',
  document: ({ slug }) => `src/content/blog/${slug}/index.md`,
  image: ({ slug }, name) => `src/content/blog/${slug}/images/${name}`,
  imageUrl: (_names, name) => `./images/${name}`,
  style: { dialect: 'plain', footnotes: 'marked' },
  // The template's schema requires `description`.
  frontMatter: ({ title, published, modified, description, tags, author, language, canonical, cover, sources }) => ({
    title,
    description: description || title,
    pubDate: published,
    updatedDate: modified,
    heroImage: cover,
    tags,
    author,
    lang: language,
    canonicalURL: canonical,
    sources,
  }),
};

export const astro = sitePublisher(astroSite, { label: 'publish_astro', hint: 'publish_astro_hint' });
