/** Fetches an article's next page as the page itself may, reads it as any other, and joins it with the text before. */
import type { JoinedPage } from '../model/page-reading';
import type { SiteRule } from '../model/site-rule';
import { parseHtml, sanitizeTree } from '../sanitize';
import { followRule } from './follow-rule';
import { joinPages } from './join-pages';
import { listImages } from './list-images';
import { findNextPage } from './next-page';
import { plainText } from './plain-text';
import { readPage } from './read-page';

type World = { fetch: typeof fetch; now: () => number };
type Asked = { url: string; html: string; rule: SiteRule | null };

const patience = 15_000;
const mostBytes = 12 * 1024 * 1024;

/**
 * `html` (a clip's text) with that of the page at `url` behind it; null when the page cannot be had: another origin,
 * an error, no HTML, too large, too slow.
 */
export async function readNextPage(
  document: Document,
  { url, html, rule }: Asked,
  world: World,
): Promise<JoinedPage | null> {
  const page = await fetchPage(document, url, world);
  if (!page) return null;
  const { next, total } = findNextPage(page, url, rule?.next);
  const reading = readPage(page, { now: world.now, find: rule ? (...given) => followRule(...given, rule) : undefined });
  const { body } = parseHtml(html);
  const { heading, documentTitle } = reading.witnesses;
  joinPages(body, parseHtml(reading.html).body, [heading, documentTitle].filter(Boolean));
  const joined = sanitizeTree(body);
  return { html: joined.html, text: plainText(joined.body), images: listImages(joined.body), next, total };
}

/** The page as a document of its own, whose relative addresses are relative to where it came from. */
async function fetchPage(document: Document, url: string, { fetch }: World): Promise<Document | null> {
  const { origin } = new URL(document.URL);
  if (new URL(url).origin !== origin) return null;
  const answer = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(patience) });
  const type = answer.headers.get('content-type') ?? '';
  const isPage = answer.ok && /html|xml/iu.test(type) && new URL(answer.url || url).origin === origin;
  if (!isPage || Number(answer.headers.get('content-length')) > mostBytes) return null;
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > mostBytes) return null;
  const page = parseHtml(decode(bytes, type, document.characterSet));
  const base = page.createElement('base');
  base.href = new URL(page.querySelector('base')?.getAttribute('href') ?? '', url).href;
  page.head.prepend(base);
  return page;
}

/** By the header, the page's own word, else as the page before it. */
function decode(bytes: ArrayBuffer, type: string, otherwise: string): string {
  const start = new TextDecoder('latin1').decode(bytes.slice(0, 2048));
  const named = /charset=["']?\s*([\w-]+)/iu;
  const label = named.exec(type)?.[1] ?? named.exec(start)?.[1] ?? otherwise;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // a name that no browser knows
  }
}
