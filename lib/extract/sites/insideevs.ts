/** InsideEVs and Motor1 (Motorsport Network): widgets and related cards between the paragraphs. */
import type { SiteRule } from '../../model/site-rule';

export const insideevs: SiteRule = {
  name: 'insideevs',
  hosts: ['insideevs.com', 'motor1.com', 'rideapart.com'],
  article: ['.postBody[data-type="article"]', '.postBody.description', '.postBody'],
  drop: [
    '.relatedContent',
    '.related-articles',
    '.article-widget',
    '.msnt-ad',
    '.apb',
    '.ap',
    '.inner-gallery-button',
    '[data-widget]',
    '.survey-block',
    '.author-block',
    '.tags-block',
  ],
  captions: ['.photo-credit', '.img-caption', '.image-caption'],
  facts: {
    title: ['.post-title h1', 'h1.page-title', 'h1'],
    byline: ['.author-info .name', '.post-header .author a', '[rel="author"]'],
    date: ['.post-date[data-time]@data-time', 'time[datetime]@datetime'],
  },
};
