import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wordsIn } from '../../../lib/platform/words';

function browserIn(language: string) {
  const fetched = vi.fn(async () => new Response(JSON.stringify({ notice_saved: { message: '已存' } })));
  vi.stubGlobal('fetch', fetched);
  Object.assign(fakeBrowser.i18n, {
    getUILanguage: () => language,
    getMessage: (key: string) => (key.startsWith('notice_') ? `browser's ${key}` : ''),
  });
  return fetched;
}

test('texts are the browser’s own where its language is the chosen one', async () => {
  const fetched = browserIn('en-GB');
  for (const setting of ['auto', 'en'] as const)
    expect((await wordsIn(setting))('notice_saved')).toBe("browser's notice_saved");
  expect(fetched).not.toHaveBeenCalled();
});

test('texts of another language are read from its file', async () => {
  const fetched = browserIn('en-GB');
  expect((await wordsIn('zh-CN'))('notice_saved')).toBe('已存');
  expect(fetched).toHaveBeenCalledOnce();
});

test('a key without text gives that of the other one', async () => {
  browserIn('zh-CN');
  expect((await wordsIn('auto'))('failure_strange', 'notice_saved')).toBe("browser's notice_saved");
});
