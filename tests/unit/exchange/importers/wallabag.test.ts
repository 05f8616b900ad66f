// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { wallabag } from '../../../../lib/exchange/importers/wallabag';
import { readWith, recognised } from '../source';

const json = `[
  {"is_archived": 1, "is_starred": 0, "tags": ["leather", "皮革"], "id": 1, "title": "Hides",
   "url": "https://a.example/", "given_url": "https://a.example/?utm_source=x", "content": "<p>Text<script>x</script></p>",
   "created_at": "2024-03-05T10:00:00+0100", "published_at": "2024-03-01T00:00:00+0000", "published_by": ["Lin Mei"],
   "language": "zh_CN", "annotations": [{"quote": "Text", "text": "why", "created_at": "2024-03-06T10:00:00+0100"}, {"quote": null}]},
  {"is_archived": 0, "is_starred": 1, "tags": [{"label": "old"}], "url": "https://b.example/", "title": null, "__proto__": {"polluted": true}},
  {"is_archived": tru, "url": "https://c.example/"},
  "not an entry",
  {"is_archived": false, "is_starred": true, "url": "data:text/html,x", "title": "Data"}
]`;

describe('wallabag', () => {
  test('reads texts, tags of old and new files, annotations, stars', async () => {
    const { clips } = await readWith(wallabag, { 'All articles.json': json });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/?utm_source=x',
        tags: ['leather', '皮革'],
        status: 'archived',
        starred: false,
        byline: 'Lin Mei',
        language: 'zh-CN',
        savedAt: Date.UTC(2024, 2, 5, 9),
        publishedAt: '2024-03-01T00:00:00.000Z',
        highlights: [{ quote: 'Text', note: 'why' }],
        text: { kind: 'html', value: '<p>Text<script>x</script></p>' },
      },
      { url: 'https://b.example/', tags: ['old'], status: 'inbox', starred: true, text: null },
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('one bad entry costs one entry', async () => {
    const { problems } = await readWith(wallabag, { x: json });
    expect(problems.map(({ reason, at }) => [reason, at.line])).toEqual([
      ['bad-entry', 7],
      ['bad-entry', 8],
      ['bad-address', 9],
    ]);
  });

  test('leaves texts out of a preview, and says where a file that was cut off ends', async () => {
    const { clips, problems } = await readWith(wallabag, { x: json.slice(0, json.indexOf('"title": null')) }, false);
    expect(clips[0]?.text).toBeNull();
    expect(problems).toMatchObject([{ reason: 'damaged' }]);
  });

  test('is recognised by its keys', async () => {
    expect(await recognised({ x: json })).toBe('wallabag');
  });
});
