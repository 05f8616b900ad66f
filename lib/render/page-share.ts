/** "Share this post": links that need no script, a QR code for WeChat, and two buttons where the browser can. */
import type { Element } from 'hast';
import type { ResolvedPost } from '../model/resolved-post';
import { fileAddress, webAddress } from './address';
import { nameOf } from './fragment';
import { h } from './html';
import { icon } from './icons';
import { type Labels, langOf } from './labels';
import { qrCode } from './qr';
import { emailWithout, type ShareTarget, shareLinks, unknownAddress } from './share';

/**
 * The share row. While the post's address is unknown its links have none either, a sentence says so, and the page's
 * script gives them theirs once the page is on the web: a link that leads nowhere is never shown as one that does. Only
 * an e-mail can be written before, with the headline and where the text comes from.
 */
export function pageShare(post: ResolvedPost, labels: Labels): Element {
  const address = webAddress(post.canonicalUrl);
  const [picture] = post.images;
  const links = shareLinks(
    address ?? unknownAddress,
    post.title,
    address && picture ? fileAddress(address, picture.path) : '',
  );
  const items = links.map(([target, to]) =>
    h('li', {}, h('a', address ? { href: to } : waiting(target, to, post), icon(target), nameOf(target, labels))),
  );
  const beforeEmail = items.length - 1;
  items.splice(beforeEmail, 0, wechat(address, labels));
  return h('section', { className: ['share'], ariaLabelledBy: 'share', lang: langOf(labels, post.language) }, [
    h('h2', { id: 'share' }, labels.share),
    !address && h('p', { className: ['waits'] }, labels.shareWaits),
    h('ul', {}, items, button('copy', labels, { dataDone: labels.shareCopied }), button('system', labels, {})),
    h('p', { role: 'status' }),
  ]);
}

function waiting(target: ShareTarget, to: string, post: ResolvedPost): Record<string, string | null> {
  const sources = post.sources.map(({ title, outlet, url }) => [title, outlet, webAddress(url)].filter(Boolean));
  const paragraphs = [post.standfirst, ...sources.map((source) => source.join(' · '))];
  return { dataTo: to, href: target === 'email' ? emailWithout(post.title, paragraphs) : null };
}

function button(target: ShareTarget, labels: Labels, properties: Record<string, string>): Element {
  return h(
    'li',
    { hidden: true },
    h('button', { type: 'button', dataDo: target, ...properties }, icon(target), nameOf(target, labels)),
  );
}

function wechat(address: string | null, labels: Labels): Element {
  const code = address && qrCode(address, labels.wechatCode);
  return h(
    'li',
    {},
    h('details', {}, [
      h('summary', {}, icon('wechat'), nameOf('wechat', labels)),
      h('div', {}, code, h('p', {}, code ? labels.wechatScan : labels.wechatCopy)),
    ]),
  );
}
