/** What a site's rule points at comes before what the page says of itself, where it reads as what it should be. */
import type { RuledFact } from '../../model/site-rule';
import type { PageMetadata } from './choose-metadata';
import { joinPersons, readPersons } from './persons';
import { parsePublished } from './published';

const longestOutlet = 60;

/** `metadata` with the facts of the rule in the place of its own. */
export function followRuled(metadata: PageMetadata, ruled: Partial<Record<RuledFact, string>> = {}): PageMetadata {
  const outlet = cleanOutlet(ruled.outlet ?? '');
  const publishedAt = parsePublished(ruled.date ?? '');
  const isLessExact = publishedAt !== null && metadata.publishedAt?.startsWith(publishedAt);
  return {
    ...metadata,
    title: ruled.title || metadata.title,
    byline: joinPersons(readPersons([ruled.byline ?? ''], [])) || metadata.byline,
    siteName: outlet || metadata.siteName,
    publishedAt: isLessExact ? metadata.publishedAt : (publishedAt ?? metadata.publishedAt),
  };
}

/** `来源：海港日报` is an outlet's name behind a word that says what it is. */
function cleanOutlet(text: string): string {
  const name = text.replace(/^(?:来源|稿源|转载自|source)\s*[:：]\s*/iu, '').trim();
  return name.length <= longestOutlet && !/^\d/u.test(name) ? name : '';
}
