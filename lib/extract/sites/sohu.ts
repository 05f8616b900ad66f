/** Sohu (搜狐): the text ends with a way back to the front page and the account that wrote it. */
import type { SiteRule } from '../../model/site-rule';

export const sohu: SiteRule = {
  name: 'sohu',
  hosts: ['sohu.com'],
  article: ['#mp-editor', 'article.article', '[itemprop="articleBody"]', '#contentText'],
  drop: [
    '#backsohucom',
    '.backword',
    '.lookall-box',
    '.statement',
    '.original-title',
    '.article-oper',
    '[data-role="editor-name"]',
    '.editor-name',
  ],
  captions: ['.ql-align-center + .img-desc', '.pic-explain'],
  facts: {
    title: ['.text-title h1', '#contentA h1'],
    outlet: ['[data-role="original-link"]', '#user-info h4', '.user-info h4'],
    date: ['#news-time', '.article-info .time', '#pubtime_baidu'],
  },
};
