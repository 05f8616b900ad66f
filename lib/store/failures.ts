/** What the database throws, as failures a person can be told. */
import { type Failure, unexpected } from '../model/failure';
import { fail, ok, type Result } from '../model/result';
import { type Database, NewerDatabaseError } from './database';

/**
 * The failure behind an error thrown by any function of the store. Dexie hides the cause of an aborted transaction
 * in `inner`.
 */
export function failureOf(error: unknown, db?: Database): Failure {
  if (db?.refusal) return db.refusal;
  for (const cause of causesOf(error)) {
    if (cause instanceof NewerDatabaseError || cause.name === 'VersionError') return { kind: 'database-newer' };
    if (cause.name === 'QuotaExceededError') return { kind: 'storage-full' };
  }
  const name = error instanceof Error ? error.name : '';
  if (databaseErrors.has(name)) return { kind: 'database-unavailable', detail: unexpectedDetail(error) };
  return unexpected(error);
}

/** `work`'s value, or why the database refused it. */
export async function attempt<T>(db: Database, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(failureOf(error, db));
  }
}

const databaseErrors = new Set([
  'OpenFailedError',
  'DatabaseClosedError',
  'MissingAPIError',
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
  'UpgradeError',
]);

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let at: unknown = error; at instanceof Object && causes.length < 8; at = innerOf(at)) causes.push(at as Error);
  return causes;
}

function innerOf(error: object): unknown {
  if ('inner' in error && error.inner) return error.inner;
  return 'failures' in error && Array.isArray(error.failures) ? error.failures[0] : undefined;
}

function unexpectedDetail(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
