import { describe, expect, it } from 'vitest';
import type { BlockOf } from '../../../lib/compose/materials';
import { quotedShare, quotedShares } from '../../../lib/compose/quoted-share';
import type { BlockId, ClipId } from '../../../lib/model/ids';
import { chinese, english, makeBody, makeClip, makeMaterials, makePost } from './make';

const block = (use: BlockOf<'clip'>['use'], ...texts: string[]): BlockOf<'clip'> => ({
  id: 'b' as BlockId,
  kind: 'clip',
  clipId: 'clip-a' as ClipId,
  use,
  quotes: texts.map((text, i) => ({ id: `q${i}` as BlockId, text, comment: '' })),
  inlineImages: [],
});

describe('the share of a source that is quoted', () => {
  it('is everything for the full text and nothing without quotes', () => {
    expect(quotedShare(block('full'), makeClip(), english).percent).toBe(100);
    expect(quotedShare(block('quotes'), makeClip(), english)).toMatchObject({ percent: 0, words: 0, characters: 0 });
  });

  it('counts words in English', () => {
    const share = quotedShare(block('quotes', 'Import tariffs have been lowered.'), makeClip(), english);
    expect(share).toMatchObject({ words: 5, unit: 'words' });
    expect(share.percent).toBeCloseTo((29 / english.replace(/\s/gu, '').length) * 100);
  });

  it('counts characters in Chinese', () => {
    const share = quotedShare(block('quotes', '关税已经下调，合资股比逐步放开。'), makeClip(), chinese);
    expect(share).toMatchObject({ characters: 16, unit: 'characters' });
    expect(share.percent).toBeCloseTo((16 / chinese.replace(/\s/gu, '').length) * 100);
  });

  it('counts overlapping and repeated quotes once, across blocks', () => {
    const one = quotedShare(block('quotes', 'Import tariffs have been lowered.'), makeClip(), english);
    const post = makePost({
      blocks: [
        block('quotes', 'Import tariffs have been', 'tariffs have been lowered.'),
        block('quotes', 'Import tariffs  have been lowered.'),
      ],
    });
    expect(quotedShares(post, makeMaterials())[0]?.share).toEqual(one);
  });

  it('counts words that are not in the text as well', () => {
    expect(quotedShare(block('quotes', 'Somebody edited this quote.'), makeClip(), english).words).toBe(4);
  });

  it('of a bookmark without text is nothing', () => {
    expect(quotedShare(block('full'), makeClip({ kind: 'bookmark' }), '').percent).toBe(0);
  });

  it('is told for each clip', () => {
    const second = makeClip({ id: 'clip-b' as ClipId });
    const materials = makeMaterials({
      clips: [makeClip(), second],
      bodies: [makeBody(english), makeBody(chinese, { clipId: second.id })],
    });
    const post = makePost({ blocks: [block('full'), { ...block('quotes'), clipId: second.id }] });
    expect(quotedShares(post, materials).map(({ clipId, share }) => [clipId, share.percent])).toEqual([
      ['clip-a', 100],
      ['clip-b', 0],
    ]);
  });
});
