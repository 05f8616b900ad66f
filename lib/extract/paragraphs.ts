/** The last resort for a page too large or too deep: its head, and its paragraphs one after another. */
import { parseHtml } from '../sanitize';
import { blocks } from './plain-text';

// The live page may hide these behind elements of its own: the originals.
const createWalker = Document.prototype.createTreeWalker;
const { matches } = Element.prototype;
const longest = 400_000;
const silent = 'script,style,noscript,template,svg,nav,footer,aside,button,select,textarea';
const headTags = 'title,meta,link[rel~="canonical" i],script[type*="ld+json" i]';
const shortest = 40;

/** A new small document with the page's metadata and those of its blocks that are sentences; walks without recursion. */
export function readParagraphs(document: Document): Document {
  const small = parseHtml('');
  for (const tag of Document.prototype.querySelectorAll.call(document, headTags))
    small.head.append(small.importNode(tag, true));
  const html = Document.prototype.querySelector.call(document, 'html');
  small.documentElement.lang = html?.getAttribute('lang') ?? '';
  const base = small.createElement('base');
  base.href = document.URL;
  small.head.prepend(base);
  let total = 0;
  for (const text of paragraphTexts(document)) {
    const paragraph = small.createElement('p');
    paragraph.textContent = text.slice(0, longest - total);
    small.body.append(paragraph);
    total += text.length;
    if (total >= longest) break;
  }
  return small;
}

function* paragraphTexts(document: Document): Generator<string> {
  const filter = (node: Node): number =>
    node.nodeType === Node.ELEMENT_NODE && matches.call(node, silent)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  const body = Document.prototype.querySelector.call(document, 'body');
  if (!body) return;
  const walker = createWalker.call(document, body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, filter);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (text.length < longest) text += node.nodeValue ?? '';
      continue;
    }
    if (!blocks.has((node as Element).localName) && (node as Element).localName !== 'br') continue;
    yield* sentencesOf(text);
    text = '';
  }
  yield* sentencesOf(text);
}

/** One line; cut first, since to fold the white space of fifty megabytes takes seconds. None for a few words. */
function sentencesOf(text: string): string[] {
  const line = text.slice(0, longest).replace(/\s+/gu, ' ').trim();
  return line.length < shortest ? [] : [line];
}
