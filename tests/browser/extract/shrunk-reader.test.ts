import { Readability } from '@mozilla/readability';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// By its path: the package exports no file by name.
import source from '../../../node_modules/@mozilla/readability/Readability.js?raw';
import { shrinkReadability } from '../../../scripts/lib/shrink-readability.mjs';
import { fixtures, openFixture, openPage } from './pages';

/** What lib/extract/reader.ts uses, and the methods that it has in its own way. */
type Search = {
  _flags: number;
  _articleTitle: string;
  _articleByline: string | null;
  _removeScripts(document: Document): void;
  _prepDocument(): void;
  _grabArticle(page: object): Element | null;
  _simplifyNestedElements(article: Element): void;
};
type Maker = new (document: Document, options: { charThreshold: number }) => Search;

const address = URL.createObjectURL(new Blob([shrinkReadability(source)], { type: 'text/javascript' }));
const whole = Readability as unknown as Maker;
let shrunk: Maker;
beforeAll(async () => {
  shrunk = ((await import(/* @vite-ignore */ address)) as { Readability: Maker }).Readability;
});
afterAll(() => URL.revokeObjectURL(address));

function search(Made: Maker, document: Document, flags: number): string {
  const it = Object.assign(new Made(document, { charThreshold: 1 }), {
    log: () => undefined,
    _isProbablyVisible: (node: Element) => !node.hasAttribute('hidden'),
    _isElementWithoutContent: (node: Element) => (node.textContent ?? '').trim() === '' && !node.firstElementChild,
    _fixLazyImages: () => undefined,
    _cleanStyles: () => undefined,
    _flags: flags,
    _articleTitle: document.title,
  });
  it._removeScripts(document);
  it._prepDocument();
  const { body } = document;
  const found = it._grabArticle({
    innerHTML: '',
    get firstChild() {
      return body.firstChild;
    },
    appendChild: (node: Node) => body.append(node),
  });
  if (found) it._simplifyNestedElements(found);
  return `${it._articleByline ?? ''}\n${found?.innerHTML ?? 'nothing'}`;
}

describe('the search of the injected script, without what is dead in Readability', () => {
  test.each(fixtures.map(({ name }) => name))('finds as the whole one does: %s', async (name) => {
    for (const flags of [7, 6, 4, 0]) {
      const expected = search(whole, await openFixture(name), flags);
      expect(expected).toContain('<');
      expect(search(shrunk, await openFixture(name), flags)).toBe(expected);
    }
  });

  test('finds nothing where there is nothing', () => {
    const page = () => openPage('<title>Empty</title><body></body>');
    expect(search(shrunk, page(), 7)).toBe(search(whole, page(), 7));
  });
});
