/** What handlers answer when the database refuses. */
import type { Failure } from '../../lib/model/failure';
import { fail, type Result } from '../../lib/model/result';
import { noteProblem } from '../../lib/platform/problem-log';
import { activeTab, type OpenTab } from '../../lib/platform/tabs';
import type { Database } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';

/** A result in which what the database threw is a failure like any other. */
export async function guarded<T>(db: Database, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const result = await attempt(db, work);
  if (!result.ok && isWorthNoting(result.failure)) await noteProblem('background', result.failure.detail);
  return result.ok ? result.value : result;
}

/** The same with the tab in front, or the one that was in front at a moment: milliseconds since the epoch. */
export function inTabInFront<T>(
  db: Database,
  work: (tab: OpenTab) => Promise<Result<T>>,
  since?: number,
): Promise<Result<T>> {
  return guarded(db, async () => {
    const tab = await activeTab(since);
    return tab ? work(tab) : fail({ kind: 'not-clippable', reason: 'browser-page' });
  });
}

/** What a sentence to the person does not explain. */
const isWorthNoting = (failure: Failure): failure is Extract<Failure, { detail: string }> =>
  failure.kind === 'unexpected' || failure.kind === 'database-unavailable';
