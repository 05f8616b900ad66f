/**
 * Functions that run inside a page, in the extension's isolated world. Each is sent there as text: it may use nothing
 * but its arguments, the DOM and the language.
 */

import type { SiteRule } from '../model/site-rule';

/** What leads the extractor; `clipper.js` reads and removes it. */
type Orders = { __clipsheet?: { mode: string; rule: SiteRule | null } };

/** Says what is to be clipped, and by which rule; returns the type of the page's content. */
export function prepare(mode: string, rule: SiteRule | null): string {
  (globalThis as Orders).__clipsheet = { mode, rule };
  return document.contentType;
}

/** Whether the page is still loading: then it is `loading`. */
export function readyState(): string {
  return document.readyState;
}

/** Says what is to be read by hand; `by-hand.js` reads and removes it. */
export function prepareByHand(asked: object): void {
  Object.assign(globalThis, { __clipsheetByHand: asked });
}

/** Leaves the stored text for `second-look.js`. */
export function prepareAgain(asked: object): void {
  Object.assign(globalThis, { __clipsheetAgain: asked });
}

/** Says what the picker is to say; `picker.js` reads and removes it. */
export function preparePicker(given: { token: string; words: Record<string, string> }): void {
  Object.assign(globalThis, { __clipsheetPicker: given });
}

/**
 * Says what the highlighter is to do: to the one that is there already (then `running`), or for `highlighter.js`, which
 * reads and removes it; returns the type of the page's content.
 */
export function prepareHighlighter(given: object & { mode: string }): string {
  const world = globalThis as { __clipsheetHighlightAgain?: (mode: string) => boolean };
  if (world.__clipsheetHighlightAgain?.(given.mode)) return 'running';
  Object.assign(globalThis, { __clipsheetHighlighter: given });
  return document.contentType;
}

/** A fetched image on its way out of the page: bytes travel as base64. `from`: the last address, after a redirect. */
export type SentImage = { type: string; base64: string; width: number; height: number; from?: string };

/**
 * Fetches images as the page may (its origin, its cookies on its own site, CORS elsewhere). Null for what is no
 * bitmap, too large or slow, and `withheld` for what the site refuses or answers with a page: it shows the image on its
 * own pages only.
 */
export function fetchImages(
  urls: readonly string[],
  mostBytes: number,
  ms: number,
): Promise<(SentImage | 'withheld' | null)[]> {
  const encode = (blob: Blob) =>
    new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
  const fetchOne = async (url: string): Promise<SentImage | 'withheld' | null> => {
    const options: RequestInit = { cache: 'force-cache', signal: AbortSignal.timeout(ms) };
    const answer = await fetch(url, options);
    if (answer.status === 401 || answer.status === 403 || answer.status === 451) return 'withheld';
    if (!answer.ok || Number(answer.headers.get('content-length')) > mostBytes) return null;
    const blob = await answer.blob();
    const type = (blob.type.split(';')[0] ?? '').trim().toLowerCase();
    if (type === 'text/html') return 'withheld';
    if (blob.size === 0 || blob.size > mostBytes || !/^image\/(?!svg)[a-z0-9.+-]+$/.test(type)) return null;
    const bitmap = await createImageBitmap(blob);
    const { width, height } = bitmap;
    bitmap.close();
    const sent = { type, base64: await encode(blob), width, height };
    return answer.redirected ? { ...sent, from: answer.url } : sent;
  };
  return Promise.all(urls.map((url) => fetchOne(url).catch(() => null)));
}

/** What the page says of an image it shows at an address. */
export function describeImage(url: string): {
  alt: string;
  caption: string;
  width: number | null;
  height: number | null;
} {
  const image = [...document.querySelectorAll('img')].find((one) => one.currentSrc === url || one.src === url);
  const caption = image?.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return {
    alt: image?.alt ?? '',
    caption: caption.replace(/\s+/g, ' ').trim().slice(0, 1000),
    width: image?.naturalWidth || null,
    height: image?.naturalHeight || null,
  };
}

/** The words of a link. */
export function describeLink(url: string): string {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((link) => link.href === url);
  const words = links.map(
    (link) => link.textContent?.replace(/\s+/g, ' ').trim() || link.getAttribute('aria-label') || '',
  );
  return words.reduce((longest, text) => (text.length > longest.length ? text : longest), '').slice(0, 500);
}

/**
 * A short notice in the corner of the page, gone after `ms`. In a closed shadow root, so that neither page nor notice
 * can style or read the other.
 */
export function showNotice(text: string, tone: string, ms: number): void {
  const tag = 'clipsheet-notice';
  for (const old of document.querySelectorAll(tag)) old.remove();
  const host = document.createElement(tag);
  host.style.cssText = 'all:initial;position:fixed;z-index:2147483647;inset:16px 16px auto auto;pointer-events:none';
  const box = document.createElement('div');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const mark = tone === 'problem' ? '#d97706' : '#15803d';
  box.style.cssText = `font:500 14px/1.4 system-ui,sans-serif;max-width:320px;padding:10px 14px;border-radius:8px;border-inline-start:4px solid ${mark};box-shadow:0 4px 16px rgb(0 0 0/.24);background:${dark ? '#1f2328' : '#fff'};color:${dark ? '#f0f3f6' : '#1f2328'}`;
  box.setAttribute('role', 'status');
  box.setAttribute('aria-live', 'polite');
  host.attachShadow({ mode: 'closed' }).append(box);
  document.documentElement.append(host);
  requestAnimationFrame(() => {
    box.textContent = text; // after it is there: only then it is read out
  });
  setTimeout(() => host.remove(), ms);
}
