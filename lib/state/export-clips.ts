/** The export dialog: what goes out, in which format, how far it is. The exporters are loaded when one is used. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ExportFormat } from '../model/export-formats';
import { type Failure, unexpected } from '../model/failure';
import { fail, ok, type Result } from '../model/result';
import { extensionVersion } from '../platform/pages';
import { chooseTarget } from '../platform/save-stream';
import { failureOf } from '../store/failures';
import { db } from './db';
import * as library from './library';
import { changeSettings, settings } from './settings';

export type ExportScope = 'selected' | 'shown' | 'all';
type ExportJob = { done: number; total: number };

const job = signal<ExportJob | null>(null);
/** The export that runs in this page. */
export const exportJob: ReadonlySignal<ExportJob | null> = job;
let stopper: AbortController | null = null;

export const cancelClipExport = (): void => stopper?.abort();

/** Asks where the file goes and writes it; one runs at a time. Call it in the click itself. */
export async function exportClips(
  scope: ExportScope,
  format: ExportFormat,
): Promise<Result<{ name: string; bytes: number }>> {
  if (stopper) return fail({ kind: 'cancelled' });
  const control = new AbortController();
  stopper = control;
  const ids = scope === 'selected' ? [...library.selected.peek()] : null;
  const name = `clipsheet-${format.id === 'archive' ? '' : `${format.id}-`}${today()}.${format.extension}`;
  try {
    const target = await chooseTarget(name, format.type);
    if (!target.ok) return target;
    job.value = { done: 0, total: 0 };
    void changeSettings({ exportFormat: format.id });
    const { exportPieces } = await import('./run-export');
    const pieces = await exportPieces(db, format.id, {
      ids: scope === 'shown' ? await library.shownIds() : ids,
      settings: settings.peek(),
      generator: extensionVersion(),
      now: Date.now(),
      progress: (done, total) => {
        job.value = { done, total };
      },
    });
    const saved = await target.value(pieces, control.signal);
    return saved.ok ? ok({ name, bytes: saved.value.bytes }) : saved;
  } catch (error) {
    const failure: Failure = failureOf(error, db);
    return fail(failure.kind === 'unexpected' ? unexpected(error) : failure);
  } finally {
    stopper = null;
    job.value = null;
  }
}

const today = (): string => new Date().toLocaleDateString('sv');
