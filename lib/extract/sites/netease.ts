/** NetEase (网易): the source stands in the line of the date, the editor in the statement below. */
import type { SiteRule } from '../../model/site-rule';

export const netease: SiteRule = {
  name: 'netease',
  hosts: ['163.com'],
  article: ['#content .post_body', '.post_body', '#endText'],
  drop: [
    '.post_statement',
    '.post_author',
    '.ep-source',
    '.gg200x300',
    '.ep-editor',
    '.demoBox',
    '.otitle',
    '.nph_photo_ctrl',
  ],
  captions: ['.f_center + .f_img_desc', '.photo-desc'],
  images: ['#photoList'],
  facts: {
    title: ['.post_title', '#epContentLeft h1'],
    outlet: ['.post_info a', '#ne_article_source', '.post_wemedia_name a'],
    date: ['.post_info', '.post_time_source'],
  },
};
