/** What a person chose of a page in place of what was found: one block of it, or all of it. */
import type { PageReading } from '../model/page-reading';
import { textLength } from './clean-text';
import { select } from './dom';
import type { Page } from './page';
import { type FindArticle, type ReadOptions, readPage } from './read-page';

/** Set on the chosen element for the moment in which the page is copied: the copy has to be told which it was. */
const mark = 'data-clipsheet-chosen';
const chosen = `[${mark}]`;

/** The frame of a page: what is there on each page of a site. */
const frame =
  'nav,footer,aside,dialog,[role="navigation"],[role="contentinfo"],[role="complementary"],[role="search"],[role="banner"] nav,[hidden],[aria-hidden="true"]';
/** A list of so many links and next to nothing else is a menu. */
const menu = { links: 5, share: 0.8 };

/** Reads one block of a live page with all that is in it. A block that is no longer there gives an empty reading. */
export function readBlock(document: Document, block: Element, options: ReadOptions): PageReading {
  // Forms and controls are rebuilt in the copy; what is in them is not.
  const marked = block.matches('form,fieldset,button') ? [...block.children] : [block];
  for (const element of marked) element.setAttribute(mark, '');
  try {
    const reading = readPage(document, { ...options, find: findChosen });
    return reading.engine === 'block' ? reading : readCopy(document, block, options);
  } finally {
    for (const element of marked) element.removeAttribute(mark);
  }
}

/** Reads all of a live page in its order, without its frame and its menus. */
export function readWhole(document: Document, options: ReadOptions): PageReading {
  return readPage(document, { ...options, find: findWhole });
}

const findChosen: FindArticle = ({ document }) => {
  const found = select(document, chosen);
  const [first] = found;
  if (!first) return null;
  const root = document.createElement('div');
  first.before(root);
  root.append(...found);
  return { root, engine: 'block' };
};

const findWhole: FindArticle = ({ document }: Page) => {
  const { body } = document;
  if (!body) return null;
  for (const element of select(body, frame)) element.remove();
  for (const list of select(body, 'ul,ol')) if (isMenu(list)) list.remove();
  return { root: body, engine: 'page' };
};

function isMenu(list: Element): boolean {
  const links = select(list, 'a[href]');
  if (links.length < menu.links) return false;
  return links.reduce((sum, link) => sum + textLength(link), 0) >= textLength(list) * menu.share;
}

/** The block by itself: where a step of preparing the page has taken it for a layer that lies over the article. */
function readCopy(document: Document, block: Element, options: ReadOptions): PageReading {
  const selection = document.createDocumentFragment();
  selection.append(block.cloneNode(true));
  return { ...readPage(document, { ...options, selection }), engine: 'block' };
}
