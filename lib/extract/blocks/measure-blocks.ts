/** What is known of each block of a page, as numbers that a model decides by. */
import type { Witnesses } from '../../model/page-reading';
import { type Block, type Blocks, chainTags, type Frame } from './collect-blocks';
import { nameKinds } from './names';
import { byline, foldedStart, promotion, readBody, sharedWords, startLength } from './sayings';

/** `isLine`: an invitation, a byline or the headline by its words; `isKept`: by Readability. */
export type Measured = { block: Block; isKept: boolean; isLine: boolean; features: Float64Array };

const sentenceEnd = /[.!?。！？…"”’」]\s*$/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const heading = /^h[1-6]$/u;
const kindNumbers = nameKinds.map((_, bit) => bit);
const chainNumbers = chainTags.map((_, bit) => bit);
const far = 40;
const longestLine = 240;

/** Marks what Readability kept: the blocks whose words are still in `root`. */
export function measureBlocks({ blocks, frames }: Blocks, root: Element, witnesses: Witnesses): Measured[] {
  const page = new PageOfBlocks(blocks, frames, root, witnesses);
  return blocks.flatMap((block, index) => (page.isCandidate(index) ? page.measure(block, index) : []));
}

type Shape = { blocks: number; total: number; linked: number; kept: number };

class PageOfBlocks {
  readonly blocks: readonly Block[];
  readonly kept: boolean[];
  readonly before: number[] = [];
  readonly after: number[] = [];
  readonly keptBefore: number[] = [];
  readonly shapes = new Map<string, Shape>();
  readonly folded: string[];
  readonly firstOf = new Map<string, number>();
  readonly title: string;
  readonly titleIndex: number;
  readonly description: string;
  readonly body: string;
  readonly isWide: boolean;
  first = -1;
  last = -1;
  total = 0;
  keptTotal = 0;
  keptDepth = 0;

  constructor(blocks: readonly Block[], frames: readonly Frame[], root: Element, witnesses: Witnesses) {
    this.blocks = blocks;
    this.kept = blocks.map(({ texts }) => root.contains(texts[0] ?? null));
    this.folded = blocks.map(({ text }) => foldedStart(text));
    this.addUp(frames);
    this.findNeighbours();
    this.title = foldedStart(witnesses.heading || witnesses.documentTitle);
    this.titleIndex = this.folded.findIndex((text, index) => text === this.title && heading.test(this.tag(index)));
    const described = witnesses.meta.filter(([names]) => /description/iu.test(names));
    this.description = described.map(([, text]) => text.toLowerCase()).join(' ');
    this.body = readBody(witnesses.jsonLd);
    this.isWide = wide.test(blocks[this.first]?.text ?? '');
  }

  /** Blocks that are kept, and those that might have been: with words of some number, or beside a kept one. */
  isCandidate(index: number): boolean {
    const block = this.blocks[index] as Block;
    if (this.kept[index]) return true;
    const { length } = block.text;
    if (block.linked > length * 0.6) return false;
    return length > (this.isWide ? 12 : 30) || this.near(index) <= 2;
  }

  measure(block: Block, index: number): Measured {
    const values = [
      ...this.ofText(block),
      ...this.ofTag(block, index),
      ...ofNames(block),
      ...this.ofPlace(index),
      ...this.ofFamily(block),
      ...this.ofNeighbours(index),
      ...this.ofSayings(block, index),
    ];
    const isLine = isLineOfFrame(block.text) || (this.title !== '' && this.folded[index] === this.title);
    return { block, isKept: this.kept[index] ?? false, isLine, features: Float64Array.from(values) };
  }

  private tag(index: number): string {
    return this.blocks[index]?.frame.element.localName ?? '';
  }

  private near(index: number): number {
    return Math.min(this.before[index] ?? far, this.after[index] ?? far);
  }

  /** Characters of each frame and shape, and of all. */
  private addUp(frames: readonly Frame[]): void {
    for (const [index, block] of this.blocks.entries()) {
      const { frame, linked, text } = block;
      const kept = this.kept[index] ? text.length : 0;
      this.total += text.length;
      this.keptTotal += kept;
      this.keptDepth += kept * frame.depth;
      frame.total += text.length;
      frame.linked += linked;
      frame.kept += kept;
      const shape = this.shapes.get(frame.shape) ?? { blocks: 0, total: 0, linked: 0, kept: 0 };
      shape.blocks++;
      shape.total += text.length;
      shape.linked += linked;
      shape.kept += kept;
      this.shapes.set(frame.shape, shape);
      const start = this.folded[index] ?? '';
      if (!this.firstOf.has(start)) this.firstOf.set(start, index);
    }
    for (let at = frames.length - 1; at > 0; at--) {
      const { parent, total, linked, kept } = frames[at] as Frame;
      if (!parent) continue;
      parent.total += total;
      parent.linked += linked;
      parent.kept += kept;
    }
  }

  private findNeighbours(): void {
    const { kept, blocks } = this;
    let sum = 0;
    for (let index = 0, gap = far; index < blocks.length; index++) {
      this.before[index] = gap;
      this.keptBefore[index] = sum;
      gap = kept[index] ? 1 : Math.min(far, gap + 1);
      if (kept[index]) {
        if (this.first < 0) this.first = index;
        this.last = index;
        sum += blocks[index]?.text.length ?? 0;
      }
    }
    for (let index = blocks.length - 1, gap = far; index >= 0; index--) {
      this.after[index] = gap;
      gap = kept[index] ? 1 : Math.min(far, gap + 1);
    }
  }

  private ofText({ text, linked, links, bold, slanted }: Block): number[] {
    const length = text.length || 1;
    const start = text.slice(0, 400);
    const words = wordsIn(start) * (text.length / start.length || 1);
    const count = (pattern: RegExp) => start.match(pattern)?.length ?? 0;
    return [
      Math.log1p(words),
      linked / length,
      Math.min(links, 10),
      Number(sentenceEnd.test(text.slice(-4))),
      count(/[,，、;；]/gu) / (words + 1),
      count(/[.!?。！？]/gu) / (words + 1),
      count(/\d/gu) / start.length,
      count(/\p{Lu}/gu) / (count(/\s/gu) + 1),
      Number(/[:：]\s*$/u.test(text.slice(-3))),
      Number(/^\p{Ll}/u.test(start)),
      Number(/(?:19|20)\d\d|\d:\d\d/u.test(start.slice(0, 80))),
      count(/[©@|›»→▶•·|｜]|https?:|www\./gu),
      Number(/^["“„«「『]/u.test(start)),
      count(/\b(?:I|you|your|we|our|us)\b/gu) / (words + 1),
      Math.min(bold / length, 1),
      Math.min(slanted / length, 1),
      Number(wide.test(start)),
    ];
  }

  private ofTag({ frame }: Block, index: number): number[] {
    const tag = this.tag(index);
    return [
      Number(this.kept[index]),
      heading.test(tag) ? Number(tag[1]) : 0,
      Number(tag === 'p'),
      Number(tag === 'li'),
      Number(tag === 'div'),
      Number(tag === 'td' || tag === 'th'),
      frame.depth - this.keptDepth / (this.keptTotal || 1),
      ...chainNumbers.map((bit) => (frame.chain >> bit) & 1),
    ];
  }

  private ofPlace(index: number): number[] {
    const { first, last, keptTotal } = this;
    const before = this.keptBefore[index] ?? 0;
    return [
      this.before[index] ?? far,
      this.after[index] ?? far,
      signedLog(index - first),
      signedLog(last - index),
      before / (keptTotal || 1),
      Math.log1p(before),
      Math.log1p(Math.max(0, keptTotal - before - (this.blocks[index]?.text.length ?? 0))),
      Math.log1p(keptTotal),
      keptTotal / (this.total || 1),
      this.titleIndex < 0 ? -9 : signedLog(index - this.titleIndex),
      index / this.blocks.length,
    ];
  }

  /** The elements around it, and what has the same shape. */
  private ofFamily({ frame }: Block): number[] {
    const parent = frame.parent ?? frame;
    const above = parent.parent ?? parent;
    const shape = this.shapes.get(frame.shape) as Shape;
    let up = 0;
    for (let at: Frame | null = frame; at && at.kept < this.keptTotal * 0.5; at = at.parent) up++;
    return [
      ...[frame, parent, above].flatMap((it) => [it.kept / (it.total || 1), it.linked / (it.total || 1)]),
      Math.log1p(parent.total),
      parent.kept / (this.keptTotal || 1),
      up,
      Math.log1p(shape.blocks),
      Math.log1p(shape.total / shape.blocks),
      shape.linked / (shape.total || 1),
      shape.kept / (shape.total || 1),
      shape.kept / (this.keptTotal || 1),
    ];
  }

  private ofNeighbours(index: number): number[] {
    return [-2, -1, 1, 2].flatMap((step) => {
      const block = this.blocks[index + step];
      if (!block) return [-1, 0, 0, 0, 0];
      const { text, linked, frame } = block;
      return [
        Math.log1p(text.length),
        linked / (text.length || 1),
        Number(this.kept[index + step]),
        Number(sentenceEnd.test(text.slice(-4))),
        heading.test(frame.element.localName) ? 1 : Number(frame.shape === this.blocks[index]?.frame.shape) * -1,
      ];
    });
  }

  private ofSayings({ text, alt }: Block, index: number): number[] {
    const start = this.folded[index] ?? '';
    const short = text.length < longestLine;
    const inBody = this.body === '' ? 0 : this.body.includes(start) ? 1 : -1;
    return [
      Number(short && promotion.test(text)),
      Number(short && byline.test(text)),
      short ? sharedWords(text, this.title) : 0,
      Number(start === this.title),
      this.description === '' ? -1 : Number(this.description.includes(text.slice(0, startLength).toLowerCase())),
      inBody,
      Number(this.firstOf.get(start) !== index),
      alt === null ? 0 : alt !== '' && foldedStart(alt) === start ? 2 : 1,
    ];
  }
}

/** Longer ones are sentences that begin so. */
function isLineOfFrame(text: string): boolean {
  return text.length < longestLine && (promotion.test(text) || byline.test(text));
}

function ofNames({ frame, inlineKinds }: Block): number[] {
  const near = (frame.parent?.kinds ?? 0) | (frame.parent?.parent?.kinds ?? 0);
  return [
    ...kindNumbers.map((bit) => ((frame.kinds | inlineKinds) >> bit) & 1),
    ...kindNumbers.map((bit) => (near >> bit) & 1),
    ...kindNumbers.map((bit) => (frame.allKinds >> bit) & 1),
  ];
}

/** Words between spaces; a Han or kana character counts for half a word. */
function wordsIn(text: string): number {
  const wides = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return wides / 2 + (text.match(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu)?.length ?? 0);
}

function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
