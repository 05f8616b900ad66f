/** The images of a clip, listed from its own HTML, so that the list and the text can never disagree. */
import type { ImageDraft, ImageRole } from '../model/clip';
import { cleanText, textOf } from './clean-text';
import { attribute, find, select } from './dom';
import { sizeOf } from './figures';

const smallestRun = 20;

/**
 * In the order of the text. An image before the first words is the lead; two or more with nothing but other pictures
 * behind them are a gallery.
 */
export function listImages(body: Element): ImageDraft[] {
  const images = select(body, 'img');
  const roles = rolesOf(body, images);
  return images.map((image, index) => draftOf(image, roles[index] ?? 'body'));
}

function draftOf(image: Element, role: ImageRole): ImageDraft {
  const caption = captionOf(image);
  const credit = find(caption, 'small');
  const creditText = textOf(credit);
  const copy = caption?.cloneNode(true) as Element | undefined;
  for (const small of copy ? select(copy, 'small') : []) small.remove();
  return {
    url: attribute(image, 'src'),
    role,
    caption: textOf(copy),
    credit: creditText.replace(/^(?:image |photo )?credit\s*[:：]\s*/iu, ''),
    alt: cleanText(attribute(image, 'alt')),
    width: sizeOf(image, 'width'),
    height: sizeOf(image, 'height'),
  };
}

/** The caption of the image's own figure; a figure with several images shares its caption with the last. */
function captionOf(image: Element): Element | null {
  const figure = image.closest('figure');
  if (!figure) return null;
  const own = (selector: string) => select(figure, selector).filter((element) => element.closest('figure') === figure);
  const [captions, images] = [own('figcaption'), own('img')];
  if (captions.length === images.length) return captions[images.indexOf(image)] ?? null;
  return images.at(-1) === image ? (captions.at(-1) ?? null) : null;
}

function rolesOf(body: Element, images: readonly Element[]): ImageRole[] {
  if (images.length === 0) return [];
  const [start, end] = [lookAround(body, 'nextNode'), lookAround(body, 'previousNode')];
  const isGallery = end.nodes.size > 1 || start.words === 0;
  return images.map((image, index) => {
    if (end.nodes.has(image) && isGallery) return 'gallery';
    return start.nodes.has(image) && index === 0 ? 'lead' : 'body';
  });
}

/** The images before the first words, or with `previousNode` behind the last, and how many characters were seen. */
function lookAround(body: Element, step: 'nextNode' | 'previousNode'): { nodes: Set<Node>; words: number } {
  const nodes = new Set<Node>();
  let words = 0;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  if (step === 'previousNode') while (walker.lastChild());
  for (let node: Node | null = walker.currentNode; node && words < smallestRun; node = walker[step]()) {
    if ((node as Element).localName === 'img') nodes.add(node);
    else if (node.nodeType === Node.TEXT_NODE && !node.parentElement?.closest('figcaption'))
      words += cleanText(node.nodeValue).length;
  }
  return { nodes, words };
}
