/** The copy of a page that extraction works on, and the names that its site gives to its parts. */
import { nameOf, select } from './dom';

/** A page's copy: never the live document, never anything that runs. */
export type Page = {
  document: Document;
  /** The address as visited. */
  url: string;
  /** What relative addresses are relative to. */
  base: string;
};

const namesOf = new WeakMap<Document, ReadonlyMap<Element, string>>();

/** Class and id of each element that has one, in document order, as they were when they were first asked for. */
export function readNames(document: Document): ReadonlyMap<Element, string> {
  const known = namesOf.get(document);
  if (known) return known;
  const names = new Map(select(document, '[class],[id]').map((element) => [element, nameOf(element)]));
  namesOf.set(document, names);
  return names;
}

/**
 * Elements of `document` whose class or id holds one of the words of `pattern`, in document order. One pass over all
 * names costs a tenth of a `[class*="…" i]` selector for each word.
 */
export function findByName(document: Document, pattern: RegExp): Element[] {
  const found: Element[] = [];
  for (const [element, name] of readNames(document)) if (pattern.test(name) && element.isConnected) found.push(element);
  return found;
}
