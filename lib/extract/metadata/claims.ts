/** How much text a page says that its article has: `articleBody` and `wordCount` of https://schema.org/Article. */

export type Claims = { body: string; words: number };

const longest = 1_000_000;

/**
 * Read from the scripts as they stand: nothing but these two values matters. Where several articles state one, none is
 * known to be this page's, and the claim is empty (`''`, 0).
 */
export function readClaims(jsonLd: readonly string[]): Claims {
  const source = jsonLd.join('\n').slice(0, longest);
  const bodies = [...source.matchAll(/"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/gu)].map(([, literal = '""']) =>
    unquote(literal),
  );
  const counts = [...source.matchAll(/"wordCount"\s*:\s*"?(\d{1,6})\b/gu)].map(([, digits]) => Number(digits));
  return { body: bodies.length === 1 ? (bodies[0] ?? '') : '', words: counts.length === 1 ? (counts[0] ?? 0) : 0 };
}

/** The text of a JSON string, without markup; raw line breaks in it are forgiven. */
function unquote(literal: string): string {
  try {
    return String(JSON.parse(literal.replace(/\p{Cc}+/gu, ' '))).replace(/<[^>]{1,2000}>/gu, ' ');
  } catch {
    return '';
  }
}
