import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishers } from '../../lib/publish/registry';
import { createRendering } from '../../lib/render/rendering';
import { desk } from '../unit/publish/desk';
import { generators } from './generators.mjs';
import { hostileToGenerators } from './post';

const post = hostileToGenerators();
const read = (html: string, fragment = true) => unified().use(rehypeParse, { fragment }).parse(html);
/** Text as it is compared: white space is the page's own, as are `[1]` and `↩` of notes and the dash of a source. */
const squeeze = (text: string) => text.replace(/\[1\]|↩\ufe0e?|^— |\s+/gu, '');

function all(root: Nodes, ...tags: string[]): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => void (tags.includes(element.tagName) && found.push(element)));
  return found;
}

/** Every paragraph, heading, item, cell and code; a footnote's mark is each reader's own affair. */
function blocksOf(root: Nodes): string[] {
  const blocks = all(withoutNotes(root), 'p', 'h2', 'h3', 'li', 'td', 'th', 'pre', 'figcaption', 'dd', 'dt');
  return blocks
    .filter((block) => block.children.every((child) => all(child, 'p').length === 0))
    .map((block) => squeeze(textOf(block)))
    .filter((text) => text !== '' && text !== 'Notes');
}

/** What a generator changes whatever is done, by its id. */
const beyondReach: Record<string, RegExp> = {
  // Its renderer makes a list of definitions of `<br>: `, after Markdown is read.
  hexo: /^Lineone:linetwo/,
};

function withoutNotes<Node extends Nodes>(root: Node): Node {
  visit(root, 'element', (node, at, parent) => {
    if (node.tagName !== 'sup' && !String(node.properties.href ?? '').startsWith('#note-')) return;
    if (parent && at !== undefined) parent.children.splice(at, 1);
    return at;
  });
  return root;
}

describe.each(generators().map((generator) => [generator.id, generator] as const))(
  '%s',
  (id, { version, build, output }) => {
    const named = version ? `${id} ${version}` : `${id} is not on this machine, so this was NOT tested:`;
    let site = '';
    let page = '';
    let main = read('');

    beforeAll(async () => {
      if (!version) return;
      site = mkdtempSync(join(tmpdir(), `clipsheet-${id}-`));
      cpSync(join(import.meta.dirname, 'sites', id), site, { recursive: true });
      const given = desk();
      const publisher = publishers.find((one) => one.id === id);
      await publisher?.publish(post, createRendering(post), given);
      for (const [path, data] of Object.entries(unzipSync(given.files[0]?.data ?? new Uint8Array()))) {
        mkdirSync(dirname(join(site, path)), { recursive: true });
        writeFileSync(join(site, path), data);
      }
      build(site);
      const pages = readdirSync(join(site, output), { recursive: true, encoding: 'utf8' });
      page = pages.find((name) => name.endsWith(`${post.slug}/index.html`)) ?? '';
      main = read(readFileSync(join(site, output, page), 'utf8'), false);
    });
    afterAll(() => site && rmSync(site, { recursive: true, force: true }));

    test.skipIf(!version)(`${named} shows every word of the post as it was written`, () => {
      const expected = blocksOf(read(createRendering(post).fragment((path) => path)));
      const shown = new Set(blocksOf(main));
      expect(expected.length).toBeGreaterThan(30);
      expect(expected.filter((text) => !shown.has(text) && !beyondReach[id]?.test(text))).toEqual([]);
    });

    test.skipIf(!version)(`${named} shows no mark of emphasis and no character reference as text`, () => {
      const shown = textOf(main);
      expect(all(main, 'strong').map((strong) => textOf(strong))).toEqual(
        expect.arrayContaining(['“开放合作”', '真皮。', '“view”', '“三”']),
      );
      expect(shown).not.toMatch(/\*\*|&#x?[0-9a-f]+;|&quot;|\\["'{]/i);
      expect(all(main, 'script', 'tag')).toEqual([]);
    });

    test.skipIf(!version)(`${named} shows title, author and tags`, () => {
      expect(all(main, 'h1').map((title) => textOf(title))).toEqual([post.title]);
      expect(squeeze(textOf(main))).toContain(squeeze(post.author));
      const tags = all(main, 'ul').find((list) => String(list.properties.className) === 'tags');
      expect(tags && all(tags, 'li').map((tag) => textOf(tag))).toEqual(post.tags);
    });

    test.skipIf(!version)(`${named} shows every image, byte for byte, with its alternative text`, () => {
      const images = all(main, 'img');
      const address = `https://blog.example/news/${page.replace(/index\.html$/, '')}`;
      const files = images.map(({ properties }) => {
        const { pathname } = new URL(String(properties.src), address);
        const path = join(site, output, decodeURI(pathname).replace(/^\/news\//, ''));
        return existsSync(path) ? readFileSync(path) : pathname;
      });
      expect(files.map((file) => (typeof file === 'string' ? file : new Uint8Array(file)))).toEqual(
        post.images.map((image) => image.bytes.data),
      );
      const alternatives = images.map((image) => String(image.properties.alt).replace(/[“”]/gu, '"'));
      expect(alternatives).toEqual(post.images.map(() => expect.stringContaining('a "b" {')));
    });
  },
);
