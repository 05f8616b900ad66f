// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishers } from '../../../lib/publish/registry';
import { cleanText } from '../../../lib/render/html';
import { payloadsOf } from '../attack-data';
import { unzipped } from '../publish/unzipped';
import { barePost } from './posts';

const strings: string[] = JSON.parse(readFileSync('tests/fixtures/yaml-strings.json', 'utf8'));
strings.push(...payloadsOf('yaml'));

const sites = publishers.filter(({ group, id }) => group === 'site' || id === 'markdown-file');

describe.each(sites.map((publisher) => [publisher.id, publisher] as const))('front matter for %s', (_id, publisher) => {
  test('comes back as the same strings, whatever they look like, with no key more, in one document', async () => {
    const plain = barePost({ author: 'x', tags: ['a', 'b'], standfirst: 'Why' });
    const usual = Object.keys((await unzipped(publisher, plain)).front);
    for (const text of strings) {
      const post = { ...plain, title: text, author: `x${text}`, tags: [text, 'b'] };
      const { front, body } = await unzipped(publisher, post);
      expect([text, front.title, front.tags]).toEqual([text, cleanText(text) || undefined, [cleanText(text), 'b']]);
      expect(Object.keys(front).filter((key) => !usual.includes(key))).toEqual([]);
      expect(body).not.toMatch(/^(title|layout|draft|permalink):/m);
    }
  });
});
