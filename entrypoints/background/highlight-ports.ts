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
