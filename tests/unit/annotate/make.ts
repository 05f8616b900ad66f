/** Annotations for tests. */
import type { Annotation, AnnotationId } from '../../../lib/model/annotation';
import type { ClipId } from '../../../lib/model/ids';

/** A highlight of these words, with what a test names. */
export function aHighlight(exact: string, fields: Partial<Annotation> = {}): Annotation {
  return {
    id: `h${exact.length}` as AnnotationId,
    clipId: 'clip-a' as ClipId,
    target: {
      kind: 'text',
      source: 'https://news.example.com/a',
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: null,
      range: null,
    },
    note: '',
    tags: [],
    colour: 'yellow',
    createdAt: 1,
    updatedAt: 2,
    ...fields,
  };
}
