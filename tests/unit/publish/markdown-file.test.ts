// @vitest-environment node
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { markdownFile } from '../../../lib/publish/markdown-file';
import { createRendering } from '../../../lib/render/rendering';
import { chinesePost } from '../render/posts';
import { desk } from './desk';

test('the Markdown file is a zip of one folder: the text and every image that it names', async () => {
  const post = chinesePost();
  const given = desk();
  await markdownFile.publish(post, createRendering(post), given);
  const entries = unzipSync(given.files[0]?.data ?? new Uint8Array());
  expect(Object.keys(entries)).toEqual([
    'xin-neng-yuan-qi-che/index.md',
    'xin-neng-yuan-qi-che/images/01-lead.png',
    'xin-neng-yuan-qi-che/images/02-leather.png',
    'xin-neng-yuan-qi-che/images/03-leather.png',
  ]);
  const markdown = strFromU8(entries['xin-neng-yuan-qi-che/index.md'] ?? new Uint8Array());
  expect(markdown).toBe(createRendering(post).markdown());
  const named = [...markdown.matchAll(/\]\((images\/[^)]+)\)/g)].map((match) => `xin-neng-yuan-qi-che/${match[1]}`);
  expect(named).toHaveLength(3);
  expect(named.filter((name) => !(name in entries))).toEqual([]);
});
