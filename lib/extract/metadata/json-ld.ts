/** What a page says of its article in JSON-LD (https://schema.org/Article), however badly it is written. */
import { cleanMarkup } from './clean-markup';

export type JsonLdArticle = {
  title: string;
  /** Persons, and what is not said to be an organisation; and the organisations that are given as authors. */
  authors: string[];
  organisations: string[];
  publisher: string;
  publishedAt: string;
  modifiedAt: string;
  section: string;
  licence: string;
  language: string;
  url: string;
  description: string;
  image: string;
  isFree: boolean | null;
};

type Node = Record<string, unknown>;

const articleType =
  /(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|Recipe|Story)$/u;
const mostNodes = 2000;

/** The article's own entry among the page's JSON-LD scripts; null when there is none. */
export function readJsonLd(scripts: readonly string[], pageUrl: string): JsonLdArticle | null {
  const nodes: Node[] = [];
  for (const script of scripts) collect(parseLoosely(script), nodes);
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const named = articles.filter((node) => firstText(node.headline) || firstText(node.name));
  const own = named.find((node) => samePage(node, pageUrl)) ?? named[0] ?? articles[0];
  return own ? readArticleNode(own, indexById(nodes)) : null;
}

function readArticleNode(node: Node, byId: Map<string, Node>): JsonLdArticle {
  const resolve = (value: unknown): unknown => {
    const id = isNode(value) ? value['@id'] : undefined;
    return typeof id === 'string' && isNode(value) && Object.keys(value).length === 1 ? (byId.get(id) ?? value) : value;
  };
  const names = (value: unknown): string[] =>
    listOf(value)
      .map(resolve)
      .map((item) => (isNode(item) ? firstText(item.name) : firstText(item)))
      .filter(Boolean);
  const written = names(node.author).length > 0 ? listOf(node.author) : listOf(node.creator);
  const isGroup = (item: unknown): boolean => {
    const entry = resolve(item);
    return isNode(entry) && typesOf(entry).some((type) => /Organization$/u.test(type));
  };
  return {
    title: firstText(node.headline) || firstText(node.name),
    authors: names(written.filter((item) => !isGroup(item))),
    organisations: names(written.filter(isGroup)),
    publisher: names(node.publisher)[0] ?? '',
    publishedAt: firstText(node.datePublished) || firstText(node.dateCreated) || firstText(node.uploadDate),
    modifiedAt: firstText(node.dateModified),
    section: firstText(node.articleSection),
    licence: isNode(node.license)
      ? firstText(node.license.url) || firstText(node.license['@id'])
      : firstText(node.license),
    language: firstText(isNode(node.inLanguage) ? node.inLanguage.alternateName : node.inLanguage),
    url: firstText(isNode(node.mainEntityOfPage) ? node.mainEntityOfPage['@id'] : node.mainEntityOfPage),
    description: firstText(node.description),
    image: listOf(node.image).map(resolve).map(imageUrl).find(Boolean) ?? '',
    isFree: readFlag(node.isAccessibleForFree),
  };
}

/** JSON as sites write it: in comments or CDATA, with raw line breaks in strings, trailing commas or a `;` behind. */
function parseLoosely(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/u, '')
    .trim()
    .replace(/;$/u, '');
  return parseJson(text) ?? parseJson(text.replace(/\p{Cc}+/gu, ' ').replace(/,(\s*[}\]])/gu, '$1'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every object in `value`, breadth first and without recursion, up to a limit. */
function collect(value: unknown, into: Node[]): void {
  const queue = [value];
  for (let at = 0; at < queue.length && at < mostNodes; at++) {
    const next = queue[at];
    if (isNode(next)) into.push(next);
    const items = Array.isArray(next) ? next : isNode(next) ? Object.values(next) : [];
    for (const item of items) if (typeof item === 'object' && item !== null) queue.push(item);
  }
}

/** Entries by their `@id`; what has nothing else is a reference to one. */
function indexById(nodes: readonly Node[]): Map<string, Node> {
  const entries = nodes.filter((node) => typeof node['@id'] === 'string' && Object.keys(node).length > 1);
  return new Map(entries.map((node) => [String(node['@id']), node]));
}

function typesOf(node: Node): string[] {
  return listOf(node['@type']).map(String);
}

function samePage(node: Node, pageUrl: string): boolean {
  const page = pageUrl.replace(/[?#].*$/u, '').replace(/\/$/u, '');
  const main = isNode(node.mainEntityOfPage) ? node.mainEntityOfPage['@id'] : node.mainEntityOfPage;
  return [main, node.url, node['@id']].some(
    (value) => typeof value === 'string' && value.replace(/[?#].*$/u, '').replace(/\/$/u, '') === page,
  );
}

function firstText(value: unknown): string {
  const first = listOf(value).find((item) => typeof item === 'string' || typeof item === 'number');
  return first === undefined ? '' : cleanMarkup(String(first));
}

function imageUrl(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return isNode(value) ? firstText(value.url) || firstText(value.contentUrl) : '';
}

function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (/^(?:false|no)$|\/false$/u.test(text)) return false;
  return /^(?:true|yes)$|\/true$/u.test(text) ? true : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
