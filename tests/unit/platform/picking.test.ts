import { describe, expect, test, vi } from 'vitest';
import { type ClipId, newId } from '../../../lib/model/ids';
import { checked } from '../../../lib/platform/picking';

const id = newId<ClipId>();
const pick = { token: 'secret', tabId: 7, id };
const sender = { id: 'clipsheet', url: 'https://n.example/story', frameId: 0, tab: { id: 7 } };
const message = { picker: 'take-block', input: { token: 'secret' } };

function ask(given: object, from: object, load = async () => pick as typeof pick | null) {
  const handle = vi.fn(async () => ({ done: true, text: 'Kept.' }));
  return { answer: checked(given as typeof message, from, 'clipsheet', load, handle), handle };
}

describe('the picker', () => {
  test('is answered in the page it was opened in', async () => {
    const { answer, handle } = ask(message, sender);
    expect(await answer).toEqual({ done: true, text: 'Kept.' });
    expect(handle).toHaveBeenCalledWith({ name: 'take-block', id, tab: { id: 7, url: sender.url, title: '' } });
  });

  test.each([
    ['another extension', message, { ...sender, id: 'other' }],
    ['another tab', message, { ...sender, tab: { id: 8 } }],
    ['no tab', message, { ...sender, tab: undefined }],
    ['a frame in the page', message, { ...sender, frameId: 4 }],
    ['a page without an address', message, { ...sender, url: undefined }],
    ['a page that guesses the token', { ...message, input: { token: 'guess' } }, sender],
    ['a page without a token', { ...message, input: {} }, sender],
    ['a page that asks for something else', { ...message, picker: 'delete-clip' }, sender],
    ['a page that asks for a property', { ...message, picker: 'constructor' }, sender],
  ])('is not answered for %s', async (_, given, from) => {
    const { answer, handle } = ask(given, from);
    expect(await answer).toBeNull();
    expect(handle).not.toHaveBeenCalled();
  });

  test('is not answered when none was opened', async () => {
    expect(await ask(message, sender, async () => null).answer).toBeNull();
  });
});
