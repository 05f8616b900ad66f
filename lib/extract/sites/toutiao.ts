/** Toutiao (今日头条): the feed below repeats the markup of the article. */
import type { SiteRule } from '../../model/site-rule';

export const toutiao: SiteRule = {
  name: 'toutiao',
  hosts: ['toutiao.com'],
  article: ['article.syl-article-base', '.article-content article', 'article', '.article-content'],
  drop: ['.article-title', '.article-sub', '.article-meta', '.pgc-card', '.tt-video-box', '.image-list-tip'],
  captions: ['.pgc-img-caption'],
  facts: {
    title: ['.article-content h1', '.article-title', '.article-box h1'],
    outlet: ['.article-meta .name', '.article-sub .name', '.article-sub span:first-of-type'],
    date: ['.article-meta span:nth-of-type(1)', '.article-sub span:nth-of-type(2)'],
  },
};
