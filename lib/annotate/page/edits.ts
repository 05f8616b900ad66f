/** Edits of highlights on their way to the library: notes are joined while a person types. */
import type { AnnotationId, AnnotationPatch } from '../../model/annotation';
import type { HighlighterAnswer } from '../../model/requests';
import type { Ask } from './ask';

/** Milliseconds after the latest keystroke. */
const pause = 400;

/** Sends edits: notes when the person pauses or goes on, all else at once. `failed` when one could not be stored. */
export function createEdits(ask: Ask, failed: (answer: HighlighterAnswer & { ok: false }) => void) {
  let waiting: { id: AnnotationId; note: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = async (id: AnnotationId, patch: AnnotationPatch) => {
    const answer = await ask('edit-highlight', { id, patch });
    if (!answer.ok) failed(answer);
  };
  const flush = () => {
    clearTimeout(timer);
    if (waiting) void send(waiting.id, { note: waiting.note });
    waiting = null;
  };
  return {
    edit: (id: AnnotationId, patch: AnnotationPatch) => {
      const { note, ...others } = patch;
      if (waiting?.id !== id) flush();
      if (Object.keys(others).length > 0) void send(id, others);
      if (note === undefined) return;
      waiting = { id, note };
      clearTimeout(timer);
      timer = setTimeout(flush, pause);
    },
    flush,
  };
}
