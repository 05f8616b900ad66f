import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '../../../lib/model/result';
import { fetchImagesInPage, readPage } from '../../../lib/platform/scripting';
import { aReading } from '../clip-maker';

type Injection = {
  func?: (...args: unknown[]) => unknown;
  files?: string[];
  args?: unknown[];
  injectImmediately?: boolean;
};

const noSigns = { wantsLogin: false, isCut: false, paragraphs: 0, next: null, total: null };

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
const asked = (contentType: unknown, draft: unknown) =>
  page(({ func, files }) => (func ? contentType : files?.[0] === '/page-signs.js' ? noSigns : draft));

afterEach(() => Reflect.deleteProperty(globalThis, '__clipsheet'));

describe('reading a page', () => {
  test('says first what is wanted, then runs the extractor', async () => {
    const injected = asked('text/html', aReading());
    expect(await readPage(3, 'selection')).toEqual(ok({ reading: aReading(), signs: null }));
    expect(injected.map(({ files, args }) => files ?? args)).toEqual([['selection', null], ['/clipper.js']]);
    injected[0]?.func?.('selection', null);
    expect(globalThis).toMatchObject({ __clipsheet: { mode: 'selection' } });
  });

  test('looks around the article too, and hands in the rule for its site with what follows it', async () => {
    const rule = { name: 'news', hosts: ['news.example'], article: ['#text'] };
    const injected = asked('text/html', aReading());
    expect(await readPage(3, 'page', rule)).toEqual(ok({ reading: aReading(), signs: noSigns }));
    expect(injected.map(({ files, args }) => files ?? args)).toEqual([
      ['page', rule],
      ['/page-signs.js'],
      ['/site-reader.js', '/clipper.js'],
    ]);
  });

  test.each([{}, null, { ...noSigns, next: 'javascript:alert(1)' }, { ...noSigns, paragraphs: 'many' }])(
    'takes no signs such as %j from a page',
    async (signs) => {
      page(({ func, files }) => (func ? 'text/html' : files?.[0] === '/page-signs.js' ? signs : aReading()));
      expect(await readPage(3, 'page')).toEqual(ok({ reading: aReading(), signs: null }));
    },
  );

  test('is read though nobody could look around it', async () => {
    page(({ func, files }) => {
      if (files?.[0] === '/page-signs.js') throw new Error('the page broke it');
      return func ? 'text/html' : aReading();
    });
    expect(await readPage(3, 'page')).toEqual(ok({ reading: aReading(), signs: null }));
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
    expect(await readPage(3, 'page')).toMatchObject(ok({ reading: aReading() }));
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

describe('a page that never comes to an end', () => {
  afterEach(() => vi.useRealTimers());
  const never = new Promise(() => undefined);
  const answerAtOnce = ({ func, files }: Injection, state: string) =>
    func?.name === 'readyState' ? state : func ? 'text/html' : files?.[0] === '/page-signs.js' ? noSigns : aReading();

  test('is read as it stands after two seconds', async () => {
    vi.useFakeTimers();
    const injected = page((injection) => (injection.injectImmediately ? answerAtOnce(injection, 'loading') : never));
    const reading = readPage(3, 'page');
    await vi.advanceTimersByTimeAsync(1900);
    expect(injected).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(200);
    expect(await reading).toEqual(ok({ reading: aReading(), signs: noSigns }));
  });

  test('is waited for when it has loaded and only takes long to read', async () => {
    vi.useFakeTimers();
    let finish = (_: unknown): void => undefined;
    const slow = new Promise((resolve) => {
      finish = resolve;
    });
    const injected = page(async (injection) => {
      if (!injection.injectImmediately && injection.files?.[0] === '/clipper.js') await slow;
      return answerAtOnce(injection, 'complete');
    });
    const reading = readPage(3, 'page');
    await vi.advanceTimersByTimeAsync(5000);
    expect(injected.filter(({ files }) => files?.[0] === '/clipper.js')).toHaveLength(1);
    finish(null);
    expect(await reading).toEqual(ok({ reading: aReading(), signs: noSigns }));
  });
});

describe('fetching images in a page', () => {
  test('brings bytes and size, null for what is not there, and says what the site withholds', async () => {
    page(() => [{ type: 'image/png', base64: btoa('\x00\xffA'), width: 4, height: 3 }, null, 'withheld']);
    expect(await fetchImagesInPage(3, ['a', 'b', 'c'], 10)).toEqual([
      { bytes: { data: new Uint8Array([0, 255, 65]), type: 'image/png' }, width: 4, height: 3 },
      null,
      'withheld',
    ]);
  });

  test('is refused when the page is gone', async () => {
    page(() => Promise.reject(new Error('No tab with id: 3')));
    await expect(fetchImagesInPage(3, ['a'], 10)).rejects.toThrow('No tab');
  });
});
