// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { renderFragment } from '../../../lib/render/fragment';
import { renderText } from '../../../lib/render/text';
import { baicPost, chinesePost, digestPost, hostilePost } from './posts';

const beside = (path: string) => `https://cdn.example.com/${path}`;

describe('a post as HTML to paste', () => {
  test('has meaning and nothing of our page: no class, style, script or id', () => {
    const html = renderFragment(baicPost(), beside);
    expect(html).not.toMatch(/ (class|style|id|data-[a-z]+|aria-[a-z]+)=|<(script|style|svg|button|nav|h1)\b/);
  });

  test('names who else has the story, each with a link that is one', () => {
    const [source] = baicPost().sources;
    if (!source) throw new Error('the post has no source');
    const reuters = { ...source, outlet: 'Reuters', url: 'https://reuters.example/1' };
    const hostile = { ...source, outlet: '<b>Bad</b>', url: 'javascript:alert(1)' };
    const html = renderFragment(baicPost({ alsoCovered: [reuters, hostile] }), beside);
    expect(html).toContain('<a href="https://reuters.example/1"><bdi>Reuters</bdi></a>');
    expect(html).toContain('Also covered by');
    expect(html).toContain('<bdi>&lt;b&gt;Bad&lt;/b&gt;</bdi>');
    expect(html).not.toContain('javascript:');
  });

  test('has the images where they are found, with captions and credits', () => {
    const html = renderFragment(baicPost(), beside);
    expect([...html.matchAll(/src="([^"]+)"/g)].map((match) => match[1])).toEqual(
      [1, 2, 3, 4, 5].map((nth) => `https://cdn.example.com/images/0${nth}-leather.png`),
    );
    expect(html).toContain(
      '<figcaption>Automotive Leather Supplier in China 03 <small>Image: Studio Ling · CC BY 4.0</small>',
    );
  });

  test('keeps the words of an image that is not to be had', () => {
    const html = renderFragment(baicPost(), () => '');
    expect(html).not.toContain('<img');
    expect(html).toContain('<p>Automotive Leather Supplier in China 01</p>');
  });

  test('names the source with a link, and has share links once the address is known', () => {
    expect(renderFragment(baicPost(), beside)).toMatch(
      /<h2>Source<\/h2>\n<p><a href="https:\/\/news\.example\.com[^"]+"><cite/,
    );
    expect(renderFragment(baicPost(), beside)).not.toContain('Share this post');
    expect(renderFragment(chinesePost(), beside)).toContain('>WhatsApp</a>');
  });

  test('keeps the contents of a digest linked, and says in plain text whose each report is', () => {
    const html = renderFragment(digestPost(), beside);
    expect(html).toContain('<a href="#group-2-1">Openness &#x26; trade</a>'.replace('&#x26;', '&amp;'));
    expect(html).toContain('<h2 id="group-2-1">');
    expect(html).not.toContain('<h2>Sources</h2>');
    const text = renderText(digestPost());
    expect(text).toContain('Correction · 20 November 2026 · The tariff was 15 %, not 25 %.');
    expect(text).toContain('- Openness & trade (5)\n- Materials (3)');
  });

  test('leads from a quote to its very words', () => {
    const [source] = baicPost().sources;
    if (!source) throw new Error('the post has no source');
    const link = `${source.url}#:~:text=resource%20sharing,industrial%20linkage`;
    const quotes = [{ text: 'resource sharing … industrial linkage', comment: 'So do we.', link }];
    const html = renderFragment(baicPost({ parts: [{ kind: 'quotes', quotes, source }] }), beside).replaceAll(
      '&#x26;',
      '&',
    );
    expect(html).toContain(`<blockquote cite="${link}"`);
    expect(html).toContain(`<a href="${link}"><cite`);
  });

  test('keeps the footnotes of a commentary linked', () => {
    const html = renderFragment(chinesePost(), beside);
    expect(html).toContain('href="#note-1-fn-1"');
    expect(html).toContain('<li id="note-1-fn-1">');
  });

  test('is clean whatever the post holds', () => {
    const html = renderFragment(hostilePost(), (path) => path);
    expect(html).not.toMatch(/<(script|iframe|svg|math|form|input)\b|href="javascript:|tracker\.example/);
  });
});

describe('a post as plain text', () => {
  test('reads as the post does, headline first, with captions and the source’s address', () => {
    const text = renderText(baicPost());
    const order = [
      'The Automobile Industry Should Deepen Its Openness & Cooperation\n\nBy Mingxin Leather · 5 March 2026',
      'For makers of interior materials',
      'Xu Heyi, Chairman of BAIC Group',
      '[Automotive Leather Supplier in China 01]',
      '[Automotive Leather Supplier in China 05]',
      '<https://news.example.com/autos/baic-openness?id=7&lang=en>',
    ].map((words) => text.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('says lists, tables, quotes and notes in characters', () => {
    const text = renderText(chinesePost());
    expect(text).toContain('1. 降低碳足迹；\n2. 缩短交期；');
    expect(text).toContain('一季度销量\n月份\t销量（万辆）\n1月\t94.4');
    expect(text).toContain('> We must focus on resource sharing');
    expect(text).toContain('三件事[1]：');
    expect(text).not.toMatch(/↩|分享本文/);
    expect(text.trimEnd().endsWith('https://blog.example.com/news/xin-neng-yuan-qi-che/')).toBe(true);
  });
});
