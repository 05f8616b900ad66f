/** Reads a template into a tree. Mistakes are collected, not thrown: reading goes on behind each of them. */
import { ExpressionReader } from './expressions';
import { splitTemplate } from './split';
import { nearest } from './suggest';
import { readTokens } from './tokens';
import type { Branch, Mistake, Node, Span, Tree } from './tree';

/** Enough for the longest post anybody makes; what is longer is a mistake, and is not read. */
const longestTemplate = 50_000;
/** Blocks within blocks. */
const deepest = 10;
/** Words and signs in one tag. */
const mostTokens = 200;
/** More mistakes than these help nobody. */
const mostMistakes = 30;

const tagNames = ['if', 'elseif', 'else', 'endif', 'for', 'endfor'] as const;
type TagName = (typeof tagNames)[number];

type Open = Span & {
  nodes: Node[];
  block:
    | { kind: 'top' }
    | { kind: 'if'; branches: Branch[]; current: Branch | null; hasElse: boolean }
    | { kind: 'for'; name: string; list: Extract<Node, { kind: 'for' }>['list'] | null };
};

/** The tree of a template; what could not be understood is left out of it. */
export function parseTemplate(text: string): Tree {
  if (text.length > longestTemplate)
    return {
      nodes: [],
      mistakes: [{ kind: 'too-long', most: longestTemplate, start: longestTemplate, end: text.length }],
    };
  const { pieces, mistakes } = splitTemplate(text);
  const reader = new TreeReader(text, mistakes);
  for (const piece of pieces) {
    if (piece.kind === 'words') reader.add({ ...piece });
    else if (piece.kind === 'print') reader.print(piece, piece.inside);
    else reader.act(piece, piece.inside);
  }
  const nodes = reader.finish();
  mistakes.sort((a, b) => a.start - b.start);
  return { nodes, mistakes: mistakes.slice(0, mostMistakes) };
}

class TreeReader {
  private readonly open: Open[] = [{ nodes: [], block: { kind: 'top' }, start: 0, end: 0 }];

  private readonly text: string;
  private readonly mistakes: Mistake[];

  constructor(text: string, mistakes: Mistake[]) {
    this.text = text;
    this.mistakes = mistakes;
  }

  private get top(): Open {
    return this.open[this.open.length - 1] as Open;
  }

  add(node: Node): void {
    this.top.nodes.push(node);
  }

  print(tag: Span, inside: Span): void {
    const reader = this.readerOf(tag, inside);
    if (!reader) return;
    const value = reader.value();
    if (value && reader.end()) this.add({ kind: 'print', value, start: tag.start, end: tag.end });
  }

  act(tag: Span, inside: Span): void {
    const reader = this.readerOf(tag, inside);
    if (!reader) return;
    const place = reader.place;
    const name = reader.takeName();
    if (name === null || !isTag(name)) {
      const suggestion = name === null ? null : nearest(name, tagNames);
      this.mistakes.push({
        kind: 'unknown-tag',
        name: name ?? this.text.slice(place.start, place.end),
        suggestion,
        ...place,
      });
      return;
    }
    this.actions[name](tag, reader);
  }

  private readonly actions: Record<TagName, (tag: Span, reader: ExpressionReader) => void> = {
    if: (tag, reader) => {
      const condition = reader.condition();
      if (condition) reader.end();
      const current = condition && { condition, body: [] };
      this.enter(tag, { kind: 'if', branches: current ? [current] : [], current, hasElse: false });
      if (current) this.top.nodes = current.body;
    },
    elseif: (tag, reader) => {
      const { block } = this.top;
      if (block.kind !== 'if' || block.hasElse) return this.stray(tag, 'elseif', 'if');
      const condition = reader.condition();
      if (condition) reader.end();
      const branch: Branch | null = condition && { condition, body: [] };
      if (branch) block.branches.push(branch);
      this.top.nodes = branch?.body ?? [];
    },
    else: (tag, reader) => {
      const { block } = this.top;
      if (block.kind !== 'if' || block.hasElse) return this.stray(tag, 'else', 'if');
      reader.end();
      block.hasElse = true;
      this.top.nodes = [];
    },
    endif: (tag, reader) => {
      const { block, nodes, start } = this.top;
      if (block.kind !== 'if') return this.stray(tag, 'endif', 'if');
      reader.end();
      this.open.pop();
      const otherwise = block.hasElse ? nodes : [];
      this.addBlock({ kind: 'if', branches: block.branches, otherwise, start, end: tag.end });
    },
    for: (tag, reader) => {
      const name = reader.takeName();
      const isWhole = name !== null && reader.takeName('in') !== null;
      if (!isWhole) this.mistakes.push({ kind: 'wrong-for', start: tag.start, end: tag.end });
      const list = isWhole ? reader.value() : null;
      if (list) reader.end();
      this.enter(tag, { kind: 'for', name: name ?? '', list });
    },
    endfor: (tag, reader) => {
      const { block, nodes, start } = this.top;
      if (block.kind !== 'for') return this.stray(tag, 'endfor', 'for');
      reader.end();
      this.open.pop();
      if (block.list)
        this.addBlock({ kind: 'for', name: block.name, list: block.list, body: nodes, start, end: tag.end });
    },
  };

  /** The whole tree; blocks that are still open are mistakes, what stands in them is kept. */
  finish(): Node[] {
    for (const { block, start, end } of this.open.slice(1))
      this.mistakes.push({ kind: 'unclosed-block', tag: block.kind, start, end });
    return this.open[0]?.nodes ?? [];
  }

  /** What is nested too deep is not in the tree, so that nobody has to walk it. */
  private addBlock(node: Node): void {
    if (this.open.length <= deepest) this.add(node);
  }

  private enter(tag: Span, block: Open['block']): void {
    if (this.open.length > deepest) this.mistakes.push({ kind: 'too-deep', start: tag.start, end: tag.end });
    this.open.push({ nodes: [], block, start: tag.start, end: tag.end });
  }

  private stray(tag: Span, name: TagName, belongsTo: string): void {
    this.mistakes.push({ kind: 'stray-tag', tag: name, belongsTo, start: tag.start, end: tag.end });
  }

  private readerOf(tag: Span, inside: Span): ExpressionReader | null {
    const { tokens, mistakes } = readTokens(this.text, inside);
    this.mistakes.push(...mistakes);
    if (mistakes.length > 0 && tokens.length === 0) return null;
    if (tokens.length === 0) {
      this.mistakes.push({ kind: 'empty-tag', start: tag.start, end: tag.end });
      return null;
    }
    if (tokens.length > mostTokens) {
      this.mistakes.push({ kind: 'too-deep', start: tag.start, end: tag.end });
      return null;
    }
    return new ExpressionReader(tokens, tag, (mistake) => this.mistakes.push(mistake));
  }
}

const isTag = (name: string): name is TagName => tagNames.some((tag) => tag === name);
