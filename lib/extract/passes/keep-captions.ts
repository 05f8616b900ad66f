/** Pass: makes a caption a `<figcaption>` beside its image, and a marked credit a `<small>` at its end. */
import { textOf } from '../clean-text';
import { attribute, find, movedInto, nameOf, select, unwrap } from '../dom';
import { isContentImage, leadsAway } from '../figures';
import { findByName, type Page } from '../page';
import type { PagePass } from './pass';

const captions =
  /caption(?!s?[-_]?(?:track|button|btn|toggle))|(?:img|pic|photo|image)[-_]*(?:desc(?:ription)?|text|info|legende?)(?:\s|$)|legende|bildunterschrift|bildtext|tu-?shuo/giu;
const creditName = /credit|copyright|photographer|(?:photo|image|img)-source|attribution/iu;
const creditMarks = '[itemprop~="copyrightHolder"],[itemprop~="creditText"],[itemprop~="author"],cite,small';
/** How far above a caption its image may be. */
const nearest = 3;
const longest = 1000;
/** Of words that nothing calls a caption, and how many containers around the image are looked at. */
const longestBeside = 350;
const furthest = 4;
const promotion = /newsletter|subscri|sign up|log ?in|free account|daily email|advertis|anzeige|推荐阅读|扫码|二维码/iu;

export const keepCaptions: PagePass = {
  name: 'keep-captions',
  reason: 'Captions in plain containers are taken for text, or lost with the widget that holds them.',
  run(page) {
    let changed = false;
    const marked = select(page.document, 'figcaption').filter((caption) => !caption.closest('figure'));
    for (const caption of [...marked, ...findByName(page.document, captions)]) {
      if (caption.isConnected && !page.isLate?.()) changed = makeFigure(caption, page) || changed;
    }
    for (const image of select(page.document, 'img')) {
      if (page.isLate?.()) break;
      if (!isContentImage(image)) continue;
      changed = captionBeside(image, page) || captionBelow(image, page) || changed;
    }
    for (const caption of select(page.document, 'figcaption')) {
      changed = markCredit(caption, page) || changed;
      // Readability goes by names and takes a caption called "footer" for no part of the article; and what repeats the
      // `alt` is often hidden from those who hear it.
      for (const part of [caption, ...select(caption, '*')]) {
        for (const name of ['class', 'id', 'style', 'hidden', 'aria-hidden']) part.removeAttribute(name);
      }
    }
    return changed;
  },
};

/** Words that stand alone with an image in a container are its caption, whatever the container is called. */
function captionBeside(image: Element, page: Page): boolean {
  if (image.closest('figcaption,p,td,nav,aside,footer')) return false;
  if (find(image.closest('figure'), 'figcaption') || leadsAway(image.closest('a[href]'), page)) return false;
  let inner = image;
  for (let step = 0; step < furthest && inner.parentElement; step++) {
    const outer: Element = inner.parentElement;
    if (outer.matches('body,main,article,section,li,header') || select(outer, 'img').length > 1) return false;
    const text = textOf(outer);
    if (text !== '') return text.length <= longestBeside && wrapBeside(outer, inner, image, page);
    if (outer.localName === 'a') return false;
    inner = outer;
  }
  return false;
}

const chineseMark =
  /^[(（【[]?\s*(?:[▲△▼↑]|(?:资料|資料|上|下|题|配)?[图圖](?:[:：为為片一二三四五\d]|源))|(?:摄|攝|供图|供圖|资料图?|图源[:：]?\S{0,12}|视觉中国)\s*[)）\]】]?$/u;
const longestBelow = 80;

/** In Chinese pages a caption is the short, centred line below a picture, or says of itself that it is one. */
function captionBelow(image: Element, page: Page): boolean {
  if (!image.isConnected || image.closest('figure,td,nav,aside,footer')) return false;
  let block = image;
  while (
    block.parentElement &&
    textOf(block.parentElement) === '' &&
    !block.parentElement.matches('body,article,main')
  ) {
    block = block.parentElement;
  }
  const below = block.nextElementSibling;
  const text = textOf(below);
  if (!below?.matches('p,div,span,center,i,em,strong') || text.length < 2 || text.length > longestBelow) return false;
  const isCentred = /center/iu.test(`${attribute(below, 'style')} ${attribute(below, 'align')} ${nameOf(below)}`);
  const isHan = /\p{Script=Han}/u.test(text);
  if (
    find(below, 'img,a,h1,h2,h3') ||
    !(isHan ? isCentred || chineseMark.test(text) : isCentred && !/[.!?]$/u.test(text))
  )
    return false;
  const figure = page.document.createElement('figure');
  block.before(figure);
  figure.append(image, movedInto('figcaption', below));
  below.remove();
  if (block !== image && !find(block, 'img')) block.remove();
  return true;
}

function wrapBeside(outer: Element, inner: Element, image: Element, page: Page): boolean {
  if (find(outer, 'h1,h2,h3,h4,h5,time,ul,ol,table,button,video,iframe')) return false;
  const linked = select(outer, 'a').reduce((sum, link) => sum + textOf(link).length, 0);
  if (linked * 2 > textOf(outer).length || promotion.test(textOf(outer))) return false;
  const caption = page.document.createElement('figcaption');
  inner.remove();
  caption.append(...outer.childNodes);
  const figure = outer.localName === 'figure' ? outer : page.document.createElement('figure');
  figure.append(image, caption);
  if (figure !== outer) outer.append(figure);
  return true;
}

export function makeFigure(caption: Element, page: Page): boolean {
  const text = textOf(caption);
  if (
    !text ||
    text.length > longest ||
    find(caption, 'h1,h2') ||
    (caption.localName !== 'figcaption' && caption.closest('figcaption')) ||
    caption.closest('table caption')
  )
    return false;
  const inside = select(caption, 'img');
  if (inside.length > 0) return inside.length === 1 && wrapInside(caption, inside[0] as Element, page);
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

/** A block called a caption that holds the image too: what else is in it is the caption. */
function wrapInside(block: Element, image: Element, page: Page): boolean {
  if (block.matches('figure,body,main,article') || block.closest('figure') || !isContentImage(image)) return false;
  const figure = page.document.createElement('figure');
  block.before(figure);
  image.remove();
  figure.append(image, movedInto('figcaption', block));
  block.remove();
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
  if (text === textOf(caption) && !/credit|copyright|©|photo|图/iu.test(`${credit.className} ${text}`)) {
    if (credit.localName === 'small') unwrap(credit);
    return false;
  }
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
