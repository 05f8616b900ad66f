/** What handlers answer when the database refuses. */
import type { Result } from '../../lib/model/result';
import type { Database } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';

/** A result in which what the database threw is a failure like any other. */
export async function guarded<T>(db: Database, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const result = await attempt(db, work);
  return result.ok ? result.value : result;
}
