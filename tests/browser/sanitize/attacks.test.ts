import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { mountSafeHtml, parseHtml, sanitizeArticle } from '../../../lib/sanitize';
import attacks from '../../fixtures/attacks.json';
import { openArticle } from '../extract/pages';

let hits = 0;
beforeEach(() => {
  hits = 0;
  Object.assign(window, { hit: () => hits++ });
});
afterEach(() => document.querySelector('#stage')?.remove());

/** Fires what a reader might set off: every handler left in the tree, every link, every form. */
async function provoke(stage: Element): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const element of stage.querySelectorAll('*')) {
    for (const { name } of [...element.attributes])
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
}

function stage(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'stage';
  document.body.append(element);
  return element;
}

const plain =
  /^(?:<[a-z0-9]+(?: (?:href|src|cite|alt|title|lang|dir|width|height|colspan|rowspan|datetime)="[^"]*")*>|<\/[a-z0-9]+>|[^<])*$/u;

describe.each(attacks.html)('%s', (payload) => {
  test('never runs, and what is left is plain markup', async () => {
    const html = sanitizeArticle(payload);
    expect(html).toMatch(plain);
    expect(html).not.toMatch(/javascript:|vbscript:|srcset|(?:href|src)="(?!https?:|mailto:)/iu);
    const shown = stage();
    mountSafeHtml(shown, html);
    await provoke(shown);
    expect(hits).toBe(0);
  });

  test('is a fixed point after one cleaning', () => {
    const html = sanitizeArticle(payload);
    expect(sanitizeArticle(html)).toBe(html);
    expect(parseHtml(html).body.innerHTML).toBe(html);
  });

  test('is survived by extraction', () => {
    const draft = extractArticle(openArticle(payload), { now: () => performance.now() });
    expect(draft.html).toMatch(plain);
    expect(draft.text).toContain('Part 1.');
  });
});

test('metadata is text: no markup, no controls, no marks that turn the direction', () => {
  for (const payload of attacks.text) {
    const meta = `<meta property="og:title" content="${payload.replaceAll('"', '&quot;')}"><meta name="author" content="${payload.replaceAll('"', '&quot;')}"><meta property="og:site_name" content="${payload.replaceAll('"', '&quot;')}">`;
    const draft = extractArticle(openArticle('', meta), { now: () => performance.now() });
    for (const field of [draft.title, draft.byline, draft.siteName, draft.excerpt]) {
      expect(field ?? '').not.toMatch(/<(?:img|script|svg)|[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u);
    }
  }
});
