/** The page without a view in which Chromium makes the backup file: its worker cannot make an address for one. */
import { request } from '../../lib/platform/messages';
import { openDatabase } from '../../lib/store/database';
import { failureOf } from '../../lib/store/failures';
import { makeFile } from './make-file';

const db = openDatabase();
try {
  // Such a page cannot read settings: they come with its address.
  const settings: object = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const file = await makeFile(db, settings, () => void request('backup-alive', {}));
  await request('save-backup', { url: URL.createObjectURL(file) });
} catch (error) {
  await request('backup-failed', { detail: JSON.stringify(failureOf(error, db)) });
}
