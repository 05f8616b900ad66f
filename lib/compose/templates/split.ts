/** Splits a template into words and tags, before anybody asks what the tags say. */
import type { Mistake, Span } from './tree';

export type Piece = Span & ({ kind: 'words'; text: string } | { kind: 'print' | 'act'; inside: Span });

const closings = { '{{': '}}', '{%': '%}', '{#': '#}' } as const;
type Opening = keyof typeof closings;
const kinds = { '{{': 'print', '{%': 'act' } as const;

/**
 * The pieces of a template in order; comments (`{# … #}`) are left out. A line with nothing but one `{% … %}` or a
 * comment on it goes with its line break, so that what is arranged over several lines leaves no empty ones behind.
 */
export function splitTemplate(text: string): { pieces: Piece[]; mistakes: Mistake[] } {
  const pieces: Piece[] = [];
  const mistakes: Mistake[] = [];
  let from = 0;
  const addWords = (to: number) => {
    if (to > from) pieces.push({ kind: 'words', text: text.slice(from, to), start: from, end: to });
  };
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const opening = text.slice(at, at + 2);
    if (!isOpening(opening)) {
      at++;
      continue;
    }
    const close = findClosing(text, at + 2, opening);
    if (close < 0) {
      mistakes.push({ kind: 'unclosed-tag', opening, start: at, end: endOfLine(text, at) });
      addWords(at);
      from = endOfLine(text, at);
      at = from;
      continue;
    }
    const end = close + 2;
    const line = opening === '{{' ? null : wholeLine(text, at, end);
    addWords(line?.start ?? at);
    if (opening !== '{#') pieces.push({ kind: kinds[opening], start: at, end, inside: { start: at + 2, end: close } });
    from = line?.end ?? end;
    at = from;
  }
  addWords(text.length);
  return { pieces, mistakes };
}

function isOpening(text: string): text is Opening {
  return Object.hasOwn(closings, text);
}

/** Marks around a text; Chinese keyboards give the curved ones. */
export const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

/**
 * Where the tag ends, -1 when it does not. What stands in quotation marks on one line is not looked at, and a tag that
 * was never closed does not swallow the next one.
 */
function findClosing(text: string, from: number, opening: Opening): number {
  const closing = closings[opening];
  if (opening === '{#') return text.indexOf(closing, from);
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(closing, at)) return at;
    if (isOpening(text.slice(at, at + 2))) return -1;
    const closed = quotes[text.charAt(at)];
    const end = closed === undefined ? -1 : text.indexOf(closed, at + 1);
    if (end > 0 && end < endOfLine(text, at)) at = end;
  }
  return -1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The line around a tag, its break included, when nothing else stands on it. */
function wholeLine(text: string, start: number, end: number): Span | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  if (text.slice(lineStart, start).trim() !== '' || text.slice(end, lineEnd).trim() !== '') return null;
  return { start: lineStart, end: Math.min(text.length, lineEnd + 1) };
}
