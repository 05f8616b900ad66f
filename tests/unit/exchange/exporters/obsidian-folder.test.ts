// @vitest-environment node

import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { obsidianFolder } from '../../../../lib/exchange/exporters/obsidian-folder';
import { payloadsOf } from '../../attack-data';
import { aClip } from '../../clip-maker';
import { anEntry, exportedBytes } from './entries';

const filesOf = async (...entries: Parameters<typeof exportedBytes>[1]) =>
  Object.entries(unzipSync(await exportedBytes(obsidianFolder, entries))).map(([name, data]) => ({
    name,
    text: new TextDecoder().decode(data),
  }));
const factsOf = (note: string) => parse(note.split(/^---$/mu)[1] ?? '');

describe('the folder for Obsidian', () => {
  test('has a note with front matter, text, note and quotes, and the image beside it', async () => {
    const entry = anEntry();
    const files = await filesOf(entry);
    const image = `images/${entry.clip.id}-1.png`;
    expect(files.map(({ name }) => name)).toEqual([`Clips/${image}`, 'Clips/Leather “at scale”.md']);
    const note = files[1]?.text ?? '';
    expect(factsOf(note)).toMatchObject({
      title: 'Leather “at scale”',
      source: entry.clip.url,
      author: ['林 Mei'],
      published: '2024-03-05',
      tags: ['皮革', 'car-industry'],
    });
    expect(note).toContain('For the newsletter');
    expect(note).toContain('**皮革供应商** said so.');
    expect(note).toContain(`](${image})`);
    expect(note).toContain('> 皮革供应商\n\nUs');
  });

  test.each(payloadsOf('path'))('has file names that every system takes: %j', async (payload) => {
    const clip = (url: string) => aClip({ title: payload, url });
    const files = await filesOf(
      anEntry({ clip: clip('https://a.example/1'), images: [] }),
      anEntry({ clip: clip('https://a.example/2'), images: [] }),
    );
    expect(new Set(files.map(({ name }) => name.toLowerCase().normalize('NFC'))).size).toBe(2);
    for (const { name } of files) {
      const file = name.replace(/^Clips\//u, '');
      expect(file).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.md$/u);
      expect(file).not.toMatch(/^[.~-]|^(aux|con|nul|prn)\.|[ .]\.md$/iu);
      expect(new TextEncoder().encode(file).length).toBeLessThan(255);
    }
  });

  test.each(payloadsOf('yaml'))('has front matter that gives back every text as it was: %j', async (payload) => {
    const [note] = await filesOf(anEntry({ clip: aClip({ title: payload, byline: payload, note: '' }), images: [] }));
    const block = /^---\n([\s\S]*?)\n---\n/u.exec(note?.text ?? '')?.[1] ?? '';
    expect(parse(block)).toMatchObject({ title: payload, author: [payload] });
  });
});
