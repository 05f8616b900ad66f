/** Injected beside `clipper.js`: what around the article says that its text may not be all. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handover } from '../lib/extract/handover';
import { readSigns } from '../lib/extract/read-signs';
import type { PageSigns } from '../lib/model/page-reading';

export default defineUnlistedScript(
  (): PageSigns => readSigns(document, (globalThis as Handover).__clipsheet?.rule?.next),
);
