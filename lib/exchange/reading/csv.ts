/** CSV row by row, with the line each row starts in: Papa Parse reads the rows, this finds where a bad one ends. */
import Papa from 'papaparse';

export type Row = {
  fields: string[];
  /** From 1. */
  line: number;
  /** A quote that is opened and never closed: only its own line is lost. */
  broken: boolean;
};

/** A window grows until a row fits; a "row" beyond the largest is a quote that was never closed. */
const windows = { first: 32 * 1024, largest: 2 * 2 ** 20 };
/** After so many unclosed quotes, quotes mean nothing here: every line is a row. Keeps reading linear. */
const mostRunaways = 20;
const delimiters = [',', ';', '\t', '|'];

/** Every row of a text, header included; empty lines are left out. The delimiter is that of the first line. */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  const reader = new RowReader();
  for await (const piece of pieces) yield* reader.read(piece, false);
  yield* reader.read('', true);
}

class RowReader {
  #rest = '';
  #line = 1;
  #delimiter: string | null = null;
  #runaways = 0;
  #window = windows.first;

  /** The rows that are whole now; with `last` all that is left. */
  *read(piece: string, last: boolean): Generator<Row> {
    this.#rest += piece;
    let at = 0;
    while (at < this.#rest.length) {
      const window = this.#rest.slice(at, at + this.#window);
      const atEnd = at + window.length === this.#rest.length;
      if (atEnd && !last && window.length < this.#window) break;
      this.#delimiter ??= guessDelimiter(window);
      const taken = yield* this.#take(window, atEnd && last);
      at += taken;
      if (taken > 0) this.#window = windows.first;
      else if (atEnd && !last) break;
      else if (this.#window < windows.largest) this.#window *= 2;
      else at += yield* this.#giveUpLine(window);
    }
    this.#rest = this.#rest.slice(at);
  }

  /** The whole rows of a window; returns how many characters they take. */
  *#take(window: string, final: boolean): Generator<Row, number> {
    const rows: { fields: string[]; end: number; bad: boolean; open: boolean }[] = [];
    Papa.parse<string[]>(window, {
      delimiter: this.#delimiter ?? ',',
      newline: '\n',
      quoteChar: this.#runaways < mostRunaways ? '"' : '\0',
      step: ({ data, errors, meta }) => {
        const open = errors.some(({ code }) => code === 'MissingQuotes');
        rows.push({ fields: data, end: meta.cursor, bad: errors.length > 0, open });
      },
    });
    if (!final) rows.pop(); // it may go on in the next window
    let at = 0;
    for (const { fields, end, bad, open } of rows) {
      const text = window.slice(at, end);
      // A stray quote that swallowed other lines: give its first line up and begin again behind it.
      if (bad && (open || text.trimEnd().includes('\n'))) {
        if (at === 0) return yield* this.#giveUpLine(window);
        return at;
      }
      if (text.trim() !== '') yield { fields, line: this.#line, broken: false };
      this.#line += countLines(text);
      at = end;
    }
    return at;
  }

  *#giveUpLine(window: string): Generator<Row, number> {
    const end = window.indexOf('\n') + 1 || window.length;
    this.#runaways++;
    yield { fields: [window.slice(0, Math.min(end, 1000)).trim()], line: this.#line, broken: true };
    this.#line++;
    return end;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The one that cuts the first line into the most fields. */
function guessDelimiter(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const fields = (delimiter: string) => Papa.parse<string[]>(first, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return delimiters.toSorted((a, b) => fields(b) - fields(a))[0] ?? ',';
}

/** The columns of a text that begins with a header, in lower case. */
export function columnsOf(head: string): string[] {
  const first = head.trimStart().split('\n', 1)[0] ?? '';
  const row = Papa.parse<string[]>(first, { delimiter: guessDelimiter(first), preview: 1 }).data[0] ?? [];
  return row.map(columnName);
}

export const columnName = (written: string): string => written.trim().toLowerCase();
