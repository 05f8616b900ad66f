import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { hideLibrary, rows, showLibrary, violations } from './show';

afterEach(hideLibrary);

const themes = ['light', 'dark'] as const;
const articleIsThere = () =>
  vi.waitFor(() => expect(document.querySelector('article blockquote')).not.toBeNull(), { timeout: 3000 });

describe.each(themes)('axe finds nothing wrong, %s:', (theme) => {
  test.each([0, 1, 3, 200])('in a library of %i clips', async (count) => {
    await showLibrary(count, { theme });
    expect(await violations()).toEqual([]);
  });

  test.each([
    [1280, 'en'],
    [768, 'zh-CN'],
    [360, 'en'],
  ] as const)('in the reader, %i pixels wide, in %s', async (width, language) => {
    await showLibrary(3, {
      theme,
      width,
      language,
      route: (clips) => ({ view: 'clip', id: clips[1]?.id ?? (clips[0]?.id as never), filter: { place: 'all' } }),
    });
    await articleIsThere();
    expect(await violations()).toEqual([]);
  });

  test('in the side panel’s width, with clips selected and a search without hits', async () => {
    await showLibrary(12, { theme, width: 360, height: 700 });
    await userEvent.keyboard('jxjx');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('/');
    await userEvent.keyboard('zebra');
    await vi.waitFor(() => expect(rows()).toHaveLength(0));
    expect(await violations()).toEqual([]);
  });

  test('in the drawer, the list of keys, the command menu, the tags of a clip and before deleting for good', async () => {
    await showLibrary(5, { theme, width: 800, change: (_, i) => (i === 4 ? { deletedAt: 5 } : {}) });
    await userEvent.click(document.querySelector('button[aria-label="Lists and filters"]') as Element);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    for (const keys of ['?', '{Control>}k{/Control}', 'jt']) {
      await userEvent.keyboard(keys);
      await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
      expect(await violations(), keys).toEqual([]);
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull());
    }
    hideLibrary();
    await showLibrary(2, {
      theme,
      change: () => ({ deletedAt: 5 }),
      route: () => ({ view: 'clips', filter: { place: 'deleted' } }),
    });
    await userEvent.keyboard('j#');
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    expect(await violations()).toEqual([]);
  });
});
