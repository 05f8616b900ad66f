import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '../../../lib/model/settings';
import { changeSettings, followSettings, settings } from '../../../lib/state/settings';

/** What the browser reports once it has stored something, to the page that stored it as well. */
const report = (patch: Partial<Settings>) =>
  fakeBrowser.storage.onChanged.trigger({ settings: { newValue: { ...defaultSettings, ...patch } } }, 'local');

/** A browser that stores at once and reports only when it is told to, as it does to one who types fast. */
beforeEach(async () => {
  fakeBrowser.reset();
  localStorage.clear();
  Object.assign(fakeBrowser.storage.local, { set: async () => undefined });
  await followSettings().loaded;
  report({});
});

describe('a setting that is typed', () => {
  test('stays as typed when the browser reports an earlier letter late', async () => {
    await changeSettings({ author: 'L' });
    await changeSettings({ author: 'Li' });
    report({ author: 'L' });
    expect(settings.value.author).toBe('Li');
    report({ author: 'Li' });
    expect(settings.value.author).toBe('Li');
  });

  test('follows what another page stores', async () => {
    await changeSettings({ author: 'Li' });
    report({ author: 'Li' });
    report({ author: 'Mei' });
    expect(settings.value.author).toBe('Mei');
  });

  test('ends as what was stored last, whoever stored it', async () => {
    await changeSettings({ author: 'Li' });
    report({ author: 'Mei' });
    report({ author: 'Li' });
    expect(settings.value.author).toBe('Li');
  });
});
