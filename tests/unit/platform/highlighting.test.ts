import { describe, expect, test, vi } from 'vitest';
import type { AnnotationId } from '../../../lib/model/annotation';
import { newId } from '../../../lib/model/ids';
import { checkedHighlighter, type HighlighterQuestion } from '../../../lib/platform/highlighting';

const id = newId<AnnotationId>();
const token = 'secret';
const sender = { id: 'clipsheet', url: 'https://n.example/story', frameId: 0, tab: { id: 7 } };
const quote = { type: 'TextQuoteSelector', exact: 'the mill', prefix: 'of ', suffix: ' runs' };
const position = { type: 'TextPositionSelector', start: 3, end: 11 };
const end = { type: 'XPathSelector', value: '/html[1]', refinedBy: position };
const range = { type: 'RangeSelector', startSelector: end, endSelector: end };
const target = { quote, position, range };
const highlight = { id, target, note: '', tags: ['mills'], colour: 'green', createdAt: 5 };
const put = (given: object) => ({
  highlighter: 'put-highlight',
  input: { token, highlight: { ...highlight, ...given } },
});

function ask(given: object, from: object = sender, loaded: string | null = token) {
  const handle = vi.fn(async (_: HighlighterQuestion) => ({ ok: true as const, value: null }));
  const load = vi.fn(async () => loaded);
  return { answer: checkedHighlighter(given as { highlighter: unknown }, from, 'clipsheet', load, handle), handle };
}

describe('a highlighter', () => {
  test('is answered in the page it was opened in', async () => {
    const { answer, handle } = ask(put({}));
    expect(await answer).toEqual({ ok: true, value: null });
    const tab = { id: 7, url: sender.url, title: '' };
    expect(handle).toHaveBeenCalledWith({ asked: { name: 'put-highlight', token, highlight }, tab });
  });

  test('is answered for the page that the tab shows now', async () => {
    const tab = { id: 7, url: 'https://n.example/next', title: 'Next' };
    const { answer, handle } = ask({ highlighter: 'list-highlights', input: { token } }, { ...sender, tab });
    await answer;
    expect(handle).toHaveBeenCalledWith({ asked: { name: 'list-highlights', token }, tab });
  });

  test('hands on only what its type has', async () => {
    const { answer, handle } = ask(
      put({ clipId: 'other', target: { ...target, quote: { ...quote, more: 1 }, kind: 'image' } }),
    );
    await answer;
    expect(handle.mock.calls[0]?.[0].asked).toEqual({ name: 'put-highlight', token, highlight });
  });

  test('may ask for tags that go with what is typed', async () => {
    const input = { token, typed: 'mi', except: ['mills'], all: true };
    const { answer, handle } = ask({ highlighter: 'suggest-tags', input });
    await answer;
    const asked = { name: 'suggest-tags', token, typed: 'mi', except: ['mills'] };
    expect(handle.mock.calls[0]?.[0].asked).toEqual(asked);
  });

  test.each([
    ['another extension', put({}), { ...sender, id: 'other' }],
    ['no tab', put({}), { ...sender, tab: undefined }],
    ['a frame in the page', put({}), { ...sender, frameId: 4 }],
    ['a page without an address', put({}), { ...sender, url: undefined }],
    ['a page that guesses the token', { highlighter: 'list-highlights', input: { token: 'guess' } }, sender],
    ['a page without a token', { highlighter: 'list-highlights', input: {} }, sender],
    ['a request of another border', { highlighter: 'delete-clip', input: { token, id } }, sender],
    ['a property of an object', { highlighter: 'constructor', input: { token } }, sender],
    ['a colour of its own', put({ colour: 'url(x)' }), sender],
    ['tags that are none', put({ tags: ['a', 3] }), sender],
    ['more tags than anybody writes', put({ tags: Array(51).fill('a') }), sender],
    ['a note without end', put({ note: 'a'.repeat(20_001) }), sender],
    ['a quote without end', put({ target: { ...target, quote: { ...quote, exact: 'a'.repeat(100_001) } } }), sender],
    ['a quote of nothing', put({ target: { ...target, quote: { ...quote, exact: ' ' } } }), sender],
    ['a place that is none', put({ target: { ...target, position: { start: 9, end: 3 } } }), sender],
    ['an id of its own making', put({ id: '../x' }), sender],
    ['a time that is none', put({ createdAt: Number.NaN }), sender],
    ['tags for no words', { highlighter: 'suggest-tags', input: { token, typed: 3, except: [] } }, sender],
    [
      'an edit of more than people edit',
      { highlighter: 'edit-highlight', input: { token, id, patch: { clipId: id } } },
      sender,
    ],
  ])('is not answered for %s', async (_, given, from) => {
    const { answer, handle } = ask(given, from);
    expect(await answer).toBeNull();
    expect(handle).not.toHaveBeenCalled();
  });

  test('is not answered where none was opened', async () => {
    expect(await ask(put({}), sender, null).answer).toBeNull();
  });
});
