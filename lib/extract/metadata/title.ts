/** The headline, without the name of the site. */

const separators = /\s+[|｜\-–—_·•»«:：/\\]+\s+|\s*[|｜_–—]+\s*|(?<=\p{Script=Han})\s*-+\s*(?=\p{Script=Han})/u;

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

/** Takes off the part behind the last separator, or before the first, that is or looks like the site's name. */
export function withoutSite(title: string, siteName: string): string {
  const parts = title.split(separators).map((part) => part.trim());
  if (parts.length < 2) return title;
  const site = fold(siteName);
  const isSite = (part: string | undefined): boolean => {
    const name = fold(part ?? '');
    return (
      site !== '' && name !== '' && (name === site || name.includes(site) || (name.length > 3 && site.includes(name)))
    );
  };
  let [start, end] = [0, title.length];
  const last = parts.at(-1) ?? '';
  if (isSite(last)) end = title.lastIndexOf(last);
  else if (isSite(parts[0])) start = title.indexOf(parts[1] ?? '', (parts[0] ?? '').length);
  else if (/[|｜_]/u.test(title)) end = title.search(/\s*[|｜_]/u) > 8 ? title.search(/\s*[|｜_]/u) : end;
  const kept = title
    .slice(start, end)
    .replace(/[\s|｜\-–—_·•»«:：/\\]+$/u, '')
    .trim();
  return kept.length > 3 || kept.length * 4 > title.length ? kept : title;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
