/** What the benchmark of archives runs inside a page of the extension: exports its library and restores it. */
import { openArchive } from '../../../lib/exchange/archive/read-archive';
import type { ClipImage } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import { readSettings } from '../../../lib/model/settings';
import { chooseTarget } from '../../../lib/platform/save-stream';
import { sanitizeArticle } from '../../../lib/sanitize';
import { planRestore, runRestore } from '../../../lib/state/restore-archive';
import { exportPieces } from '../../../lib/state/run-export';
import { openDatabase } from '../../../lib/store/database';

const db = openDatabase();
const chunk = 100;
const imageLength = 20_000;
const name = 'archive.zip';

/** Gives the first clips of the library one image each, with its bytes. */
export async function addImages(count: number): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const keys = (await db.clips.orderBy('id').offset(from).limit(chunk).primaryKeys()) as ClipImage['clipId'][];
    await db.images.bulkAdd(keys.slice(0, count - from).map(imageOf));
  }
}

function imageOf(clipId: ClipImage['clipId']): ClipImage {
  const words = { caption: '', credit: '', alt: '', rights: '' };
  const data = crypto.getRandomValues(new Uint8Array(imageLength));
  const [id, now] = [newId<ImageId>(), Date.now()];
  return {
    ...{
      id,
      clipId,
      role: 'body',
      position: 0,
      url: `https://images.example/${id}`,
      ...words,
      width: 640,
      height: 400,
    },
    ...{ bytes: { data, type: 'image/jpeg' }, createdAt: now, updatedAt: now },
  };
}

/** Writes the whole library as the export dialog does, into a file of this origin; gives its bytes. */
export async function exportAll(): Promise<number> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  Object.assign(globalThis, { showSaveFilePicker: async () => handle });
  const target = await chooseTarget(name, 'application/zip');
  if (!target.ok) throw new Error(target.failure.kind);
  const pieces = await exportPieces(db, 'archive', {
    ids: null,
    settings: readSettings({}),
    generator: 'bench',
    now: Date.now(),
    progress: () => undefined,
  });
  const saved = await target.value(pieces, new AbortController().signal);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return saved.value.bytes;
}

export async function clear(): Promise<void> {
  for (const table of db.tables) await table.clear();
}

/** Looks through that file and restores it, as the settings do; gives how many clips came. */
export async function restoreAll(): Promise<number> {
  const folder = await navigator.storage.getDirectory();
  const archive = await openArchive(await (await folder.getFileHandle(name)).getFile());
  if (!archive.ok) throw new Error(archive.failure.kind);
  const { signal } = new AbortController();
  const progress = () => undefined;
  const plan = await planRestore(db, archive.value, progress, signal);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const effects = { sanitise: sanitizeArticle, progress, signal, now: Date.now };
  const restored = await runRestore(db, archive.value, plan.value, effects);
  const [problem] = restored.problems;
  if (restored.stopped || problem) throw new Error(JSON.stringify(restored.stopped ?? problem));
  return restored.counts.clips.new;
}
