/** Pass: trims the lines before the first sentence and behind the last: section, headline, byline, date, credits. */
import { textLength, textOf } from '../clean-text';
import { select } from '../dom';
import type { Article, ArticlePass } from './pass';

/** How far down a line of the frame may stand. */
const mostLines = 8;
/** All that is cut at the start is less than this share of the words, and fewer characters than this. */
const greatest = { share: 0.15, characters: 240 };
const sentenceEnd = /[.!?。！？…:："”’」]\s*$/u;
const frame =
  /^(?:by|von|par|por)\s+\p{Lu}|^(?:photo|image|picture|foto|illustration)s?\s*(?:by|credit|courtesy|:|：)|^\(?(?:photo|image)s?:|^(?:来源|作者|记者|编辑|责编|时间|日期|发布(?:时间)?)\s*[:：]|^(?:published|updated|posted|last updated|first published)\b|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|^\d{1,2} \p{L}{3,9}\.? \d{4}$|^\d+ min(?:ute)?s? read$|^(?:reading time|share|print|e-?mail|comments?|save)$/iu;
const leafSelector = 'p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,pre,table,figure,div,time,header,address';

export const trimEdges: ArticlePass = {
  name: 'trim-edges',
  reason: 'Readability keeps lines that the clip has as data: section, headline, byline, date, credits.',
  run(article) {
    const all = select(article.root, leafSelector);
    const blocks = leavesOf(all, mostLines + 1);
    const total = textLength(article.root);
    const titles = titlesOf(article);
    const lines = [...new Set([...leadingLines(blocks, titles), ...frameLines(blocks, titles)])];
    const length = lines.reduce((sum, line) => sum + textOf(line).length, 0);
    const isSmall = length < total * greatest.share && length < greatest.characters;
    const cut = [...(isSmall ? lines : []), ...closingLines(leavesOf(all.reverse(), 3))];
    for (const line of cut) line.remove();
    return cut.length > 0;
  },
};

/** Lines before the first sentence, as long as they are no headings of what follows. */
function leadingLines(blocks: readonly Element[], titles: ReadonlySet<string>): Element[] {
  const end = blocks.findIndex((block) => isSentence(block) || isKept(block));
  if (end < 0 || end > mostLines) return [];
  return blocks.slice(0, end).filter((block) => !block.matches('h2,h3,h4,h5,h6') || isOfFrame(block, titles));
}

/** Lines further down that can be nothing but a byline, a date or the headline again. */
function frameLines(blocks: readonly Element[], titles: ReadonlySet<string>): Element[] {
  return blocks.slice(0, mostLines).filter((block) => !isKept(block) && isOfFrame(block, titles));
}

/** `blocks` are the last ones, from the end. */
function closingLines(blocks: readonly Element[]): Element[] {
  const found: Element[] = [];
  for (const block of blocks) {
    const text = textOf(block);
    if (isKept(block) || text.length > 100 || !frame.test(text)) break;
    found.push(block);
  }
  return found;
}

/** The first `count` leaves: the others are not looked at, which would take long. */
function leavesOf(blocks: readonly Element[], count: number): Element[] {
  const found: Element[] = [];
  for (const block of blocks) {
    if (found.length === count) break;
    if (isLeaf(block)) found.push(block);
  }
  return found;
}

function isLeaf(block: Element): boolean {
  if (block.matches('figure,table,pre')) return block.parentElement?.closest('figure,table') === null;
  return !block.closest('figure,table') && block.querySelector(leafSelector) === null;
}

/** Pictures, tables and lists are content wherever they stand. */
function isKept(block: Element): boolean {
  return block.matches('figure,table,pre,li,blockquote') || block.querySelector('img,figure') !== null;
}

/** A block that is read as text: long, or of middle length and ending as a sentence does. */
function isSentence(block: Element): boolean {
  const text = textOf(block);
  const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  if (block.matches('h1,h2,h3,h4,h5,h6') || frame.test(text)) return false;
  return text.length > (isWide ? 40 : 120) || (text.length > (isWide ? 14 : 45) && sentenceEnd.test(text));
}

function isOfFrame(block: Element, titles: ReadonlySet<string>): boolean {
  const text = textOf(block);
  if (text === '') return true;
  if (text.length > 160) return false;
  if (titles.has(fold(text))) return true;
  return text.length < 100 && frame.test(text) && !(sentenceEnd.test(text) && text.length > 50);
}

/** The headline in every way the page gives it. */
function titlesOf({ witnesses }: Article): Set<string> {
  const named = witnesses.meta.filter(([names]) => /title/iu.test(names)).map(([, content]) => content);
  return new Set([witnesses.heading, witnesses.documentTitle, ...named].map(fold));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
