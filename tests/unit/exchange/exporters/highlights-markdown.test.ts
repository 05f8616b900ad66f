import { describe, expect, test } from 'vitest';
import { highlightsMarkdown } from '../../../../lib/exchange/exporters/highlights-markdown';
import { aHighlight } from '../../annotate/make';
import { anEntry, exported } from './entries';

describe('highlights as Markdown', () => {
  test('are a list under each clip, with notes and tags, and links to their place', async () => {
    const annotations = [aHighlight('皮革供应商', { note: 'Ask *them*', tags: ['car seats'] })];
    const entry = anEntry({ annotations });
    const text = await exported(highlightsMarkdown, [entry, anEntry()]);
    expect(text.match(/^## /gmu)).toHaveLength(1);
    expect(text).toContain(`- > 皮革供应商 [↗](${entry.clip.url}#:~:text=`);
    expect(text).toContain('\n  Ask \\*them\\*\n');
    expect(text).toContain('\n  #car-seats\n');
  });

  test('hold no markup of the page', async () => {
    const annotations = [aHighlight('<img src=x> [l](javascript:x) `code`')];
    const text = await exported(highlightsMarkdown, [anEntry({ annotations })]);
    expect(text).toContain('\\<img src=x\\> \\[l\\](javascript:x) \\`code\\`');
  });
});
