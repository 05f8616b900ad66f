/** Readies a hostile tree for the allow-list: what has a plain equivalent becomes that instead of being lost. */
import { linkAddress } from './addresses';

/** Elements that are not on the allow-list but say something about their content. */
const equivalents: Readonly<Record<string, string>> = {
  h1: 'h2',
  acronym: 'abbr',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
  listing: 'pre',
  plaintext: 'pre',
  dir: 'ul',
  menu: 'ul',
  label: 'span',
};
/** Those that only hold others. */
const containers = 'address,article,aside,center,details,footer,header,hgroup,legend,main,nav,summary,search';
const equivalentSelector = `${Object.keys(equivalents)},${containers}`;

/** Changes the tree under `root` in place. */
export function prepareTree(root: Element): void {
  for (const frame of root.querySelectorAll('iframe'))
    replaceByLink(frame, frame.getAttribute('src') || frame.getAttribute('data-src') || '');
  for (const meta of root.querySelectorAll('meta[http-equiv]'))
    if (meta.getAttribute('http-equiv')?.trim().toLowerCase() === 'refresh')
      replaceByLink(meta, refreshAddress(meta.getAttribute('content') ?? ''));
  for (const element of root.querySelectorAll(equivalentSelector))
    rename(element, equivalents[element.localName] ?? 'div');
  // The parser drops one line feed after <pre>: without this each round trip through a string would lose one more.
  for (const pre of root.querySelectorAll('pre')) {
    const first = pre.firstChild;
    if (first?.nodeType === Node.TEXT_NODE) first.nodeValue = (first.nodeValue ?? '').replace(/^\n+/u, '');
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const attribute of ['lang', 'dir', 'title']) {
    const value = element.getAttribute(attribute);
    if (value !== null) renamed.setAttribute(attribute, value);
  }
  while (element.firstChild) renamed.append(element.firstChild);
  element.replaceWith(renamed);
}

/** Where a `<meta http-equiv=refresh>` leads: https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps */
function refreshAddress(content: string): string {
  const [, written = ''] = /^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?(\S.*)$/isu.exec(content) ?? [];
  const quote = /^["']/u.exec(written)?.[0];
  return (quote ? (written.slice(1).split(quote)[0] ?? '') : written).trim();
}

/**
 * What leads elsewhere by itself becomes a paragraph with a link there, named by its title or its host. A frame in the
 * page would open a connection even where the content security policy blocks it, and a refresh would leave the page.
 */
function replaceByLink(frame: Element, source: string): void {
  const address = linkAddress(source.startsWith('//') ? `https:${source}` : source);
  if (!address?.startsWith('http')) {
    frame.remove();
    return;
  }
  const document = frame.ownerDocument;
  const link = document.createElement('a');
  link.setAttribute('href', address);
  link.textContent = frame.getAttribute('title')?.trim() || new URL(address).host;
  const paragraph = frame.closest('p');
  if (paragraph?.textContent?.trim() === '') {
    frame.replaceWith(link);
    return;
  }
  const card = document.createElement('p');
  card.append(link);
  if (paragraph) {
    paragraph.after(card);
    frame.remove();
  } else frame.replaceWith(card);
}
