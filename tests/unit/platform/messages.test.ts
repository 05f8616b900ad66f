import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ClipId, newId } from '../../../lib/model/ids';
import { fail, ok } from '../../../lib/model/result';
import { answer, answerRequests, type Handlers, request } from '../../../lib/platform/messages';
import { aClip } from '../clip-maker';

const self = { id: 'clipsheet', origin: 'chrome-extension://clipsheet/' };
const page = { id: 'clipsheet', url: 'chrome-extension://clipsheet/popup.html' };
const rejected = { ok: false, failure: { kind: 'rejected-message' } };
const id = newId<ClipId>();

function handlers() {
  return {
    'clip-tab': vi.fn(async () => ok({ clip: aClip(), outcome: 'saved' as const })),
    'edit-early': vi.fn(async () => ok(aClip())),
    'edit-clip': vi.fn(async () => ok(aClip())),
    'update-text': vi.fn(async () => ok(aClip())),
    'restore-text': vi.fn(async () => ok(aClip())),
    'choose-block': vi.fn(async () => ok(null)),
    'add-page': vi.fn(async () => ok(aClip())),
    'delete-clip': vi.fn(async () => ok(null)),
    'restore-clip': vi.fn(async () => ok(aClip())),
    'back-up': vi.fn(async () => ok(null)),
    'backup-alive': vi.fn(async () => ok(null)),
    'backup-failed': vi.fn(async () => ok(null)),
    'save-backup': vi.fn(async () => ok(null)),
    'highlight-page': vi.fn(async () => ok(null)),
    'change-tags': vi.fn(async () => ok(null)),
  } satisfies Handlers;
}

test('answers a page of the extension', async () => {
  const all = handlers();
  expect(await answer(all, { request: 'delete-clip', input: { id } }, page, self)).toEqual(ok(null));
  expect(all['delete-clip']).toHaveBeenCalledWith({ id });
});

test.each([
  ['update-text', { id }, { id, mode: 'page' }],
  ['update-text', { id, mode: 'whole', more: 1 }, { id, mode: 'whole' }],
  ['add-page', { id, url: 'https://n.example/a?page=2', html: '<b>' }, { id, url: 'https://n.example/a?page=2' }],
] as const)('hands on of %s only what its type has', async (request, input, given) => {
  const all = handlers();
  expect(await answer(all, { request, input }, page, self)).toMatchObject({ ok: true });
  expect(all[request]).toHaveBeenCalledWith(given);
});

test.each([
  ['update-text', { id, mode: 'everything' }],
  ['update-text', { id, mode: 7 }],
  ['add-page', { id }],
  ['add-page', { id, url: 'javascript:alert(1)' }],
  ['add-page', { id, url: `https://n.example/${'a'.repeat(5000)}` }],
  ['choose-block', { id: 'none' }],
  ['restore-text', {}],
])('rejects %s with %j', async (request, input) => {
  expect(await answer(handlers(), { request, input }, page, self)).toEqual(rejected);
});

test('answers a page of the extension that stands in a tab', async () => {
  const inTab = { ...page, tab: { id: 3 } };
  expect(await answer(handlers(), { request: 'delete-clip', input: { id } }, inTab, self)).toEqual(ok(null));
});

