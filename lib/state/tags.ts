/** Tags to choose from while one types. */
import type { Tag } from '../model/tag';
import { suggestTags as findTags } from '../store/facets';
import { db } from './db';

/** Known tags for what is typed, most used first, without those that are there already. */
export function suggestTags(typed: string, except: readonly string[]): Promise<Tag[]> {
  return findTags(db, typed, except, 20);
}
