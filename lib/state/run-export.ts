/** Clips on their way out: read from the library page by page, given to an exporter, and to the disk as they come. */

import { archiveTables } from '../exchange/archive/tables';
import { writeArchive } from '../exchange/archive/write-archive';
import type { ExportEntry, Exporter } from '../exchange/exporter';
import { exporters } from '../exchange/exporters';
import type { ClipId } from '../model/ids';
import { archivedSettings, type Settings } from '../model/settings';
import { clipMarkdown } from '../render/clip-markdown';
import { getAnnotationsOf, getBodies, getImagesOf } from '../store/batches';
import { getClips } from '../store/clips';
import type { Database } from '../store/database';
import { listPosts } from '../store/posts';
import { allClipIds, countRecords, readRecords } from '../store/records';

/** Null: the whole library. */
export type ExportIds = readonly ClipId[] | null;

export type ExportRun = {
  ids: ExportIds;
  settings: Settings;
  generator: string;
  now: number;
  progress(done: number, total: number): void;
};

type Pieces = AsyncIterable<string | Uint8Array<ArrayBuffer>>;

/** The file in the format of this id, made as it is read. Clips in the bin are only in a whole archive. */
export async function exportPieces(db: Database, format: string, run: ExportRun): Promise<Pieces> {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) return archivePieces(db, run);
  const ids = run.ids ?? (await allClipIds(db));
  const quotes = await quotesByClip(db);
  let done = 0;
  const entries = entriesOf(db, exporter, ids, quotes, () => run.progress(++done, ids.length));
  return exporter.write(entries, {
    now: run.now,
    markdown: ({ clip, body, images }, path) => (body ? clipMarkdown(body.html, clip.url, images, path) : ''),
  });
}

/** All of the library in one stream, or what belongs to some clips. */
async function archivePieces(db: Database, { ids, settings, generator, now, progress }: ExportRun): Promise<Pieces> {
  const tables = archiveTables.filter((table) => ids === null || table.clip);
  const counts = await Promise.all(tables.map(({ name }) => (ids ? ids.length : countRecords(db, name))));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return writeArchive({
    read: (name, pageSize) => {
      const clipField = archiveTables.find((table) => table.name === name)?.clip;
      return readRecords(
        db,
        name,
        pageSize,
        ids === null ? undefined : { clipField: clipField ?? ':id', ids: clipField ? ids : [] },
      );
    },
    settings: ids === null ? archivedSettings(settings) : null,
    scope: ids === null ? 'library' : 'selection',
    generator,
    now,
    progress: (name, done) => {
      const at = tables.findIndex((table) => table.name === name);
      const before = counts.slice(0, Math.max(0, at)).reduce((sum, count) => sum + count, 0);
      progress(Math.min(total, before + done), total);
    },
  });
}

async function* entriesOf(
  db: Database,
  { needs }: Exporter,
  ids: readonly ClipId[],
  quotes: ReadonlyMap<ClipId, ExportEntry['quotes']>,
  onEntry: () => void,
): AsyncGenerator<ExportEntry> {
  const size = needs.images ? 10 : 200;
  for (let from = 0; from < ids.length; from += size) {
    const page = ids.slice(from, from + size);
    const [clips, bodies, images, annotations] = await Promise.all([
      getClips(db, page),
      needs.bodies ? getBodies(db, page) : null,
      needs.images ? getImagesOf(db, page) : null,
      needs.annotations ? getAnnotationsOf(db, page) : null,
    ]);
    for (const clip of clips) {
      yield {
        clip,
        body: bodies?.get(clip.id) ?? null,
        images: images?.get(clip.id) ?? [],
        annotations: annotations?.get(clip.id) ?? [],
        quotes: quotes.get(clip.id) ?? [],
      };
      onEntry();
    }
  }
}

async function quotesByClip(db: Database): Promise<Map<ClipId, ExportEntry['quotes']>> {
  const quotes = new Map<ClipId, { text: string; comment: string }[]>();
  for (const block of (await listPosts(db)).flatMap((post) => post.blocks)) {
    if (block.kind !== 'clip') continue;
    const said = block.quotes.map(({ text, comment }) => ({ text, comment }));
    quotes.set(block.clipId, [...(quotes.get(block.clipId) ?? []), ...said]);
  }
  return quotes;
}
