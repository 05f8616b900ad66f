/** Joins capture with the page in a tab: how it is read, in whichever way, and asked for its images. */
import type { CapturePorts } from '../../lib/capture/ports';
import { makeDraft } from '../../lib/extract/make-draft';
import { findRule } from '../../lib/extract/sites/find-rule';
import { ok } from '../../lib/model/result';
import {
  describeImageInPage,
  fetchImagesInPage,
  lookAgain,
  readByHand,
  readNextPage,
  readPage,
} from '../../lib/platform/scripting';

export const pagePorts: CapturePorts['page'] = {
  read: async (tab, mode) => {
    if (mode === 'block' || mode === 'whole') {
      const chosen = await readByHand(tab.id, mode);
      return chosen.ok ? ok(makeDraft(chosen.value)) : chosen;
    }
    const rule = findRule(tab.url);
    const read = await readPage(tab.id, mode, rule);
    return read.ok ? ok(makeDraft(read.value.reading, { rule, signs: read.value.signs })) : read;
  },
  readNext: (tab, url, html) => readNextPage(tab.id, { url, html, rule: findRule(tab.url) }),
  lookAgain: (tab, asked) => lookAgain(tab.id, asked),
  fetchImages: fetchImagesInPage,
  describeImage: describeImageInPage,
};
