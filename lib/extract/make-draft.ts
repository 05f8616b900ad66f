/** What was read in a page into a `ClipDraft`. Pure, and without a DOM: it runs outside the page. */
import type { ClipDraft, ClipKind, ImageDraft, PageFacts } from '../model/clip';
import type { PageReading, PageSigns } from '../model/page-reading';
import type { SiteRule } from '../model/site-rule';
import { measureText } from '../model/text-length';
import { findSources } from './find-sources';
import { chooseMetadata, type PageMetadata } from './metadata/choose-metadata';
import { cutExcerpt } from './metadata/excerpt';
import { chooseLanguage } from './metadata/language';
import { followRuled } from './metadata/ruled';
import { pictureKey } from './picture-key';
import { findWarnings, kindOfDocument } from './warnings';

/** What is known beside the reading: the rule for the site, and what around the text says that it may not be all. */
type Beside = { rule?: SiteRule | null; signs?: PageSigns | null };

/** Never throws for what a page holds: `warnings` says what is doubtful; without text or images it is a bookmark. */
export function makeDraft(reading: PageReading, { rule, signs }: Beside = {}): ClipDraft {
  const { url, html, text, images, passes, durationMs } = reading;
  const media = kindOfDocument(reading.contentType);
  const metadata = followRuled(chooseMetadata(reading), reading.witnesses.ruled);
  const isEmpty = media !== null || (text === '' && images.length === 0);
  const kind: ClipKind = isEmpty ? 'bookmark' : reading.engine === 'selection' ? 'selection' : 'article';
  const draft: ClipDraft = {
    kind,
    url,
    canonicalUrl: metadata.canonicalUrl,
    title: metadata.title || url,
    byline: metadata.byline || null,
    siteName: metadata.siteName || null,
    publishedAt: metadata.publishedAt,
    language: chooseLanguage(metadata.languages, text || metadata.title),
    ...factsOf(metadata),
    excerpt: cutExcerpt(metadata.description || text),
    html,
    text,
    length: measureText(text),
    images,
    leadImage: chooseLeadImage(images, metadata.image),
    engine: reading.engine,
    passes,
    warnings: [],
    durationMs,
    ...(isEmpty && { html: '' as typeof html, text: '', images: [], leadImage: null, engine: 'none' as const }),
  };
  if (rule && reading.engine !== 'selection') draft.rule = { name: rule.name, used: reading.engine === 'rule' };
  if (signs?.next) draft.pages = { joined: [], next: signs.next, total: signs.total };
  const sources = findSources(draft, reading.witnesses);
  if (kind === 'article') draft.sources = sources;
  draft.warnings = findWarnings({ draft, media, isFree: metadata.isFree, reading, signs: signs ?? null });
  return draft;
}

function factsOf({ modifiedAt, section, licence }: PageMetadata): Pick<ClipDraft, 'facts'> {
  const facts: PageFacts = {
    ...(modifiedAt && { modifiedAt }),
    ...(section && { section }),
    ...(licence && { licence }),
  };
  return Object.keys(facts).length > 0 ? { facts } : {};
}

/** The image that stands for the clip: the one the page names when the text has it, else the lead or first of them. */
function chooseLeadImage(images: readonly ImageDraft[], named: string | null): string | null {
  const same = named && images.find((image) => image.url === named || pictureKey(image.url) === pictureKey(named));
  if (same) return same.url;
  return (images.find((image) => image.role === 'lead') ?? images[0])?.url ?? null;
}
