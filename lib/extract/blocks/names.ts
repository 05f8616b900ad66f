/** What sites call the parts of a page, as bits: one pass of one pattern over each name, and each name only once. */

/** In the order of their bits; the groups of `pattern`. */
export const nameKinds = [
  'body',
  'related',
  'share',
  'comment',
  'nav',
  'footer',
  'advert',
  'author',
  'meta',
  'caption',
  'lead',
  'side',
  'title',
  'embed',
  'hidden',
] as const;

const pattern =
  /(article|body|content|entry|post|text|story|main|artikel|paragraph)|(relat|recommend|more|read-?(?:next|also)|also|trend|popular|most-|outbrain|taboola|teaser|tuijian|xiangguan|liste?)|(shar|social|follow|sns)|(comment|disqus|respon[ds]|repl|pinglun|discuss)|(nav|menu|crumb|pag(?:in|er)|toc|tabs?\b)|(foot|copyright|legal|disclaim|statement)|(\bads?\b|advert|promo|sponsor|newsletter|subscri|signup|banner|paywall|piano|affiliat|cta\b|donat)|(author|byline|bio|profile|writer|contribut|editor)|(meta|date|time|info|publish|tags?\b|categor|kicker|label|eyebrow|source|topic)|(caption|credit|figure|photo|image|media|galler|pic)|(lea?de?\b|intro|standfirst|summary|abstract|dec?k|subtitle|subhead|descri|excerpt|vorspann|chapo|zhaiyao|zusammen)|(side|aside|widget|rail|box|card|modul)|(title|headline|heading)|(quote|tweet|embed|pull|video|player)|(hidden|hide|visually|sr-only|screen-reader|print|invisible)/gu;

const known = new Map<string, number>();
const longest = 200;

/** The kinds that a class and id name, as bits. */
export function kindsOf(name: string): number {
  let bits = known.get(name);
  if (bits !== undefined) return bits;
  bits = 0;
  const folded = name.slice(0, longest).toLowerCase();
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded))
    bits |= 1 << (match.indexOf(match[0], 1) - 1);
  known.set(name, bits);
  return bits;
}
