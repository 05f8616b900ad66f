/** What is known of each block of a page, as numbers that a model decides by. */
import type { Witnesses } from '../../model/page-reading';
import { type Block, type Blocks, chainTags, type Frame } from './collect-blocks';
import { holdsWide } from './letters';
import { nameKinds } from './names';
import { foldedStart, isByline, promotion, readBody, sharedWords, startLength } from './sayings';
import { endsSentence, type Features, ofText } from './text-features';

/** `isLine`: an invitation, a byline or the headline by its words. */
export type Measured = { block: Block; isKept: boolean; isLine: boolean; features: Features };

const heading = /^h[1-6]$/u;
const far = 40;
const longestLine = 240;

/** `kept`: by Readability, or by an earlier choice. */
export function measureBlocks({ blocks, frames }: Blocks, kept: ReadonlySet<Block>, witnesses: Witnesses): Measured[] {
  const page = new PageOfBlocks(blocks, frames, kept, witnesses);
  return blocks.flatMap((block, index) => (page.isCandidate(index) ? page.measure(block, index) : []));
}

/** Blocks that a site makes alike: those in elements whose tag and class, and those of their parents, are the same. */
type Family = { blocks: number; total: number; linked: number; kept: number };

/** Of a block: how long it is, its links, whether it is kept, ends as a sentence does, and is a heading. */
type Seen = [number, number, boolean | number, boolean | number, number];

class PageOfBlocks {
  readonly blocks: readonly Block[];
  readonly kept: boolean[];
  readonly before: number[] = [];
  readonly after: Uint8Array;
  readonly keptBefore: number[] = [];
  readonly families: Family[] = [];
  readonly seen: Seen[] = [];
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

  constructor(blocks: readonly Block[], frames: readonly Frame[], kept: ReadonlySet<Block>, witnesses: Witnesses) {
    this.blocks = blocks;
    this.after = new Uint8Array(blocks.length);
    this.kept = blocks.map((block) => kept.has(block));
    this.folded = blocks.map(({ text }) => foldedStart(text));
    this.addUp(frames);
    this.findNeighbours();
    this.title = foldedStart(witnesses.heading || witnesses.documentTitle);
    this.titleIndex = this.folded.findIndex((text, index) => text === this.title && heading.test(this.tag(index)));
    const described = witnesses.meta.filter(([names]) => /description/iu.test(names));
    this.description = described.map(([, text]) => text.toLowerCase()).join(' ');
    this.body = readBody(witnesses.jsonLd);
    this.isWide = holdsWide(blocks[this.first]?.text ?? '');
  }

  /** Blocks that are kept, and those that might have been: with words of some number, or beside a kept one. */
  isCandidate(index: number): boolean {
    const block = this.blocks[index] as Block;
    if (this.kept[index]) return true;
    const { length } = block.text;
    if (block.linked > length * 0.6) return false;
    return length > (this.isWide ? 12 : 30) || Math.min(this.before[index] ?? far, this.after[index] ?? far) <= 2;
  }

  measure(block: Block, index: number): Measured {
    const { text } = block;
    const features = ofText(block);
    this.ofTag(block, index, features);
    ofNames(block, features);
    this.ofPlace(index, features);
    this.ofFamily(block, index, features);
    this.ofNeighbours(index, features);
    // Longer ones are sentences that begin so.
    const saying = text.length < longestLine ? [promotion.test(text), isByline(text)] : [false, false];
    this.ofSayings(block, index, saying, features);
    const isLine = saying.includes(true) || (this.title !== '' && this.folded[index] === this.title);
    return { block, isKept: this.kept[index] ?? false, isLine, features };
  }

  private tag(index: number): string {
    return this.blocks[index]?.frame.element.localName ?? '';
  }

