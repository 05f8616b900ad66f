/**
 * WXR, WordPress's own export format, for a site without a password (Tools › Import › WordPress): the post as a draft with
 * tags, dates and excerpt. The importer takes only images that it can fetch, so they stand in the text itself.
 * Format: https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
import type { Publisher, Rendering } from '../model/publisher';
import type { ResolvedPost } from '../model/resolved-post';
import { deliverText } from './deliver-text';
import { embedded } from './embedded';
import { mailDate } from './mime';
import { plainHtml } from './wordpress/plain-html';

/** What PHP's usual limit for uploads takes, base64 counted. */
const imageLimit = 5 * 1024 * 1024;

export const wxr: Publisher = {
  id: 'wxr',
  label: 'publish_wxr',
  hint: 'publish_wxr_hint',
  icon: 'file-text',
  embargo: 'here',
  group: 'file',
  publish: (post, rendering, effects) =>
    deliverText(post, effects, {
      ending: 'wordpress.xml',
      mediaType: 'application/xml',
      write: () => document(post, rendering),
    }),
};

function document(post: ResolvedPost, rendering: Rendering): string {
  const gmt = new Date(post.publishedAt).toISOString().slice(0, 19).replace('T', ' ');
  const local = post.publishedAt.slice(0, 19).replace('T', ' ');
  const author = post.author.trim() || 'author';
  const tags = post.tags.map(
    (tag) => `<category domain="post_tag" nicename="${escaped(tag)}">${cdata(tag)}</category>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${cdata(plainHtml(post.title))}</title>
<language>${escaped(post.language)}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>${cdata(author)}</wp:author_login><wp:author_display_name>${cdata(author)}</wp:author_display_name></wp:author>
<item>
<title>${cdata(plainHtml(post.title))}</title>
<pubDate>${mailDate(post.publishedAt)}</pubDate>
<dc:creator>${cdata(author)}</dc:creator>
<guid isPermaLink="false">${escaped(`urn:clipsheet:${post.id}`)}</guid>
<content:encoded>${cdata(rendering.fragment(embedded(post.images, imageLimit)))}</content:encoded>
<excerpt:encoded>${cdata(plainHtml(post.standfirst))}</excerpt:encoded>
<wp:post_id>0</wp:post_id>
<wp:post_date>${cdata(local)}</wp:post_date>
<wp:post_date_gmt>${cdata(gmt)}</wp:post_date_gmt>
<wp:comment_status>${cdata('closed')}</wp:comment_status>
<wp:ping_status>${cdata('closed')}</wp:ping_status>
<wp:post_name>${cdata(post.slug)}</wp:post_name>
<wp:status>${cdata('draft')}</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>${cdata('post')}</wp:post_type>
<wp:post_password></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
${tags.join('\n')}
<wp:postmeta><wp:meta_key>${cdata('_clipsheet_id')}</wp:meta_key><wp:meta_value>${cdata(post.id)}</wp:meta_value></wp:postmeta>
</item>
</channel>
</rss>
`;
}

// What XML 1.0 has no way to say; https://www.w3.org/TR/xml/#charsets
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const clean = (text: string): string => text.replace(forbidden, '');
const cdata = (text: string): string => `<![CDATA[${clean(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const escaped = (text: string): string =>
  clean(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
