/** Words of pages and of people as Markdown in which nothing is markup, for formats that are written by hand. */

/** Text on one line. */
export function markdownLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~#]/gu, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/^([-+=])/u, '\\$1');
}

/** Text whose lines stay lines. */
export function markdownLines(text: string): string[] {
  return text.split(/\r\n?|\n/u).map(markdownLine);
}
