import { afterEach, describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { cloneSelection } from '../../../lib/extract/selection';
import { parseHtml } from '../../../lib/sanitize';

const now = () => performance.now();
let holder: HTMLElement | null = null;

/** Puts markup into the live page and selects from the first `[` to the last `]` of its text. */
function select(html: string): void {
  holder = document.createElement('div');
  holder.append(...parseHtml(html).body.childNodes);
  document.body.append(holder);
  const range = document.createRange();
  const texts = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const [start, end] = [(node.nodeValue ?? '').indexOf('['), (node.nodeValue ?? '').indexOf(']')];
    if (start >= 0) range.setStart(node, start + 1);
    if (end >= 0) range.setEnd(node, end);
  }
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
const extract = () => extractArticle(document, { now, selection: cloneSelection(getSelection()) });

afterEach(() => {
  getSelection()?.removeAllRanges();
  holder?.remove();
});

describe('a selection', () => {
  test('keeps its markup and has the metadata of the page', () => {
    document.title = 'The page it came from';
    select('<p>Not this. [But <strong>this</strong> and <a href="/there">that</a>.] Nor this.</p>');
    const draft = extract();
    expect(draft.html).toBe(`<p>But <strong>this</strong> and <a href="${location.origin}/there">that</a>.</p>`);
    expect(draft).toMatchObject({
      kind: 'selection',
      engine: 'selection',
      title: 'The page it came from',
      text: 'But this and that.',
    });
  });

  test('inside a list stays a list', () => {
    select('<ul><li>one</li><li>t[wo</li><li>thr]ee</li></ul>');
    expect(extract().html).toBe('<ul><li>wo</li><li>thr</li></ul>');
  });

  test('inside a table stays a table', () => {
    select('<table><tbody><tr><td>a</td><td>[b</td></tr><tr><td>c]</td><td>d</td></tr></tbody></table>');
    expect(extract().html.replace(/\s/gu, '')).toBe(
      '<table><tbody><tr><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
    );
  });

  test('is sanitised, and its images get their real addresses', () => {
    select(
      '<div>[Words <img src="data:image/gif;base64,R0lGODlhAQAB" data-src="/real.jpg" onerror="void 0"><script>void 0</script><form><input name="parentNode">more</form>]</div>',
    );
    const draft = extract();
    expect(draft.html).not.toMatch(/void|script|input|onerror/u);
    expect(draft.images.map(({ url }) => url)).toEqual([`${location.origin}/real.jpg`]);
    expect(draft.text).toContain('more');
  });

  test('that is empty gives nothing, and never the page', () => {
    getSelection()?.removeAllRanges();
    expect(cloneSelection(getSelection())).toBeNull();
    select('<article><p>A page with some words.</p></article>');
    const draft = extractArticle(document, { now, selection: new DocumentFragment() });
    expect(draft).toMatchObject({ kind: 'bookmark', engine: 'none', text: '', html: '', warnings: ['empty'] });
  });
});
