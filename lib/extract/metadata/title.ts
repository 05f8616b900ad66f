/** The headline, without the name of the site. */

const separators =
  /\s+[|｜\-–—_·•»«:：/\\]+\s+|[:：]\s+|\s*[|｜_–—]+\s*|(?<=\p{Script=Han})\s*-+\s*(?=\p{Script=Han})/u;

export type TitleSources = { visible: string; jsonLd: string; openGraph: string; document: string; siteName: string };

/**
 * The visible headline when the page's own titles agree with it, else the title that the page gives machines, without
 * a site's name before or behind it.
 */
export function chooseTitle({ visible, jsonLd, openGraph, document, siteName }: TitleSources): string {
  const given = [jsonLd, openGraph, document].filter(Boolean);
  if (visible && given.some((title) => agrees(title, visible))) return visible;
  const best = given.map((title) => withoutSite(title, siteName)).find((title) => title.length > 1);
  return best ?? visible;
}

/** Whether one of the titles holds the other: then they differ by a suffix or a section only. */
function agrees(title: string, visible: string): boolean {
  const [a, b] = [fold(title), fold(visible)];
  if (a === b) return true;
  return b.length >= 4 && (a.includes(b) || (b.includes(a) && a.length * 2 > b.length));
}

/** Takes off the parts behind the last separators, or before the first, that are or look like a site's or section's. */
function withoutSite(title: string, siteName: string): string {
  const parts = title.split(separators).map((part) => part.trim());
  const [first = '', second = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  let kept = title;
  if (isSite(last, siteName)) kept = trimEnd(title.slice(0, title.lastIndexOf(last)));
  else if (isSite(first, siteName)) kept = title.slice(title.indexOf(second, first.length));
  // `_` and `|` stand between a headline and its section and site, never in a headline.
  const bar = kept.search(/\s*[|｜_]/u);
  if (bar > 8) kept = trimEnd(kept.slice(0, bar));
  return kept.length > 3 || kept.length * 4 > title.length ? kept : title;
}

function isSite(part: string, siteName: string): boolean {
  const [site, name] = [fold(siteName), fold(part)];
  if (site === '' || name === '') return false;
  return name === site || name.includes(site) || (name.length > 3 && site.includes(name));
}

function trimEnd(text: string): string {
  return text.replace(/[\s|｜\-–—_·•»«:：/\\]+$/u, '');
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
