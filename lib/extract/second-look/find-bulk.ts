/** Where the bulk of some text stands in a page: the smallest element that still holds nearly all of it. */
import { textLength } from '../clean-text';
import { select } from '../dom';
import { findByName, type Page } from '../page';
import { fold, shareIn } from './judge';

const besideTags = 'nav,aside,footer,form,dialog,[role="navigation"],[role="complementary"],[role="contentinfo"]';
const besideName =
  /comment|disqus|related|recommend|sidebar|newsletter|cookie|consent|share|breadcrumb|推荐|相关|评论/iu;
const blocks = 'p,li,blockquote,pre,dd,td,div,section,h2,h3';
/** A child that holds this share of what its parent holds is the better place. */
const nearlyAll = 0.85;
const shortest = { latin: 60, wide: 20 };

/** The element with most of the page's sentences, without what stands beside an article; null when there are none. */
export function findSentences({ document, ...page }: Page): Element | null {
  const { body } = document;
  if (!body) return null;
  for (const element of [...select(body, besideTags), ...findByName({ document, ...page }.document, besideName)])
    if (!element.matches('body,main,article') && !element.contains(body.querySelector('h1'))) element.remove();
  const lengths = new Map<Element, number>();
  let total = 0;
  for (const block of select(body, blocks)) {
    const length = ownSentences(block);
    if (length === 0) continue;
    total += length;
    for (let at: Element | null = block; at; at = at.parentElement) lengths.set(at, (lengths.get(at) ?? 0) + length);
  }
  return total === 0 ? null : descend(body, (element) => (lengths.get(element) ?? 0) / total);
}

/** The smallest element with nearly all of a text that the page states; null when the page does not show it. */
export function findStated({ document }: Page, stated: string): Element | null {
  const whole = fold(stated);
  const share = (element: Element) => shareIn(whole, fold(element.textContent ?? ''));
  return document.body && share(document.body) >= nearlyAll ? descend(document.body, share) : null;
}

function descend(from: Element, share: (element: Element) => number): Element {
  let at = from;
  for (;;) {
    const bound = share(at) * nearlyAll;
    const next = [...at.children].find((child) => share(child) >= bound);
    if (!next || next.matches('p,li,td,h1,h2,h3')) return at;
    at = next;
  }
}

/** Characters of sentences that stand in an element itself, outside of its blocks and of links. */
function ownSentences(block: Element): number {
  let text = '';
  for (const node of block.childNodes) {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
    if (!element?.matches(`${blocks},ul,ol,dl,table,a,figure,button,script,style,noscript`)) text += node.textContent;
  }
  const length = text.replace(/\s+/gu, ' ').trim().length;
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  if (length < (isWide ? shortest.wide : shortest.latin) || !/[.!?。！？…]/u.test(text)) return 0;
  const linked = select(block, 'a[href]').reduce((sum, link) => sum + textLength(link), 0);
  return linked > length ? 0 : length;
}
