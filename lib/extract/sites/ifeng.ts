/** Phoenix (凤凰网): class names end with a hash that changes with each release. */
import type { SiteRule } from '../../model/site-rule';

export const ifeng: SiteRule = {
  name: 'ifeng',
  hosts: ['ifeng.com'],
  article: ['[class^="index_text_"]', '[class^="text-"]', '#main_content', '#artical_real'],
  drop: [
    '[class^="index_editor_"]',
    '[class^="caption-"] ~ script',
    '.ifengLogo',
    '#embed_hzh_div',
    '.zhuanti',
    '[class^="editor-"]',
  ],
  captions: ['.picIntro', '.detailPic + p.picIntro'],
  facts: {
    title: ['h1[class^="index_title_"]', 'h1[class^="topic-"]', '#artical_topic'],
    outlet: ['[class^="index_source_"] a', '[class^="index_source_"]', '[class^="source-"] a', '.ss03'],
    date: ['[class^="index_time_"]', '[class^="time-"] span', '.ss01', 'meta[name="og:time"]@content'],
  },
};
