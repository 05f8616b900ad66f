/** Plain text where another system takes HTML. */

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * HTML that says just this text. WordPress shows headlines, excerpts and captions as the markup they are, and stores
 * what its editors send without a filter: https://developer.wordpress.org/apis/security/escaping/.
 */
export function plainHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => references[sign] ?? '');
}
