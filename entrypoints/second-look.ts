/** Injected when a page's text has been stored: looks at the page once more, and says what would be better. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handover } from '../lib/extract/handover';
import { lookAgain } from '../lib/extract/second-look/look-again';
import { shadowRootOf } from '../lib/extract/shadow-root-of';
import type { SecondLook } from '../lib/model/page-reading';

export default defineUnlistedScript((): SecondLook | null => {
  const world = globalThis as Handover;
  const asked = world.__clipsheetAgain;
  delete world.__clipsheetAgain;
  return asked ? lookAgain(document, asked, { shadowRootOf, now: () => performance.now() }) : null;
});
