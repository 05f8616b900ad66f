/** The first wall: page HTML into `SafeHtml`, the only HTML that is stored, mounted or exported. */
import type { SafeHtml } from '../model/article-html';
import { parseHtml } from './parse-html';
import { prepareTree } from './prepare-tree';
import { purify } from './purifier';

/** Rounds until the string comes back from the parser as it went in; real pages need one or two. */
const maximumRounds = 5;

/**
 * `input` by the allow-list of `lib/model/article-html`: no scripts, styles, forms, frames, ids or classes; links
 * only http, https and mailto, images only http and https, all absolute. The result is a fixed point: sanitising it
 * again gives the same string, so nothing can be born of parsing it once more (mutation XSS). A node is only read.
 */
export function sanitizeArticle(input: string | Node): SafeHtml {
  return sanitizeTree(inertBody(input)).html;
}

/**
 * The same of the children of `tree`, which it loses, and the HTML as the parser reads it: for looking at what was kept
 * without parsing it once more. `tree` is in an inert document.
 */
export function sanitizeTree(tree: Element): { html: SafeHtml; body: HTMLElement } {
  let html = purifyTree(tree).innerHTML.trim();
  for (let round = 0; round < maximumRounds; round++) {
    // What the parser gives back unchanged holds allowed elements only, nested as they stood when they were checked.
    const { body } = parseHtml(html);
    if (body.innerHTML === html) return { html: html as SafeHtml, body };
    html = purifyTree(body).innerHTML.trim();
  }
  const text = escapeText(parseHtml(html).body.textContent ?? '');
  return { html: text as SafeHtml, body: parseHtml(text).body };
}

/** `input` as a tree by the allow-list, in an inert document. */
export function purifyTree(body: Element): HTMLElement {
  prepareTree(body);
  return purify(body);
}

function inertBody(input: string | Node): Element {
  if (typeof input === 'string') return parseHtml(input).body;
  const body = parseHtml('').body;
  const root = input.nodeType === Node.DOCUMENT_NODE ? (input as Document).documentElement : input;
  if (root) body.append(body.ownerDocument.importNode(root, true));
  return body;
}

function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
