/** The page without a view in which Chromium makes the backup file: its worker cannot make an address for one. */
import { request } from '../../lib/platform/messages';
import { openDatabase } from '../../lib/store/database';
import { failureOf } from '../../lib/store/failures';
import { type BackupFacts, makeFile } from './make-file';

const db = openDatabase();
try {
  // Such a page can send messages and no more: settings and the version come with its address.
  const facts: BackupFacts = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const file = await makeFile(db, facts, () => void request('backup-alive', {}));
  await request('save-backup', { url: URL.createObjectURL(file) });
} catch (error) {
  await request('backup-failed', { detail: JSON.stringify(failureOf(error, db)) });
}
