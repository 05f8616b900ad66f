/** Lines of a text with their numbers. */

/** Longer lines are cut: nothing that is read by lines has such. */
const longestLine = 2 ** 20;

/** Every line of a text that comes in pieces, numbered from 1. */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<{ text: string; line: number }> {
  let line = 1;
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const text of lines) yield { text, line: line++ };
  }
  if (rest) yield { text: rest, line };
}
