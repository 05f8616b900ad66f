/** Text from a page as one clean line. */

// Controls, soft hyphen, zero-width marks, bidi embeddings and isolates, byte order mark. ZWNJ and ZWJ stay: Persian,
// Indic scripts and emoji need them.
const invisible = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** White space that is not one space already: to replace those too would take most of the time. */
const untidy = / \s+|[^\S ]\s*/gu;

/** White space as single spaces. */
export function collapse(text: string): string {
  return text.replace(untidy, ' ');
}

/** No field of metadata is longer. */
export const longestText = 4000;

/** A line of text from an element or attribute, already decoded by the parser; cut where no field goes on. */
export function cleanText(text: string | null | undefined): string {
  return collapse((text ?? '').slice(0, longestText))
    .replace(invisible, '')
    .trim();
}

/** The same of many texts at once, a line for each that holds anything. */
export function cleanLines(texts: readonly string[]): string {
  const lines = texts
    .join('\u2028')
    .replace(/ [^\S\u2028]+|[^\S\u2028 ][^\S\u2028]*/gu, ' ')
    .replace(invisible, '');
  const clean = lines.replace(/ *\u2028[ \u2028]*/gu, '\n').trim();
  return clean && `${clean}\n`;
}

/** The same of an element's words. */
export function textOf(element: Element | null | undefined): string {
  return cleanText(element?.textContent);
}

/** Characters of an element's text with white space collapsed; for texts of any length, which `cleanText` cuts. */
export function textLength(element: Element): number {
  return collapse(element.textContent ?? '').trim().length;
}
