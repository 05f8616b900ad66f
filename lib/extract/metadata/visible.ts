/** What a reader sees above the text: headline, byline, time and outlet, in English and in Chinese patterns. */
import { findByName, nameOf } from '../page';
import { cleanText } from './clean-text';

export type VisibleFacts = {
  title: string;
  /** Only read when it is asked for: the search goes through the whole page. */
  byline(): string;
  time: string;
  outlet: string;
};

const beside = 'nav,aside,footer,[class*="related" i],[class*="recommend" i],[class*="sidebar" i],[class*="comment" i]';
/** How many characters around the headline are read for 来源, 记者 and the time. */
const headLength = 1200;

/** Reads the safe copy before anything is cut from it. */
export function readVisible(document: Document): VisibleFacts {
  const heading = findHeading(document);
  const head = textAround(document, heading);
  return {
    title: cleanText(heading?.textContent),
    byline: () => findByline(document) || findChineseByline(head),
    time: findTime(document, heading) || findWrittenTime(head),
    outlet: /来源\s*[:：]\s*([^\s|｜:：]{2,20})/u.exec(head)?.[1]?.replace(/[（(].*$/u, '') ?? '',
  };
}

/** The page's headline: the `h1` that is not in the site's frame, else what else reads as the document's title begins. */
function findHeading(document: Document): Element | null {
  const headings = [...document.querySelectorAll('h1')].filter(
    (heading) => cleanText(heading.textContent).length > 1 && !heading.closest(beside),
  );
  return (
    headings.find((heading) => heading.closest('article,main,[itemprop="articleBody"],[role="main"]')) ??
    headings.find((heading) => /title|headline|标题/iu.test(nameOf(heading))) ??
    headings[0] ??
    findTitleBlock(document)
  );
}

const shortestTitle = 6;

/** Old pages have their headline in a plain block: it reads as the document's title begins. */
function findTitleBlock(document: Document): Element | null {
  const title = cleanText(document.querySelector('title')?.textContent);
  for (const block of document.querySelectorAll(
    'h2,h3,[class*="tit" i],[id*="tit" i],[class*="headline" i],strong,b,font',
  )) {
    const length = block.textContent?.length ?? 0;
    if (length < shortestTitle || length > title.length * 2 + 40) continue;
    const text = cleanText(block.textContent);
    if (text.length >= shortestTitle && title.startsWith(text)) return block;
  }
  return null;
}

const bylineMarks = '[rel~="author"],[itemprop~="author"]';
const bylineName = /(?:^|\s)(?:byline|author|article-author|post-author)(?:\s|$)|byline-name|author[-_]name/iu;

function findByline(document: Document): string {
  const marked = [...document.querySelectorAll(bylineMarks)];
  for (const element of marked.length > 0 ? marked : findByName(document, bylineName)) {
    if (element.closest(beside)) continue;
    const name = element.querySelector('[itemprop="name"]') ?? element;
    const text = cleanText(name.getAttribute('content') ?? name.textContent);
    if (text.length > 1 && text.length < 100) return text;
  }
  return '';
}

function findChineseByline(head: string): string {
  const found =
    /(?:记者|作者|文|撰文)\s*[:：/／|｜]\s*([\p{Script=Han}·]{2,12}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})/u.exec(head) ??
    /[(（【]?(?:本报|本网|新华社|中新社|本刊)?记者\s+([\p{Script=Han}·]{2,4}(?:[、 ][\p{Script=Han}·]{2,4}){0,4})(?=[\s)）】]|$)/u.exec(
      head,
    );
  return found?.[1]?.replace(/(?:来源|编辑|责编|发布|时间).*$/u, '').trim() ?? '';
}

function findTime(document: Document, heading: Element | null): string {
  const times = [
    ...document.querySelectorAll('time[datetime],[itemprop~="datePublished"],[itemprop~="datePublished"]'),
  ];
  const value = (element: Element): string =>
    element.getAttribute('datetime') || element.getAttribute('content') || cleanText(element.textContent);
  const usable = times.filter((element) => !element.closest(beside) && /\d{4}/u.test(value(element)));
  const published = usable.find((element) => element.matches('[itemprop~="datePublished"],[pubdate]'));
  const after = usable.find(
    (element) => heading && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const chosen = published ?? after ?? (heading ? undefined : usable[0]);
  return chosen ? value(chosen) : '';
}

/** A date written near the headline: `2024年3月5日 09:30`, `2024-03-05 09:30:12`, `March 5, 2024`, `5 March 2024`. */
function findWrittenTime(head: string): string {
  const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
  const numeric =
    /(?<!\d)(?:19|20)\d\d\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u;
  const english = new RegExp(
    `${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2} ${month}\\.?,? (?:19|20)\\d\\d`,
    'u',
  );
  return numeric.exec(head)?.[0] ?? english.exec(head)?.[0] ?? '';
}

/** The words from the headline on, for a short way; without a headline, those of the page's start. */
function textAround(document: Document, heading: Element | null): string {
  const root = document.body;
  if (!root) return '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  if (heading) walker.currentNode = heading;
  let text = '';
  for (let node = walker.nextNode(); node && text.length < headLength; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && /^(?:script|style|noscript|option)$/u.test(parent.localName)) continue;
    text += `${node.nodeValue ?? ''} `.replace(/\s+/gu, ' ');
  }
  return cleanText(text.slice(0, headLength));
}
