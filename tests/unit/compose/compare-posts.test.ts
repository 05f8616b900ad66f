import { describe, expect, test } from 'vitest';
import { comparePosts, mergePosts, type Side, usualSide } from '../../../lib/compose/compare-posts';
import type { BlockId } from '../../../lib/model/ids';
import type { Block, Post } from '../../../lib/model/post';
import { makePost } from './make';

const base = makePost();
const change = (id: string, patch: object, of: Post = base): Post => ({
  ...of,
  blocks: of.blocks.map((block) => (block.id === id ? ({ ...block, ...patch } as Block) : block)),
});
const commentary = (id: string, markdown = id): Block => ({ id: id as BlockId, kind: 'commentary', markdown });
const without = (id: string): Post => ({ ...base, blocks: base.blocks.filter((block) => block.id !== id) });
const said = (mine: Post, theirs: Post, before: Post | null = base) =>
  comparePosts(mine, theirs, before).map(({ key, by }) => `${key} ${by}`);
const ids = (post: Post) => post.blocks.map(({ id }) => id);
const merged = (mine: Post, theirs: Post, choices: Record<string, Side>) =>
  mergePosts(mine, theirs, comparePosts(mine, theirs, base), new Map(Object.entries(choices)));
const all = (mine: Post, theirs: Post, side: Side) =>
  Object.fromEntries(comparePosts(mine, theirs, base).map(({ key }) => [key, side]));

describe('what differs between two versions of a post', () => {
  test('is nothing where only receipts, times and the order of fields differ', () => {
    const { blocks, ...rest } = makePost({ receipts: [{} as never], updatedAt: 9 });
    expect(said(base, { blocks: blocks.map((block) => ({ ...block })), ...rest })).toEqual([]);
  });

  test('is told with who changed it since both had the same', () => {
    const mine = change('b1', { markdown: 'Mine.' }, { ...base, title: 'Mine' });
    const theirs = change('b2', { use: 'full' }, { ...base, title: 'Theirs', author: 'Mei' });
    expect(said(mine, theirs)).toEqual(['title both', 'author theirs', 'block b1 mine', 'block b2 theirs']);
    expect(said(mine, theirs, null).every((one) => one.endsWith('both'))).toBe(true);
  });

  test('knows a part that was added from one that was taken out', () => {
    const added = { ...base, blocks: [...base.blocks, commentary('new')] };
    expect(said(base, added)).toEqual(['block new theirs']);
    expect(said(added, base)).toEqual(['block new mine']);
    expect(said(base, without('b3'))).toEqual(['block b3 theirs']);
    expect(said(without('b3'), change('b3', { title: 'Photos' }))).toEqual(['block b3 both']);
  });

  test('is the order of parts only where both have them', () => {
    const turned = { ...base, blocks: base.blocks.toReversed() };
    expect(said(base, turned)).toEqual(['order theirs']);
    expect(said(turned, base)).toEqual(['order mine']);
    expect(said(base, without('b1'))).toEqual(['block b1 theirs']);
  });
});

describe('the post that comes of choosing', () => {
  const mine = change('b1', { markdown: 'Mine.' }, { ...base, title: 'Mine', receipts: [{ id: 'r' } as never] });
  const step = { at: 5, to: 'approved' as const, by: 'Mei', note: '' };
  const theirs: Post = {
    ...change('b1', { markdown: 'Theirs.' }, { ...without('b3'), status: 'approved', steps: [step], updatedAt: 99 }),
    notBefore: { at: 7, zone: 'Asia/Shanghai' },
  };

  test('is mine where nothing was chosen', () => {
    expect(merged(mine, theirs, {})).toEqual(mine);
    expect(merged(mine, theirs, all(mine, theirs, 'mine'))).toEqual(mine);
  });

  test('is theirs where all of theirs was chosen, but for identity, receipts and times', () => {
    const { id, receipts, createdAt, updatedAt, deletedAt } = mine;
    expect(merged(mine, theirs, all(mine, theirs, 'theirs'))).toEqual({
      ...theirs,
      id,
      receipts,
      createdAt,
      updatedAt,
      deletedAt,
    });
  });

  test('takes a state with how theirs came to it, and an absent embargo as none', () => {
    const own = { at: 2, to: 'in-review' as const, by: 'Ann', note: '' };
    const sent: Post = { ...mine, status: 'in-review', steps: [own], notBefore: { at: 7, zone: 'UTC' } };
    const back: Post = { ...base, status: 'approved', steps: [own, step] };
    const result = merged(sent, back, { status: 'theirs', notBefore: 'theirs' });
    expect(result.steps).toEqual([own, step]);
    expect('notBefore' in result).toBe(false);
    expect(result.title).toBe('Mine');
  });

  test('puts what they added behind the part it stood behind, in my order or in theirs', () => {
    const [b1, b2, ...rest] = base.blocks as [Block, Block, ...Block[]];
    const here = { ...base, blocks: [commentary('m'), ...base.blocks] };
    const there = { ...base, blocks: [b2, commentary('t'), b1, ...rest] };
    expect(ids(merged(here, there, { 'block t': 'theirs' }))).toEqual(['m', 'b1', 'b2', 't', 'b3', 'b4', 'b5']);
    const turned = merged(here, there, { 'block t': 'theirs', order: 'theirs' });
    expect(ids(turned)).toEqual(['m', 'b2', 't', 'b1', 'b3', 'b4', 'b5']);
    expect(ids(merged(here, there, { 'block m': 'theirs' }))).toEqual(['b1', 'b2', 'b3', 'b4', 'b5']);
  });

  test('usually follows whoever changed it, and nobody where both did', () => {
    const changes = comparePosts(change('b3', { title: 'Photos' }, mine), theirs, base);
    expect(changes.map((one) => [one.key, usualSide(one)])).toEqual([
      ['title', 'mine'],
      ['notBefore', 'theirs'],
      ['status', 'theirs'],
      ['block b1', null],
      ['block b3', null],
    ]);
  });
});
