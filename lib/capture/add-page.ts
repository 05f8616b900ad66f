/** Adds the next page of an article to its clip, one at a time, so that stopping in between leaves a whole text. */
import type { CaptureWarning, Clip, ClipDraft } from '../model/clip';
import type { ClipId } from '../model/ids';
import { fail, ok, type Result } from '../model/result';
import { measureText } from '../model/text-length';
import { normaliseUrl } from '../model/url';
import { keepImages } from './keep-images';
import type { CapturePorts, Tab } from './ports';
import { settle } from './read-tab';

/** No article has more pages that anybody wants in one clip. */
const mostPages = 20;

/**
 * The clip with the text of the page at `url` behind its own. Only the page that the clip names as its next is added,
 * and each once; headline, author and date stay those of the first page. Fails with `page-not-added`, and then the
 * clip is as it was.
 */
export async function addPage(ports: CapturePorts, tab: Tab, id: ClipId, url: string): Promise<Result<Clip>> {
  const [clip, draft] = await Promise.all([ports.store.get(id), ports.store.draft(id)]);
  const pages = clip?.capture.pages;
  if (!clip || !draft || !pages) return fail({ kind: 'not-found' });
  if (pages.joined.includes(url)) return ok(clip);
  if (pages.next !== url || !isOf(clip, tab)) return fail({ kind: 'page-not-added', reason: 'unreachable' });
  const joined = await ports.page.readNext(tab, url, draft.html).catch(() => null);
  if (!joined) return fail({ kind: 'page-not-added', reason: 'unreachable' });
  if (joined.text.length <= draft.text.length && joined.images.length <= draft.images.length)
    return fail({ kind: 'page-not-added', reason: 'empty' });
  const all = [...pages.joined, url];
  // A site whose last page leads to its first would never end.
  const isKnown =
    joined.next === null || all.includes(joined.next) || normaliseUrl(joined.next) === normaliseUrl(clip.url);
  const next = isKnown || all.length >= mostPages ? null : joined.next;
  const updated = await ports.store.update(id, {
    ...draft,
    html: joined.html,
    text: joined.text,
    images: joined.images,
    length: measureText(joined.text),
    pages: { joined: all, next, total: joined.total ?? pages.total },
    warnings: withoutDoubt(draft, next),
  });
  if (!updated) return fail({ kind: 'not-found' });
  void settle(keepImages(ports, tab, id));
  return ok(updated);
}

function isOf(clip: Clip, tab: Tab): boolean {
  return normaliseUrl(tab.url) === normaliseUrl(clip.url) || normaliseUrl(tab.url) === clip.key;
}

/** With its last page an article is neither cut short nor short. */
function withoutDoubt({ warnings }: ClipDraft, next: string | null): CaptureWarning[] {
  if (next) return warnings;
  return warnings.filter((warning) => warning !== 'more-pages' && warning !== 'incomplete' && warning !== 'short');
}
