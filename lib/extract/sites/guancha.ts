/** Guancha (观察者网): the rest of a long text is behind a link of its own. */
import type { SiteRule } from '../../model/site-rule';

export const guancha: SiteRule = {
  name: 'guancha',
  hosts: ['guancha.cn'],
  article: ['.content.all-txt', '.all-txt', '#cmtdiv', '.article-txt-content'],
  drop: ['.article-expand-more', '.tags', '.share', '.last', '.ts'],
  facts: {
    title: ['.left-main h3', '.article-content h1', 'h1'],
    byline: ['.editor-intro .name', '.article-author .user-nick', '.author-intro p a'],
    outlet: ['.time.fix span:nth-of-type(3)', '.time span:nth-of-type(2)'],
    date: ['.time.fix span', '.time1', '.time span'],
  },
  next: ['.left-main .page a.next'],
};
