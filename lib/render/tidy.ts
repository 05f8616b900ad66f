/**
 * Any allowed HTML as valid, plain HTML: every element where the content model lets it stand
 * (https://html.spec.whatwg.org/multipage/dom.html#content-models), nothing empty, wrappers without meaning gone.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { text } from './html';
import { tidyAttributes } from './tidy-attributes';

/** What surrounds the text: decides on its images and links. */
export type Surroundings = {
  /** The block that stands for an image outside a figure; null drops it. */
  image(img: Element): Element | null;
  /** The block that stands for a figure; null drops it. `flow` tidies what is in it. */
  figure(figure: Element, flow: (children: ElementContent[]) => ElementContent[]): Element | null;
  /** The address a link gets; null leaves its words without a link. */
  link(href: string): string | null;
};

type Piece = { block: boolean; node: ElementContent };

const inline = new Set(
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const readings = new Set(['rt', 'rp']);
const keepsInline = new Set(['br', 'wbr']);
const flowBlocks = new Set([
  'blockquote',
  'dl',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'ol',
  'p',
  'pre',
  'table',
  'ul',
]);

/** The tidied blocks of `children`; words that stood alone become paragraphs. */
export function tidy(children: readonly ElementContent[], around: Surroundings): ElementContent[] {
  return blocks(children.flatMap((child) => pieces(child, around)));
}

function pieces(node: ElementContent, around: Surroundings): Piece[] {
  if (node.type === 'text') return [{ block: false, node: text(node.value) }];
  if (node.type !== 'element') return [];
  const { tagName } = node;
  if (tagName === 'img') return asBlock(around.image(node));
  if (tagName === 'figure') return asBlock(around.figure(node, (children) => tidy(children, around)));
  if (inline.has(tagName)) return inlinePieces(node, around);
  if (readings.has(tagName)) return node.children.flatMap((child) => pieces(child, around)); // outside a ruby
  if (flowBlocks.has(tagName)) return blockPieces(node, around);
  return tidy(node.children, around).map((child) => ({ block: true, node: child })); // div, section, strays
}

const asBlock = (node: Element | null): Piece[] => (node ? [{ block: true, node }] : []);

/** An inline element split around the blocks in it: `<b>a<p>b</p></b>` is `<b>a</b>` and `<p>b</p>`. */
function inlinePieces(node: Element, around: Surroundings): Piece[] {
  if (keepsInline.has(node.tagName)) return [{ block: false, node: { ...node, properties: {}, children: [] } }];
  const inner = node.children.flatMap((child) =>
    node.tagName === 'ruby' && child.type === 'element' && readings.has(child.tagName)
      ? [{ block: false, node: { ...child, properties: {}, children: onlyInline(child.children, around, ' ') } }]
      : pieces(child, around),
  );
  const properties = tidyAttributes(node, around.link);
  if (
    properties === null ||
    (neverInItself.has(node.tagName) && inner.some((piece) => holds(piece.node, node.tagName)))
  )
    return inner;
  return runs(inner).flatMap((run) => {
    if (run.block) return run.pieces;
    const children = run.pieces.map((piece) => piece.node);
    // Its white space still parts two words; a reading of nothing has no place outside its ruby.
    if (isBlank(children)) return run.pieces.filter(({ node }) => isNoReading(node));
    return [{ block: false, node: { ...node, properties, children } }];
  });
}

function blockPieces(node: Element, around: Surroundings): Piece[] {
  const properties = tidyAttributes(node, around.link) ?? {};
  const made = (children: ElementContent[]): Piece[] =>
    isBlank(children) ? [] : [{ block: true, node: { ...node, properties, children } }];
  switch (node.tagName) {
    case 'hr':
      return [{ block: true, node: { ...node, properties: {}, children: [] } }];
    case 'ol':
    case 'ul':
      return made(listItems(node, around));
    case 'dl':
      return made(definitions(node, around));
    case 'table':
      return made(tableParts(node, around));
    case 'pre':
      return made(onlyInline(node.children, around, '\n'));
    case 'blockquote':
      return made(tidy(node.children, around));
    default:
      return paragraphLike(node, properties, around);
  }
}

/** A paragraph or heading split around the blocks in it. */
function paragraphLike(node: Element, properties: Properties, around: Surroundings): Piece[] {
  return runs(node.children.flatMap((child) => pieces(child, around))).flatMap((run) => {
    if (run.block) return run.pieces;
    const children = trimmed(run.pieces.map((piece) => piece.node));
    return children.length === 0 ? [] : [{ block: true, node: { ...node, properties, children } }];
  });
}

function listItems(list: Element, around: Surroundings): ElementContent[] {
  const items: Element[] = [];
  let loose: ElementContent[] = [];
  const add = (properties: Properties, children: readonly ElementContent[]) => {
    const content = cell(children, around);
    if (content.length > 0) items.push({ type: 'element', tagName: 'li', properties, children: content });
  };
  for (const child of list.children) {
    if (child.type !== 'element' || child.tagName !== 'li') {
      loose.push(child);
      continue;
    }
    add({}, loose);
    loose = [];
    add(tidyAttributes(child, around.link) ?? {}, child.children);
  }
  add({}, loose);
  return items;
}

function definitions(list: Element, around: Surroundings): ElementContent[] {
  const entries = list.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  );
  const made = entries.flatMap((entry): ElementContent[] => {
    const isTerm = entry.type === 'element' && entry.tagName === 'dt';
    const inside = entry.type === 'element' && ['dt', 'dd'].includes(entry.tagName) ? entry.children : [entry];
    const children = isTerm ? trimmed(onlyInline(inside, around, ' ')) : cell(inside, around);
    return children.length === 0 ? [] : [{ type: 'element', tagName: isTerm ? 'dt' : 'dd', properties: {}, children }];
  });
  const terms = made.filter((entry) => entry.type === 'element' && entry.tagName === 'dt').length;
  const startsWithTerm = made[0]?.type === 'element' && made[0].tagName === 'dt';
  const endsWithText = made.at(-1)?.type === 'element' && (made.at(-1) as Element).tagName === 'dd';
  if (terms > 0 && startsWithTerm && endsWithText) return made;
  return []; // a list of definitions without both halves is rare and says nothing that way
}

