/** Hugo: a leaf bundle, `content/posts/<slug>/index.md` with its images beside it (https://gohugo.io/content-management/page-bundles/). */
import { type SiteFormat, sitePublisher } from './site';

export const hugoSite: SiteFormat = {
  id: 'hugo',
  document: ({ slug }) => `content/posts/${slug}/index.md`,
  image: ({ slug }, name) => `content/posts/${slug}/images/${name}`,
  imageUrl: (_names, name) => `images/${name}`,
  style: { dialect: 'goldmark', footnotes: 'marked' },
  // https://gohugo.io/content-management/front-matter/; what Hugo does not know is a parameter for the theme
  frontMatter: ({ title, published, modified, slug, description, tags, author, canonical, cover, sources }) => ({
    title,
    date: published,
    lastmod: modified,
    slug,
    description,
    tags,
    images: cover ? [cover] : [],
    author,
    canonicalURL: canonical,
    sources,
  }),
};

export const hugo = sitePublisher(hugoSite, { label: 'publish_hugo', hint: 'publish_hugo_hint' });
