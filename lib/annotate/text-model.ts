/**
 * The text of a document as annotations see it: white space made one, with a map between its characters and the text
 * nodes. A live page and the clip made of it have nearly the same text, although their HTML differs.
 */
import { childNodesOf, localNameOf, nodeNameOf, nodeTypeOf } from './originals';

export type TextModel = {
  /** Every run of white space, and every border of a block, is one space. */
  text: string;
  nodes: readonly Text[];
  /** Where each node begins in `text`. */
  starts: readonly number[];
  /** Where in `text` a block begins or has ended, in order. */
  borders: readonly number[];
  indexOf(node: Node): number | undefined;
};

export type TextOptions = {
  /** The shadow tree of an element, closed ones too where the browser tells. */
  shadowRootOf?: (element: Element) => ShadowRoot | null;
  /** Told of each shadow tree and each frame's document that is read. */
  onRoot?: (root: ShadowRoot | Document) => void;
};

/** What no reader selects: controls, code, pictures, and readings above characters, which break words in two. */
const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT INPUT BUTTON OBJECT VIDEO AUDIO CANVAS SVG MATH RT RP HEAD'.split(
    ' ',
  ),
);
const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q RB RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Reads the text below `root`, with shadow trees and frames of the same origin where they stand. */
export function readText(root: Node, options: TextOptions = {}): TextModel {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const borders: number[] = [];
  const index = new Map<Node, number>();
  const pieces: string[] = [];
  let length = 0;
  let spaced = true;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  const space = () => {
    if (!spaced) add(' ');
    spaced = true;
    if (borders.at(-1) !== length) borders.push(length);
  };
  const take = (node: Text) => {
    index.set(node, nodes.length);
    nodes.push(node);
    starts.push(length);
    const piece = collapse(node.data, spaced);
    if (piece === '') return;
    add(piece);
    spaced = piece.endsWith(' ');
  };
  walk(root, options, { take, space });
  return { text: pieces.join(''), nodes, starts, borders, indexOf: (node) => index.get(node) };
}

/** White space as one; none at the start where `spaced`. */
function collapse(data: string, spaced: boolean): string {
  const piece = /[^\S ]| {2}/u.test(data) ? data.replace(/\s+/gu, ' ') : data;
  return spaced && piece.startsWith(' ') ? piece.slice(1) : piece;
}

type Visit = { take(node: Text): void; space(): void };

/** In the order in which it is shown. No recursion: pages nest as deep as they like. */
function walk(root: Node, options: TextOptions, visit: Visit): void {
  const stack: (Node | null)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) {
      visit.space(); // the end of a block
      continue;
    }
    const type = nodeTypeOf(node);
    const name = type === 1 ? nodeNameOf(node).toUpperCase() : '';
    if (type === 3) visit.take(node as Text);
    else if (type !== 1) pushAll(stack, childNodesOf(node));
    else if (!skipped.has(name)) {
      const element = node as Element;
      if (!inline.has(name)) {
        visit.space();
        stack.push(null);
      }
      pushAll(stack, childrenOf(element, options));
    }
  }
}

function pushAll(stack: (Node | null)[], nodes: ArrayLike<Node>): void {
  for (let at = nodes.length - 1; at >= 0; at--) stack.push(nodes[at] ?? null);
}

/** What is shown in an element: its shadow tree, what is slotted into it, the page in a frame, or its children. */
function childrenOf(element: Element, options: TextOptions): ArrayLike<Node> {
  const shadow = options.shadowRootOf?.(element) ?? element.shadowRoot;
  const name = localNameOf(element);
  if (shadow && nodeTypeOf(shadow) === 11) {
    options.onRoot?.(shadow);
    return shadow.childNodes;
  }
  if (name === 'slot' && 'assignedNodes' in element) {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : element.childNodes;
  }
  if (name === 'iframe' || name === 'frame') {
    const inside = (element as HTMLIFrameElement).contentDocument;
    if (!inside?.body) return [];
    options.onRoot?.(inside);
    return [inside.body];
  }
  return childNodesOf(element);
}

/** The place in `model.text` of a character of a text node. */
export function offsetIn(model: TextModel, index: number, at: number): number {
  const start = model.starts[index] ?? 0;
  return start + collapse(model.nodes[index]?.data.slice(0, at) ?? '', isSpaced(model, start)).length;
}

/** The character of a text node that stands at a place in `model.text`, and the node. `end`: the one before it. */
export function pointAt(model: TextModel, offset: number, end = false): { node: Text; at: number } | null {
  const index = lastStartingBy(model.starts, end ? offset - 1 : offset);
  const node = model.nodes[index];
  if (!node) return null;
  const start = model.starts[index] ?? 0;
  return { node, at: rawOffset(node.data, offset - start, isSpaced(model, start), end) };
}

function isSpaced(model: TextModel, start: number): boolean {
  return start === 0 || model.text[start - 1] === ' ';
}

/** How far into `data` its collapsed text is `count` characters long; before the next one, or at the last one's end. */
function rawOffset(data: string, count: number, spaced: boolean, end: boolean): number {
  let seen = 0;
  let inSpace = spaced;
  for (let at = 0; at < data.length; at++) {
    const isSpace = /\s/u.test(data.charAt(at));
    if (isSpace && inSpace) continue;
    if (seen === count) return at;
    seen++;
    inSpace = isSpace;
    if (end && seen === count) return at + 1;
  }
  return data.length;
}

/** The last index whose start is at or before `offset`. */
function lastStartingBy(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
