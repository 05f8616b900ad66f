/** Scheduled copies of the library: begun when one is due, noted when it is on disk, the surplus deleted. */
import { ageOut, isDue, isRunning } from '../../lib/model/backup';
import type { Failure } from '../../lib/model/failure';
import { ok, type Result } from '../../lib/model/result';
import { archivedSettings } from '../../lib/model/settings';
import * as backups from '../../lib/platform/backups';
import { extensionVersion } from '../../lib/platform/pages';
import { loadSettings } from '../../lib/platform/settings-storage';
import type { Database } from '../../lib/store/database';
import { failureOf } from '../../lib/store/failures';
import { makeFile } from '../backup/make-file';

/** Begins a copy when one is due, or at once when a person asks. What goes wrong is noted, for the settings to say. */
export async function backUp(db: Database, asked = false): Promise<void> {
  const [settings, state] = await Promise.all([loadSettings(), backups.loadBackupState()]);
  const now = Date.now();
  if (isRunning(state, now) || !(asked || isDue(settings.backup, state, now))) return;
  if (!(await backups.mayBackUp())) return noteFailure({ kind: 'permission-needed', origins: ['downloads'] });
  await noteAlive();
  const facts = { settings: archivedSettings(settings), generator: extensionVersion() };
  // In Chromium the page asks for `saveCopy` when the file is there.
  if (!import.meta.env.FIREFOX) return backups.openBackupPage(facts);
  try {
    const url = URL.createObjectURL(await makeFile(db, facts, () => void noteAlive()));
    await saveCopy(url);
    URL.revokeObjectURL(url);
  } catch (error) {
    await noteFailure(failureOf(error, db));
  }
}

/** Takes the finished file to the downloads folder and deletes what is more than a person wants to keep. */
export async function saveCopy(url: string): Promise<Result<null>> {
  const now = Date.now();
  const name = `clipsheet-backup-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}.zip`;
  const saved = await backups.saveBackup(url, name);
  if (!saved.ok) await noteFailure(saved.failure);
  else {
    const { files } = await backups.loadBackupState();
    const { bytes, ...file } = saved.value;
    const { keep } = (await loadSettings()).backup;
    const { kept, gone } = ageOut([...files, { ...file, at: now }], keep);
    await backups.noteBackup({ files: kept, lastAt: now, lastBytes: bytes, startedAt: null, failed: null });
    for (const file of gone) await backups.deleteBackup(file);
  }
  void backups.closeBackupPage();
  return ok(null);
}

/** A copy that gives no sign for long is taken for lost, and begun again. */
export const noteAlive = (): Promise<void> => backups.noteBackup({ startedAt: Date.now() });

export async function noteFailure(failure: Failure): Promise<void> {
  await backups.noteBackup({ startedAt: null, failed: { at: Date.now(), failure } });
  void backups.closeBackupPage();
}
