/**
 * The first thing the popup runs: asks for the clip before views or libraries are loaded, so that a popup which closes
 * at once has clipped all the same. A script of its own, because a module waits for everything it imports.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type ClipId, newId } from '../lib/model/ids';
import type { FirstClip } from '../lib/platform/first-clip';

type Runtime = { sendMessage(message: object): Promise<unknown> };

export default defineUnlistedScript(() => {
  // Both browsers have promises here; the polyfill would be ten times the size of this script.
  const { chrome } = globalThis as unknown as { chrome: { runtime: Runtime } };
  const id = newId<ClipId>();
  const first: FirstClip = { id, answer: chrome.runtime.sendMessage({ request: 'clip-tab', input: { id } }) };
  // Waited for by the popup; until then a refusal is not an error nobody handles.
  first.answer.catch(() => undefined);
  Object.assign(globalThis, { clipsheetFirstClip: first });
});
