/** Pass: takes out blocks that are not of the article, and brings back those of it that Readability dropped. */
import { likelihood } from '../blocks/block-model';
import type { Measured } from '../blocks/measure-blocks';
import { textLength } from '../clean-text';
import { blocks as blockTags } from '../plain-text';
import type { ArticlePass } from './pass';

/** A block stays, or comes back, when it is more likely than this to be of the article. */
const least = { kept: 0.44, dropped: 0.57 };
/** A line that reads as an invitation or a byline has to be more likely. */
const leastOfLines = 0.9;
/** How much the two beside it weigh: what is of the article stands together. */
const beside = 0.15;
/** Of the text that Readability found at least this share stays: else the page is of a kind the model was never shown. */
const fewest = 0.04;
/** What is never of the text, however near it stands. */
const frameLine = /^[（(【]?(?:原标题|责任?编辑)[:：]/u;

export const chooseBlocks: ArticlePass = {
  name: 'choose-blocks',
  reason: 'Readability keeps bylines, promotions and bios, and drops standfirsts and parts of divided texts.',
  run({ root, measured }) {
    const chosen = choose(measured);
    let changed = false;
    let last: Element | null = null;
    for (const [at, { block, isKept }] of measured.entries()) {
      const isChosen = chosen[at] ?? isKept;
      changed ||= isChosen !== isKept;
      if (isKept && !isChosen) block.texts.forEach(removeText);
      else if (isKept) last = holderOf(block.texts[0], root);
      else if (isChosen) last = bringBack(measured, at, last, root);
    }
    return changed;
  },
};

/** Whether each block is of the article. */
function choose(measured: readonly Measured[]): boolean[] {
  const chances = measured.map(({ features }) => likelihood(features));
  const ofTables = tableChances(measured, chances);
  // What a page has twice, for phones say, is not brought back beside the text that is there.
  const texts = new Set(measured.map(({ block, isKept }) => isKept && block.text));
  const chosen = measured.map(({ block, isKept, isLine }, at) => {
    const table = isKept && tableOf(block.texts[0]);
    const own = chances[at] ?? 0;
    if (isLine && !table && own < leastOfLines) return false;
    if (isKept ? frameLine.test(block.text) : texts.has(block.text)) return false;
    const around = ((chances[at - 1] ?? own) + (chances[at + 1] ?? own)) / 2;
    const chance = (table && ofTables.get(table)) || own + beside * (around - own);
    return chance > (isKept ? least.kept : least.dropped);
  });
  const size = (isIn: (at: number, isKept: boolean) => boolean) =>
    measured.reduce((sum, { block, isKept }, at) => sum + (isIn(at, isKept) ? block.text.length : 0), 0);
  const isTooMuch = size((at) => chosen[at] === true) < fewest * size((_, isKept) => isKept);
  return isTooMuch ? measured.map(({ isKept }) => isKept) : chosen;
}

/** A table of data stays or goes as a whole: the mean chance of its cells, by their length. */
function tableChances(measured: readonly Measured[], chances: readonly number[]): Map<Element, number> {
  const sums = new Map<Element, [chance: number, length: number]>();
  for (const [at, { block, isKept }] of measured.entries()) {
    const table = isKept && tableOf(block.texts[0]);
    if (!table) continue;
    const [chance, length] = sums.get(table) ?? [0, 0];
    sums.set(table, [chance + (chances[at] ?? 0) * block.text.length, length + block.text.length]);
  }
  return new Map([...sums].map(([table, [chance, length]]) => [table, chance / (length || 1)]));
}

/** The table that a text is a cell of; none for tables that only lay out a page. */
function tableOf(text: Text | undefined): Element | null {
  const row = text?.parentElement?.closest('tr');
  return row && row.children.length > 1 ? row.closest('table') : null;
}

function removeText(text: Text): void {
  const next = text.nextSibling;
  if (next && (next as Element).localName === 'br') next.remove();
  text.remove();
}

/** The block element that a text stands in; `root` when it stands in none of its own. */
function holderOf(text: Text | undefined, root: Element | null): Element | null {
  let at = text?.parentElement ?? null;
  while (at && at !== root && !blockTags.has(at.localName)) at = at.parentElement;
  return at;
}

/** Puts a dropped block behind `last`, or before everything; gives the element it is in now. */
function bringBack(measured: readonly Measured[], at: number, last: Element | null, root: Element): Element {
  const { block } = measured[at] as Measured;
  const made = elementFor(measured, at);
  if (made.localName === 'li' && last?.localName === 'li' && isSameList(measured, at)) last.after(made);
  else {
    const placed = made.localName === 'li' ? root.ownerDocument.createElement('ul') : made;
    if (placed !== made) placed.append(made);
    const place = last && topOf(last, root);
    const first = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
    if (place) place.after(placed);
    else if (first) topOf(holderOf(first as Text, root) ?? root, root)?.before(placed);
    else root.prepend(placed);
  }
  block.texts = block.texts.filter((text) => made.contains(text));
  return made;
}

/** The block's own element when it holds nothing else, or a paragraph of its words. */
function elementFor(measured: readonly Measured[], at: number): Element {
  const { block } = measured[at] as Measured;
  const holder = holderOf(block.texts[0], null);
  const length = holder ? textLength(holder) : 0;
  if (holder && /^(?:p|li|h[2-6]|blockquote|pre)$/u.test(holder.localName) && length <= block.text.length + 2)
    return holder;
  const document = block.frame.element.ownerDocument;
  const made = document.createElement(block.frame.element.localName === 'li' ? 'li' : 'p');
  made.textContent = block.text;
  return made;
}

function isSameList(measured: readonly Measured[], at: number): boolean {
  return measured[at]?.block.frame.parent === measured[at - 1]?.block.frame.parent;
}

/** What `element` is in, as far as that is a list, a table, a figure or text: other blocks stand behind it. */
function topOf(element: Element, root: Element): Element | null {
  let top: Element | null = element === root ? null : element;
  for (let at = top; at && at !== root; at = at.parentElement)
    if (/^(?:ul|ol|dl|table|figure|blockquote|p|h[1-6])$/u.test(at.localName)) top = at;
  return top;
}
