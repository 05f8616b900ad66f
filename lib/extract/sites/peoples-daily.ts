/** People’s Daily Online (人民网). */
import type { SiteRule } from '../../model/site-rule';

export const peoplesDaily: SiteRule = {
  name: 'peoples-daily',
  hosts: ['people.com.cn', 'people.cn'],
  article: ['.rm_txt_con', '#rwb_zw', '.show_text', '#p_content'],
  drop: ['.edit', '.box_pic + .zdfy', '.paper_num', '.rm_relevant', '.zdfy'],
  captions: ['.desc', '.pic_desc'],
  images: ['.box_pic', '.pic_content'],
  facts: {
    title: ['.rm_txt h1', '.text_title h1', '.title h1'],
    byline: ['.rm_txt .author', '.text_title .author'],
    outlet: ['.channel a', '.text_title .fl a'],
    date: ['.channel .col-1-1', '.text_title .fl', '.channel div'],
  },
  next: ['.zdfy a:last-of-type'],
};
