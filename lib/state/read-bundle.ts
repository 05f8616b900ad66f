/** A post that came from a colleague: what it holds, how it differs from what is here, and taking it in. */
import { comparePosts, mergePosts, type PostChange, type Side } from '../compose/compare-posts';
import { clipIdsOf } from '../compose/materials';
import type { ArchivePart, OpenArchive } from '../exchange/archive/read-archive';
import type { ArchiveRecord, ArchiveRecords, ArchiveTableName } from '../model/archive';
import type { ClipImage } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ClipId } from '../model/ids';
import type { Post, SharedPost, StandingBlock } from '../model/post';
import { fail, ok, type Result } from '../model/result';
import { getClips } from '../store/clips';
import type { Database } from '../store/database';
import { attempt } from '../store/failures';
import { getImages } from '../store/images';
import { findTwins } from '../store/merge-clips';
import { getPost } from '../store/posts';
import { getShared, receivePost, unreceivePost } from '../store/shared-posts';
import { getStanding } from '../store/standing';
import { sentPost } from './bundle-records';
import { type RestoreEffects, renameIds, runRestore } from './restore-archive';

/** A bundle as a person decides on it. Every id in it is that of this library. */
export type ReceivedPost = {
  theirs: Post;
  /** As it is here; null when it is not. */
  mine: Post | null;
  changes: PostChange[];
  by: string;
  message: string;
  /** ISO 8601. */
  sentAt: string;
  /** Titles of the clips that both versions name. */
  clipTitles: ReadonlyMap<ClipId, string>;
  /** How many of them this library does not have. */
  newClips: number;
  /** How many images come with the post. */
  images: number;
  /** Names of the standing blocks that say something else here: those here stay. */
  keptStanding: string[];
  /** Lines of the file that cannot be read. */
  problems: number;
  archive: OpenArchive;
  twins: ReadonlyMap<string, string>;
};

type LookedAt = 'clips' | 'images' | 'assets' | 'standing' | 'posts';
type BundleRecords = { [Table in LookedAt]: ArchiveRecords[Table][] };
/** What is taken of a bundle beside the post; anything else in the file has no business in one. */
const taken: ReadonlySet<ArchiveTableName> = new Set(['clips', 'bodies', 'images', 'assets', 'standing']);

/** Looks through a bundle; writes nothing. Fails with `archive-unreadable` when it holds no post. */
export async function readBundle(db: Database, archive: OpenArchive): Promise<Result<ReceivedPost>> {
  const note = archive.manifest.bundle;
  const { records, problems } = await collect(archive);
  const sent = records.posts.find(({ id }) => id === note?.post);
  if (!note || !sent) return fail<Failure>({ kind: 'archive-unreadable', detail: 'no post in it' });
  const twins = new Map(await findTwins(db, records.clips, new Set(records.clips.map(({ id }) => id))));
  const images = await findSameImages(db, records.images, twins);
  const ours = (post: Post) => sentPost(renameIds(post, (id) => twins.get(id) ?? images.get(id)) as Post);
  const [theirs, mine, shared] = [ours(sent), await getPost(db, sent.id), await getShared(db, sent.id)];
  const base = olderOf(shared, note.base && ours(note.base));
  const ids = [...new Set([theirs, ...(mine ? [mine] : [])].flatMap(clipIdsOf))];
  const here = await getClips(db, ids);
  const titles = [...records.clips, ...here].map(({ id, title }) => [id, title] as const);
  return ok({
    theirs,
    mine,
    changes: mine ? comparePosts(mine, theirs, base) : [],
    by: note.by,
    message: note.message,
    sentAt: archive.manifest.createdAt,
    clipTitles: new Map(titles),
    newClips: clipIdsOf(theirs).filter((id) => !here.some((clip) => clip.id === id)).length,
    images: archive.summary?.files ?? 0,
    keptStanding: await differingStanding(db, records.standing),
    problems,
    archive,
    twins,
  });
}

