/** What the Markdown toolbar does to a text and its selection. */

export type TextEdit = { text: string; start: number; end: number };

/** The selection wrapped in `mark` (`**`, `*`), or freed of it when it has it; spaces at its ends stay outside. */
export function toggleMark({ text, start, end }: TextEdit, mark: string): TextEdit {
  const size = mark.length;
  const selected = text.slice(start, end);
  const lead = selected.length - selected.trimStart().length;
  const from = selected.trim() ? start + lead : start;
  const to = selected.trim() ? from + selected.trim().length : end;
  if (isMarked(text, from, to, mark)) {
    return {
      text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
      start: from - size,
      end: to - size,
    };
  }
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    start: from + size,
    end: to + size,
  };
}

function isMarked(text: string, from: number, to: number, mark: string): boolean {
  const size = mark.length;
  if (text.slice(from - size, from) !== mark || text.slice(to, to + size) !== mark || from < size) return false;
  const star = mark.charAt(0);
  const run = (step: number, at: number): number => (text.charAt(at) === star ? 1 + run(step, at + step) : 0);
  return mark.length === 2 || (run(-1, from - 1) !== 2 && run(1, to) !== 2);
}

/** The selection as a link; the address is selected next, or the words when there were none. */
export function insertLink({ text, start, end }: TextEdit, words: string, address = 'https://'): TextEdit {
  const label = text.slice(start, end) || words;
  const link = `[${label}](${address})`;
  const at = start + label.length + 3;
  return { text: text.slice(0, start) + link + text.slice(end), start: at, end: at + address.length };
}

/** The selected lines as a bulleted list, or plain again when all of them are bulleted. */
export function toggleList({ text, start, end }: TextEdit): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const bulleted = lines.every((line) => /^\s*[-*] /u.test(line));
  const changed = lines.map((line) => (bulleted ? line.replace(/^(\s*)[-*] /u, '$1') : `- ${line}`)).join('\n');
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length };
}
