/** Pass: makes a caption a `<figcaption>` beside its image, and a marked credit a `<small>` at its end. */
import { textOf } from '../clean-text';
import { attribute, find, movedInto, select } from '../dom';
import { findByName, type Page } from '../page';
import type { PagePass } from './pass';

const captions =
  /(?:^|\s)caption(?:\s|$)|(?:image|img|photo|picture|pic|figure|gallery|slide|media|wp)[-_]*caption|caption[-_]*text|(?:img|pic|photo)[-_]?(?:desc|text|info)(?:\s|$)|tu-?shuo/iu;
const creditName = /credit|copyright|photographer|(?:photo|image|img)-source|attribution/iu;
const creditMarks = '[itemprop~="copyrightHolder"],[itemprop~="creditText"],[itemprop~="author"],cite,small';
/** How far above a caption its image may be. */
const nearest = 3;
const longest = 1000;

export const keepCaptions: PagePass = {
  name: 'keep-captions',
  reason: 'Captions in plain containers are taken for text, or lost with the widget that holds them.',
  run(page) {
    let changed = false;
    for (const caption of findByName(page.document, captions)) {
      if (caption.isConnected) changed = makeFigure(caption, page) || changed;
    }
    for (const caption of select(page.document, 'figcaption')) changed = markCredit(caption, page) || changed;
    return changed;
  },
};

/** Puts a caption and its image into a figure; false, and all as it was, where there is no such image. */
export function makeFigure(caption: Element, page: Page): boolean {
  const text = textOf(caption);
  if (!text || text.length > longest || find(caption, 'img') || caption.closest('figcaption,table caption'))
    return false;
  const figure = caption.closest('figure');
  if (figure) {
    if (find(figure, 'figcaption')) return false;
    caption.replaceWith(movedInto('figcaption', caption));
    return true;
  }
  const container = containerOf(caption);
  const image = find(container, 'img') ?? imageBefore(caption);
  if (!image) return false;
  const made = page.document.createElement('figure');
  const stand = container ?? image.parentElement;
  caption.before(made);
  made.append(image, movedInto('figcaption', caption));
  caption.remove();
  if (stand && !stand.contains(made) && textOf(stand) === '' && !find(stand, 'img')) stand.remove();
  return true;
}

/** The one image of the block right before a caption, when that block has no words. */
function imageBefore(caption: Element): Element | null {
  const block = caption.previousElementSibling;
  if (!block || textOf(block) !== '') return null;
  const images = block.localName === 'img' ? [block] : select(block, 'img');
  return images.length === 1 ? (images[0] ?? null) : null;
}

/** The nearest container that holds the caption and exactly one image, and next to no other words. */
function containerOf(caption: Element): Element | null {
  let container = caption.parentElement;
  for (let step = 0; container && step < nearest; step++, container = container.parentElement) {
    if (container.matches('body,main,article')) return null;
    const images = select(container, 'img[src]').length;
    if (images > 1) return null;
    if (images === 1) {
      const others = textOf(container).length - textOf(caption).length;
      return others <= 150 ? container : null;
    }
  }
  return null;
}

function markCredit(caption: Element, page: Page): boolean {
  const figure = caption.closest('figure');
  const credit =
    creditsIn(caption).find((element) => element.localName !== 'small' || !find(element, '*')) ??
    (figure ? creditsIn(figure) : []).find((element) => !element.contains(caption) && !find(element, 'img,figcaption'));
  const text = textOf(credit);
  if (!credit || !text || text.length > 200 || find(credit, 'img')) return false;
  if (credit.localName === 'small' && credit.parentElement === caption) return false;
  // All of it may be marked so: then it is a caption.
  if (text === textOf(caption) && !/credit|copyright|©|photo|图/iu.test(`${credit.className} ${text}`)) return false;
  const small = page.document.createElement('small');
  small.textContent = text;
  credit.remove();
  caption.append(' ', small);
  return true;
}

function creditsIn(scope: Element): Element[] {
  return select(scope, '*').filter(
    (element) => creditName.test(attribute(element, 'class')) || element.matches(creditMarks),
  );
}
