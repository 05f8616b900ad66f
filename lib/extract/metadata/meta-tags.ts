/** A page's `<meta>` and `<link>` tags by name: Open Graph, Twitter cards, Dublin Core, citation, Parse.ly and the rest. */
import { cleanMarkup } from './clean-text';

export type MetaTags = {
  /** The first value among these names that is not empty. */
  first(...names: string[]): string;
  /** Every value of a name, in order. */
  all(name: string): string[];
};

/** Reads name, property and itemprop alike; names are compared without case, `.` and `:` are one. */
export function readMetaTags(document: Document): MetaTags {
  const values = new Map<string, string[]>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const content = tag.getAttribute('content');
    for (const attribute of ['property', 'name', 'itemprop']) {
      for (const name of (tag.getAttribute(attribute) ?? '').split(/\s+/u)) {
        if (name && content) push(values, fold(name), content);
      }
    }
  }
  const all = (name: string): string[] => (values.get(fold(name)) ?? []).map(cleanMarkup).filter(Boolean);
  return {
    all,
    first: (...names) => names.map((name) => all(name)[0]).find(Boolean) ?? '',
  };
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\./gu, ':');
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
