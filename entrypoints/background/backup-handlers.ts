/** Answers of the background about copies of the library. */
import type { Failure } from '../../lib/model/failure';
import { ok } from '../../lib/model/result';
import type { Handlers } from '../../lib/platform/messages';
import type { Database } from '../../lib/store/database';
import { backUp, noteAlive, noteFailure, saveCopy } from './backup';

export type BackupRequests = 'back-up' | 'backup-alive' | 'backup-failed' | 'save-backup';

export function backupHandlers(db: Database): Pick<Handlers, BackupRequests> {
  const done = async (work: Promise<unknown>) => {
    await work;
    return ok(null);
  };
  return {
    'back-up': async () => {
      void backUp(db, true);
      return ok(null);
    },
    'backup-alive': () => done(noteAlive()),
    'backup-failed': ({ detail }) => done(noteFailure(JSON.parse(detail) as Failure)),
    'save-backup': ({ url }) => saveCopy(url),
  };
}
