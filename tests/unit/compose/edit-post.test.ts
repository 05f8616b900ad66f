import { describe, expect, it } from 'vitest';
import { addBlock, addQuote, imageUse, moveBlock, removeBlock, useImages } from '../../../lib/compose/edit-post';
import { record, redo, startHistory, undo } from '../../../lib/compose/history';
import { insertLink, toggleList, toggleMark } from '../../../lib/compose/markdown-edit';
import { type BlockOf, blocksOf } from '../../../lib/compose/materials';
import type { BlockId, ClipId } from '../../../lib/model/ids';
import { english, makeImage, makePost } from './make';

const order = (post: ReturnType<typeof makePost>) => post.blocks.map((block) => block.id).join(' ');
let made = 0;
const newBlockId = () => `new${made++}` as BlockId;

describe('the parts of a post', () => {
  it('move up and down and stop at the ends', () => {
    expect(order(moveBlock(makePost(), 'b3' as BlockId, 1))).toBe('b1 b3 b2 b4 b5');
    expect(order(moveBlock(makePost(), 'b1' as BlockId, 99))).toBe('b2 b3 b4 b5 b1');
    expect(order(moveBlock(makePost(), 'b5' as BlockId, -1))).toBe('b5 b1 b2 b3 b4');
  });

  it('are added behind a part, or before the sources', () => {
    const block = { id: 'n' as BlockId, kind: 'commentary' as const, markdown: '' };
    expect(order(addBlock(makePost(), block, 'b1' as BlockId))).toBe('b1 n b2 b3 b4 b5');
    expect(order(addBlock(makePost(), block))).toBe('b1 b2 b3 n b4 b5');
  });

  it('are removed, but for the sources', () => {
    expect(order(removeBlock(makePost(), 'b5' as BlockId))).toBe('b1 b2 b3 b4');
    expect(order(removeBlock(makePost(), 'b4' as BlockId))).toBe('b1 b2 b3 b4 b5');
  });
});

describe('quotes', () => {
  const empty = { id: 'c', kind: 'clip', clipId: 'clip-a', use: 'excerpt', quotes: [], inlineImages: [] };
  const quote = (text: string) => ({ id: newBlockId(), text, comment: '' });

  it('stand in the order of the source and only once', () => {
    let block = empty as unknown as BlockOf<'clip'>;
    for (const text of ['At this time,', 'Import tariffs', ' Import\ntariffs ', 'Edited by hand', 'Xu Heyi'])
      block = addQuote(block, quote(text), english);
    expect(block.quotes.map((one) => one.text)).toEqual([
      'Xu Heyi',
      'Import tariffs',
      'At this time,',
      'Edited by hand',
    ]);
    expect(block.use).toBe('quotes');
  });
});

describe('images of clips', () => {
  const first = makeImage('a', { caption: 'A' });
  const images = [first, makeImage('b')];
  const galleryId = 'b3' as BlockId;

  it('are off until chosen, and go to the gallery all at once with their words', () => {
    const post = makePost();
    expect(imageUse(post, first.id)).toBe('off');
    const used = useImages(post, images, 'gallery', galleryId, newBlockId);
    expect(blocksOf(used, 'gallery')[0]?.images.map((image) => image.caption)).toEqual(['A', '']);
    expect(useImages(used, images, 'gallery', galleryId, newBlockId)).toEqual(used);
  });

  it('move between gallery and text, never in both', () => {
    const full = makePost({
      blocks: makePost().blocks.map((block) => (block.kind === 'clip' ? { ...block, use: 'full' } : block)),
    });
    const inGallery = useImages(full, images, 'gallery', galleryId, newBlockId);
    const inText = useImages(inGallery, images.slice(0, 1), 'text', galleryId, newBlockId);
    expect(images.map((image) => imageUse(inText, image.id))).toEqual(['text', 'gallery']);
    const off = useImages(inText, images, 'off', null, newBlockId);
    expect(images.map((image) => imageUse(off, image.id))).toEqual(['off', 'off']);
  });

  it('of another clip stay as they are', () => {
    const other = makeImage('z', { clipId: 'clip-z' as ClipId });
    const used = useImages(makePost(), images, 'gallery', galleryId, newBlockId);
    expect(blocksOf(useImages(used, [other], 'off', null, newBlockId), 'gallery')[0]?.images).toHaveLength(2);
  });
});

describe('history', () => {
  it('takes back and does again, and typing in one place is one step', () => {
    let history = startHistory('');
    history = record(history, 'a', 'title', 0);
    history = record(history, 'ab', 'title', 500);
    history = record(history, 'ab!', 'title', 5000);
    history = record(history, 'moved', '', 5100);
    expect(undo(history).present).toBe('ab!');
    expect(undo(undo(history)).present).toBe('ab');
    expect(undo(undo(undo(history))).present).toBe('');
    expect(redo(undo(history)).present).toBe('moved');
    expect(undo(startHistory('x')).present).toBe('x');
  });

  it('forgets what was undone when something else is done', () => {
    const history = record(undo(record(startHistory('a'), 'b', '', 0)), 'c', '', 1);
    expect(redo(history).present).toBe('c');
  });
});

describe('the Markdown toolbar', () => {
  const at = (marked: string) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    return { text: marked.replace('[', '').replace(']', ''), start, end };
  };
  const show = ({ text, start, end }: ReturnType<typeof at>) =>
    `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

  it('makes words bold or italic and plain again, leaving spaces outside', () => {
    expect(show(toggleMark(at('so [very ]good'), '**'))).toBe('so **[very]** good');
    expect(show(toggleMark(at('so **[very]** good'), '**'))).toBe('so [very] good');
    expect(show(toggleMark(at('so **[very]** good'), '*'))).toBe('so ***[very]*** good');
    expect(show(toggleMark(at('[]'), '**'))).toBe('**[]**');
  });

  it('makes links and asks for the address next', () => {
    const edit = insertLink(at('see [here]'), 'text');
    expect(edit.text).toBe('see [here](https://)');
    expect(edit.text.slice(edit.start, edit.end)).toBe('https://');
  });

  it('makes lists of lines and lines of lists', () => {
    expect(show(toggleList(at('a\nb[c\nd]e\nf')))).toBe('a\n[- bc\n- de]\nf');
    expect(show(toggleList(at('[- a\n- b]')))).toBe('[a\nb]');
  });
});
