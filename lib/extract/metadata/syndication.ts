/** Sites that reprint articles of others, and name the original as the canonical address. */

/** Portals, blogging platforms and aggregators; each stands for its subdomains. */
const reprinting = [
  'aol.com',
  'dev.to',
  'flipboard.com',
  'hackernoon.com',
  'medium.com',
  'msn.cn',
  'msn.com',
  'newsbreak.com',
  'smartnews.com',
  'substack.com',
  'yahoo.com',
] as const;

/** Copies of pages for phones (https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/). */
const caches = ['ampproject.org', 'ampproject.net', 'bing-amp.com'] as const;

/** Whether what is read at `host` may be another site's article, so that its word on where it is from is believed. */
export function reprints(host: string): boolean {
  return [...reprinting, ...caches].some((site) => host === site || host.endsWith(`.${site}`));
}
