/** Autohome (汽车之家): long reviews on several pages, with the model in a table at the side. */
import type { SiteRule } from '../../model/site-rule';

export const autohome: SiteRule = {
  name: 'autohome',
  hosts: ['autohome.com.cn'],
  article: ['#articleContent', '.article-content', '#articlewrap .details', '.details'],
  drop: [
    '.article-tags',
    '.article-nav',
    '.fn-hide',
    '.comment-tip',
    '.subnav-article',
    '.athm-card',
    '.editor-author',
    '[data-card="series"]',
    '.mark-block',
  ],
  captions: ['.pic-txt', '.img-txt'],
  facts: {
    title: ['#articlewrap h1', '.article-details h1', 'h1.article-title'],
    byline: ['.article-info .name', '.article-info .editor a'],
    outlet: ['.article-info .source a', '.article-info .source'],
    date: ['.article-info .time', '.article-info time'],
  },
  next: ['.page a.page-item-next', '.athm-page__next', 'a.page-next'],
};
