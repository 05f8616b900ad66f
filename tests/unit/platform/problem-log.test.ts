import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { formatProblems, problemEntry, readProblemEntry } from '../../../lib/model/problem-log';
import { clearProblems, noteProblem, readProblems } from '../../../lib/platform/problem-log';

const own = 'chrome-extension://abc/';

beforeEach(() => clearProblems());

test('an entry has neither addresses nor long words of a page, and no frames of foreign scripts', () => {
  const error = new TypeError(
    'cannot read https://news.example/secret?token=1 of "The chairman told us in confidence that the plant closes"',
  );
  error.stack = `TypeError: x\n    at a (${own}chunks/a.js:1:2)\n    at b (https://news.example/page.js:3:4)`;
  const entry = problemEntry(5, 'library', error, own);
  expect(entry.message).toBe('TypeError: cannot read <address> of "…"');
  expect(entry.stack).toBe('at a (/chunks/a.js:1:2)');
  expect(entry.addresses).toEqual(['https://news.example/secret?token=1']);
  expect(formatProblems([entry], false)).not.toContain('news.example');
  expect(formatProblems([entry], true)).toContain('about https://news.example/secret?token=1');
});

test('whatever is thrown makes an entry of bounded size', () => {
  for (const thrown of [undefined, null, 7, {}, 'x'.repeat(1e5), new Error('y'.repeat(1e5))]) {
    const entry = problemEntry(1, 'popup', thrown, own);
    expect(entry.message.length).toBeLessThanOrEqual(400);
    expect(readProblemEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  }
});

test('the log keeps what is written to it, newest first, until it is cleared, and passes over what is none', async () => {
  await noteProblem('library', new Error('first'));
  await new Promise((resolve) => setTimeout(resolve, 2));
  await noteProblem('popup', 'second');
  await browser.storage.local.set({ 'problem:0:bad': { at: 'x' }, other: 1 });
  expect((await readProblems()).map(({ where, message }) => [where, message])).toEqual([
    ['popup', 'second'],
    ['library', 'Error: first'],
  ]);
  await clearProblems();
  expect(await readProblems()).toEqual([]);
  expect((await browser.storage.local.get('other')).other).toBe(1);
});
