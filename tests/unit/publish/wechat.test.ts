// @vitest-environment node
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { wechat } from '../../../lib/publish/wechat';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost, barePost, chinesePost, hostilePost } from '../render/posts';
import { desk } from './desk';

async function copied(post: ResolvedPost) {
  const given = desk();
  const result = await wechat.publish(post, createRendering(post), given);
  return { result, given, html: given.clipboard[0]?.html ?? '' };
}

describe('the copy for WeChat', () => {
  test('has links to other sites as numbered notes, each address once', async () => {
    const { html } = await copied(chinesePost());
    expect(html).not.toMatch(/<a |href=/);
    expect(html).toContain('参考链接');
    const numbers = [...html.matchAll(/<sup[^>]*>\[(\d+)\]<\/sup>/g)].map((match) => Number(match[1]));
    const notes = [...html.matchAll(/>\[(\d+)\] ([^<]+)</g)];
    expect(new Set(numbers)).toEqual(new Set(notes.map((note) => Number(note[1]))));
    expect(new Set(notes.map((note) => note[2])).size).toBe(notes.length);
    expect(notes.map((note) => note[2])).toContain('依据公司 2026 年计划。');
  });

  test('keeps links within WeChat', async () => {
    const markdown = '见[旧文](https://mp.weixin.qq.com/s/abc)与[外链](https://a.example/)。';
    const { html } = await copied(barePost({ language: 'zh-CN', parts: [{ kind: 'commentary', markdown }] }));
    expect(html.match(/href="[^"]+"/g)).toEqual(['href="https://mp.weixin.qq.com/s/abc"']);
    expect(html).toMatch(/外链<sup[^>]*>\[1\]<\/sup>/);
  });

  test('has a place for each image, a list of the files at the end, and the files in a zip', async () => {
    const { html, given } = await copied(chinesePost());
    expect(html).not.toContain('<img');
    expect(html.match(/［图 \d］/g)).toEqual(['［图 1］', '［图 2］', '［图 3］']);
    expect(html).toContain('待上传图片');
    expect(html).toContain('图 2 · 02-leather.png · 汽车真皮供应商 02');
    expect(given.files[0]?.name).toBe('xin-neng-yuan-qi-che-images.zip');
    const names = Object.keys(unzipSync(given.files[0]?.data ?? new Uint8Array()));
    expect(names).toEqual(['01-lead.png', '02-leather.png', '03-leather.png']);
  });

  test('styles every paragraph, and has nothing that the editor drops', async () => {
    for (const post of [baicPost(), chinesePost(), hostilePost()]) {
      const { html } = await copied(post);
      expect(html.match(/<p(?! style=)/g)).toBeNull();
      expect(html).not.toMatch(/<[a-z][^>]* (class|id|data-\w+|aria-\w+|on\w+)=|<(script|style|iframe|form)\b/);
    }
  });

  test('saves no zip for a post without images', async () => {
    expect((await copied(barePost({ standfirst: 'x' }))).given.files).toEqual([]);
  });
});
