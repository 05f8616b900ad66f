/** Gasgoo (盖世汽车), Chinese and English. */
import type { SiteRule } from '../../model/site-rule';

export const gasgoo: SiteRule = {
  name: 'gasgoo',
  hosts: ['gasgoo.com'],
  article: ['#ArticleContent', '.contentDetailed', '.detailed-content'],
  drop: ['.articleTags', '.keyWords', '.copyrightInfo', '.adbox', '.relatedNews', '.shareBox'],
  facts: {
    title: ['h1.title', '.detailed h1', 'h1'],
    byline: ['.detailed .author', '.userInfo .author'],
    outlet: ['.detailed .source', '.userInfo .source'],
    date: ['.detailed .time', '.userInfo .time'],
  },
  next: ['.pages a.next', '.pagination a.next'],
};
