/** A highlight where it is in a document. */
import type { AnnotationId, HighlightColour } from '../model/annotation';

export type Painted = { id: AnnotationId; colour: HighlightColour; ranges: readonly Range[] };
