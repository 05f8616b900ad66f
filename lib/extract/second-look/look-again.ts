/** A second look at a page whose text is stored already: another opinion where the first is doubtful, and what is seen. */
import type { SecondLook } from '../../model/page-reading';
import { parseHtml, sanitizeTree } from '../../sanitize';
import { listImages } from '../list-images';
import { readClaims } from '../metadata/claims';
import { plainText } from '../plain-text';
import { type FindArticle, type ReadOptions, readPage } from '../read-page';
import { dropInvisible } from './drop-invisible';
import { findSentences, findStated } from './find-bulk';
import { isClearlyBetter } from './judge';

/** A shorter statement of the text is a teaser. */
const shortest = 500;

/** `html` is the clip's text, `isDoubtful` whether another one is to be looked for. */
export type Asked = { html: string; isDoubtful: boolean };

/** What should stand in the place of the text that was read; null when that is as good. */
export function lookAgain(document: Document, { html, isDoubtful }: Asked, options: ReadOptions): SecondLook | null {
  const { body } = parseHtml(html);
  const other = isDoubtful ? secondOpinion(document, plainText(body), options) : null;
  if (other) return other;
  return dropInvisible(document, body) ? describe(body, 'drop-invisible') : null;
}

/** By what the page states as its text, else by where most of its sentences stand. */
function secondOpinion(document: Document, first: string, options: ReadOptions): SecondLook | null {
  const dense = readBy(document, (page) => findSentences(page), options);
  const said = readClaims(dense.witnesses.jsonLd).body;
  const stated = said.length >= shortest ? said : '';
  const candidates = [dense];
  if (stated) candidates.unshift(readBy(document, (page) => findStated(page, stated), options));
  for (const { html, text, images } of candidates)
    if (isClearlyBetter(text, first, stated))
      return { html, text, images, pass: 'second-opinion', isSure: stated !== '' };
  if (!stated || !isClearlyBetter(stated, first, stated)) return null;
  const { body } = parseHtml('');
  for (const words of stated.split(/\n+/u)) {
    const paragraph = body.ownerDocument.createElement('p');
    paragraph.textContent = words.trim();
    if (paragraph.textContent) body.append(paragraph);
  }
  return describe(body, 'second-opinion');
}

function readBy(document: Document, find: (page: Parameters<FindArticle>[0]) => Element | null, options: ReadOptions) {
  return readPage(document, {
    ...options,
    find: (page) => {
      const root = find(page);
      return root && { root, engine: 'rule' };
    },
  });
}

function describe(tree: Element, pass: SecondLook['pass']): SecondLook {
  const { html, body } = sanitizeTree(tree);
  return { html, text: plainText(body), images: listImages(body), pass, isSure: true };
}
