/** What the benchmark runs in a page that has just been opened: the search, and nothing of what fills a library. */
import { openDatabase } from '../../../lib/store/database';
import { searchClips } from '../../../lib/store/search';
import { ask } from './ask';
import type { Query } from './truth.mjs';

/** The first answer of a page that has just been opened: milliseconds since its navigation began. */
export async function firstAnswer(query: Query): Promise<{ at: number; total: number }> {
  const { total } = await searchClips(openDatabase(), ask(query), { limit: 50 });
  return { at: performance.now(), total };
}
