/** The clip that a popup asked for before anything else of it was loaded (see entrypoints/clip-first.ts). */
import { type ClipId, newId } from '../model/ids';
import type { ClipOutcome } from '../model/requests';
import type { Result } from '../model/result';
import { request } from './messages';

/** What entrypoints/clip-first.ts leaves on `globalThis`. */
export type FirstClip = { id: ClipId; answer: Promise<unknown> };

/**
 * Clips the active tab under one id. The first call of `clip` waits for the request that is on its way already; another call, or a first one
 * without answer, asks again with the same id, so that no page is clipped twice.
 */
export function createFirstClip(): { id: ClipId; clip: () => Promise<Result<ClipOutcome>> } {
  const first = (globalThis as { clipsheetFirstClip?: FirstClip }).clipsheetFirstClip;
  const id = first?.id ?? newId<ClipId>();
  let waiting = first?.answer;
  const clip = async () => {
    const answer = await waiting?.catch(() => undefined);
    waiting = undefined;
    return isOutcome(answer) ? answer : request('clip-tab', { id });
  };
  return { id, clip };
}

function isOutcome(answer: unknown): answer is Result<ClipOutcome> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
