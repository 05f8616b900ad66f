/** Addresses that open a service with the post ready to be shared: plain links, no script of the service. */

import { cleanText } from './html';

export type ShareTarget =
  | 'x'
  | 'linkedin'
  | 'facebook'
  | 'reddit'
  | 'whatsapp'
  | 'telegram'
  | 'weibo'
  | 'wechat'
  | 'email'
  | 'copy'
  | 'system';

/** Stands for the address of a page that is not known yet; the page's script puts the real one, encoded, in its place. */
export const unknownAddress = 'PAGE_ADDRESS';

const e = encodeURIComponent; // never URLSearchParams: mail programs show its `+` as it is

/** Each service's own name; the names that depend on the language are labels. */
export const shareNames = {
  x: 'X',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  reddit: 'Reddit',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
} as const;

/** An e-mail that can be sent while the post has no address: its headline and what else stands in `paragraphs`. */
export function emailWithout(title: string, paragraphs: readonly string[]): string {
  const body = [title, ...paragraphs].map(cleanText).filter(Boolean);
  return `mailto:?subject=${e(cleanText(title))}&body=${body.map(e).join('%0D%0A%0D%0A')}`;
}

/** Share addresses for a post at `url`, by service. `picture` is an absolute address or empty. */
export function shareLinks(url: string, title: string, picture = ''): [ShareTarget, string][] {
  const u = e(url);
  const t = e(cleanText(title));
  return [
    ['x', `https://x.com/intent/post?url=${u}&text=${t}`],
    ['linkedin', `https://www.linkedin.com/sharing/share-offsite/?url=${u}`],
    ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${u}`],
    ['reddit', `https://www.reddit.com/submit?url=${u}&title=${t}`],
    ['whatsapp', `https://wa.me/?text=${t}%20${u}`],
    ['telegram', `https://t.me/share/url?url=${u}&text=${t}`],
    ['weibo', `https://service.weibo.com/share/share.php?url=${u}&title=${t}${picture && `&pic=${e(picture)}`}`],
    ['email', `mailto:?subject=${t}&body=${t}%0D%0A%0D%0A${u}`],
  ];
}
