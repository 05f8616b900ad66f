/** A text that another program kept: its HTML, which nobody has cleaned, into what a clip holds. */
import type { ClipDraft } from '../model/clip';
import { measureText } from '../model/text-length';
import { parseHtml, sanitizeTree } from '../sanitize';
import { listImages } from './list-images';
import { cutExcerpt } from './metadata/excerpt';
import { chooseLanguage } from './metadata/language';
import { readParagraphs } from './paragraphs';
import { plainText } from './plain-text';
import { isLargerThan, isTooLong, makeSafe } from './safe-copy';
import { tidyArticle } from './tidy-article';

/** Beyond these only its paragraphs are taken, so that no text keeps the page from answering. */
const limit = { elements: 20_000, depth: 300 };

export type KeptText = Pick<ClipDraft, 'html' | 'text' | 'images' | 'leadImage' | 'length' | 'excerpt' | 'language'>;

/** Reads `html` of the page at `url`. `said` is what the program says of it; it is believed where it can be. */
export function readKept(html: string, url: string, said: { excerpt: string; language: string | null }): KeptText {
  const parsed = parseHtml(html);
  const document = isLargerThan(parsed, limit) || isTooLong(parsed) ? readParagraphs(parsed) : parsed;
  makeSafe(document);
  tidyArticle(document.body, { document, url, base: url });
  const clean = sanitizeTree(document.body);
  const text = plainText(clean.body);
  const images = listImages(clean.body);
  return {
    html: clean.html,
    text,
    images,
    leadImage: (images.find(({ role }) => role === 'lead') ?? images[0])?.url ?? null,
    length: measureText(text),
    excerpt: cutExcerpt(said.excerpt || text),
    language: chooseLanguage(said.language ? [said.language] : [], text),
  };
}
