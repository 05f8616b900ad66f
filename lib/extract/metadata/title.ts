/** The headline, without the name of the site. */

const separators =
  /\s+[|｜\-–—_·•»«›‹:：/\\~]+\s+|[:：]\s+|\s*[|｜_–—»›]+\s*|(?<=\p{Script=Han})\s*-+\s*(?=[\p{Script=Han}A-Z])|(?<=[\p{Script=Han}A-Za-z])-(?=\p{Script=Han})/gu;

export type TitleSources = {
  visible: string;
  openGraph: string;
  jsonLd: string;
  document: string;
  /** Names of the site. */
  outlets: readonly string[];
  /** Whether the page shows these words as a line of its own. */
  isShown: (words: string) => boolean;
};

/**
 * The visible headline, as long as the titles that the page gives machines say the same or nearly so; theirs when the
 * page shows only a part of it, or shows something else as its first heading. Without one, what is shown as a line.
 */
export function chooseTitle(sources: TitleSources): string {
  const { visible } = sources;
  const bare = (title: string): string => withoutSite(title, sources);
  const [cited, machine, document] = [sources.openGraph, sources.jsonLd, sources.document].map(bare);
  const titles = [cited, machine, document].filter((title) => title !== undefined && title.length > 1);
  if (!visible) return titles.find((title) => title && sources.isShown(title)) || machine || titles[0] || '';
  const given = titles[0] ?? '';
  if (!given) return visible;
  const [shown, own] = [fold(visible), fold(given)];
  if (machine && fold(machine) === shown) return visible;
  if (own.startsWith(shown)) return isOnlyKicker(visible, given) ? given : visible;
  if (own.endsWith(shown)) return isHeadlineWithKicker(visible, given) ? given : visible;
  if (shown.endsWith(own)) return given;
  return areAlike(visible, given) ? visible : given;
}

/** `49-Euro-Ticket` of `49-Euro-Ticket: what it costs`: the page's `h1` holds the first part only. */
function isOnlyKicker(visible: string, given: string): boolean {
  const rest = given.slice(visible.length);
  return /^\s*[:：]/u.test(rest) && fold(rest).length > fold(visible).length / 2;
}

/** `After the vote: markets fall` of which the `h1` holds the second part only. */
function isHeadlineWithKicker(visible: string, given: string): boolean {
  const before = given.slice(0, given.length - visible.length);
  return /[:：–—-]\s*$/u.test(before) && fold(before).length > 3;
}

/** Share of words that two headlines of one article have in common at least. */
const leastAlike = 0.2;

function areAlike(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= Math.min(one.size, other.size) * leastAlike;
}

/** Words; of scripts without spaces, pairs of signs. */
function wordsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
        ? Array.from(word.slice(1), (_, at) => word.slice(at, at + 2))
        : word,
    ),
  );
}

type Site = Pick<TitleSources, 'outlets' | 'isShown'>;

/** Takes off the parts behind the last separators, or before the first, that are or look like a site's or section's. */
function withoutSite(title: string, site: Site): string {
  const cuts = [...title.matchAll(separators)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    isColon: /[:：]/u.test(found[0]),
  }));
  if (cuts.length === 0) return title;
  // What the page shows as a line is the headline, the longest such part first.
  for (const cut of cuts.toReversed()) {
    const head = title.slice(0, cut.at);
    if (head.length >= shortest && !cut.isColon && site.isShown(head)) return head;
  }
  for (const cut of cuts) {
    const rest = title.slice(cut.end);
    if (rest.length >= shortest && isSite(title.slice(0, cut.at), site) && (site.isShown(rest) || cuts.length === 1))
      return rest;
  }
  let kept = title;
  for (const cut of cuts.toReversed()) {
    if (!isSite(title.slice(cut.end, kept.length), site)) break;
    kept = title.slice(0, cut.at);
  }
  const first = cuts[0];
  if (kept === title && first && isSite(title.slice(0, first.at), site)) kept = title.slice(first.end);
  // `_` and `|` stand between a headline and its section and site, never in a headline.
  const bar = kept.search(/\s*[|｜_]/u);
  if (bar > 8) kept = kept.slice(0, bar);
  return kept.length > 3 || kept.length * 4 > title.length ? kept.trim() : title;
}

const shortest = 8;

function isSite(part: string, { outlets }: Site): boolean {
  const name = fold(part);
  return (
    name !== '' &&
    outlets.some((outlet) => {
      const site = fold(outlet);
      return (
        site !== '' &&
        (name === site || (site.length > 2 && name.includes(site)) || (name.length > 3 && site.includes(name)))
      );
    })
  );
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
