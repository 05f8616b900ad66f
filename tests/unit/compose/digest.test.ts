import { describe, expect, it } from 'vitest';
import { addEntries, changeEntry, digestClips, makeDigest, moveEntry, regroup } from '../../../lib/compose/digest';
import type { BlockId, ClipId } from '../../../lib/model/ids';
import { makeClip, makePost } from './make';

let count = 0;
const newId = () => `n${count++}` as BlockId;
const clip = (id: string, tags: string[], siteName = 'News') => makeClip({ id: id as ClipId, tags, siteName });
const clips = new Map(
  [clip('a', ['BAIC', 'trade']), clip('b', ['hides']), clip('c', ['Trade', 'x'], 'Post'), clip('d', ['Hides'])].map(
    (one) => [one.id, one],
  ),
);
const ids = [...clips.keys()];
const shape = (digest: ReturnType<typeof makeDigest>) =>
  digest.groups.map(({ title, entries }) => `${title}: ${entries.map(({ clipId }) => clipId).join('')}`);

describe('a digest', () => {
  it('is grouped by the tags that its reports share, however spelled; what shares none comes last', () => {
    const more = new Map([...clips, ['e' as ClipId, clip('e', ['alone'])]]);
    const digest = makeDigest(['e' as ClipId, ...ids], newId);
    expect(shape(regroup(digest, more, 'tag', newId))).toEqual(['trade: ac', 'hides: bd', ': e']);
  });

  it('is grouped by outlet, or not at all, and keeps what was said', () => {
    const digest = changeEntry(makeDigest(ids, newId), makeDigest([], newId).id, {});
    const [first] = digest.groups[0]?.entries ?? [];
    const said = changeEntry(digest, first?.id as BlockId, { comment: 'Why' });
    const byOutlet = regroup(said, clips, 'outlet', newId);
    expect(shape(byOutlet)).toEqual(['News: abd', 'Post: c']);
    expect(byOutlet.groups[0]?.entries[0]?.comment).toBe('Why');
    expect(shape(regroup(byOutlet, clips, 'none', newId))).toEqual([': abdc']);
  });

  it('takes each clip once, and moves reports between groups', () => {
    const digest = regroup(makeDigest(ids, newId), clips, 'tag', newId);
    const added = addEntries(digest, [{ id: newId(), clipId: 'a' as ClipId, comment: '' }], newId);
    expect(shape(added)).toEqual(shape(digest));
    const [trade, hides] = digest.groups;
    const moved = moveEntry(digest, trade?.entries[0]?.id as BlockId, hides?.id as BlockId);
    expect(shape(moved)).toEqual(['trade: c', 'hides: bda']);
  });

  it('takes the place of the clips of a post', () => {
    const [intro, one, ...rest] = makePost().blocks;
    if (!intro || one?.kind !== 'clip') throw new Error('no clip');
    const blocks = ids.map((clipId) => ({ ...one, id: newId(), clipId }));
    const post = digestClips(makePost({ blocks: [intro, ...blocks, ...rest] }), clips, newId);
    expect(post.blocks.map(({ kind }) => kind)).toEqual(['commentary', 'digest', 'gallery', 'source', 'share']);
    expect(digestClips(post, clips, newId)).toBe(post);
  });
});
