/** Injected on the click: reads the page into a `PageReading`, which is the value of the script. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handover } from '../lib/extract/handover';
import { readPage } from '../lib/extract/read-page';
import { cloneSelection } from '../lib/extract/selection';
import { shadowRootOf } from '../lib/extract/shadow-root-of';
import type { PageReading } from '../lib/model/page-reading';

export default defineUnlistedScript((): PageReading => {
  const world = globalThis as Handover;
  const orders = world.__clipsheet;
  delete world.__clipsheet; // for one run only
  // An empty selection gives an empty reading: whoever asked for some words is not given the page.
  const selection = orders?.mode === 'selection' ? (cloneSelection(getSelection()) ?? new DocumentFragment()) : null;
  return readPage(document, { selection, shadowRootOf, now: () => performance.now(), find: orders?.find });
});
