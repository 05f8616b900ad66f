import { describe, expect, test } from 'vitest';
import { bookmarks } from '../../../../lib/exchange/exporters/bookmarks';
import { netscape } from '../../../../lib/exchange/importers/netscape';
import { aClip } from '../../clip-maker';
import { readWith } from '../source';
import { anEntry, exported } from './entries';

describe('bookmarks', () => {
  test('are read back with address, title, tags, note and time', async () => {
    const entry = anEntry();
    const file = await exported(bookmarks, [entry, anEntry()]);
    expect(file).toMatch(/^<!DOCTYPE NETSCAPE-Bookmark-file-1>/u);
    const { clips, problems } = await readWith(netscape, { 'b.html': file });
    expect(problems).toEqual([]);
    const { url, title, tags, note } = entry.clip;
    expect(clips).toHaveLength(2);
    expect(clips[0]).toMatchObject({ url, title, tags, note, savedAt: 1_710_000_000_000 });
  });

  test('hold no address that runs, and no markup of a title', async () => {
    const clip = aClip({ title: '</A><script>alert(1)</script>', tags: ['a"b', 'c,d'] });
    const file = await exported(bookmarks, [
      anEntry({ clip }),
      anEntry({ clip: { ...clip, url: 'javascript:alert(1)' } }),
    ]);
    expect(file).not.toMatch(/<script|javascript:/u);
    expect(file.match(/<A /gu)).toHaveLength(1);
    expect(file).toContain('TAGS="a&quot;b,c d"');
  });
});
