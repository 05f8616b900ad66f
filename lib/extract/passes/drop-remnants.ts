/** Pass: drops what Readability keeps of share rows, newsletter boxes, related links and comments. */
import { textLength, textOf } from '../clean-text';
import { nameOf, select } from '../dom';
import type { ArticlePass } from './pass';

const remnantName =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|social|related|recommend\w*|newsletter|subscribe|subscription|comments?|respond|author-bio|author-box|read-?more|read-?next|more-stories|outbrain|taboola|promo|jp-relatedposts|tags?-links|post-tags|breadcrumbs?|pagination|advert\w*|ad-slot|adsbygoogle|sponsor\w*|paywall|disclaimer|责任编辑)(?:[\s_-]|$)/iu;
const promotion =
  /^(?:share (?:this|on|via)\b.{0,40}|(?:read|see|watch|listen|learn) (?:more|also|next|now)\b.{0,120}|related(?: (?:stories|articles|posts|news|coverage|topics))?:?.{0,20}|advertisement|story continues below.*|(?:sign|signing) up (?:for|to) .{0,140}|subscribe (?:to|for|now|today)\b.{0,120}|follow (?:us|me|him|her|@?\w+) on .{0,80}|click here .{0,80}|(?:don['’]t|never) miss .{0,80}|most (?:read|popular)|recommended(?: for you)?|扫码.{0,40}|分享到?[:：]?.{0,30}|相关(?:阅读|新闻|报道|推荐|文章)[:：]?.{0,10}|(?:推荐|延伸|更多)阅读[:：]?.{0,40}|责任?编辑[:：].{0,20}|免责声明.*|原标题[:：].*|举报.{0,6}|返回搜狐.*|特别声明[:：].*)$/iu;
const greatestShare = 0.15;

export const dropRemnants: ArticlePass = {
  name: 'drop-remnants',
  reason: 'Share rows, newsletter boxes and lists of related links inside the text are not the text.',
  run(article) {
    const total = textLength(article.root);
    let changed = false;
    for (const element of select(article.root, 'p,div,section,ul,ol,li,h2,h3,h4,h5,span,aside')) {
      if (!article.root.contains(element)) continue;
      if (!isRemnant(element, total)) continue;
      element.remove();
      changed = true;
    }
    return changed;
  },
};

/** Guards: only a small part of the words, without pictures that have captions, and never a heading with text below. */
function isRemnant(element: Element, total: number): boolean {
  const most = Math.min(total * greatestShare, 2000);
  const written = element.textContent?.length ?? 0;
  // Collapsing white space takes long, and no text is that much longer with it.
  if (written > most && (written > most * 8 || textLength(element) > most)) return false;
  const text = textOf(element);
  if (element.querySelector('figure,figcaption') || element.closest('figure,table')) return false;
  if (element.matches('p,li,div,section,h2,h3,h4,h5,span') && text.length < 200 && promotion.test(text)) return true;
  if (element.matches('div,section,ul,ol,aside') && remnantName.test(nameOf(element))) return true;
  return element.matches('p,ul,ol,div,h2,h3,h4') && isLinksOnly(element, text);
}

/** A block that is nothing but links with words, in an article of some length: a list of what else there is to read. */
function isLinksOnly(element: Element, text: string): boolean {
  const links = select(element, 'a[href]');
  if (links.length === 0 || text.length < 15 || element.querySelector('img')) return false;
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  const isSentence = /[.。!?！？]["”’」]?$/u.test(text) && element.localName === 'p';
  return linked >= text.length * 0.9 && !isSentence;
}
