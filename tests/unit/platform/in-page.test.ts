import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as inPage from '../../../lib/platform/in-page';

/** A function as the page gets it: its text alone, without the module around it. */
function sent<F extends (...args: never[]) => unknown>(run: F): F {
  return new Function(`return (${run.toString()})`)() as F;
}

beforeEach(() => {
  document.body.innerHTML = '';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the orders for the extractor are left in its world', () => {
  expect(sent(inPage.prepare)('selection', null)).toBe(document.contentType);
  expect(globalThis).toMatchObject({ __clipsheet: { mode: 'selection' } });
  Reflect.deleteProperty(globalThis, '__clipsheet');
});

test('a link is named by its words, the longest where a page links twice', () => {
  document.body.innerHTML =
    '<a href="https://e.example/a"><img alt=""></a><a href="https://e.example/a"> The\n whole  headline </a><a href="/b">b</a>';
  expect(sent(inPage.describeLink)('https://e.example/a')).toBe('The whole headline');
  expect(sent(inPage.describeLink)('https://e.example/none')).toBe('');
});

test('an image is described by its alternative text and its caption', () => {
  document.body.innerHTML =
    '<figure><a><img src="https://e.example/a.png" alt="Hides"></a><figcaption>Leather\n hides</figcaption></figure>';
  expect(sent(inPage.describeImage)('https://e.example/a.png')).toMatchObject({
    alt: 'Hides',
    caption: 'Leather hides',
  });
  expect(sent(inPage.describeImage)('https://e.example/b.png')).toEqual({
    alt: '',
    caption: '',
    width: null,
    height: null,
  });
});

test('a notice is read out, cannot be reached by the page, replaces the one before, and goes', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const show = sent(inPage.showNotice);
  show('first', 'done', 1000);
  show('<b>second</b>', 'done', 1000);
  const hosts = document.querySelectorAll('clipsheet-notice');
  expect(hosts).toHaveLength(1);
  expect(hosts[0]?.shadowRoot).toBeNull();
  await vi.advanceTimersByTimeAsync(1100);
  expect(document.querySelector('clipsheet-notice')).toBeNull();
});

describe('images', () => {
  const answers: Record<string, () => Response | Promise<Response>> = {
    good: () => new Response(new Blob(['pixels'], { type: 'image/png' })),
    svg: () => new Response(new Blob(['<svg/>'], { type: 'image/svg+xml' })),
    html: () => new Response(new Blob(['<p>'], { type: 'text/html' })),
    empty: () => new Response(new Blob([], { type: 'image/png' })),
    large: () => new Response(new Blob(['x'.repeat(200)], { type: 'image/png' })),
    announced: () => new Response(new Blob(['x'], { type: 'image/png' }), { headers: { 'content-length': '5000' } }),
    missing: () => new Response(new Blob(['no'], { type: 'image/png' }), { status: 404 }),
    refused: () => Promise.reject(new TypeError('CORS')),
    forbidden: () => new Response('', { status: 403 }),
  };

  test('come with type, size and bytes; what is no bitmap, too large, missing or refused does not, and is said to be withheld where the site does that', async () => {
    const asked = vi.fn(async (url: string, _: RequestInit) => answers[url]?.());
    vi.stubGlobal('fetch', asked);
    vi.stubGlobal('createImageBitmap', async () => ({ width: 4, height: 3, close: () => undefined }));
    const got = await sent(inPage.fetchImages)(Object.keys(answers), 100, 1000);
    const kept = { type: 'image/png', base64: btoa('pixels'), width: 4, height: 3 };
    expect(got).toEqual([kept, null, 'withheld', ...Array(5).fill(null), 'withheld']);
    for (const [, options] of asked.mock.calls) expect(options?.credentials ?? 'same-origin').toBe('same-origin');
  });

  test('that the browser cannot decode are no images', async () => {
    vi.stubGlobal('fetch', async () => answers.good?.());
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('not an image')));
    expect(await sent(inPage.fetchImages)(['good'], 100, 1000)).toEqual([null]);
  });
});
