/** Clips in the address bar: typed after the keyword, found as in the library, opened there. */
import { normaliseUrl } from '../../lib/model/url';
import { answerOmnibox, type OmniboxSuggestion } from '../../lib/platform/omnibox';
import { loadSettings } from '../../lib/platform/settings-storage';
import { wordsIn } from '../../lib/platform/words';
import { findMatches, marksOf, wordsOf } from '../../lib/search/matched-words';
import { parseQuery } from '../../lib/search/query';
import { findClipByKey } from '../../lib/store/clips';
import type { Database } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';
import { searchClips } from '../../lib/store/search';

/** As many as address bars show. */
const most = 6;

export function answerKeyword(db: Database): void {
  answerOmnibox({
    defaultText: async () => (await wordsIn((await loadSettings()).language))('omnibox_search'),
    suggest: async (text) => {
      if (!text.trim()) return [];
      const query = parseQuery(text, { now: Date.now(), locale: navigator.language });
      const found = await attempt(db, () => searchClips(db, query, { limit: most }));
      if (!found.ok) return [];
      const words = wordsOf(query.where);
      return found.value.clips.map(({ url, title, siteName }) => {
        const named = title || url;
        return { content: url, title: partsOf(named, marksOf(findMatches(named, words))), source: siteName ?? '' };
      });
    },
    addressOf: async (text) => {
      const known = /^https?:/iu.test(text) ? await attempt(db, () => findClipByKey(db, normaliseUrl(text))) : null;
      if (known?.ok && known.value) return `library.html#/clip/${known.value.id}`;
      return `library.html#/clips?${new URLSearchParams({ in: 'all', q: text.trim() })}`;
    },
  });
}

function partsOf(text: string, marks: readonly { from: number; to: number }[]): OmniboxSuggestion['title'] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    parts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  return [...parts, { text: text.slice(at), marked: false }];
}
