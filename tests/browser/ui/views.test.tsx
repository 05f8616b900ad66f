import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsView } from '../../../components/settings/settings-view';
import '../../../components/ui/base.css';
import { PopupState } from '../../../entrypoints/preview/popup-state';
import '../../../entrypoints/preview/page.css';
import { popupStates } from '../../../entrypoints/preview/samples';
import { settings } from '../../../lib/state/settings';
import { speak } from '../../messages';
import { findViolations, inBothThemes } from '../axe';

beforeEach(() => speak('en'));
afterEach(() => {
  render(null, document.body);
  document.documentElement.style.fontSize = '';
});

const frame = () => document.querySelector<HTMLElement>('.popup-frame') as HTMLElement;
const settled = () => vi.waitFor(() => expect(frame().querySelector('button')).not.toBeNull());

describe.each(popupStates)('the popup in state “$name”', (state) => {
  test('is accessible in both themes', async () => {
    render(<PopupState state={state} />, document.body);
    await settled();
    await inBothThemes(async () => expect(await findViolations(frame())).toEqual([]));
  });

  test.each(['en', 'zh-CN'] as const)(
    'fits without a scroll bar of its window at 100 %% and 200 %% text size in %s',
    async (language) => {
      speak(language);
      render(<PopupState state={state} />, document.body);
      await settled();
      for (const [size, width] of [
        ['100%', 400],
        ['200%', 640],
      ] as const) {
        document.documentElement.style.fontSize = size;
        expect(frame().offsetWidth).toBe(width);
        expect(frame().scrollWidth).toBe(width);
        expect(frame().offsetHeight).toBeLessThanOrEqual(600);
        const main = frame().querySelector('main');
        expect(main?.scrollWidth).toBe(main?.clientWidth);
      }
    },
  );
});

describe('the popup', () => {
  const saved = popupStates.find(({ name }) => name === 'saved');
  if (!saved) throw new Error('no sample of a saved clip');

  test('starts in the tag field, so that a tag can be typed at once', async () => {
    render(<PopupState state={saved} />, document.body);
    await settled();
    await userEvent.keyboard('EV{Enter}');
    await expect.element(page.getByRole('button', { name: 'Remove “EV”' })).toBeInTheDocument();
  });

  test('does not move from its first paint until the clip and the tags that are used most are there', async () => {
    render(<PopupState state={saved} />, document.body);
    const before = frame().offsetHeight;
    await expect.element(page.getByText('Saved to inbox')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'suppliers' })).toBeInTheDocument();
    expect(frame().offsetHeight).toBe(before);
  });

  test('leaves the removed clip a way back', async () => {
    render(<PopupState state={saved} />, document.body);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Deleted')).toBeVisible();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect.element(page.getByText('Saved to inbox')).toBeVisible();
  });
});

describe('the settings', () => {
  beforeEach(() => {
    fakeBrowser.commands.getAll = async () => [
      { name: '_execute_action', shortcut: 'Alt+Shift+Y' },
      { name: 'clip-page', shortcut: '' },
    ];
    render(<SettingsView />, document.body);
  });

  test('are accessible in both themes', async () => {
    await expect.element(page.getByText('Alt+Shift+Y')).toBeVisible();
    await inBothThemes(async () => expect(await findViolations()).toEqual([]));
  });

  test('say which key the browser did not assign, and where to set it', async () => {
    await expect.element(page.getByText('Not assigned')).toBeVisible();
    await expect.element(page.getByText(/did not assign every key.*chrome:\/\/extensions\/shortcuts/)).toBeVisible();
  });

  test('are stored at once, and say so', async () => {
    await page.getByRole('textbox', { name: 'Author' }).fill('Wang Li');
    await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
    expect(settings.value.author).toBe('Wang Li');
    const stored = await fakeBrowser.storage.local.get('settings');
    expect(stored.settings).toMatchObject({ author: 'Wang Li' });
  });

  test('tell of an address that is none', async () => {
    await page.getByRole('textbox', { name: 'Blog address' }).fill('blog.example.com');
    await expect.element(page.getByText('Start with https:// or http://.')).toBeVisible();
  });
});
