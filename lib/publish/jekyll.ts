/**
 * Jekyll: `_posts/<day>-<slug>.md`, images under `assets/images/<slug>/` (https://jekyllrb.com/docs/posts/). Liquid
 * stays on, because an image's address needs the site's `baseurl` and because GitHub Pages runs Jekyll 3, which
 * knows no `render_with_liquid`; what Liquid would run in the text and in code is escaped one by one instead.
 */
import { type SiteFormat, sitePublisher, spacedTime } from './site';

export const jekyllSite: SiteFormat = {
  id: 'jekyll',
  document: ({ slug, day }) => `_posts/${day}-${slug}.md`,
  image: ({ slug }, name) => `assets/images/${slug}/${name}`,
  imageUrl: ({ slug }, name) => `{{'/assets/images/${slug}/${name}'|relative_url}}`,
  style: { dialect: 'kramdown', footnotes: 'marked' },
  // https://jekyllrb.com/docs/front-matter/, https://github.com/jekyll/jekyll-seo-tag
  frontMatter: ({ title, published, modified, description, tags, author, language, canonical, cover, sources }) => ({
    layout: 'post',
    title,
    date: spacedTime(published, 'with-zone'),
    last_modified_at: modified && spacedTime(modified, 'with-zone'),
    description,
    tags,
    author,
    lang: language,
    canonical_url: canonical,
    image: /'([^']+)'/.exec(cover)?.[1] ?? '', // the plugin adds the base itself, and front matter is not run
    sources,
  }),
};

export const jekyll = sitePublisher(jekyllSite, { label: 'publish_jekyll', hint: 'publish_jekyll_hint' });
