/** A clip's own text as Markdown, for notes outside the library. */
import type { SafeHtml } from '../model/article-html';
import type { ClipImage } from '../model/clip';
import type { ResolvedImage } from '../model/resolved-post';
import { articleContent } from './article';
import { labelsFor } from './labels';
import { toMarkdown } from './markdown';

/**
 * The text with the images of which `imagePath` knows where they are; those it does not know go. Sanitised once more,
 * with addresses made whole against `baseUrl`.
 */
export function clipMarkdown(
  html: SafeHtml,
  baseUrl: string,
  images: readonly Pick<ClipImage, 'url' | 'caption' | 'credit' | 'alt' | 'rights' | 'width' | 'height' | 'bytes'>[],
  imagePath: (url: string) => string | null,
): string {
  const resolved: Record<string, ResolvedImage> = {};
  for (const { url, bytes, ...facts } of images) {
    const path = imagePath(url);
    if (path && bytes) resolved[url] = { ...facts, path, bytes };
  }
  const options = {
    baseUrl,
    images: resolved,
    imageUrl: (path: string) => path,
    labels: labelsFor('en'),
    topHeading: 2,
  };
  return toMarkdown(articleContent(html, options)).text;
}
