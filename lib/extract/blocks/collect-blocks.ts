/** A page as blocks of text: runs of words between the bounds of paragraphs, each with where it stands. */
import { collapse } from '../clean-text';
import { blocks as blockTags } from '../plain-text';
import { kindsOf } from './names';

/** An element that holds blocks, with what is known of it and of all above it. */
export type Frame = {
  element: Element;
  parent: Frame | null;
  depth: number;
  /** Kinds by its own name, and by those of all above it and its own. */
  kinds: number;
  allKinds: number;
  /** Bits of `chainTags` that it is in. */
  chain: number;
  /** Tag and class. */
  shape: string;
  /** Characters below it: all, in links, and in what Readability kept. */
  total: number;
  linked: number;
  kept: number;
};

export type Block = {
  frame: Frame;
  /** Its text nodes; they outlive what Readability does to the elements around them. */
  texts: Text[];
  text: string;
  /** Characters in links, in bold and in slanted type. */
  linked: number;
  bold: number;
  slanted: number;
  links: number;
  /** Kinds by the name of the first inline element in it. */
  inlineKinds: number;
  /** Whether a picture stands right before it, and that picture's alternative text. */
  alt: string | null;
};

/** Elements that say something of all that is in them, in the order of their bits. */
export const chainTags = [
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'article',
  'blockquote',
  'table',
  'ul',
  'main',
] as const;
const chainBits = new Map<string, number>(chainTags.map((tag, bit) => [tag, 1 << bit]));
chainBits.set('ol', chainBits.get('ul') ?? 0);

const silent = new Set(
  'br,img,script,style,noscript,template,svg,math,iframe,object,video,audio,canvas,head,select,textarea,button'.split(
    ',',
  ),
);

/** In document order; frames with outer ones first. */
export type Blocks = { blocks: Block[]; frames: Frame[] };

type State = { blocks: Block[]; frames: Frame[]; open: Block | null; alt: string | null };
type Style = { isLink: boolean; isBold: boolean; isSlanted: boolean; kinds: number };

const plainStyle: Style = { isLink: false, isBold: false, isSlanted: false, kinds: 0 };
const linkStyle: Style = { ...plainStyle, isLink: true };
const bold = new Set(['b', 'strong']);
const slanted = new Set(['i', 'em', 'small']);

/** The blocks below `body`, and the elements they stand in. */
export function collectBlocks(body: Element): Blocks {
  const state: State = { blocks: [], frames: [], open: null, alt: null };
  walk(body, frameOf(body, null, state), plainStyle, state);
  close(state);
  return { blocks: state.blocks, frames: state.frames };
}

function walk(element: Element, frame: Frame, style: Style, state: State): void {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    const { localName } = child as Element;
    if (localName) enter(child as Element, localName, frame, style, state);
    else if (child.nodeType === 3) addText(child as Text, frame, style, state);
  }
}

function enter(element: Element, localName: string, frame: Frame, style: Style, state: State): void {
  if (blockTags.has(localName)) {
    // Its text stands elsewhere: a caption belongs to its picture.
    if (localName === 'figure') {
      state.alt = '';
      return;
    }
    close(state);
    const inner = frameOf(element, frame, state);
    walk(element, inner, style.isLink ? linkStyle : plainStyle, state);
    close(state);
    return;
  }
  if (localName === 'img') state.alt = element.getAttribute('alt') ?? '';
  if (localName === 'br') close(state);
  if (silent.has(localName)) return;
  const isLink = localName === 'a' && element.hasAttribute('href');
  if (isLink && state.open) state.open.links++;
  const name = element.getAttribute('class');
  const isBold = bold.has(localName);
  const isSlanted = slanted.has(localName);
  const isPlain = !(isLink || isBold || isSlanted || name);
  const inner = isPlain
    ? style
    : {
        isLink: style.isLink || isLink,
        isBold: style.isBold || isBold,
        isSlanted: style.isSlanted || isSlanted,
        kinds: name ? style.kinds | kindsOf(name) : style.kinds,
      };
  walk(element, frame, inner, state);
}

function addText(node: Text, frame: Frame, { isLink, isBold, isSlanted, kinds }: Style, state: State): void {
  const text = node.data;
  let block = state.open;
  if (block) {
    block.texts.push(node);
    block.text += text;
  } else {
    if (!/\S/u.test(text)) return;
    const links = isLink ? 1 : 0;
    block = { frame, texts: [node], text, linked: 0, bold: 0, slanted: 0, links, inlineKinds: kinds, alt: state.alt };
    state.open = block;
  }
  if (!isLink && !isBold && !isSlanted) return;
  const { length } = text.trim();
  if (isLink) block.linked += length;
  if (isBold) block.bold += length;
  if (isSlanted) block.slanted += length;
}

function close(state: State): void {
  const block = state.open;
  if (!block) return;
  block.text = collapse(block.text).trim();
  state.blocks.push(block);
  state.open = null;
  state.alt = null;
}

function frameOf(element: Element, parent: Frame | null, state: State): Frame {
  const { localName } = element;
  const name = element.getAttribute('class') ?? '';
  const id = element.id;
  const kinds = name || id ? kindsOf(`${name} ${id}`) : 0;
  const frame: Frame = {
    element,
    parent,
    depth: parent ? parent.depth + 1 : 0,
    kinds,
    allKinds: kinds | (parent?.allKinds ?? 0),
    chain: (parent?.chain ?? 0) | (chainBits.get(localName) ?? 0),
    shape: `${localName}.${name.slice(0, 60)}`,
    total: 0,
    linked: 0,
    kept: 0,
  };
  state.frames.push(frame);
  return frame;
}
