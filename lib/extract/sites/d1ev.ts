/** D1EV (第一电动): the text is in one block whose name is a number, with its own pages. */
import type { SiteRule } from '../../model/site-rule';

export const d1ev: SiteRule = {
  name: 'd1ev',
  hosts: ['d1ev.com'],
  article: ['#showall233', '.ws-newscon'],
  drop: ['.ws-pagination', '.ws-share', '.ws-tags', '.advert', '.ws-copyright'],
  facts: {
    title: ['.ws-title h1', '.ws-title'],
    byline: ['.ws-title .author', '.ws-info .author'],
    outlet: ['.ws-info .source', '.ws-title .source'],
    date: ['.ws-info time', '.ws-title time', '.ws-info .time'],
  },
  next: ['.ws-pagination a.next', '.ws-pagination .am-pagination-next a'],
};
