import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StoryId } from '../../../lib/model/ids';
import type { InterfaceLanguage } from '../../../lib/state/i18n';
import { moveCursor } from '../../../lib/state/library';
import { openOverlay } from '../../../lib/state/overlay';
import { findViolations, inBothThemes } from '../axe';
import { hideLibrary, showLibrary } from './show';

afterEach(hideLibrary);

const dialogs = ['story', 'months', 'search-tips', 'save-search', 'tags'] as const;
const cases: [number, InterfaceLanguage][] = [
  [1280, 'en'],
  [400, 'zh-CN'],
];

describe.each(cases)('%i pixels wide, in %s, axe finds nothing wrong in', (width, language) => {
  test.each(dialogs)('the dialog "%s" of the library', async (name) => {
    await showLibrary(12, { width, language, change: (_, i) => (i < 3 ? { story: 'one' as StoryId } : {}) });
    moveCursor(1);
    openOverlay(name);
    await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    await inBothThemes(async (theme) => {
      expect(await findViolations(), theme).toEqual([]);
      expect(document.documentElement.scrollWidth, 'no sideways scrolling').toBeLessThanOrEqual(width);
    });
  });
});
