/**
 * The first thing the library runs: wakes the browser's storage, which in a browser that has just been started takes as
 * long as all the code of the page. A script of its own, because a module waits for everything it imports.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {
  // What is wrong with the storage is told by who opens the database.
  indexedDB.databases().catch(() => undefined);
});
