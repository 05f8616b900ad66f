/** What became of the latest clips that popups asked for: edits made before the answer need to know whose they are. */
import type { ClipId } from '../model/ids';
import type { ClipOutcome } from '../model/requests';
import { fail, type Result } from '../model/result';

/** Popups live one at a time; more than one is remembered only for those that closed while the worker woke up. */
const remembered = 8;

/**
 * Remembers outcomes by the id that was asked for, for as long as the worker lives. That is long enough: it stays
 * awake while messages wait, and a popup that is still open sends its edits again with the answer.
 */
export function createTabClips(clip: (id: ClipId) => Promise<Result<ClipOutcome>>) {
  const outcomes = new Map<ClipId, Promise<Result<ClipOutcome>>>();
  return {
    /** Clips, or gives the outcome of having done so: asked again it tells the clip as it was found, before any edit. */
    clip(id: ClipId): Promise<Result<ClipOutcome>> {
      const known = outcomes.get(id);
      if (known) return known;
      const outcome = clip(id);
      outcomes.set(id, outcome);
      void outcome.then(
        (result) => !result.ok && outcomes.delete(id),
        () => outcomes.delete(id),
      );
      for (const old of [...outcomes.keys()].slice(0, -remembered)) outcomes.delete(old);
      return outcome;
    },
    /** The outcome once it is there; `not-found` when nobody has asked for such a clip. */
    outcome: async (id: ClipId): Promise<Result<ClipOutcome>> => outcomes.get(id) ?? fail({ kind: 'not-found' }),
  };
}
