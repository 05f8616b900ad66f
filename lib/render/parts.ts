/** The parts of a post as blocks, in order; what page and pasted text do differently comes from a `Frame`. */
import type { ElementContent } from 'hast';
import type { Part, ResolvedImage, ResolvedPost, Source } from '../model/resolved-post';
import { webAddress } from './address';
import { articleContent } from './article';
import { commentary } from './commentary';
import { digest } from './digest';
import { h } from './html';
import type { ImageUrl } from './image';
import { directionOf, knownLanguage, type Labels } from './labels';
import { listedSources } from './listed-sources';
import { attribution, foreign, origin } from './source-card';

/** How one form of a post shows what differs between forms. */
export type Frame = {
  imageUrl: ImageUrl;
  gallery(title: string, images: readonly ResolvedImage[]): ElementContent[];
  source(): ElementContent[];
  share(): ElementContent[];
};

type Context = { post: ResolvedPost; labels: Labels; frame: Frame; manyTexts: boolean; listsSources: boolean };

/** Every part's blocks. A post that has sources and no part that shows them gets one: none leaves without. */
export function renderParts(post: ResolvedPost, labels: Labels, frame: Frame): ElementContent[][] {
  const manyTexts = post.parts.filter((part) => part.kind === 'text').length > 1;
  const listsSources = listedSources(post).length > 0 || (post.alsoCovered?.length ?? 0) > 0;
  return withSource(post).map((part, index) =>
    renderPart(part, index + 1, { post, labels, frame, manyTexts, listsSources }),
  );
}

function withSource(post: ResolvedPost): Part[] {
  const { parts } = post;
  if (post.sources.length === 0) return parts.filter((part) => part.kind !== 'source');
  if (parts.some((part) => part.kind === 'source')) return parts;
  const share = parts.findIndex((part) => part.kind === 'share');
  return parts.toSpliced(share < 0 ? parts.length : share, 0, { kind: 'source' });
}

function renderPart(part: Part, nth: number, context: Context): ElementContent[] {
  const { labels, frame } = context;
  switch (part.kind) {
    case 'commentary':
      return commentary(part.markdown, nth, labels, 2);
    case 'excerpt':
      return [quotation(part.text, part.source, context)];
    case 'quotes':
      return part.quotes.flatMap((quote) => [
        quotation(quote.text, part.source, context, quote.link),
        ...paragraphs(quote.comment),
      ]);
    case 'text':
      return [wholeText(part, context)];
    case 'digest':
      return digest(part.groups, nth, context);
    case 'gallery':
      return part.images.length > 0 ? frame.gallery(part.title.trim(), part.images) : [];
    case 'standing':
      return [
        ...commentary(part.markdown, nth, labels, 2),
        ...(part.images.length > 0 ? frame.gallery('', part.images) : []),
      ];
    case 'source':
      return context.listsSources ? frame.source() : [];
    case 'share':
      return frame.share();
  }
}

/** Plain text as paragraphs: one for each line that is not empty. */
function paragraphs(text: string): ElementContent[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => h('p', {}, line));
}

/** A quotation with whose it is under it, as HTML's standard has it: the attribution is outside of the quote. */
function quotation(text: string, source: Source, { post, labels }: Context, link = source.url): ElementContent {
  return h(
    'figure',
    { className: ['quote'] },
    h('blockquote', { cite: webAddress(link), ...spokenAs(source, post) }, paragraphs(text)),
    h('figcaption', {}, attribution({ ...source, url: link }, { post, labels })),
  );
}

function wholeText(part: Extract<Part, { kind: 'text' }>, context: Context): ElementContent {
  const { post, labels, frame, manyTexts } = context;
  const { source } = part;
  const content = articleContent(part.html, {
    baseUrl: source.url,
    images: part.images,
    imageUrl: frame.imageUrl,
    labels,
    topHeading: manyTexts ? 3 : 2,
  });
  const heading = manyTexts && source.title.trim();
  return h('section', { className: ['clip'] }, [
    heading && h('h2', {}, foreign('span', heading, source.language, post.language)),
    origin(source, { post, labels }),
    h('div', { className: ['words'], ...spokenAs(source, post) }, content),
  ]);
}

/** `lang` and `dir` for words of a source, when they are not the post's. */
function spokenAs(source: Source, post: ResolvedPost): { lang?: string; dir?: string } {
  const lang = knownLanguage(source.language);
  if (lang === null || lang === knownLanguage(post.language)) return {};
  const dir = directionOf(lang);
  return dir === directionOf(post.language) ? { lang } : { lang, dir };
}
