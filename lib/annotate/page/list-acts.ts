/** What is done with highlights that are there: gone to, taken away, brought back. */
import type { AnnotationId } from '../../model/annotation';
import type { PageHighlight } from '../../model/requests';
import { complain, type Session } from './session';

/** Brings the words into sight. */
export function goTo({ highlights, view }: Session, id: AnnotationId): void {
  const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  highlights.rangesOf(id)[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior });
  highlights.activate(id);
}

/** Takes it away, with a way back; it is there again when it could not be. `closeBar` where the bar may be at it. */
export async function removeHighlight(session: Session, id: AnnotationId, closeBar: () => void): Promise<void> {
  const { ask, edits, highlights, surface, words, now } = session;
  const before = highlights.get(id);
  if (!before) return;
  edits.flush();
  highlights.drop(id);
  // Before the bar goes: whoever has the focus in it keeps it beside the way back.
  surface.tell(words.deleted, 'done', () => void restore(session, before));
  if (now.at?.id === id) closeBar();
  const answer = await ask('delete-highlight', { id });
  if (answer.ok) return;
  await highlights.put(before);
  complain(session, answer.text);
}

async function restore(session: Session, before: PageHighlight): Promise<void> {
  const { ask, highlights, surface, words } = session;
  await highlights.put(before);
  surface.tell(words.restored, 'done');
  const answer = await ask('put-highlight', { highlight: before });
  if (answer.ok) return;
  highlights.drop(before.id);
  complain(session, answer.text);
}
