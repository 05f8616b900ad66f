/** Registered for all sites when a person wants highlights painted at every visit: says that a page is there, no more. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

type World = { chrome?: { runtime: { sendMessage(message: object): Promise<unknown> } } };

export default defineUnlistedScript(() => {
  // Nobody answers: the background looks whether the page has highlights, and comes by itself.
  void (globalThis as World).chrome?.runtime.sendMessage({ visited: true }).catch(() => undefined);
});
