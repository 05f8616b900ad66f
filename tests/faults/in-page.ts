/** What the experiments do in a page of the extension, with its own code and its own database. */
import { writeArchive } from '../../lib/exchange/archive/write-archive';
import type { SafeHtml } from '../../lib/model/article-html';
import type { Clip, ClipDraft } from '../../lib/model/clip';
import { createStub } from '../../lib/model/clip-stub';
import { type ClipId, type ImageId, newId, type PostId } from '../../lib/model/ids';
import { request } from '../../lib/platform/messages';
import { deleteClips, editClips, getClip, listClips, purgeClips, tagClips } from '../../lib/store/clips';
import { type Database, openDatabase } from '../../lib/store/database';
import { failureOf } from '../../lib/store/failures';
import { setImageBytes } from '../../lib/store/images';
import { checkLibrary, looksDamaged } from '../../lib/store/integrity';
import { addReceipt, deletePost, putPost } from '../../lib/store/posts';
import { readRecords } from '../../lib/store/records';
import { keepReserve } from '../../lib/store/reserve';
import { finishClip, saveStub } from '../../lib/store/saving';
import { upkeepStep } from '../../lib/store/search-upkeep';

let opened: Database | null = null;
const db = (): Database => {
  opened ??= openDatabase();
  return opened;
};

const sentence = 'Mills in the region cut their output again this week, and traders expect prices to follow. ';
/** Bytes of an image: noise, so that nothing on the way can pack them. */
const imageSize = 30_000;

function aClip(name: string): Clip {
  const at = Date.now();
  const id = newId<ClipId>(at);
  const stub = createStub(id, { url: `https://www.example.com/${name}/${id}`, title: name }, at);
  return { ...stub, language: 'en', tags: ['Leather', name.slice(0, 3)] };
}

function aDraft({ url, title }: Clip): ClipDraft {
  const text = `${title}. ${sentence.repeat(40)}`;
  const image = { role: 'body' as const, caption: '', credit: '', alt: '', width: 8, height: 8 };
  return {
    ...{ kind: 'article', url, canonicalUrl: null, title, byline: 'Ann Author', siteName: 'Example News' },
    ...{ publishedAt: null, language: 'en', excerpt: sentence, html: `<p>${text}</p>` as SafeHtml, text },
    ...{ length: { words: text.split(' ').length, characters: text.length }, leadImage: null },
    images: [1, 2].map((n) => ({ ...image, url: `${url}/${n}.jpg` })),
    ...{ engine: 'readability', passes: [], warnings: [], durationMs: 1 },
  };
}

/** Stores a clip with its text and two images, each as the extension does; resolves when all of it is on disk. */
export async function clip(name: string, size = imageSize): Promise<ClipId> {
  const made = aClip(name);
  await saveStub(db(), made);
  await finishClip(db(), made.id, aDraft(made), Date.now(), () => newId<ImageId>());
  for (const { id } of await db().images.where('clipId').equals(made.id).toArray()) {
    const data = new Uint8Array(size);
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
    await setImageBytes(db(), id, { data, type: 'image/jpeg' }, Date.now());
  }
  return made.id;
}

/** Clips without end, and tells `address`, outside of the browser, of each clip that is on disk. */
export async function clipOn(address: string, durability: 'strict' | 'relaxed'): Promise<void> {
  if (durability === 'relaxed') relax();
  for (let n = 0; ; n++) await fetch(`${address}/${await clip(`story-${n}`)}`);
}

/** From now on transactions are done when the system has the bytes, as without the durability that the store asks for. */
function relax(): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode) {
    return transaction.call(this, names, mode, { durability: 'relaxed' });
  };
}

/** Which of these clips are not whole; which clips are torn; and what the check of the library finds. */
export async function inspect(ids: readonly string[]) {
  const bytes = new Map<string, number>();
  for (const image of await db().images.toArray())
    if (image.bytes) bytes.set(image.clipId, (bytes.get(image.clipId) ?? 0) + 1);
  const bodies = new Set<string>(await db().bodies.toCollection().primaryKeys());
  const rows = new Map((await db().clips.toArray()).map((row) => [row.id as string, row]));
  const isWhole = (id: string) => rows.get(id)?.kind === 'article' && bodies.has(id) && bytes.get(id) === 2;
  const torn = [...rows.values()].filter((row) => row.kind === 'article' && !bodies.has(row.id)).length;
  const damaged = await looksDamaged(db());
  const findings = await check();
  return { lost: ids.filter((id) => !isWhole(id)).length, torn, clips: rows.size, damaged, findings };
}

