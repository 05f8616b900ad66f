/** Pass: cuts consent dialogs and other layers that lie over the page. */
import { find, nameOf, select } from '../dom';
import { findByName } from '../page';
import type { PagePass } from './pass';

const dialogs = '[role="dialog"],[role="alertdialog"],[aria-modal="true"],dialog';
const consent = /cookie|consent|gdpr|onetrust|didomi|usercentrics|qc-cmp|sp_message|cmplz/iu;
const layers = new RegExp(`${consent.source}|modal|popup|lightbox`, 'giu');
/** A layer holds less than this share of the page's words. */
const greatestShare = 0.3;

export const cutOverlays: PagePass = {
  name: 'cut-overlays',
  reason: 'A long consent dialog can outweigh the article and be taken for it.',
  run(page) {
    let changed = false;
    let total = -1;
    for (const element of [...select(page.document, dialogs), ...findByName(page.document, layers)]) {
      if (!element.isConnected || page.isLate?.()) continue;
      if (total < 0) total = page.document.body?.textContent?.length ?? 0;
      if (!isLayer(element, total)) continue;
      element.remove();
      changed = true;
    }
    return changed;
  },
};

/** Guards: the page's frame may carry such a class (`has-cookie-bar`), and articles are written about cookies. */
function isLayer(element: Element, total: number): boolean {
  if (element.matches(':root,body,main,article,h1,h2,h3,p,figure,img,a,picture,time')) return false;
  if (find(element, 'h1,article,main,[itemprop="articleBody"]') || element.closest('article p')) return false;
  const isDialog = element.matches(dialogs);
  const length = element.textContent?.length ?? 0;
  if (isDialog || consent.test(nameOf(element)))
    return length < total * (isDialog ? 0.6 : greatestShare) || total < 400;
  // A "modal" or "lightbox" with pictures may be the article's gallery.
  return length < total * greatestShare && !find(element, 'img,figure') && !element.closest('article');
}
