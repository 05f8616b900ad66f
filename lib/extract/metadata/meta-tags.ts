/** A page's `<meta>` tags by name: Open Graph, Twitter cards, Dublin Core, citation, Parse.ly and the rest. */
import { cleanMarkup } from './clean-markup';

export type MetaTags = {
  /** The first value among these names that is not empty. */
  first(...names: string[]): string;
  /** Every value of a name, in order. */
  all(name: string): string[];
};

/** By what stood in `property`, `name`, `itemprop` or `http-equiv` alike; compared without case, `.` and `:` are one. */
export function readMetaTags(tags: readonly (readonly [names: string, content: string])[]): MetaTags {
  const values = new Map<string, string[]>();
  for (const [names, content] of tags) {
    for (const name of names.split(/\s+/u)) if (name) push(values, fold(name), content);
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
