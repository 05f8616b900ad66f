/** Electrek and its sisters of 9to5: disclosures and offers stand between the paragraphs. */
import type { SiteRule } from '../../model/site-rule';

export const electrek: SiteRule = {
  name: 'electrek',
  hosts: ['electrek.co', '9to5mac.com', '9to5google.com', 'electrek.com'],
  article: ['.post-content .post-body', '.post-body', '.container.med.post-content'],
  drop: [
    '.ad-disclaimer-container',
    '.google-news-link',
    '.affiliate-disclosure',
    '.related-posts',
    '.wp-block-nineto5-related',
    '.guides',
    '.post-meta',
    '.youtube-subscribe',
    '#disqus_thread',
  ],
  facts: {
    title: ['h1.h1', 'h1.post-title', 'h1'],
    byline: ['.author-name', '.post-meta .author a', 'meta[name="author"]@content'],
    date: ['meta[property="article:published_time"]@content', '.post-meta .meta__post-date'],
  },
};
