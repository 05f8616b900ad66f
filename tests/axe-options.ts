/** What axe looks for in a part of a page: every rule but those for whole pages, which a part cannot satisfy. */
import type { RunOptions } from 'axe-core';

export const partOfPage: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};
