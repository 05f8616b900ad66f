/**
 * Hexo: `source/_posts/<slug>.md`, images under `source/images/<slug>/`, which every configuration copies; asset folders
 * of posts are off unless a site switches them on (https://hexo.io/docs/asset-folders).
 */
import { type SiteFormat, sitePublisher, spacedTime } from './site';

export const hexoSite: SiteFormat = {
  id: 'hexo',
  document: ({ slug }) => `source/_posts/${slug}.md`,
  image: ({ slug }, name) => `source/images/${slug}/${name}`,
  imageUrl: ({ slug }, name) => `/images/${slug}/${name}`,
  style: { dialect: 'marked', footnotes: 'listed' },
  // https://hexo.io/docs/front-matter; a `{% tag %}` that Hexo does not know would end the whole build
  frontMatter: ({ title, published, modified, description, tags, author, language, canonical, cover, sources }) => ({
    title,
    date: spacedTime(published, 'without-zone'),
    updated: modified && spacedTime(modified, 'without-zone'),
    description,
    tags,
    author,
    lang: language,
    cover,
    canonical,
    disableNunjucks: true,
    sources,
  }),
};

export const hexo = sitePublisher(hexoSite, { label: 'publish_hexo', hint: 'publish_hexo_hint' });