  /** Characters of each frame and family, and of all. */
  private addUp(frames: readonly Frame[]): void {
    for (const frame of frames) frame.total = frame.linked = frame.kept = 0;
    const families = new Map<string, Family>();
    for (let index = 0; index < this.blocks.length; index++) {
      const { frame, linked, text } = this.blocks[index] as Block;
      const kept = this.kept[index] ? text.length : 0;
      this.total += text.length;
      this.keptTotal += kept;
      this.keptDepth += kept * frame.depth;
      frame.total += text.length;
      frame.linked += linked;
      frame.kept += kept;
      const shape = frame.parent ? `${frame.shape}<${frame.parent.shape}` : frame.shape;
      let family = families.get(shape);
      if (!family) {
        family = { blocks: 0, total: 0, linked: 0, kept: 0 };
        families.set(shape, family);
      }
      family.blocks++;
      family.total += text.length;
      family.linked += linked;
      family.kept += kept;
      this.families.push(family);
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

  private ofTag({ frame }: Block, index: number, features: Features): void {
    const tag = this.tag(index);
    features.push(
      this.kept[index] as boolean,
      heading.test(tag) ? Number(tag[1]) : 0,
      tag === 'p',
      tag === 'li',
      tag === 'div',
      tag === 'td' || tag === 'th',
      frame.depth - this.keptDepth / (this.keptTotal || 1),
    );
    pushBits(frame.chain, chainTags.length, features);
  }

  private ofPlace(index: number, features: Features): void {
    const { first, last, keptTotal } = this;
    const before = this.keptBefore[index] ?? 0;
    features.push(
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
    );
  }

  /** The elements around it, and what has the same shape. */
  private ofFamily({ frame }: Block, index: number, features: Features): void {
    const parent = frame.parent ?? frame;
    const above = parent.parent ?? parent;
    const family = this.families[index] as Family;
    let up = 0;
    for (let at: Frame | null = frame; at && at.kept < this.keptTotal * 0.5; at = at.parent) up++;
    for (const it of [frame, parent, above]) features.push(it.kept / (it.total || 1), it.linked / (it.total || 1));
    features.push(
      Math.log1p(parent.total),
      parent.kept / (this.keptTotal || 1),
      up,
      Math.log1p(family.blocks),
      Math.log1p(family.total / family.blocks),
      family.linked / (family.total || 1),
      family.kept / (family.total || 1),
      family.kept / (this.keptTotal || 1),
    );
  }

  private ofNeighbours(index: number, features: Features): void {
    for (const step of [-2, -1, 1, 2]) {
      const beside = index + step;
      const seen = this.seen[beside] ?? this.look(beside);
      const isAlike = seen[4] === 0 && this.families[beside] === this.families[index];
      features.push(seen[0], seen[1], seen[2], seen[3], isAlike ? -1 : seen[4]);
    }
  }

  /** What its neighbours see of a block: each has four. */
  private look(index: number): Seen {
    const block = this.blocks[index];
    if (!block) return [-1, 0, 0, 0, 0];
    const { text, linked } = block;
    const [kept, isHeading] = [this.kept[index] as boolean, heading.test(this.tag(index))];
    this.seen[index] = [Math.log1p(text.length), linked / (text.length || 1), kept, endsSentence(text), +isHeading];
    return this.seen[index];
  }

  private ofSayings({ text, alt }: Block, index: number, saying: boolean[], features: Features): void {
    const start = this.folded[index] ?? '';
    const inBody = this.body === '' ? 0 : this.body.includes(start) ? 1 : -1;
    features.push(
      ...saying,
      text.length < longestLine ? sharedWords(text, this.title) : 0,
      start === this.title,
      this.description === '' ? -1 : this.description.includes(text.slice(0, startLength).toLowerCase()),
      inBody,
      this.firstOf.get(start) !== index,
      alt === null ? 0 : alt !== '' && foldedStart(alt) === start ? 2 : 1,
    );
  }
}

const bitLists = new Map<number, number[]>();

/** Most blocks of a page have the same few. */
function pushBits(bits: number, length: number, features: Features): void {
  const key = bits * 16 + length;
  const list = bitLists.get(key) ?? Array.from({ length }, (_, bit) => (bits >> bit) & 1);
  bitLists.set(key, list);
  features.push(...list);
}

function ofNames({ frame, inlineKinds }: Block, features: Features): void {
  const near = (frame.parent?.kinds ?? 0) | (frame.parent?.parent?.kinds ?? 0);
  for (const kinds of [frame.kinds | inlineKinds, near, frame.allKinds]) pushBits(kinds, nameKinds.length, features);
}

function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
