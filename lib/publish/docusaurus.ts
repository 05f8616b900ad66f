/**
 * Docusaurus: `blog/<day>-<slug>/index.md` with its images beside it. `format: md` keeps it from being read as MDX
 * (https://docusaurus.io/docs/markdown-features#mdx-vs-commonmark); the text is escaped for MDX all the same, because
 * Docusaurus before 3 knows no such field.
 */
import { type SiteFormat, sitePublisher } from './site';

export const docusaurusSite: SiteFormat = {
  id: 'docusaurus',
  document: ({ slug, day }) => `blog/${day}-${slug}/index.md`,
  image: ({ slug, day }, name) => `blog/${day}-${slug}/images/${name}`,
  imageUrl: (_names, name) => `./images/${name}`,
  style: { dialect: 'mdx', footnotes: 'marked' },
  // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter
  frontMatter: ({ title, published, modified, slug, description, tags, author, cover, sources }) => ({
    title,
    slug,
    date: published,
    last_update: { date: modified },
    authors: author ? [{ name: author }] : [],
    tags,
    description,
    image: cover,
    format: 'md',
    sources,
  }),
};

export const docusaurus = sitePublisher(docusaurusSite, {
  label: 'publish_docusaurus',
  hint: 'publish_docusaurus_hint',
});
