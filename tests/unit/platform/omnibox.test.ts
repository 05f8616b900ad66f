import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerOmnibox, describe as describeSuggestion } from '../../../lib/platform/omnibox';

test('a suggestion is well-formed XML whatever a page calls itself, and says it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.boolean(), (text, source, marked) => {
      const described = describeSuggestion([{ text, marked }], source, true);
      const parsed = new DOMParser().parseFromString(`<d>${described}</d>`, 'text/xml');
      expect(parsed.querySelector('parsererror')).toBeNull();
      expect(described.replace(/<\/?(?:match|dim)>/gu, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/u);
      expect(described).not.toMatch(/\p{Cc}/u);
    }),
  );
});

test('matches are marked where the browser shows markup, and nothing is escaped where it does not', () => {
  const title = [
    { text: 'R&D: ', marked: false },
    { text: '<Leather>', marked: true },
  ];
  expect(describeSuggestion(title, 'A & B', true)).toBe(
    'R&amp;D: <match>&lt;Leather&gt;</match> <dim>— A &amp; B</dim>',
  );
  expect(describeSuggestion(title, 'A & B', false)).toBe('R&D: <Leather> — A & B');
});

test('answers the keyword: the latest text only, none twice, and opens where the person asked', async () => {
  type Listener = (...given: never[]) => unknown;
  const listeners: Record<string, Listener> = {};
  const event = (name: string) => ({ addListener: (listener: Listener) => (listeners[name] = listener) });
  const setDefaultSuggestion = vi.fn();
  Object.assign(fakeBrowser, {
    omnibox: {
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
      setDefaultSuggestion,
    },
  });
  const waiting: (() => void)[] = [];
  answerOmnibox({
    defaultText: async () => 'Search for “%s”',
    suggest: (text) =>
      new Promise((resolve) => {
        const one = { content: `https://a.example/${text}`, title: [{ text, marked: false }], source: '' };
        waiting.push(() => resolve([one, one, { ...one, content: text }]));
      }),
    addressOf: async (text) => `library.html#/clips?q=${text}`,
  });
  const run = (name: string, ...given: unknown[]) =>
    (listeners[name] as (...all: unknown[]) => Promise<void>)(...given);
  await run('started');
  expect(setDefaultSuggestion).toHaveBeenCalledWith({ description: 'Search for “%s”' });
  const shown = vi.fn();
  const [first, second] = [run('changed', 'lea', shown), run('changed', 'leather', shown)];
  for (const answer of waiting.reverse()) answer();
  await Promise.all([first, second]);
  expect(shown.mock.calls).toEqual([[[{ content: 'https://a.example/leather', description: 'leather' }]]]);
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  await run('entered', 'seat', 'currentTab');
  await run('entered', 'seat', 'newBackgroundTab');
  expect(update.mock.calls[0]?.[0]).toMatchObject({ url: expect.stringMatching(/library\.html#\/clips\?q=seat$/u) });
  expect(create.mock.calls[0]?.[0]).toMatchObject({ active: false });
});
