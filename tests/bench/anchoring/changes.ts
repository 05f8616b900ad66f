/** What happens to pages after words of them were marked. Each change works on the marked page in place. */
import { readText } from '../../../lib/annotate/text-model';
import { anyMark } from './marks';

export type Random = () => number;
type Change = (root: Element, given: { random: Random; strangers: readonly string[] }) => void;

export const changes: Record<string, Change> = {
  unchanged: () => undefined,
  'page to clip': () => undefined,
  'white space and entities': respace,
  'other elements': rewrap,
  'words outside, 10 %': (root, { random }) => replaceWords(root, random, false),
  'inside the quote, 10 % of words': (root, { random }) => replaceWords(root, random, true),
  'paragraphs inserted': insertParagraphs,
  'paragraphs moved': moveParagraphs,
  'paragraphs deleted': deleteParagraphs,
};

/** Line breaks, no-break spaces and soft hyphens where there were spaces and syllables. */
function respace(root: Element, { random }: { random: Random }): void {
  for (const node of readText(root).nodes) {
    if (node.parentElement?.closest('pre')) continue;
    node.data = node.data.replace(/ /gu, () => [' ', '\n   ', '\u00a0', '  '][Math.floor(random() * 4)] ?? ' ');
    node.data = node.data.replace(/(\p{Ll}{4})(\p{Ll}{3})/gu, (all, a, b) =>
      random() < 0.05 ? `${a}\u00ad${b}` : all,
    );
  }
}

/** Text cut into pieces, some of them emphasised. */
function rewrap(root: Element, { random }: { random: Random }): void {
  for (const node of readText(root).nodes) {
    if (node.data.length < 12) continue;
    const tail = node.splitText(Math.floor(random() * node.data.length));
    if (random() < 0.5) continue;
    const wrap = root.ownerDocument.createElement(random() < 0.5 ? 'em' : 'span');
    tail.replaceWith(wrap);
    wrap.append(tail);
  }
}

const isWide = /\p{scx=Han}/u;
const pieces = /[\ue100-\ue2ff]|\p{scx=Han}|[^\P{L}\p{scx=Han}]+|\p{N}+/gu;

/** Every tenth word becomes another of the page: of marked words, at least one where there are five; or of all others. */
function replaceWords(root: Element, random: Random, inside: boolean): void {
  const { nodes } = readText(root);
  // Counted node by node, as they are replaced: an element may end within a word.
  const all = nodes.flatMap(({ data }) => data.match(pieces) ?? []);
  const words = all.filter((piece) => !anyMark.test(piece));
  const another = (like: string) => {
    const other = words[Math.floor(random() * words.length)] ?? 'word';
    return isWide.test(like) ? other.slice(0, 1) : other;
  };
  const chosen = chooseWords(all, random, inside);
  let at = 0;
  for (const node of nodes)
    node.data = node.data.replace(pieces, (piece) => (chosen.has(at++) ? another(piece) : piece));
}

/** Places of the words to replace among all pieces of a text. */
function chooseWords(all: readonly string[], random: Random, inside: boolean): Set<number> {
  const chosen = new Set<number>();
  let marked: number[] = [];
  let isOpen = false;
  for (const [at, piece] of all.entries()) {
    if (anyMark.test(piece)) {
      isOpen = piece.charCodeAt(0) % 2 === 0;
      if (!isOpen && inside && marked.length >= 5)
        for (let left = Math.round(marked.length / 10) || 1; left > 0; left--)
          chosen.add(marked.splice(Math.floor(random() * marked.length), 1)[0] ?? -1);
      marked = [];
    } else if (isOpen) marked.push(at);
    else if (!inside && random() < 0.1) chosen.add(at);
  }
  return chosen;
}

function paragraphsOf(root: Element): Element[] {
  return [...root.querySelectorAll('p,li,h2,h3')].filter((one) => (one.textContent ?? '').length > 40);
}

/** Texts of other pages between the paragraphs. */
function insertParagraphs(
  root: Element,
  { random, strangers }: { random: Random; strangers: readonly string[] },
): void {
  for (const paragraph of paragraphsOf(root)) {
    if (random() < 0.7) continue;
    const stranger = root.ownerDocument.createElement('p');
    stranger.textContent = strangers[Math.floor(random() * strangers.length)] ?? '';
    paragraph.before(stranger);
  }
}

/** Every fifth paragraph changes places with another. */
function moveParagraphs(root: Element, { random }: { random: Random }): void {
  const paragraphs = paragraphsOf(root).filter(({ localName }) => localName === 'p');
  for (const paragraph of paragraphs) {
    const other = paragraphs[Math.floor(random() * paragraphs.length)];
    if (random() > 0.2 || !other || other.contains(paragraph) || paragraph.contains(other)) continue;
    other.after(paragraph);
  }
}

/** Every fifth paragraph goes, with what was marked in it. */
function deleteParagraphs(root: Element, { random }: { random: Random }): void {
  for (const paragraph of paragraphsOf(root)) if (random() < 0.2) paragraph.remove();
}
