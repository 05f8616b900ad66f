/** Tencent News (腾讯新闻). */
import type { SiteRule } from '../../model/site-rule';

export const tencentNews: SiteRule = {
  name: 'tencent-news',
  hosts: ['news.qq.com', 'new.qq.com', 'auto.qq.com', 'view.inews.qq.com', 'finance.qq.com', 'tech.qq.com'],
  article: ['#ArticleContent', '.content-article', '#Cnt-Main-Article-QQ', '.rich_media_content'],
  drop: [
    '.content-article > h1',
    '.videoPlayerWrap',
    '.author-info',
    '#Comment',
    '.shareBtn',
    '.rv-root-v2',
    '.qq_toolWrap',
    '.title-content',
  ],
  captions: ['.img-caption', '.image-desc', '.text.image_desc'],
  facts: {
    title: ['.content-article h1', '.LEFT h1', '.qq_article h1', 'h1.title'],
    outlet: ['.media-name', '.author .name', '.a_source'],
    date: ['.media-meta time', '.media-info .time', '.a_time', 'meta[name="apub:time"]@content'],
  },
};
