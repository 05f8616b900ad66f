/** The next page of the same article, told from the next article, and from the pages of its comments. */
import { isTracking } from '../model/tracking-parameters';
import { absoluteAddress } from './absolute-address';
import { textOf } from './clean-text';
import { attribute, select } from './dom';

export type NextPage = { next: string | null; total: number | null };

type Numbered = { stem: string; number: number };

const most = 60;
const nextWords =
  /^(?:(?:go to )?(?:the )?next(?: page)?|continue|下一?[页頁]|次へ|weiter|suivant|siguiente|[›»>→]+)(?:\s*[›»>→]+)?$/iu;
const beside = '[class*="comment" i],[id*="comment" i],[class*="related" i],nav[aria-label*="site" i],footer';

/**
 * By the site's own selectors, else by an address that differs from this page's by the page's number only and is
 * linked as "next", by that number or by `rel=next`. Only of the same origin. `total` is the highest page linked.
 */
export function findNextPage(document: Document, url: string, selectors: readonly string[] = []): NextPage {
  const here = pagesOf(withoutTracking(url));
  const links = numberedLinks(document, url);
  const following = links.filter(({ address }) => isNext(address, here));
  const named = ruledNext(document, url, selectors);
  const next = named ?? following[0]?.address ?? null;
  if (!next) return { next: null, total: null };
  const stem = new Set(pagesOf(next).map((page) => page.stem));
  const numbers = links
    .flatMap(({ address }) => pagesOf(address).filter((page) => stem.has(page.stem)))
    .map((page) => page.number);
  const total = Math.max(0, ...numbers.filter((number) => number <= most));
  return { next, total: total > 1 ? total : null };
}

function ruledNext(document: Document, url: string, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const address = sameOrigin(url, attribute(document.querySelector(selector) ?? document.documentElement, 'href'));
    if (address && withoutHash(address) !== withoutHash(url)) return address;
  }
  return null;
}

/** Links of the page that look as if they led to another page of something. */
function numberedLinks(document: Document, url: string): { address: string }[] {
  return select(document, 'a[href],link[rel~="next" i][href]').flatMap((link) => {
    const isDeclared = /\bnext\b/iu.test(attribute(link, 'rel'));
    const text = isDeclared ? '' : linkText(link);
    if (!isDeclared && !/^\d{1,2}$/u.test(text) && !nextWords.test(text)) return [];
    const address = sameOrigin(url, attribute(link, 'href'));
    if (!address || link.closest(beside)) return [];
    const number = Number(text);
    return number > 0 && !pagesOf(address).some((page) => page.number === number) ? [] : [{ address }];
  });
}

/** Read only where it is short: most links of a page are headlines. */
function linkText(link: Element): string {
  if ((link.textContent?.length ?? 0) > 40) return '';
  return (textOf(link) || attribute(link, 'aria-label') || attribute(link, 'title')).trim();
}

/** Whether an address is that of the page after this one. */
function isNext(address: string, here: readonly Numbered[]): boolean {
  return pagesOf(address).some((page) => here.some((own) => own.stem === page.stem && own.number + 1 === page.number));
}

/** Every way to read an address as a numbered page of something; the first is itself as the first page. */
function pagesOf(address: string): Numbered[] {
  const url = new URL(withoutHash(address));
  const found: Numbered[] = [{ stem: trimmed(url.href), number: 1 }];
  const add = (stem: string, digits: string | undefined) => {
    const number = Number(digits);
    if (number > 0 && number <= most) found.push({ stem: trimmed(stem), number });
  };
  for (const name of ['page', 'p', 'pn', 'pg', 'paged', 'pageno', 'pageNo', 'page_no', 'pagenum']) {
    const value = url.searchParams.get(name);
    if (!value || !/^\d{1,2}$/u.test(value)) continue;
    const rest = new URL(url);
    rest.searchParams.delete(name);
    add(rest.href, value);
  }
  const { origin, pathname, search } = url;
  const inName = /^(.+?)[-_](?:page-?|p)?(\d{1,2})(\.\w{2,5})$/u.exec(pathname);
  if (inName) {
    add(`${origin}${inName[1]}${inName[3]}${search}`, inName[2]);
    add(`${origin}${(inName[1] ?? '').replace(/[-_](?:all|full)$/u, '')}${inName[3]}${search}`, inName[2]);
  }
  const asFolder = /^(.+?)\/(?:page[-/]|p)?(\d{1,2})(?:\.\w{2,5})?\/?$/u.exec(pathname);
  if (asFolder) add(`${origin}${asFolder[1]}${search}`, asFolder[2]);
  return found;
}

function trimmed(address: string): string {
  return address
    .replace(/\?$/u, '')
    .replace(/\/(?=$|\?)/u, '')
    .replace(/\/index(?:\.\w+)?$/u, '');
}

function sameOrigin(url: string, written: string): string | null {
  const address = absoluteAddress(url, written);
  return address && new URL(address).origin === new URL(url).origin ? withoutHash(address) : null;
}

/** A person may have come by a newsletter's link; the pages of the article know nothing of it. */
function withoutTracking(address: string): string {
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams])
    if (isTracking(name, value, url.hostname)) url.searchParams.delete(name);
  return url.href;
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/su, '');
}
