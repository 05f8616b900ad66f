/** The library as a backup file, wherever there is a database: Chromium's page without a view, Firefox's background. */
import { writeArchive } from '../../lib/exchange/archive/write-archive';
import { extensionVersion } from '../../lib/platform/pages';
import { toBlob } from '../../lib/platform/save-stream';
import type { Database } from '../../lib/store/database';
import { readRecords } from '../../lib/store/records';

/** Milliseconds between signs of life: browsers stop a background that hears nothing for half a minute. */
const interval = 10_000;

/** The whole library with these settings. Throws what the database throws; `alive` is called now and then. */
export function makeFile(db: Database, settings: object, alive: () => void): Promise<Blob> {
  const now = Date.now();
  let last = now;
  const progress = () => {
    if (Date.now() - last < interval) return;
    last = Date.now();
    alive();
  };
  const read: Parameters<typeof writeArchive>[0]['read'] = (table, pageSize) => readRecords(db, table, pageSize);
  const source = { read, settings, scope: 'library' as const, generator: extensionVersion(), now, progress };
  return toBlob(writeArchive(source), 'application/zip', new AbortController().signal);
}
