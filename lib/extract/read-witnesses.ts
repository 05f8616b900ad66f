/** What a page says of its article, gathered as it stands; `metadata/` decides which of it to believe. */
import type { Mark, Witnesses } from '../model/page-reading';
import { cleanLines, cleanText, longestText, textOf } from './clean-text';
import { attribute, find, nameOf, select } from './dom';
import { findByName, readNames } from './page';

const beside = 'nav,aside,footer,[class*="related" i],[class*="recommend" i],[class*="sidebar" i],[class*="comment" i]';
/** Characters that travel: of the page's words, of all `<meta>` and of all JSON-LD; and the number of marks. */
const most = { lines: 100_000, meta: 200_000, jsonLd: 1_000_000, marks: 80 };

/** Reads the safe copy before anything is cut from it. */
export function readWitnesses(document: Document): Witnesses {
  const heading = findHeading(document);
  const root = find(document, 'html') ?? document.createElement('html');
  return {
    heading: textOf(heading),
    documentTitle: textOf(find(document, 'title')),
    ...readLines(document, heading),
    marks: readMarks(document, heading),
    languages: [attribute(root, 'lang'), attribute(root, 'xml:lang')],
    canonical: attribute(find(document, 'link[rel~="canonical" i]') ?? root, 'href'),
    licence: attribute(find(document, '[rel~="license" i][href]') ?? root, 'href'),
    meta: fitting(select(document, 'meta[content]').map(readMeta), most.meta, ([, content]) => content.length),
    jsonLd: fitting(
      select(document, 'script[type*="ld+json" i]').map((script) => script.textContent ?? ''),
      most.jsonLd,
      (text) => text.length,
    ),
    readerByline: '',
  };
}

function readMeta(tag: Element): [string, string] {
  const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => attribute(tag, name));
  return [names.join(' ').slice(0, longestText), attribute(tag, 'content').slice(0, longestText)];
}

/** Those that fit into `room` together, in order; a page cannot make the browser carry more. */
function fitting<T>(items: readonly T[], room: number, sizeOf: (item: T) => number): T[] {
  let left = room;
  return items.filter((item) => {
    const fits = sizeOf(item) <= left;
    if (fits) left -= sizeOf(item) + 1;
    return fits;
  });
}

/** The page's headline: the `h1` that is not in the site's frame, else what else reads as the document's title begins. */
function findHeading(document: Document): Element | null {
  const names = readNames(document).of;
  const headings = select(document, 'h1').filter((heading) => textOf(heading).length > 1 && !isBeside(heading));
  return (
    headings.find((heading) => heading.closest('article,main,[itemprop="articleBody"],[role="main"]')) ??
    headings.find((heading) => /title|headline|标题/iu.test(names.get(heading) ?? '')) ??
    headings[0] ??
    findTitleBlock(document)
  );
}

/** What is known of the elements around those that were asked for: most are around several. */
const known = new WeakMap<Element, boolean>();

/**
 * Whether it stands in the site's frame or with what accompanies an article. A page or a column "with sidebar" is no
 * sidebar: it holds a headline, and most of the paragraphs.
 */
function isBeside(element: Element | null): boolean {
  if (!element) return false;
  const isKnown = known.get(element);
  if (isKnown !== undefined) return isKnown;
  const is = (element.matches(beside) && isSmall(element)) || isBeside(element.parentElement);
  known.set(element, is);
  return is;
}

function isSmall(holder: Element): boolean {
  if (holder.matches('nav,aside,footer') || !find(holder, 'h1')) return true;
  return select(holder, 'p').length * 2 <= select(holder.ownerDocument, 'p').length;
}

const shortestTitle = 6;

/** Old pages have their headline in a plain block: it reads as the document's title begins. */
function findTitleBlock(document: Document): Element | null {
  const title = textOf(find(document, 'title'));
  for (const block of select(document, 'h2,h3,[class*="tit" i],[id*="tit" i],[class*="headline" i],strong,b,font')) {
    const length = block.textContent?.length ?? 0;
    if (length < shortestTitle || length > title.length * 2 + 40) continue;
    const text = textOf(block);
    if (text.length >= shortestTitle && title.startsWith(text)) return block;
  }
  return null;
}

/** Of what a safe copy has, where text stands that is no words. */
const noWords = 'script,noscript,template';

/** The page's words, a line for each piece of text, and where among them the headline begins. */
function readLines(document: Document, heading: Element | null): { lines: string; headingAt: number } {
  if (!document.body) return { lines: '', headingAt: -1 };
  const first = heading && document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const silent = new Set<Node>(select(document.body, noWords).flatMap((element) => [...element.childNodes]));
  const pieces: string[] = [];
  let before = -1;
  let room = most.lines * 4;
  for (let node = walker.nextNode(); node && room > 0; node = walker.nextNode()) {
    if (node === first) before = pieces.length;
    const text = node.nodeValue ?? '';
    if (!/\S/u.test(text) || silent.has(node)) continue;
    pieces.push(text.slice(0, longestText));
    room -= text.length;
  }
  const above = cleanLines(pieces.slice(0, Math.max(0, before)));
  const below = cleanLines(pieces.slice(Math.max(0, before)));
  const headingAt = before < 0 || above.length >= most.lines ? -1 : above.length;
  return { lines: (above + below).slice(0, most.lines), headingAt };
}

/** An element's words, a line for each piece of text: names side by side are in elements of their own. */
function piecesOf(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) pieces.push(cleanText(node.nodeValue));
  return pieces.filter(Boolean).join('\n');
}

const markName = /by-?line|author|writer|reporter|editor|source|origin|date|time|publi|posted|meta|info|作者|来源/giu;
const markers = 'time,[rel~="author"],[itemprop~="author"],[itemprop^="date"],a[href*="/author" i]';
const longestMark = 200;

/** Short words in elements that a page marks, or names, as author, outlet or time. */
function readMarks(document: Document, heading: Element | null): Mark[] {
  const named = new Set(findByName(document, markName));
  const marks: Mark[] = [];
  for (const element of new Set([...select(document, markers), ...named])) {
    if (marks.length === most.marks) break;
    const value = attribute(element, 'datetime') || attribute(element, 'content') || attribute(element, 'title');
    if ((element.textContent?.length ?? 0) > longestMark * 8 || value.length > longestMark) continue;
    const text = piecesOf(element);
    if (text.length > longestMark || (!text && !value)) continue;
    const follows = heading && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const kind = `${element.localName} ${attribute(element, 'rel')} ${attribute(element, 'itemprop')} ${named.has(element) ? nameOf(element) : ''}`;
    const place = isBeside(element) ? 'beside' : follows ? 'after' : 'before';
    marks.push({ kind: kind.slice(0, longestMark), value, text, place });
  }
  return marks;
}
