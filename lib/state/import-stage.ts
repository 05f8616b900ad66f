/** How far an import is: small, so that every view can show it while the importers themselves are read only when needed. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Importer, ImportSource } from '../exchange/format';
import type { ChosenFile } from '../exchange/reading/source';
import type { Failure } from '../model/failure';
import type { ImportRecord } from '../model/import';
import type { Preview } from './import-preview';
import type { ImportProgress } from './import-run';
import { go, route } from './route';

export type ImportStage =
  | { step: 'choose'; failure: Failure | null }
  | { step: 'reading'; name: string; importer: Importer | null; preview: Preview | null }
  | { step: 'preview'; source: ImportSource; importer: Importer; preview: Preview }
  | { step: 'running'; record: ImportRecord; expected: number; progress: ImportProgress }
  | { step: 'done'; record: ImportRecord; failure: Failure | null }
  | { step: 'undoing'; record: ImportRecord; undone: number }
  | { step: 'undone'; record: ImportRecord; undone: number; kept: number };

const current = signal<ImportStage>({ step: 'choose', failure: null });
export const importStage: ReadonlySignal<ImportStage> = current;

export function showStage(stage: ImportStage): void {
  current.value = stage;
}

/** Whether something is being written: nothing else can be chosen meanwhile. */
export const isImporting = (): boolean => current.value.step === 'running' || current.value.step === 'undoing';

const offered = signal<readonly ChosenFile[]>([]);
/** Files that were dropped anywhere and that the import view has not taken yet. */
export const offeredFiles: ReadonlySignal<readonly ChosenFile[]> = offered;

/** Shows the import view with these files, unless an import is under way, which it shows instead. */
export function offerFiles(files: readonly ChosenFile[]): void {
  if (files.length === 0) return;
  if (!isImporting()) offered.value = files;
  if (route.peek().view !== 'import') go({ view: 'import' });
}

/** Gives the offered files out, once. */
export function takeOfferedFiles(): readonly ChosenFile[] {
  const files = offered.peek();
  if (files.length > 0) offered.value = [];
  return files;
}
