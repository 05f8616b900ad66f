/** The marks that bookmark files are made of, one after the other with their lines: no tree of the whole file is made. */

import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

export type Mark = {
  /** Lower case; `/dl` for an end. Of links and headings there is no end: their text is in the mark. */
  name: string;
  /** Lower-case names. */
  attributes: ReadonlyMap<string, string>;
  /** Text within a link or heading; for every other mark the text behind it. */
  text: string;
  line: number;
};

// No `<` in an attribute and no mark within a link: what was never closed ends there, and reading stays linear.
const attribute = `(?:"[^"<]*"|'[^'<]*'|[^>"'<])*`;
const inside = String.raw`(?:(?!<\/?(?:a|dt|dl|dd|li|h[1-6])\b)[\s\S])*?`;
const mark = new RegExp(
  String.raw`<(?:(a|h[1-6])\b(${attribute})>(${inside})<\/\1\s*>|(\/?(?:dl|dt|dd|ul|ol|li))\b${attribute}>([^<]*))`,
  'giu',
);
/** An icon in an attribute may be large; nothing else is. */
const longestMark = 2 * 2 ** 20;

const parser = unified().use(rehypeParse, { fragment: true });

/** The links, headings and lists of a text that comes in pieces. */
export async function* readMarks(pieces: AsyncIterable<string>): AsyncGenerator<Mark> {
  let rest = '';
  let line = 1;
  const take = function* (last: boolean): Generator<Mark> {
    const pattern = new RegExp(mark);
    let done = 0;
    for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
      // What reaches the end of the piece may go on behind it.
      if (!last && found.index + found[0].length === rest.length) break;
      line += countLines(rest.slice(done, found.index));
      yield readMark(found, line);
      line += countLines(found[0]);
      done = found.index + found[0].length;
    }
    // What is left may be the beginning of a mark.
    const from = last ? rest.length : Math.max(done, rest.length - longestMark);
    if (from > done) line += countLines(rest.slice(done, from));
    rest = rest.slice(from);
  };
  for await (const piece of pieces) {
    rest += piece;
    yield* take(false);
  }
  yield* take(true);
}

function readMark(found: RegExpExecArray, line: number): Mark {
  const [, name, attributes = '', inner = '', other = '', behind = ''] = found;
  if (!name) return { name: other.toLowerCase(), attributes: new Map(), text: decodeText(behind), line };
  // Icons are long, and nobody wants them.
  const plain = attributes.replace(/\sicon(?:_uri)?\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/giu, '');
  const element = parser.parse(`<a ${plain}>${inner}</a>`).children[0];
  const properties = element?.type === 'element' ? element.properties : {};
  return {
    name: name.toLowerCase(),
    attributes: new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), textValue(value)])),
    text: element ? textOf(element).trim() : '',
    line,
  };
}

const textValue = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''));

function decodeText(html: string): string {
  const text = html.trim();
  return text.includes('&') ? textOf(parser.parse(text)).trim() : text;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
