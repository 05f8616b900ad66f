/** Injected when a person asks for it: reads the block they pointed at, the whole page, or the article's next page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handover } from '../lib/extract/handover';
import { readBlock, readWhole } from '../lib/extract/read-by-hand';
import { readNextPage } from '../lib/extract/read-next-page';
import { shadowRootOf } from '../lib/extract/shadow-root-of';
import type { JoinedPage, PageReading } from '../lib/model/page-reading';

export default defineUnlistedScript((): PageReading | Promise<JoinedPage | null> | null => {
  const world = globalThis as Handover;
  const { __clipsheetByHand: asked, __clipsheetBlock: block } = world;
  delete world.__clipsheetByHand;
  const now = () => performance.now();
  if (!asked) return null;
  if (asked.mode === 'next') return readNextPage(document, asked, { fetch: (...given) => fetch(...given), now });
  if (asked.mode === 'whole') return readWhole(document, { shadowRootOf, now });
  delete world.__clipsheetBlock;
  return block?.isConnected ? readBlock(document, block, { shadowRootOf, now }) : null;
});