async function collect(archive: OpenArchive): Promise<{ records: BundleRecords; problems: number }> {
  const records: BundleRecords = { clips: [], images: [], assets: [], standing: [], posts: [] };
  let problems = 0;
  for await (const part of archive.parts(Object.keys(records) as LookedAt[], { withBytes: false })) {
    (records[part.table.name as LookedAt] as ArchiveRecord[]).push(...part.records);
    problems += part.problems.length;
  }
  return { records, problems };
}

/** Images of clips that are joined with clips here, by the images here at the same address. */
async function findSameImages(
  db: Database,
  images: readonly ClipImage[],
  twins: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const same = new Map<string, string>();
  for (const [from, to] of twins) {
    const here = await getImages(db, to as ClipId);
    for (const image of images.filter(({ clipId }) => clipId === from)) {
      const twin = here.find(({ url }) => url === image.url);
      if (twin) same.set(image.id, twin.id);
    }
  }
  return same;
}

/** What both surely had: of what either side remembers, the older. */
function olderOf(shared: SharedPost | null, base: Post | null): Post | null {
  if (!shared || !base) return shared?.post ?? base;
  return shared.post.updatedAt <= base.updatedAt ? shared.post : base;
}

async function differingStanding(db: Database, blocks: readonly StandingBlock[]): Promise<string[]> {
  const words = ({ name, markdown, images }: StandingBlock) => JSON.stringify([name, markdown, images]);
  const here = await Promise.all(blocks.map(({ id }) => getStanding(db, id)));
  return blocks.flatMap((block, i) => {
    const own = here[i];
    return own && words(own) !== words(block) ? own.name : [];
  });
}

export type TakenIn = {
  post: Post;
  /** False: the post has been changed since, and nothing was taken back. */
  undo: () => Promise<Result<boolean>>;
};

/**
 * Takes in what was chosen: what the post needs and this library does not have, then the post itself. Of what is here
 * only the post changes; a clip of the same page gets what it lacks. Null when the post has been changed since it was compared: then look again.
 */
export async function takeInBundle(
  db: Database,
  received: ReceivedPost,
  choices: ReadonlyMap<string, Side>,
  effects: RestoreEffects,
): Promise<Result<TakenIn | null>> {
  const { theirs, mine, changes, archive } = received;
  const restored = await runRestore(db, onlyMissing(db, archive), received, effects);
  const undoRest = async () => (restored.undo ? restored.undo() : ok(null));
  if (restored.stopped) {
    await undoRest();
    return fail(restored.stopped);
  }
  const now = effects.now();
  const joined = mine ? mergePosts(mine, theirs, changes, choices) : theirs;
  const updatedAt = mine ? Math.max(now, mine.updatedAt + 1) : theirs.updatedAt;
  const post: Post = { ...joined, deletedAt: null, updatedAt };
  const stored = await attempt(db, () => receivePost(db, post, { postId: post.id, post: theirs, at: now }, mine));
  if (!stored.ok || !stored.value) {
    await undoRest();
    return stored.ok ? ok(null) : stored;
  }
  const before = stored.value;
  const undo = async (): Promise<Result<boolean>> => {
    const undone = await attempt(db, () => unreceivePost(db, post, before));
    if (!undone.ok || !undone.value) return undone;
    const rest = await undoRest();
    return rest.ok ? ok(true) : rest;
  };
  return ok({ post, undo });
}

/** The archive without the post and without what is here already; of an image that is here only its bytes are taken. */
function onlyMissing(db: Database, archive: OpenArchive): OpenArchive {
  return {
    ...archive,
    async *parts(tables, options) {
      const wanted = tables.filter((name) => taken.has(name));
      for await (const part of archive.parts(wanted, options)) yield { ...part, records: await missing(db, part) };
    },
  };
}

async function missing(db: Database, { table, records }: ArchivePart): Promise<ArchiveRecord[]> {
  const keys = records.map((record) => record[table.key as keyof ArchiveRecord] as string);
  const here = await db.table(table.name).bulkGet(keys);
  return records.flatMap((record, i) => {
    if (here[i] === undefined) return record;
    return table.name === 'images' ? { ...(record as ClipImage), updatedAt: 0 } : [];
  });
}
