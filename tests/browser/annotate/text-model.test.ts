import { afterEach, expect, test } from 'vitest';
import { describeSpan } from '../../../lib/annotate/describe';
import { readForAnnotations } from '../../../lib/annotate/find-annotation';
import { rangesOf, spanOf } from '../../../lib/annotate/ranges';
import { readText } from '../../../lib/annotate/text-model';

afterEach(() => document.body.replaceChildren());

function show(html: string): HTMLElement {
  const root = document.createElement('main');
  root.setHTMLUnsafe(html);
  document.body.replaceChildren(root);
  return root;
}

/** The words from the first `from` to the first `to` after it, as ranges, and what these hold. */
function select(root: HTMLElement, from: string, to: string): string[] {
  const model = readText(root);
  const start = model.text.indexOf(from);
  return rangesOf(model, { start, end: model.text.indexOf(to, start) + to.length }).map(String);
}

test('blocks are apart, inline elements are not, and white space is one', () => {
  const root = show('<h2> A <b>hea</b>d\n\n line</h2><p>One.<br>Two.</p><ul><li>Three<li>Four</ul>');
  expect(readText(root).text.trim()).toBe('A head line One. Two. Three Four');
});

test('it is known where blocks begin and end', () => {
  const { text, borders } = readText(show('<h2>A head</h2>\n<p>One <b>two</b>.<br>Three</p><ul><li>Four</ul>'));
  const parts = borders.map((border, at) => text.slice(border, borders[at + 1]).trim());
  expect(parts.filter((part) => part !== '')).toEqual(['A head', 'One two.', 'Three', 'Four']);
});

test.each([
  ['scripts, styles and controls', '<p>Words<script>no</script><style>no</style><button>no</button></p>', 'Words'],
  ['readings above characters', '<p><ruby>皮革<rp>(</rp><rt>pígé</rt><rp>)</rp></ruby>座椅</p>', '皮革座椅'],
  ['pictures with text', '<p>Words<svg><text>no</text></svg></p>', 'Words'],
])('%s are no text', (_, html, text) => {
  expect(readText(show(html)).text.trim()).toBe(text);
});

test('shadow trees, slots and frames stand where they are shown', async () => {
  const root = show('<p>Before</p><div id="host"><span>slotted</span></div><iframe></iframe><p>After</p>');
  const shadow = root.querySelector('#host')?.attachShadow({ mode: 'open' });
  shadow?.setHTMLUnsafe('<p>shadow <slot></slot> end</p>');
  const frame = root.querySelector('iframe')?.contentDocument;
  if (frame) frame.body.textContent = 'framed';
  expect(readText(root).text.trim()).toBe('Before shadow slotted end framed After');
  expect(select(root, 'shadow', 'framed')).toEqual(['shadow ', 'slotted', ' end', 'framed']);
});

test('a closed shadow tree is read where the browser tells of it', () => {
  const root = show('<div id="host"></div>');
  const host = root.querySelector('#host');
  const shadow = host?.attachShadow({ mode: 'closed' }) ?? null;
  shadow?.setHTMLUnsafe('<p>hidden words</p>');
  expect(readText(root).text).not.toContain('hidden');
  expect(readText(root, { shadowRootOf: (element) => (element === host ? shadow : null) }).text).toContain(
    'hidden words',
  );
});

test('a span becomes ranges of exactly its words, across blocks and elements', () => {
  const root = show('<p>One two <em>three</em>.</p>\n<ul>\n<li>Four five</li>\n</ul>');
  expect(select(root, 'two', 'Four')).toEqual(['two ', 'three', '.', 'Four']);
});

test('what a person selects becomes a span, wherever the selection begins and ends', () => {
  const root = show('<p id="a">One</p><figure><img alt=""></figure><p id="b">  Two  three </p>');
  const model = readText(root);
  const range = document.createRange();
  range.selectNodeContents(root);
  const text = (span: { start: number; end: number } | null) => span && model.text.slice(span.start, span.end);
  expect(text(spanOf(model, range))).toBe('One Two three');
  range.setStart(root, 1);
  range.setEnd(root.querySelector('#b')?.firstChild as Text, 5);
  expect(text(spanOf(model, range))).toBe('Two');
  range.selectNode(root.querySelector('img') as Element);
  expect(text(spanOf(model, range))).toBeNull();
});

test('never half a character', () => {
  const root = show('<p>car 🚗 seat</p>');
  const node = root.querySelector('p')?.firstChild as Text;
  const range = document.createRange();
  range.setStart(node, 5);
  range.setEnd(node, 8);
  const model = readText(root);
  const span = spanOf(model, range);
  expect(span && model.text.slice(span.start, span.end)).toBe('🚗 s');
});

test('words are found again by their path where the same words stand twice', () => {
  const twice = '<p>We use cookies to help us.</p>';
  const root = show(`<section>${twice}</section><section>${twice}</section>`);
  const model = readText(root);
  const start = model.text.lastIndexOf('cookies');
  const selectors = describeSpan(model, { start, end: start + 7 });
  root.querySelector('section')?.prepend('Much was put before it all, and more, so that no place is what it was. ');
  const { model: now, find } = readForAnnotations(root);
  expect(find(selectors)?.start).toBe(now.text.lastIndexOf('cookies'));
});

test('a document nested ten thousand deep is read', () => {
  let inner: HTMLElement = show('');
  for (let depth = 0; depth < 10_000; depth++) {
    const div = document.createElement('div');
    inner.append(div);
    inner = div;
  }
  inner.textContent = 'deep';
  expect(readText(document.body).text).toContain('deep');
});
