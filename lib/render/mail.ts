/** A post as HTML for mail programs: styles on every element, nothing that they strip or ask about. */
import type { ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { descriptionOf } from './description';
import { bodyTree } from './fragment';
import { h, toHtml } from './html';
import type { ImageUrl } from './image';
import { inlineStyles, mailStyles } from './inline-styles';
import { directionOf, knownLanguage, labelsFor, writtenDate } from './labels';

/** Pixels that a message is wide: what the reading panes of mail programs have. */
const width = 640;
const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,PingFang SC,Microsoft YaHei,sans-serif';

/** A whole document to send as a message. */
export function renderMail(post: ResolvedPost, imageUrl: ImageUrl): string {
  const language = knownLanguage(post.language) ?? 'en';
  const cell = h('td', { style: `padding:24px 16px;${font}`, width, align: 'left' }, mailBody(post, imageUrl));
  const table = (align: string | null, size: string | number, content: ElementContent) =>
    h(
      'table',
      {
        role: 'presentation',
        border: 0,
        cellPadding: 0,
        cellSpacing: 0,
        width: size,
        align,
        style: 'border-collapse:collapse',
      },
      h('tr', {}, content),
    );
  const document = h('html', { lang: language, dir: directionOf(language) }, [
    h('head', {}, [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, post.title.trim() || post.slug),
    ]),
    h('body', { style: 'margin:0;padding:0;background:#ffffff' }, [
      // The line that lists of messages show beside the subject.
      h('div', { style: 'display:none;max-height:0;overflow:hidden' }, descriptionOf(post)),
      table(null, '100%', h('td', { align: 'center', style: 'padding:0' }, table('center', width, cell))),
    ]),
  ]);
  return toHtml([{ type: 'doctype' }, document]);
}

/** The same to paste into a message that is being written: headline and body, without a document around them. */
export function renderMailFragment(post: ResolvedPost, imageUrl: ImageUrl): string {
  return toHtml([h('div', { style: font, lang: knownLanguage(post.language) }, mailBody(post, imageUrl))]);
}

function mailBody(post: ResolvedPost, imageUrl: ImageUrl): ElementContent[] {
  const labels = labelsFor(post.language);
  const author = post.author.trim();
  const date = writtenDate(post.publishedAt, post.language)?.words ?? '';
  const address = webAddress(post.canonicalUrl);
  const shown = [
    h('h1', {}, post.title.trim() || post.slug),
    h('p', { className: ['origin'] }, [author && labels.by(author), date].filter(Boolean).join(labels.separator)),
    ...bodyTree(post, imageUrl),
    h('hr', {}),
    address && h('p', { className: ['origin'] }, h('a', { href: address }, address)),
    h('p', { className: ['origin'] }, labels.rights),
  ].filter((node) => typeof node === 'object' && node !== null);
  return fitImages(inlineStyles(shown, mailStyles));
}

/** Outlook reads the attribute and no `max-width`. */
function fitImages(children: ElementContent[]): ElementContent[] {
  visit({ type: 'root', children }, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img') return;
    const own = Number(properties.width);
    if (own > width - 32) {
      properties.width = width - 32;
      delete properties.height;
    }
  });
  return children;
}