function tableParts(table: Element, around: Surroundings): ElementContent[] {
  const part = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [];
    const properties = tidyAttributes(node, around.link) ?? {};
    if (node.tagName === 'td' || node.tagName === 'th')
      return [
        {
          ...node,
          properties,
          children: node.tagName === 'th' ? onlyInline(node.children, around, ' ') : cell(node.children, around),
        },
      ];
    if (node.tagName === 'caption') {
      const children = trimmed(onlyInline(node.children, around, ' '));
      return children.length > 0 ? [{ ...node, properties, children }] : [];
    }
    return [{ ...node, properties, children: node.children.flatMap(part) }];
  };
  const parts = inTableOrder(table.children.flatMap(part));
  return textOf({ type: 'root', children: parts }).trim() === '' ? [] : parts;
}

const tableOrder = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'];

/** Parts where a table may have them: one caption, one head, one foot; further heads and feet are rows like others. */
function inTableOrder(parts: readonly ElementContent[]): ElementContent[] {
  const seen = new Set<string>();
  const single = parts.flatMap((node): Element[] => {
    if (node.type !== 'element') return [];
    const isRepeated = seen.has(node.tagName);
    seen.add(node.tagName);
    if (!isRepeated || !['caption', 'thead', 'tfoot'].includes(node.tagName)) return [node];
    return node.tagName === 'caption' ? [] : [{ ...node, tagName: 'tbody' }];
  });
  return single.sort((a, b) => tableOrder.indexOf(a.tagName) - tableOrder.indexOf(b.tagName));
}

/** Content of a list item or cell: inline when it is only that, else blocks. */
function cell(children: readonly ElementContent[], around: Surroundings): ElementContent[] {
  const found = children.flatMap((child) => pieces(child, around));
  return found.some((piece) => piece.block) ? blocks(found) : trimmed(found.map((piece) => piece.node));
}

/** Only what may stand in a line: blocks give their words, `gap` between them. */
function onlyInline(children: readonly ElementContent[], around: Surroundings, gap: string): ElementContent[] {
  return children
    .flatMap((child) => pieces(child, around))
    .flatMap(({ block, node }): ElementContent[] =>
      block ? [{ type: 'text', value: `${textOf(node)}${gap}` }] : [node],
    );
}

function blocks(found: readonly Piece[]): ElementContent[] {
  return runs(found).flatMap((run) => {
    const children = run.pieces.map((piece) => piece.node);
    if (run.block) return children;
    const words = trimmed(children);
    return words.length > 0 ? [{ type: 'element', tagName: 'p', properties: {}, children: words }] : [];
  });
}

/** Neighbouring inline pieces together, each block alone. */
function runs(found: readonly Piece[]): { block: boolean; pieces: Piece[] }[] {
  const made: { block: boolean; pieces: Piece[] }[] = [];
  for (const piece of found) {
    const last = made.at(-1);
    if (last && !last.block && !piece.block) last.pieces.push(piece);
    else made.push({ block: piece.block, pieces: [piece] });
  }
  return made;
}

const isSpace = (node: ElementContent | undefined): boolean =>
  (node?.type === 'text' && node.value.trim() === '') || (node?.type === 'element' && keepsInline.has(node.tagName));

/** Without white space and line breaks at the ends. */
function trimmed(children: readonly ElementContent[]): ElementContent[] {
  let from = 0;
  let to = children.length;
  while (from < to && isSpace(children[from])) from++;
  while (to > from && isSpace(children[to - 1])) to--;
  return children.slice(from, to);
}

const isNoReading = (node: ElementContent): boolean => node.type !== 'element' || !readings.has(node.tagName);

const neverInItself = new Set(['a', 'dfn']);

function holds(node: ElementContent, tagName: string): boolean {
  return node.type === 'element' && (node.tagName === tagName || node.children.some((child) => holds(child, tagName)));
}

const shows = new Set(['img', 'hr', 'figure', 'table']);

function isBlank(children: readonly ElementContent[]): boolean {
  return children.every((child) =>
    child.type === 'text'
      ? child.value.trim() === ''
      : child.type === 'element' && !shows.has(child.tagName) && isBlank(child.children),
  );
}
