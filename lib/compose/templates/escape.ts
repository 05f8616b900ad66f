/** Words of a clip where they land in a post's Markdown: whatever they are, they stay words. */

/** Invisible, and not a place to break a line: parts what would be taken for an address. */
const joiner = '\u2060';

/**
 * Plain text as one line of Markdown that shows exactly that text: no emphasis, no link, no heading, list or table.
 *
 * Escapes do not keep GitHub's flavour from turning bare addresses in a text into links, so an invisible character
 * parts them: a headline cannot put a link into somebody's post.
 */
export function escapeMarkdown(words: string): string {
  const line = words.replace(/[\s\u2028\u2029]+/gu, ' ').trim();
  return line
    .replace(/[\\`*_[\]<>~|]/gu, '\\$&')
    .replace(/&(?=#?\w{1,40};|#?\w*$)/gu, '\\&')
    .replace(/!$/u, '\\!')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
    .replace(/^[#+\-=.);]/u, '\\$&')
    .replace(/:(?=\/\/)|(?<=https?):$/giu, `:${joiner}`)
    .replace(/www(?=\.|$)|^ww?(?=\.)/giu, `$&${joiner}`)
    .replace(/@(?!\s)/gu, `@${joiner}`)
    .replace(/^(?=[/@:])/u, joiner);
}

/** An http(s) address in a form that can stand anywhere in Markdown, also within parentheses; empty for any other. */
export function safeAddress(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) return '';
  return new URL(url).href.replace(/[()<>[\]*\\`|~^{}"'\s]/gu, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, '0')}`;
  });
}
