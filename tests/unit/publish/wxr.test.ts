// @vitest-environment node
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { wxr } from '../../../lib/publish/wxr';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost, barePost, chinesePost, hostilePost, payload } from '../render/posts';
import { desk } from './desk';

/** Texts by element, as a strict parser of XML with namespaces reads them; throws where it is not well-formed. */
async function read(post: ResolvedPost) {
  const given = desk();
  const result = await wxr.publish(post, createRendering(post), given);
  const xml = new TextDecoder().decode(given.files[0]?.data);
  const found: Record<string, string[]> = {};
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('opentag', ({ name }) => void open.push({ name, text: '' }));
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name = '', text = '' } = open.pop() ?? {};
    found[name] = [...(found[name] ?? []), text];
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { result, found, name: given.files[0]?.name };
}

describe('the file for the importer of WordPress', () => {
  test('is a draft with title, text, tags, dates and excerpt', async () => {
    const { found, name } = await read(chinesePost());
    expect(name).toBe('xin-neng-yuan-qi-che.wordpress.xml');
    expect(found).toMatchObject({
      'wp:wxr_version': ['1.2'],
      'wp:post_type': ['post'],
      'wp:status': ['draft'],
      'wp:post_name': ['xin-neng-yuan-qi-che'],
      'wp:post_date': ['2026-04-05 10:00:00'],
      'wp:post_date_gmt': ['2026-04-05 02:00:00'],
      'dc:creator': ['明新皮革市场部'],
      category: ['新能源', '汽车内饰'],
      'excerpt:encoded': [chinesePost().standfirst],
      pubDate: ['Sun, 05 Apr 2026 10:00:00 +0800'],
    });
    expect(found.title).toEqual([chinesePost().title, chinesePost().title]);
  });

  test('holds the whole text, and the images in it', async () => {
    const { found } = await read(baicPost());
    const [content = ''] = found['content:encoded'] ?? [];
    expect(content).toContain('Xu Heyi, Chairman of BAIC Group');
    expect(content.match(/src="data:image\/png;base64,/g)).toHaveLength(5);
  });

  test('is well-formed whatever the post says', async () => {
    const { found } = await read(hostilePost());
    // WordPress shows headlines as markup: that of ours is text.
    const said = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
    const text = payload.replaceAll('\u0000', '').replace(/[&<>]/g, (sign) => said[sign as keyof typeof said]);
    expect(found.title?.[1]).toBe(text);
    await read(barePost({ title: 'x ]]> \u0008 \ud800 & < \uffff', tags: ['"]]>\u0001'] }));
  });
});
