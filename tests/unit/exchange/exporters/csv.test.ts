// @vitest-environment node

import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../../lib/exchange/exporters/csv';
import { payloadsOf } from '../../attack-data';
import { aClip } from '../../clip-maker';
import { anEntry, exported } from './entries';

const rowsOf = async (...entries: Parameters<typeof exported>[1]) =>
  Papa.parse<Record<string, string>>((await exported(csv, entries)).replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

describe('csv', () => {
  test('begins with a byte order mark, so that spreadsheets read Chinese', async () => {
    expect(await exported(csv, [])).toMatch(/^\ufeffid,title,url/u);
  });

  test('gives a row for each clip, as another program reads it', async () => {
    const [row] = await rowsOf(
      anEntry({
        clip: aClip({ title: 'A "title",\nof two lines', tags: ['皮革', 'x'], url: 'https://a.example/?a=1,2' }),
      }),
    );
    expect(row).toMatchObject({
      title: 'A "title",\nof two lines',
      tags: '皮革, x',
      url: 'https://a.example/?a=1,2',
      outlet: 'a.example',
    });
  });

  test.each(payloadsOf('csv'))('lets no spreadsheet run a cell, and loses nothing of it: %j', async (payload) => {
    const entry = anEntry({
      clip: aClip({ title: payload, note: payload, tags: [payload], byline: payload, url: 'https://a.example/' }),
    });
    const rows = await rowsOf(entry, anEntry());
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(16);
    for (const cell of Object.values(rows[0] ?? {}))
      expect(cell.replace(/^[\p{White_Space}\p{Cc}\p{Cf}]+/u, '').normalize('NFKC')).not.toMatch(/^[=+\-@]/u);
    expect((rows[0]?.title ?? '').replace(/^'/u, '')).toBe(payload);
  });

  test('leaves ordinary words alone, those with signs inside too', async () => {
    const [row] = await rowsOf(anEntry({ clip: aClip({ title: 'Q3 +4 % = record', note: '—' }) }));
    expect(row).toMatchObject({ title: 'Q3 +4 % = record', note: '—' });
  });
});
