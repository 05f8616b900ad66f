/** A few sentences that say what an article is about. */

const longest = 300;
const sentenceEnd = /[.!?…](?=["”’»)\]]*\s)|[。！？；](?:[”’」』）])?/gu;

/** At most 300 characters, cut behind a sentence, else behind a word with `…`. */
export function cutExcerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const head = line.slice(0, longest);
  const ends = [...head.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const last = ends.at(-1);
  if (last !== undefined && last > longest / 3) return head.slice(0, last).trim();
  const short = head.slice(0, longest - 1);
  const space = short.lastIndexOf(' ');
  return `${(space > longest / 2 ? short.slice(0, space) : short).replace(/[\s,;:，、；：\uD800-\uDBFF]+$/u, '')}…`;
}
