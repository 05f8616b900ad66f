/** Metadata is text: whatever a page wrote, one line without markup or invisible marks comes out. */
import { parseHtml } from '../../sanitize';

// Controls, soft hyphen, zero-width marks, bidi embeddings and isolates, byte order mark. ZWNJ and ZWJ stay: Persian,
// Indic scripts and emoji need them.
const invisible = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const longest = 4000;

/** A line of text from an element or attribute, already decoded by the parser; cut where no field goes on. */
export function cleanText(text: string | null | undefined): string {
  return (text ?? '').slice(0, longest).replace(/\s+/gu, ' ').replace(invisible, '').trim();
}

/** Text from JSON-LD or a meta tag, where sites put entities and tags: decoded once, tags taken off. */
export function cleanMarkup(text: string | null | undefined): string {
  const raw = (text ?? '').slice(0, longest);
  if (!/[<&]/u.test(raw)) return cleanText(raw);
  const spaced = raw.replace(/<(?=\/?(?:p|br|div|li|h\d)\b)/giu, ' <');
  const body = parseHtml(spaced).body;
  for (const element of body.querySelectorAll('script,style')) element.remove();
  return cleanText(body.textContent);
}

/** Characters of an element's text with white space collapsed; for texts of any length, which `cleanText` cuts. */
export function textLength(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/gu, ' ').trim().length;
}
