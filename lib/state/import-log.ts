/** What is written down of imports, and the lock that keeps two windows from importing at once. */
import type { Failure } from '../model/failure';
import type { ImportRecord } from '../model/import';
import { changeImport, listImports } from '../store/imports';
import { db } from './db';
import { t } from './i18n';
import { live } from './live';
import { showToast } from './toasts';

/** The latest imports, newest first; null until read. */
export const pastImports = live<ImportRecord[] | null>(() => listImports(db), null);

const lock = 'clipsheet-import';

/** Runs `work` unless another window imports; while it runs, closing the page asks first. */
export async function importAlone(work: () => Promise<void>): Promise<Failure | null> {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (!held) return { kind: 'import-busy' };
    addEventListener('beforeunload', ask);
    await work().finally(() => removeEventListener('beforeunload', ask));
    return null;
  });
}

/** Imports whose page was closed on the way are written down as such, and told. What they brought in is whole. */
export async function tellInterrupted(): Promise<void> {
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (!held) return;
    for (const { id, name, state } of await listImports(db)) {
      if (state !== 'running') continue;
      await changeImport(db, id, { state: 'interrupted', finishedAt: Date.now() });
      showToast({ text: t('import_interrupted', name), tone: 'problem' });
    }
  });
}
