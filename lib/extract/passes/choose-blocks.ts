/** Pass: takes out blocks that are not of the article, and brings back those of it that Readability dropped. */
import { likelihood } from '../blocks/block-model';
import { chooseArticle } from '../blocks/choose';
import type { Block } from '../blocks/collect-blocks';
import { textLength } from '../clean-text';
import { blocks as blockTags } from '../plain-text';
import type { ArticlePass } from './pass';

export const chooseBlocks: ArticlePass = {
  name: 'choose-blocks',
  reason: 'Readability keeps bylines, promotions and bios, and drops standfirsts and parts of divided texts.',
  run({ root, blocks, witnesses }) {
    const kept = new Set(blocks.blocks.filter(({ texts }) => root.contains(texts[0] ?? null)));
    const chosen = chooseArticle(blocks, kept, witnesses, likelihood);
    let changed = false;
    let last: Element | null = null;
    let before: Block | undefined;
    for (const block of blocks.blocks) {
      const [isKept, isChosen] = [kept.has(block), chosen.has(block)];
      changed ||= isKept !== isChosen;
      if (isKept && !isChosen) block.texts.forEach(removeText);
      else if (isChosen) {
        last = isKept ? holderOf(block.texts[0], root) : bringBack(block, before, last, root);
        before = block;
      }
    }
    return changed;
  },
};

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
function bringBack(block: Block, before: Block | undefined, last: Element | null, root: Element): Element {
  const made = elementFor(block);
  const isSameList = block.frame.parent === before?.frame.parent;
  if (made.localName === 'li' && last?.localName === 'li' && isSameList) last.after(made);
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
function elementFor(block: Block): Element {
  const holder = holderOf(block.texts[0], null);
  const length = holder ? textLength(holder) : 0;
  if (holder && /^(?:p|li|h[2-6]|blockquote|pre)$/u.test(holder.localName) && length <= block.text.length + 2)
    return holder;
  const document = block.frame.element.ownerDocument;
  const made = document.createElement(block.frame.element.localName === 'li' ? 'li' : 'p');
  made.textContent = block.text;
  return made;
}

/** What `element` is in, as far as that is a list, a table, a figure or text: other blocks stand behind it. */
function topOf(element: Element, root: Element): Element | null {
  let top: Element | null = element === root ? null : element;
  for (let at = top; at && at !== root; at = at.parentElement)
    if (/^(?:ul|ol|dl|table|figure|blockquote|p|h[1-6])$/u.test(at.localName)) top = at;
  return top;
}