export async function check() {
  const effects = {
    now: Date.now(),
    clock: () => performance.now(),
    progress: () => undefined,
    pause: async () => undefined,
  };
  return (await checkLibrary(db(), effects)).findings;
}

export const glance = () => looksDamaged(db());

/** Asks the background to store this note on each clip; what it answered, by clip. */
export function saveNotes(ids: readonly ClipId[], note: string) {
  return Promise.all(
    ids.map(async (id) => {
      const answer = await request('edit-clip', { id, patch: { note } });
      return answer.ok ? 'saved' : answer.failure.kind;
    }),
  );
}

export const notesOf = (ids: readonly ClipId[]) => Promise.all(ids.map(async (id) => (await getClip(db(), id))?.note));

/** Keeps room aside, as the library page does. */
export const reserve = () => keepReserve(db());

/** Clips until the disk is full; the failure it ends with and how many were stored. */
export async function fillUp(most: number) {
  const stored: string[] = [];
  for (let n = 0; n < most; n++)
    try {
      stored.push(await clip(`full-${n}`, 300_000));
    } catch (error) {
      return { stored, failure: failureOf(error, db()).kind };
    }
  return { stored, failure: null };
}

/** Everything that must work on a full disk: reading, an archive of all, deleting. */
export async function useFull() {
  const { clips } = await listClips(db(), {}, { after: null, limit: 500 });
  let archive = 0;
  const read: Parameters<typeof writeArchive>[0]['read'] = (table, size) => readRecords(db(), table, size);
  const facts = { settings: {}, generator: 'faults', scope: 'library' as const, now: 1, progress: () => undefined };
  for await (const piece of writeArchive({ ...facts, read })) archive += piece.length;
  const some = clips.slice(0, 5).map(({ id }) => id);
  const failed = (error: unknown) => failureOf(error, db()).kind;
  const deleted = await deleteClips(db(), some, Date.now()).then((gone) => gone.length, failed);
  const purged = await purgeClips(db(), some, Date.now()).catch(failed);
  return { read: clips.length, archive, deleted, purged };
}

/** Tries to store a clip; the kind of the failure, or `stored`. */
export async function tryClip(name: string): Promise<string> {
  try {
    await clip(name, 10);
    return 'stored';
  } catch (error) {
    return failureOf(error, db()).kind;
  }
}

/** Opens another library of this name; how that ended, and the version it has then. */
export async function openOther(name: string): Promise<string> {
  const other = openDatabase(name, { patience: 1000 });
  const limit = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('never opened')), 8000));
  try {
    await Promise.race([other.clips.count(), limit]);
    return 'opened';
  } catch (error) {
    return failureOf(error, other).kind;
  } finally {
    other.close();
  }
}

/** An hour of use: `count` clips, edits, a post that goes out, deletions of what is older than `keep` clips; the index kept. */
export async function useForAnHour(hour: number, count: number, keep: number): Promise<void> {
  const made: ClipId[] = [];
  for (let n = 0; n < count; n++) {
    const row = aClip(`h${hour}-${n}`);
    await saveStub(db(), row);
    await finishClip(db(), row.id, aDraft(row), Date.now(), () => newId<ImageId>());
    made.push(row.id);
  }
  const now = Date.now();
  await tagClips(
    db(),
    made.filter((_, n) => n % 3 === 0),
    { add: ['Leather', `hour ${hour % 10}`] },
    now,
  );
  await editClips(
    db(),
    made.filter((_, n) => n % 5 === 0),
    { status: 'kept', starred: true, note: 'read' },
    now,
  );
  await publish(made[0] as ClipId, now);
  const old = await db()
    .clips.orderBy(':id')
    .limit(Math.max(0, (await db().clips.count()) - keep))
    .primaryKeys();
  await deleteClips(db(), old as ClipId[], now);
  await purgeClips(db(), old as ClipId[], now);
  await settleIndex();
}

/** A post of one clip that went out, and was thrown away: its receipts with it. */
async function publish(clipId: ClipId, now: number): Promise<void> {
  const id = newId<PostId>();
  const post = { id, title: 'Post', slug: id, language: 'en', blocks: [], status: 'draft', receipts: [] };
  await putPost(db(), { ...post, createdAt: now, updatedAt: now, deletedAt: null } as never);
  await addReceipt(db(), id, { id: newId(), target: clipId, at: now } as never);
  await deletePost(db(), id, now);
  await db().posts.delete(id);
}

/** Does all that is to be done for the search index, as an idle library does. */
export async function settleIndex(): Promise<void> {
  while (await upkeepStep(db(), () => null));
}

/** How many rows each table has. */
export async function countRows(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const table of db().tables) counted[table.name] = await table.count();
  return counted;
}
