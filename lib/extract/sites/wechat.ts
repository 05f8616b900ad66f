/** WeChat public accounts: the text is hidden until a script shows it, and images have no file ending. */
import type { SiteRule } from '../../model/site-rule';

export const wechat: SiteRule = {
  name: 'wechat',
  hosts: ['mp.weixin.qq.com'],
  article: ['#js_content', '.rich_media_content'],
  drop: [
    'mp-common-profile',
    '.mp_profile_iframe_wrp',
    '.qr_code_pc',
    '.weapp_display_element',
    '.js_ad_link',
    '.original_primary_card_tips',
  ],
  images: ['#js_share_content_page_hd .swiper_item', '.share_media_swiper .swiper_item'],
  facts: {
    title: ['#activity-name', '.rich_media_title'],
    byline: [
      '#js_author_name',
      '.rich_media_meta_list > .rich_media_meta_text:not(#publish_time)',
      'meta[name="author"]@content',
    ],
    outlet: ['#js_name', '.rich_media_meta_nickname a'],
    date: ['#publish_time'],
  },
};
