/** Joins highlighting with the store. */
import type { HighlightPorts } from '../../lib/capture/highlighting';
import type { CapturePorts } from '../../lib/capture/ports';
import {
  deleteAnnotation,
  editAnnotation,
  getAnnotation,
  listAnnotations,
  putAnnotation,
} from '../../lib/store/annotations';
import type { Database } from '../../lib/store/database';
import { suggestTags } from '../../lib/store/facets';

export function createHighlightPorts(db: Database, capture: CapturePorts): HighlightPorts {
  return {
    capture,
    annotations: {
      list: (clipId) => listAnnotations(db, clipId),
      get: (id) => getAnnotation(db, id),
      put: (annotation) => putAnnotation(db, annotation),
      edit: async (id, patch) => void (await editAnnotation(db, id, patch, Date.now())),
      remove: async (id) => void (await deleteAnnotation(db, id)),
    },
  };
}

/** Names of known tags for what is typed in a page. A few: a page should not learn all. */
export async function suggestNames(
  db: Database,
  asked: { typed: string; except: readonly string[] },
): Promise<string[]> {
  return (await suggestTags(db, asked.typed, asked.except, 6)).map(({ name }) => name);
}
