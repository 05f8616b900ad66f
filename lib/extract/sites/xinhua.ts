/** Xinhua (新华网). */
import type { SiteRule } from '../../model/site-rule';

export const xinhua: SiteRule = {
  name: 'xinhua',
  hosts: ['news.cn', 'xinhuanet.com'],
  article: ['#detailContent', '#detail', '#p-detail', '.main-aticle'],
  drop: ['.editor', '#articleEdit', '.tiyi1', '.domPC', '#bi_div_page', '.p-tags', '.lb', '.xhlogo', '.zan-wap'],
  captions: ['.pic-explain', '.picMark', 'p.pictext'],
  facts: {
    title: ['.head-line h1 .title', '.head-line h1', '.h-title', '#title'],
    outlet: ['.source', '#source', '.h-info .source'],
    date: ['.header-time', '.h-time', '.info .date', 'meta[name="publishdate"]@content'],
  },
  next: ['#bi_div_page a.next', '.pageTurning a.next'],
};
