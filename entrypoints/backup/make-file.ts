/** The library as a backup file, wherever there is a database: Chromium's page without a view, Firefox's background. */
import { writeArchive } from '../../lib/exchange/archive/write-archive';
import { toBlob } from '../../lib/platform/save-stream';
import type { Database } from '../../lib/store/database';
import { readRecords } from '../../lib/store/records';

/** Milliseconds between signs of life: browsers stop a background that hears nothing for half a minute. */
const interval = 10_000;

/** What the file says beside the library. Plain data: it travels in the address of Chromium's page. */
export type BackupFacts = { settings: object; generator: string };

/** The whole library with these facts. Throws what the database throws; `alive` is called now and then. */
export function makeFile(db: Database, facts: BackupFacts, alive: () => void): Promise<Blob> {
  const now = Date.now();
  let last = now;
  const progress = () => {
    if (Date.now() - last < interval) return;
    last = Date.now();
    alive();
  };
  const read: Parameters<typeof writeArchive>[0]['read'] = (table, pageSize) => readRecords(db, table, pageSize);
  const source = { ...facts, read, scope: 'library' as const, now, progress };
  return toBlob(writeArchive(source), 'application/zip', new AbortController().signal);
}
