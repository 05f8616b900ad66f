/** Sina (新浪): desks of many ages, three names for the same block. */
import type { SiteRule } from '../../model/site-rule';

export const sina: SiteRule = {
  name: 'sina',
  hosts: ['sina.com.cn', 'sina.cn'],
  article: ['#artibody', '#article', '#article_content', '.art_content'],
  drop: [
    '.show_author',
    '.article-editor',
    '.wap_special',
    '.appendQr_wrap',
    '.new_style_article',
    '.statement',
    '.blk-gzh',
    '#left_hzh_ad',
    '.xb_new_finance_app',
  ],
  captions: ['.img_descr', '.img_wrapper > span', '.pic_txt'],
  facts: {
    title: ['.main-title', '#artibodyTitle', '.art_tit_h1'],
    byline: ['.show_author', '.article-editor'],
    outlet: ['.date-source .source', '.date-source a', '#media_name'],
    date: ['.date-source .date', '#pub_date', '.time-source'],
  },
  next: ['.pagebox a.next', '#artibody .page a.next'],
};
