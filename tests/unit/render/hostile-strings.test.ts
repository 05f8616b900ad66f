// @vitest-environment node

import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../lib/model/public-address';
import { publishers } from '../../../lib/publish/registry';
import { hostOf, webAddress } from '../../../lib/render/address';
import { renderMarkdown } from '../../../lib/render/markdown';
import { shareLinks } from '../../../lib/render/share';
import { linkAddress } from '../../../lib/sanitize/addresses';
import { toLenientHtml } from '../../security/lenient.mjs';
import { payloadsOf } from '../attack-data';
import { unzipped } from '../publish/unzipped';
import { barePost, chinaDaily, safe } from './posts';

/** The numbers that lead nowhere on the open web: https://www.iana.org/assignments/iana-ipv4-special-registry. */
const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  closed.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  closed.addSubnet(net, bits, 'ipv6');

describe.each(payloadsOf('url'))('the address %j', (payload) => {
  test('is a link only with a scheme that may be followed', () => {
    const web = webAddress(payload);
    if (web !== null) {
      expect(new URL(web)).toMatchObject({ username: '', password: '' });
      expect(web).toMatch(/^https?:\/\/[^/@]+\//);
      expect(hostOf(web)).toBe(new URL(web).hostname.replace(/^www\./, ''));
    }
    const link = linkAddress(payload);
    if (link !== null) expect(new URL(link).protocol).toMatch(/^(?:https?|mailto):$/);
  });

  test('is fetched only when it is on the open web', () => {
    if (!isPublicAddress(payload)) return;
    const { protocol, hostname, username } = new URL(payload);
    expect(protocol).toMatch(/^https?:$/);
    expect(username).toBe('');
    const number = hostname.replace(/^\[|\]$/g, '');
    if (isIPv4(number)) expect(closed.check(number)).toBe(false);
    else if (isIPv6(number)) expect(closed.check(number, 'ipv6')).toBe(false);
    else expect(hostname).toMatch(/^(?!.*\.(?:local|localhost|internal)$).+\../);
  });

  test('stays one value of a share link', () => {
    const usual = new Map(shareLinks('https://blog.example/', 'T'));
    for (const [service, link] of shareLinks(payload, payload)) {
      const [url, expected] = [new URL(link), new URL(usual.get(service) ?? '')];
      expect(url.origin + url.pathname).toBe(expected.origin + expected.pathname);
      expect([...url.searchParams.keys()]).toEqual([...expected.searchParams.keys()]);
      expect([...url.searchParams.values()].some((value) => value.includes(payload))).toBe(true);
    }
  });
});

describe.each(payloadsOf('markdown'))('the Markdown %j', (payload) => {
  const words = payload.replace(/\s+/g, ' ').trim();
  const html = payload.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const asText = barePost({
    parts: [{ kind: 'text', html: safe(`<p>Before</p><p>${html}</p><p>After</p>`), images: {}, source: chinaDaily }],
  });
  const read = (markdown: string) => {
    const tree = unified().use(rehypeParse, { fragment: true }).parse(toLenientHtml(markdown));
    const elements: string[] = [];
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      elements.push(tagName);
      for (const [name, value] of Object.entries(properties)) {
        expect(name).not.toMatch(/^on/i);
        expect(String(value)).not.toMatch(/^\s*(?:javascript|vbscript|data):/i);
      }
    });
    return { text: textOf(tree).replace(/\s+/g, ' '), elements };
  };

  test('is the same words, and no markup, where it was text of a page', async () => {
    const { text, elements } = read(renderMarkdown(asText).replace(/^---\n[\s\S]*?\n---\n/, ''));
    expect(text).toContain(words);
    expect(elements).not.toContain('img');
    for (const site of publishers.filter(({ group }) => group === 'site'))
      expect(read((await unzipped(site, asText)).body).elements).not.toContain('img');
  });

  test('runs nothing where a person wrote it', () => {
    const post = barePost({ parts: [{ kind: 'commentary', markdown: payload }] });
    const { elements } = read(renderMarkdown(post).replace(/^---\n[\s\S]*?\n---\n/, ''));
    expect(elements).not.toContain('script');
  });
});

test.each(payloadsOf('path'))('a post whose address is %j stays in its folder', async (payload) => {
  for (const publisher of publishers.filter(({ group, id }) => group === 'site' || id === 'markdown-file')) {
    const { paths, name = '' } = await unzipped(publisher, barePost({ slug: payload }));
    for (const path of [...paths, name]) {
      expect(path).not.toMatch(/^[/\\~]|(?:^|\/)\.{1,2}(?:\/|$)|[\\:*?"<>|\p{Cc}]/u);
      for (const part of path.split('/')) {
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[ .]$/i);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
      }
    }
  }
});
