/** What the parts of a highlighter share while it is on a page. */
import type { AnnotationId, HighlightColour } from '../../model/annotation';
import type { Ask } from './ask';
import type { BarPart } from './bar';
import type { createEdits } from './edits';
import type { PageHighlights } from './page-highlights';
import type { PageText } from './page-text';
import type { Selected } from './selected';
import type { Surface } from './surface';
import type { HighlighterWords } from './words';

export type Session = {
  view: Window & typeof globalThis;
  words: HighlighterWords;
  ask: Ask;
  text: PageText;
  highlights: PageHighlights;
  edits: ReturnType<typeof createEdits>;
  surface: Surface;
  now: {
    /** The colour that was taken last. */
    colour: HighlightColour;
    /** Whether words that are selected get the bar. */
    isActive: boolean;
    /** What the bar is at: words that are selected, or a highlight. */
    at: { selected: Selected; id: null } | { selected: null; id: AnnotationId } | null;
    /** The field of the bar that a person has opened. */
    part: BarPart;
  };
};

/** Says what went wrong; null, for whoever wanted something. */
export function complain({ surface }: Session, problem: string): null {
  surface.tell(problem, 'problem');
  return null;
}
