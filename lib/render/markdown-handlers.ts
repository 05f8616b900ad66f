/** How HTML that Markdown has no words for is said in Markdown: figures, footnotes, indices, captions of tables. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { BlockContent, DefinitionContent, FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { visit } from 'unist-util-visit';
import { h, text } from './html';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;
type State = Parameters<Handle>[0];

const raised: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()n'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][index] ?? character]),
);
const lowered: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()'].map((character, index) => [character, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? character]),
);

const has = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

const isTag = (node: ElementContent, name: string): node is Element => node.type === 'element' && node.tagName === name;

/** For rehype-remark, by tag. */
export const handlers: Record<string, Handle> = {
  a: footnoteOrLink,
  figure: figureInOrder,
  mark: (state, node) => state.all(node) as RootContent[],
  u: (state, node) => state.all(node) as RootContent[],
  sub: (state, node) => index(state, node, lowered),
  sup: (state, node) => index(state, node, raised),
  section: (state, node) => (has(node, 'notes') ? notes(state, node) : state.toFlow(state.all(node))),
};

/** H₂O and m² as Unicode has them; other indices as plain text. */
function index(state: State, node: Element, table: Record<string, string>) {
  const [only] = node.children;
  if (only && isTag(only, 'a')) return state.all(node) as RootContent[]; // a footnote's mark
  const characters = [...textOf(node)];
  return characters.length > 0 && characters.every((character) => character in table)
    ? { type: 'text' as const, value: characters.map((character) => table[character]).join('') }
    : (state.all(node) as RootContent[]);
}

function footnoteOrLink(state: State, node: Element) {
  if (node.properties.dataFootnoteBackref !== undefined) return undefined;
  const children = state.all(node) as PhrasingContent[];
  if (node.properties.dataFootnoteRef === undefined)
    return { type: 'link' as const, url: String(node.properties.href ?? ''), title: null, children };
  const identifier = String(node.properties.href).replace(/^#note-(\d+)-fn-/, '$1-');
  return { type: 'footnoteReference' as const, identifier, label: identifier };
}

function notes(state: State, section: Element): FootnoteDefinition[] {
  const items = section.children.flatMap((child) => (isTag(child, 'ol') ? child.children : []));
  return items
    .filter((item) => isTag(item, 'li'))
    .map((item) => {
      const identifier = String(item.properties.id).replace(/^note-(\d+)-fn-/, '$1-');
      const children = state.toFlow(state.all(item)) as (BlockContent | DefinitionContent)[];
      return { type: 'footnoteDefinition', identifier, label: identifier, children };
    });
}

/** What a figure shows, then its caption: in emphasis under an image, after a dash under a quotation. */
function figureInOrder(state: State, node: Element) {
  const shown = node.children.filter((child) => !isTag(child, 'figcaption'));
  const words = node.children
    .filter((child) => isTag(child, 'figcaption'))
    .flatMap((caption) => state.all(caption) as PhrasingContent[]);
  const content = state.toFlow(state.all({ ...node, children: shown })) as RootContent[];
  if (words.length === 0) return content;
  const caption: PhrasingContent[] = has(node, 'quote')
    ? [{ type: 'text', value: '— ' }, ...words]
    : [{ type: 'emphasis', children: words }];
  return [...content, { type: 'paragraph' as const, children: caption }];
}

/** The tree with what GFM tables and readings of characters cannot hold said beside or inside them. */
export function forMarkdown(children: ElementContent[]): ElementContent[] {
  const root = { type: 'root' as const, children };
  visit(root, 'element', (node, at, parent) => {
    // Each engine names the places of headings differently: contents are said without links.
    if (isTag(node, 'a') && String(node.properties.href).startsWith('#group-') && parent && at !== undefined) {
      parent.children.splice(at, 1, ...node.children);
      return at;
    }
    if (node.tagName === 'table' && parent && at !== undefined) {
      const captions = node.children.filter((child) => isTag(child, 'caption'));
      if (captions.length === 0) return;
      node.children = node.children.filter((child) => !isTag(child, 'caption'));
      parent.children.splice(at, 0, ...captions.map((caption) => h('p', {}, h('strong', {}, caption.children))));
      return at + captions.length;
    }
    if (node.tagName === 'td' || node.tagName === 'th') node.children = inOneLine(node.children);
    if (node.tagName === 'ruby' && !node.children.some((child) => isTag(child, 'rp')))
      node.children = node.children.flatMap((child) =>
        isTag(child, 'rt') ? [text('（'), ...child.children, text('）')] : [child],
      );
    return;
  });
  return root.children;
}

const lineBlocks = /^(p|ul|ol|dl|li|dt|dd|blockquote|figure|figcaption|pre|table|thead|tbody|tfoot|tr|td|th|h[1-6])$/;

function inOneLine(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'element' && lineBlocks.test(child.tagName) ? [...inOneLine(child.children), text(' ')] : [child],
  );
}