test.each([
  ['another extension', { id: 'other', url: 'chrome-extension://other/x.html' }],
  ['a web page, through an injected script', { id: 'clipsheet', url: 'https://evil.example/' }],
  ['a page whose address starts alike', { id: 'clipsheet', url: 'chrome-extension://clipsheet.evil.example/' }],
  ['a page whose address holds ours', { id: 'clipsheet', url: 'https://evil.example/?chrome-extension://clipsheet/' }],
  ['nobody', {}],
])('rejects %s', async (_, sender) => {
  const all = handlers();
  expect(await answer(all, { request: 'delete-clip', input: { id } }, sender, self)).toEqual(rejected);
  expect(all['delete-clip']).not.toHaveBeenCalled();
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nothing', '', 7, null, ['delete-clip'], {}])(
  'rejects a request named %s',
  async (request) => {
    expect(await answer(handlers(), { request, input: { id } }, page, self)).toEqual(rejected);
  },
);

test.each([
  ['no input', undefined],
  ['an id that is none', { id: '../../etc' }],
  ['an id of another type', { id: { toString: () => id } }],
  ['a field that no one edits', { id, patch: { deletedAt: 1 } }],
  ['a prototype', { id, patch: JSON.parse('{"__proto__": {"note": "x"}}') }],
  ['a status that is none', { id, patch: { status: 'published' } }],
  ['a tag that is none', { id, patch: { tags: [1] } }],
  ['a headline without end', { id, patch: { title: 'x'.repeat(3000) } }],
  ['a patch that is a list', { id, patch: [] }],
])('rejects %s', async (_, input) => {
  const all = handlers();
  expect(await answer(all, { request: 'edit-clip', input }, page, self)).toEqual(rejected);
  expect(all['edit-clip']).not.toHaveBeenCalled();
});

test('never throws and never lets malformed input through', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.anything(), async (request, input) => {
      const all = handlers();
      expect(await answer(all, { request, input }, page, self)).toEqual(rejected);
    }),
  );
});

test('hands a handler only the fields its request has', async () => {
  const all = handlers();
  const patch = { title: 'T', tags: ['ev'], note: 'n', status: 'kept', starred: true, byline: null };
  await answer(all, { request: 'edit-clip', input: { id, patch, extra: 1 } }, page, self);
  expect(all['edit-clip']).toHaveBeenCalledWith({ id, patch });
});

test('a handler that throws answers with a failure instead of silence', async () => {
  const all = { ...handlers(), 'delete-clip': () => Promise.reject(new TypeError('bug')) };
  expect(await answer(all, { request: 'delete-clip', input: { id } }, page, self)).toEqual({
    ok: false,
    failure: { kind: 'unexpected', detail: 'TypeError: bug' },
  });
});

describe('asking', () => {
  const listen = (reply: () => unknown) => fakeBrowser.runtime.onMessage.addListener(reply as () => Promise<unknown>);
  afterEach(() => vi.useRealTimers());

  test('gives the answer of the background, a failure too', async () => {
    const seen = vi.fn(async () => fail({ kind: 'not-found' }));
    listen(seen);
    expect(await request('delete-clip', { id })).toEqual(fail({ kind: 'not-found' }));
    expect(seen).toHaveBeenCalledOnce();
    expect(seen.mock.calls[0]?.at(0)).toEqual({ request: 'delete-clip', input: { id } });
  });

  test('asks once more, with the same id, when the worker went away before it answered', async () => {
    const seen = vi.fn().mockRejectedValueOnce(new Error('message channel closed')).mockResolvedValueOnce(ok(null));
    listen(seen);
    expect(await request('delete-clip', { id })).toEqual(ok(null));
    expect(seen.mock.calls.map(([message]) => message.input)).toEqual([{ id }, { id }]);
  });

  test('says after two silences that there is no answer', async () => {
    vi.useFakeTimers();
    const seen = vi.fn(() => new Promise(() => undefined));
    listen(seen);
    const asked = request('delete-clip', { id });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual(fail({ kind: 'no-answer' }));
    expect(seen).toHaveBeenCalledTimes(2);
  });

  test('waits longer for a page to be read again', async () => {
    vi.useFakeTimers();
    listen(() => new Promise((resolve) => setTimeout(resolve, 12_000, ok(aClip({ title: 'late' })))));
    const asked = request('update-text', { id, mode: 'page' });
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await asked).toMatchObject({ ok: true, value: { title: 'late' } });
  });

  test('takes no answer of another shape', async () => {
    listen(async () => ({ fine: true }));
    expect(await request('delete-clip', { id })).toEqual(fail({ kind: 'no-answer' }));
  });
});

test('messages that are no requests are left to other listeners', () => {
  const listeners: ((message: unknown, sender: object) => unknown)[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as (message: unknown, sender: object) => unknown);
  });
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue(self.origin);
  answerRequests(handlers());
  for (const message of [null, 'delete-clip', 7, { type: 'delete-clip' }, []])
    expect(listeners[0]?.(message, page)).toBeUndefined();
});
