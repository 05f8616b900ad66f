/** The work of an import: read, clean, store chunk by chunk. What is stored is whole at every moment. */
import type { Importer, ImportSource } from '../exchange/format';
import type { AnnotationId } from '../model/annotation';
import { type ClipId, type ImageId, newId } from '../model/ids';
import type { Arrival, ImportCounts, ImportRecord } from '../model/import';
import { storeArrivals } from '../store/importing';
import { changeImport, putImport, takeBackStep } from '../store/imports';
import { db } from './db';
import { type ImportOptions, makeArrival, type ReadKept } from './import-arrival';
import { createPace, giveWay } from './pace';

/** One transaction takes so many entries, or so many characters of text. */
export const chunkLimits = { entries: 16, characters: 400_000 };

const ids = {
  clip: (savedAt: number) => newId<ClipId>(savedAt),
  image: () => newId<ImageId>(),
  annotation: () => newId<AnnotationId>(),
};

export type ImportProgress = ImportCounts & { problems: number };

/** Brings everything in. Resolves with how it ended; rejects with what the database threw, with the record closed. */
export async function runImport(
  record: ImportRecord,
  work: { importer: Importer; source: ImportSource; options: ImportOptions; readKept: ReadKept },
  signal: AbortSignal,
  report: (progress: ImportProgress) => void,
): Promise<ImportRecord | null> {
  const progress: ImportProgress = { added: 0, merged: 0, unchanged: 0, problems: 0 };
  await putImport(db, record);
  try {
    await storeAll(record, work, signal, progress, report);
  } catch (error) {
    await finish(record, 'failed', progress.problems).catch(() => null); // the first error is the one to tell
    throw error;
  }
  return finish(record, signal.aborted ? 'cancelled' : 'done', progress.problems);
}

async function storeAll(
  record: ImportRecord,
  { importer, source, options, readKept }: Parameters<typeof runImport>[1],
  signal: AbortSignal,
  progress: ImportProgress,
  report: (progress: ImportProgress) => void,
): Promise<void> {
  const pace = createPace();
  let chunk: Arrival[] = [];
  let characters = 0;
  const store = async () => {
    if (chunk.length === 0) return;
    const counts = await storeArrivals(db, record.id, chunk, Date.now(), ids);
    for (const name of ['added', 'merged', 'unchanged'] as const) progress[name] += counts[name];
    chunk = [];
    characters = 0;
    report({ ...progress });
    await giveWay();
  };
  for await (const item of importer.read(source, { texts: true })) {
    await pace();
    if (signal.aborted) return;
    if (item.kind === 'problem') {
      progress.problems++;
      continue;
    }
    const arrival = makeArrival(item, options, readKept);
    chunk.push(arrival);
    characters += arrival.page.html.length;
    if (chunk.length >= chunkLimits.entries || characters >= chunkLimits.characters) await store();
  }
  await store();
}

const finish = (record: ImportRecord, state: ImportRecord['state'], problems: number) =>
  changeImport(db, record.id, { state, problems, finishedAt: Date.now() });

/** Takes a whole import back, the latest chunk first. Can be stopped by closing the page, and gone on with. */
export async function undoImport(
  record: ImportRecord,
  report: (undone: number) => void,
): Promise<{ undone: number; kept: number }> {
  const sum = { undone: 0, kept: 0 };
  for (;;) {
    const step = await takeBackStep(db, record.id, Date.now());
    if (!step) break;
    sum.undone += step.undone;
    sum.kept += step.kept;
    report(sum.undone);
    await giveWay();
  }
  await changeImport(db, record.id, { state: 'undone', finishedAt: Date.now() });
  return sum;
}
