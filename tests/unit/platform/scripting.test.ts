import { afterEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '../../../lib/model/result';
import { fetchImagesInPage, readPage } from '../../../lib/platform/scripting';
import { aReading } from '../clip-maker';

type Injection = { func?: (...args: unknown[]) => unknown; files?: string[]; args?: unknown[] };

/** A page that runs what is injected into it, as a browser would. */
function page(answer: (injection: Injection) => unknown) {
  const injected: Injection[] = [];
  const executeScript = async (injection: Injection) => {
    injected.push(injection);
    return [{ frameId: 0, documentId: 'd', result: await answer(injection) }];
  };
  Object.assign(fakeBrowser.scripting, { executeScript });
  return injected;
}
const asked = (contentType: unknown, draft: unknown) => page(({ func }) => (func ? contentType : draft));

afterEach(() => Reflect.deleteProperty(globalThis, '__clipsheet'));

describe('reading a page', () => {
  test('says first what is wanted, then runs the extractor', async () => {
    const injected = asked('text/html', aReading());
    expect(await readPage(3, 'selection')).toEqual(ok(aReading()));
    expect(injected.map(({ files, args }) => files ?? args)).toEqual([['selection'], ['/clipper.js']]);
    injected[0]?.func?.('selection');
    expect(globalThis).toMatchObject({ __clipsheet: { mode: 'selection' } });
  });

  test.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'media'],
    ['video/mp4', 'media'],
  ])('of type %s tells that it is %s', async (type, warning) => {
    asked(type, aReading());
    expect(await readPage(3, 'page')).toEqual(fail(warning));
  });

  test('is not led astray by a page that hides what type it is', async () => {
    asked({}, aReading());
    expect(await readPage(3, 'page')).toEqual(ok(aReading()));
  });

  test.each([null, undefined, 'text', {}, { ...aReading(), html: 7 }])('that gives %j has failed', async (value) => {
    asked('text/html', value);
    expect(await readPage(3, 'page')).toEqual(fail('failed'));
  });

  test.each([
    ['Cannot access contents of the page. Extension manifest must request permission', 'no-access'],
    ['Cannot access a chrome:// URL', 'no-access'],
    ['The extensions gallery cannot be scripted.', 'no-access'],
    ['Missing host permission for the tab', 'no-access'],
    ['No tab with id: 3', 'interrupted'],
    ['Invalid tab ID: 3', 'interrupted'],
    ['Frame with ID 0 was removed.', 'interrupted'],
  ])('refused with "%s" is %s', async (message, warning) => {
    page(() => Promise.reject(new Error(message)));
    expect(await readPage(3, 'page')).toEqual(fail(warning));
  });
});

describe('fetching images in a page', () => {
  test('brings bytes and size, and null for what is not there', async () => {
    page(() => [{ type: 'image/png', base64: btoa('\x00\xffA'), width: 4, height: 3 }, null]);
    expect(await fetchImagesInPage(3, ['a', 'b'], 10)).toEqual([
      { bytes: { data: new Uint8Array([0, 255, 65]), type: 'image/png' }, width: 4, height: 3 },
      null,
    ]);
  });

  test('is refused when the page is gone', async () => {
    page(() => Promise.reject(new Error('No tab with id: 3')));
    await expect(fetchImagesInPage(3, ['a'], 10)).rejects.toThrow('No tab');
  });
});
