/** Which clips tell one story: the texts that wait to be compared, their keys, and what came of it. */
import type { Clip } from '../model/clip';
import type { ClipId, StoryId } from '../model/ids';
import { changeClips, changeRows, clipOf } from './clip-rows';
import type { ClipRow, Database } from './database';
import { membersOf, storyRows } from './story-mates';

/** How texts are compared; given, because the store knows nothing of texts. */
export type StoryComparer<Text> = {
  read(text: string): Text;
  /** Texts that may be one story share a key; none when a text is too short to say. */
  keys(text: Text): number[];
  /** 0 when two texts are not one story, else how alike they are. */
  likeness(a: Text, b: Text): number;
};

/** Clips looked at for one key: a key that more have is of something that is on every page of a site. */
const mostForKey = 40;
/** Texts read and compared, those with most keys in common first. */
const mostCompared = 12;

/**
 * Compares the next text that waits and joins its clip to those of the same story. Safe to be run by several contexts
 * and to be stopped at any point: a text waits until what came of it is on disk. False when none waits.
 */
export async function compareNext<Text>(db: Database, by: StoryComparer<Text>, now: number): Promise<boolean> {
  const next = await db.storyQueue.toCollection().first();
  if (!next) return false;
  await compareClip(db, next.clipId, by, now);
  return true;
}

/** Compares one clip's text now if it waits to be. */
async function compareClip<Text>(db: Database, id: ClipId, by: StoryComparer<Text>, now: number): Promise<void> {
  const [row, body] = await Promise.all([db.clips.get(id), db.bodies.get(id)]);
  const text = body ? by.read(body.text) : null;
  const keys = text ? by.keys(text) : [];
  const matches = row && text && keys.length > 0 ? await findMatches(db, row, text, keys, by) : [];
  await changeClips(db, ['bodies', 'stories', 'storyQueue', 'storyApart'], async () => {
    const [current, waiting] = await Promise.all([db.bodies.get(id), db.storyQueue.get(id)]);
    if (!waiting || current?.updatedAt !== body?.updatedAt) return; // somebody else did it, or it changed meanwhile
    await Promise.all([
      db.storyQueue.delete(id),
      keys.length > 0 ? db.stories.put({ clipId: id, keys }) : db.stories.delete(id),
    ]);
    if (row) await join(db, id, matches, now);
  });
}

/** Clips of the same story by their texts, most alike first; deleted ones too, because they can come back. */
async function findMatches<Text>(
  db: Database,
  row: ClipRow,
  text: Text,
  keys: readonly number[],
  by: StoryComparer<Text>,
): Promise<ClipId[]> {
  const shared = new Map<ClipId, number>();
  const holders = await Promise.all(
    keys.map((key) => db.stories.where('keys').equals(key).limit(mostForKey).primaryKeys()),
  );
  for (const id of holders.flat() as ClipId[]) if (id !== row.id) shared.set(id, (shared.get(id) ?? 0) + 1);
  const ids = [...shared].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const candidates = ids.slice(0, mostCompared);
  const [rows, bodies] = await Promise.all([db.clips.bulkGet(candidates), db.bodies.bulkGet(candidates)]);
  const found: { id: ClipId; likeness: number }[] = [];
  for (const [i, id] of candidates.entries()) {
    const [other, body] = [rows[i], bodies[i]];
    if (!other || !body || other.key === row.key) continue; // two clips of one page are no reprint
    const likeness = by.likeness(text, by.read(body.text));
    if (likeness > 0) found.push({ id, likeness });
  }
  return found.sort((a, b) => b.likeness - a.likeness).map(({ id }) => id);
}

/**
 * Gives a clip the story of those it matches, or none. Stories that turn out to be one become one, unless a person said
 * of some of their clips that they are not: then the most alike are joined.
 */
async function join(db: Database, id: ClipId, matches: readonly ClipId[], now: number): Promise<void> {
  const joined = new Set<ClipId>([id]);
  const apart = await apartFrom(db, id);
  let story: StoryId | undefined;
  for (const row of await db.clips.bulkGet([...matches])) {
    if (!row || joined.has(row.id)) continue;
    const unit = row.story ? (await membersOf(db, row.story)).map((member) => member.id) : [row.id];
    const others = unit.filter((member) => member !== id);
    if (others.some((member) => apart.has(member))) continue;
    story ??= row.story ?? (id as string as StoryId);
    for (const member of others) {
      joined.add(member);
      for (const other of await apartFrom(db, member)) apart.add(other);
    }
  }
  await changeRows(db, [...joined], now, (row) => {
    if (row.story === story) return row;
    const { story: _, ...rest } = row;
    return story ? { ...rest, story } : rest;
  });
}

/** The clips that a person said are not the story of this one. */
async function apartFrom(db: Database, id: ClipId): Promise<Set<ClipId>> {
  const rows = await db.storyApart.where('clips').equals(id).toArray();
  return new Set(rows.flatMap(({ clips }) => clips.filter((other) => other !== id)));
}

/** The other clips of a clip's story, oldest first; none when it is alone. */
export async function storyMates(db: Database, clip: Pick<Clip, 'id' | 'story'>): Promise<Clip[]> {
  if (!clip.story) return [];
  const rows = await storyRows(db, clip.story);
  return rows
    .filter((row) => row.id !== clip.id)
    .reverse()
    .map(clipOf);
}

/** How many clips that are not deleted each of these stories has, from the counters. */
export async function storySizes(db: Database, stories: readonly StoryId[]): Promise<Map<StoryId, number>> {
  const rows = await db.counters.bulkGet(stories.map((story) => `story:${story}`));
  return new Map(stories.map((story, i) => [story, rows[i]?.count ?? 0]));
}

/** What a person decided about a clip's story, for `rejoinStory`. */
export type Parting = { id: ClipId; story: StoryId; from: ClipId[] };

/** Takes a clip out of its story for good: it will not be joined with those clips again. Null when it has none. */
export function leaveStory(db: Database, id: ClipId, now: number): Promise<Parting | null> {
  return changeClips(db, ['storyApart'], async () => {
    const story = (await db.clips.get(id))?.story;
    if (!story) return null;
    const from = (await membersOf(db, story)).map((row) => row.id).filter((other) => other !== id);
    await db.storyApart.bulkPut(from.map((other) => apartRow(id, other, now)));
    await changeRows(db, [id], now, ({ story: _, ...row }) => row);
    return { id, story, from };
  });
}

/** Takes a parting back. */
export async function rejoinStory(db: Database, { id, story, from }: Parting, now: number): Promise<void> {
  await changeClips(db, ['storyApart'], async () => {
    await db.storyApart.bulkDelete(from.map((other) => apartRow(id, other, now).pair));
    await changeRows(db, [id], now, (row) => ({ ...row, story }));
  });
}

function apartRow(a: ClipId, b: ClipId, at: number) {
  const clips: [ClipId, ClipId] = a < b ? [a, b] : [b, a];
  return { pair: clips.join(' '), clips, at };
}
