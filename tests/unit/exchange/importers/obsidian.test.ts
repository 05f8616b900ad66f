// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { obsidian } from '../../../../lib/exchange/importers/obsidian';
import { readWith, recognised, zipOf } from '../source';

const note = `---
title: "Hides: mapped"
source: "https://a.example/?a=1"
author:
  - "[[Lin Mei]]"
  - "[[people/Wang Fang|Wang Fang]]"
published: 2024-03-05
created: 2024-03-06
description: "About \\"hides\\""
tags:
  - "clippings"
  - "leather/auto"
---
# Heading

Some ==marked words== and \`a == b\` code.
`;
const files = {
  'Clippings/Cars/hides.md': note,
  'Clippings/diary.md': '---\ntitle: Diary\n---\nNo source.',
  'Clippings/broken.md': '---\ntitle: "never closed\nsource: [a\n---\nText',
  'Clippings/link.md': '---\nurl: "[Original](https://b.example/x)"\ntags: a, b\n---\nText',
  'Clippings/photo.jpg': 'x',
  'Clippings/.obsidian/app.md': '---\nsource: https://hidden.example/\n---\n',
};

describe('obsidian', () => {
  test('reads front matter of Web Clipper, highlights and folders', async () => {
    const { clips } = await readWith(obsidian, files);
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/?a=1',
        title: 'Hides: mapped',
        byline: 'Lin Mei, Wang Fang',
        publishedAt: '2024-03-05',
        savedAt: Date.UTC(2024, 2, 6),
        excerpt: 'About "hides"',
        tags: ['leather/auto'],
        folders: ['Cars'],
        highlights: [{ quote: 'marked words' }],
        text: { kind: 'markdown', value: '# Heading\n\nSome marked words and `a == b` code.' },
      },
      { url: 'https://b.example/x', title: 'link', tags: ['a', 'b'] },
      { url: 'https://hidden.example/' },
    ]);
  });

  test('says which notes have no source or no readable front matter', async () => {
    const { problems } = await readWith(obsidian, files);
    expect(problems.map(({ reason, at }) => [reason, at.file])).toEqual([
      ['no-address', 'Clippings/diary.md'],
      ['bad-entry', 'Clippings/broken.md'],
    ]);
  });

  test('is recognised as a folder, as its zip and as one note', async () => {
    expect(await recognised(files)).toBe('obsidian');
    expect(await recognised({ 'vault.zip': zipOf(files) })).toBe('obsidian');
    expect(await recognised({ 'note.md': note })).toBe('obsidian');
  });

  test('is not undone by YAML that refers to itself', async () => {
    const bomb = `---\nsource: https://a.example/\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n`;
    const { clips, problems } = await readWith(obsidian, { 'x.md': bomb });
    expect(clips.length + problems.length).toBe(1);
  });
});
