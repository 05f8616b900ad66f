/** The changes a person makes to a digest, and how clips become one. */
import type { Clip } from '../model/clip';
import type { BlockId, ClipId } from '../model/ids';
import type { DigestEntry, DigestGroup, DigestGrouping, Post } from '../model/post';
import { tagKey } from '../model/tag';
import { siteOf } from '../model/url';
import { type BlockOf, blocksOf, entriesOf } from './materials';

type Digest = BlockOf<'digest'>;
type Clips = ReadonlyMap<ClipId, Clip>;
type NewId = () => BlockId;

/** Reports of these clips, one group for all. */
export function makeDigest(clips: readonly ClipId[], newId: NewId): Digest {
  const entries = clips.map((clipId) => ({ id: newId(), clipId, comment: '' }));
  return { id: newId(), kind: 'digest', groups: [{ id: newId(), title: '', entries }] };
}

/**
 * The same reports in other groups: by the tag that most of them share, by outlet, or all in one. What shares nothing
 * comes last, in a group without a title; groups stand in the order of their first reports.
 */
export function regroup(digest: Digest, clips: Clips, grouping: DigestGrouping, newId: NewId): Digest {
  const entries = entriesOf(digest);
  const titleOf = titles(entries, clips, grouping);
  const groups = new Map<string, DigestGroup>();
  for (const entry of entries) {
    const title = titleOf(entry);
    const group = groups.get(tagKey(title)) ?? { id: newId(), title, entries: [] };
    groups.set(tagKey(title), { ...group, entries: [...group.entries, entry] });
  }
  const all = [...groups.values()];
  return { ...digest, groups: [...all.filter(({ title }) => title), ...all.filter(({ title }) => !title)] };
}

function titles(entries: readonly DigestEntry[], clips: Clips, grouping: DigestGrouping) {
  if (grouping === 'none') return () => '';
  if (grouping === 'outlet')
    return ({ clipId }: DigestEntry) => {
      const clip = clips.get(clipId);
      return clip ? (clip.siteName ?? siteOf(clip.url)) : '';
    };
  const uses = new Map<string, number>();
  const tagsOf = ({ clipId }: DigestEntry) => clips.get(clipId)?.tags ?? [];
  for (const tag of entries.flatMap(tagsOf)) uses.set(tagKey(tag), (uses.get(tagKey(tag)) ?? 0) + 1);
  const usesOf = (tag: string) => uses.get(tagKey(tag)) ?? 0;
  return (entry: DigestEntry) => {
    const [best] = tagsOf(entry).toSorted((a, b) => usesOf(b) - usesOf(a));
    return best && usesOf(best) > 1 ? best : '';
  };
}

/** The digest with reports behind those of its last group; none twice. */
export function addEntries(digest: Digest, added: readonly DigestEntry[], newId: NewId): Digest {
  const there = new Set(entriesOf(digest).map(({ clipId }) => clipId));
  const fresh = added.filter(({ clipId }) => !there.has(clipId));
  const groups = digest.groups.length > 0 ? digest.groups : [{ id: newId(), title: '', entries: [] }];
  const last = groups.length - 1;
  return {
    ...digest,
    groups: groups.map((group, at) => (at === last ? { ...group, entries: [...group.entries, ...fresh] } : group)),
  };
}

/** The digest with one report changed. */
export function changeEntry(digest: Digest, id: BlockId, change: Partial<DigestEntry>): Digest {
  return mapEntries(digest, (entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
}

export function removeEntry(digest: Digest, id: BlockId): Digest {
  return mapEntries(digest, (entries) => entries.filter((entry) => entry.id !== id));
}

/** The digest with a report at the end of another group. */
export function moveEntry(digest: Digest, id: BlockId, to: BlockId): Digest {
  const entry = entriesOf(digest).find((one) => one.id === id);
  if (!entry) return digest;
  const { groups } = removeEntry(digest, id);
  return {
    ...digest,
    groups: groups.map((group) => (group.id === to ? { ...group, entries: [...group.entries, entry] } : group)),
  };
}

function mapEntries(digest: Digest, change: (entries: DigestEntry[]) => DigestEntry[]): Digest {
  return { ...digest, groups: digest.groups.map((group) => ({ ...group, entries: change(group.entries) })) };
}

/** The post with its clips in one digest, by tag, where the first of them stood; what was quoted of them is gone. */
export function digestClips(post: Post, clips: Clips, newId: NewId): Post {
  const blocks = blocksOf(post, 'clip');
  const [first] = blocks;
  if (!first) return post;
  const digest = makeDigest([...new Set(blocks.map(({ clipId }) => clipId))], newId);
  const grouped = regroup(digest, clips, 'tag', newId);
  return {
    ...post,
    blocks: post.blocks.flatMap((block) => {
      if (block === first) return [grouped];
      return block.kind === 'clip' ? [] : [block];
    }),
  };
}
