/** Footnotes for readers of Markdown that know none: numbers in brackets, and the notes as a list. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { h } from './html';

/** The tree with every footnote's mark as `[1]` and its notes as a list under `heading`. Changes it in place. */
export function listNotes(children: ElementContent[], heading: string): ElementContent[] {
  const root = { type: 'root' as const, children };
  visit(root, 'element', (node, at, parent) => {
    if (!parent || at === undefined) return;
    if (node.properties.dataFootnoteBackref !== undefined) {
      parent.children.splice(at, 1);
      return at;
    }
    if (node.properties.dataFootnoteRef !== undefined)
      parent.children[at] = { type: 'text', value: `[${textOf(node)}]` };
    else if (isNotes(node)) parent.children[at] = h('div', {}, h('h2', {}, heading), lists(node));
    return;
  });
  return root.children;
}

const isNotes = (node: Element): boolean =>
  node.tagName === 'section' && Array.isArray(node.properties.className) && node.properties.className.includes('notes');

/** The notes without the heading that page and pasted text hide or place themselves. */
const lists = (section: Element): ElementContent[] =>
  section.children.filter((child) => child.type === 'element' && child.tagName === 'ol');
