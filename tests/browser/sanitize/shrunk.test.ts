import createDOMPurify, { type DOMPurify } from 'dompurify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowedAttributes, allowedTags, droppedWithContent } from '../../../lib/model/article-html';
// By its path: the package exports no file by name.
import source from '../../../node_modules/dompurify/dist/purify.es.mjs?raw';
import { emptied, listDeclaration, shrinkPurifier } from '../../../scripts/lib/shrink-purifier.mjs';
import attacks from '../../fixtures/attacks.json';

const pages = import.meta.glob<string>('../../fixtures/*/source.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const address = URL.createObjectURL(new Blob([shrinkPurifier(source)], { type: 'text/javascript' }));
const whole = createDOMPurify(window);
let shrunk: DOMPurify;
beforeAll(async () => {
  shrunk = ((await import(/* @vite-ignore */ address)) as { default: DOMPurify }).default;
});
afterAll(() => URL.revokeObjectURL(address));

/** What is allowed as in lib/sanitize; each way in which DOMPurify takes and gives is tried. */
const configurations = [{}, { FORBID_CONTENTS: [...droppedWithContent] }, { KEEP_CONTENT: false }].map((more) => ({
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...new Set(Object.values(allowedAttributes).flat())],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ...more,
}));
/** What only a sanitiser that is told to lets through. */
const custom = [
  '<my-element onclick="x()" title="t">words</my-element><p is="my-paragraph">words</p>',
  '<my-element><img src="data:image/gif;base64,R0lGOD" my-name="1"><annotation-xml><p>words</p></annotation-xml></my-element>',
  '<svg><my-element><a href="https://a.example/" is="my-link">words</a></my-element><font-face>x</font-face></svg>',
];
const clean = (purifier: DOMPurify, html: string) =>
  configurations.flatMap((configuration) => [
    purifier.sanitize(html, configuration),
    (purifier.sanitize(treeOf(html), { ...configuration, RETURN_DOM: true }) as Element).innerHTML,
  ]);

/** As lib/sanitize gives it: in an inert document, and nobody else's. */
function treeOf(html: string): DocumentFragment {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const tree = body.ownerDocument.createDocumentFragment();
  tree.append(...body.childNodes);
  return tree;
}

describe('the sanitiser of the injected script, without the lists that are dead for it', () => {
  test.each([...attacks.html, ...attacks.text, ...custom])('cleans as the whole one does: %s', (payload) => {
    for (const html of [payload, `<svg>${payload}</svg>`, `<math><mtext>${payload}</mtext></math>`])
      expect(clean(shrunk, html)).toEqual(clean(whole, html));
  });

  test.each(Object.entries(pages))('cleans as the whole one does: %s', (_, html) => {
    expect(clean(shrunk, html)).toEqual(clean(whole, html));
  });

  test('has lost only names of which none but <a> is allowed in an article and known from SVG or MathML', () => {
    const foreign = emptied
      .filter((name) => /\$1$|Filters|Disallowed/.test(name) && name !== 'html$1')
      .flatMap((name) => [...(listDeclaration(name).exec(source)?.[1] ?? '').matchAll(/"([^"]+)"/g)])
      .map((match) => match[1] ?? '');
    expect(foreign.length).toBeGreaterThan(100);
    expect(allowedTags.filter((tag) => foreign.includes(tag))).toEqual(['a']);
  });

  test('is not made of another release', () => {
    expect(() => shrinkPurifier(source.replace('3.4.18', '3.5.0'))).toThrow('another release');
    expect(() => shrinkPurifier(`${source} `)).toThrow('another release');
  });
});
