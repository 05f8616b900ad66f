import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { beforeAll, describe, expect, test } from 'vitest';
import { shrinkReadability } from '../../../scripts/lib/shrink-readability.mjs';

/** What lib/extract/reader.ts uses, and the methods that it has in its own way. */
type Search = {
  _flags: number;
  _articleTitle: string;
  _articleByline: string | null;
  _prepDocument(): void;
  _grabArticle(page: object): Element | null;
  _simplifyNestedElements(article: Element): void;
};
type Maker = new (document: Document, options: { charThreshold: number }) => Search;

const source = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const whole = Readability as unknown as Maker;
let shrunk: Maker;
beforeAll(async () => {
  const module = `data:text/javascript;base64,${Buffer.from(shrinkReadability(source)).toString('base64')}`;
  shrunk = ((await import(/* @vite-ignore */ module)) as { Readability: Maker }).Readability;
});

function search(Made: Maker, document: Document, flags: number): string {
  const it = Object.assign(new Made(document, { charThreshold: 1 }), {
    log: () => undefined,
    _isMarked: (node: Element) => node.hasAttributes(),
    _isProbablyVisible: (node: Element) => !node.hasAttribute('hidden'),
    _isElementWithoutContent: (node: Element) => (node.textContent ?? '').trim() === '' && !node.firstElementChild,
    _fixLazyImages: () => undefined,
    _cleanStyles: () => undefined,
    _flags: flags,
    _articleTitle: document.title,
  });
  for (const script of document.querySelectorAll('script,noscript')) script.remove();
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

const names = ['baic-components', 'baic-soup', 'baic-wordpress', 'live-blog', 'paywall', 'zh-news'];

describe('the search of the injected script, without what is dead in Readability', () => {
  test.each(names)('finds as the whole one does: %s', (name) => {
    const html = readFileSync(join('tests/fixtures', name, 'source.html'), 'utf8');
    const page = () => new DOMParser().parseFromString(html, 'text/html');
    for (const flags of [7, 6, 4, 0]) {
      const expected = search(whole, page(), flags);
      expect(expected).toContain('<');
      expect(search(shrunk, page(), flags)).toBe(expected);
    }
  });

  test('is not made of another release', () => {
    expect(() => shrinkReadability(`${source} `)).toThrow('another release');
    expect(() => shrinkReadability(source.replaceAll('_cleanClasses', '_clearClasses'))).toThrow('nothing like');
  });
});
