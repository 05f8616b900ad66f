/** Imports as a person makes them: choose, look, start, stop, take back. They go on while other views are open. */

import { findArchive } from '../exchange/archive/read-archive';
import type { Importer, ImportSource } from '../exchange/format';
import { importers, recogniseImporter } from '../exchange/importers';
import { type ChosenFile, openSource, sampleOf } from '../exchange/reading/source';
import type { Failure } from '../model/failure';
import { newId } from '../model/ids';
import type { ImportRecord } from '../model/import';
import type { Settings } from '../model/settings';
import { failureOf } from '../store/failures';
import { listImports } from '../store/imports';
import { db } from './db';
import { describeFailure } from './failures';
import type { ImportOptions, ReadKept } from './import-arrival';
import { importAlone } from './import-log';
import { countEntries, type Preview, readPreview } from './import-preview';
import { type ImportProgress, runImport, undoImport } from './import-run';
import { importStage, isImporting, showStage } from './import-stage';
import { openBundle } from './open-bundle';
import { openBackup } from './restore';
import { changeSettings } from './settings';
import { showToast } from './toasts';

/** Every format, in the order in which they are offered. */
export const importFormats: readonly Importer[] = importers;

let stopper: AbortController | null = null;
let source: ImportSource | null = null;

/** Stops what is under way. What an import has stored stays, and can be taken back. */
export function cancelImport(): void {
  stopper?.abort();
  if (importStage.peek().step === 'reading') leaveImport();
}

/** Back to the choice of a file. */
export function leaveImport(failure: Failure | null = null): void {
  stopper?.abort();
  source = null;
  showStage({ step: 'choose', failure });
}

/**
 * Opens what was chosen or dropped and shows what would come in; an archive of Clipsheet's own is restored instead. Does
 * nothing while an import is under way.
 */
export async function chooseFiles(files: readonly ChosenFile[]): Promise<void> {
  if (isImporting() || files.length === 0) return;
  const signal = begin();
  showStage({ step: 'reading', name: files[0]?.path ?? '', importer: null, preview: null });
  const [only] = files;
  const archive = only && files.length === 1 ? await findArchive(only.blob) : null;
  if (signal.aborted) return;
  if (only && archive) {
    leaveImport();
    return archive === 'post' ? openBundle(only.blob) : openBackup(only.blob, only.path);
  }
  const opened = await openSource(files);
  if (signal.aborted) return;
  if (!opened.ok) return leaveImport({ kind: 'import-refused', reason: opened.failure });
  const importer = recogniseImporter(await sampleOf(opened.value));
  if (signal.aborted) return;
  if (!importer) return leaveImport({ kind: 'import-unknown', name: opened.value.name });
  source = opened.value;
  await preview(importer, opened.value, signal);
}

/** Reads the same files as another format. */
export async function readAs(importer: Importer): Promise<void> {
  if (isImporting() || !source) return;
  await preview(importer, source, begin());
}

function begin(): AbortSignal {
  stopper?.abort();
  stopper = new AbortController();
  return stopper.signal;
}

async function preview(importer: Importer, from: ImportSource, signal: AbortSignal): Promise<void> {
  const show = (found: Preview | null) => {
    if (!signal.aborted) showStage({ step: 'reading', name: from.name, importer, preview: found });
  };
  show(null);
  try {
    const found = await readPreview(importer, from, signal, show);
    if (!signal.aborted) showStage({ step: 'preview', source: from, importer, preview: found });
  } catch (error) {
    if (!signal.aborted) leaveImport(failureOf(error, db));
  }
}

/** Starts the import that is being shown; resolves when it has ended. One runs at a time, in all windows. */
export async function startImport(options: ImportOptions, readKept: ReadKept): Promise<void> {
  const shown = importStage.peek();
  if (shown.step !== 'preview') return;
  const busy = await importAlone(async () => {
    const signal = begin();
    const record = createRecord(shown, options);
    const expected = countEntries(shown.preview);
    const show = (progress: ImportProgress) => showStage({ step: 'running', record, expected, progress });
    show({ added: 0, merged: 0, unchanged: 0, problems: 0 });
    try {
      const ended = await runImport(record, { ...shown, options, readKept }, signal, show);
      showStage({ step: 'done', record: ended ?? record, failure: null });
    } catch (error) {
      const written = await listImports(db).catch(() => []);
      const ended = written.find(({ id }) => id === record.id);
      showStage({ step: 'done', record: ended ?? record, failure: failureOf(error, db) });
    }
  });
  if (busy) leaveImport(busy);
}

/** Remembers how things were asked to come in; an import goes on where the browser could not store that. */
export async function keepOptions(importing: Settings['importing']): Promise<void> {
  try {
    await changeSettings({ importing });
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}

function createRecord(
  { source: from, importer }: { source: ImportSource; importer: Importer },
  options: ImportOptions,
) {
  const record: ImportRecord = {
    id: newId(),
    name: from.name,
    importer: importer.id,
    state: 'running',
    added: 0,
    merged: 0,
    unchanged: 0,
    problems: 0,
    tag: options.tag || null,
    startedAt: Date.now(),
    finishedAt: null,
  };
  return record;
}

/** Takes an import back: all of it but what was changed since, or is used in a post. */
export async function takeBackImport(record: ImportRecord): Promise<void> {
  if (isImporting()) return;
  const busy = await importAlone(async () => {
    showStage({ step: 'undoing', record, undone: 0 });
    try {
      const sum = await undoImport(record, (undone) => showStage({ step: 'undoing', record, undone }));
      showStage({ step: 'undone', record, ...sum });
    } catch (error) {
      showStage({ step: 'done', record, failure: failureOf(error, db) });
    }
  });
  if (busy) leaveImport(busy);
}
