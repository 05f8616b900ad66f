// @vitest-environment node
import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../lib/exchange/exporters';
import { publishers } from '../../../lib/publish/registry';
import { targets } from '../../../lib/publish/targets/registry';
import { type Body, bodiesOfClips, bodiesOfPost, marked } from '../../security/bodies';
import { toLenientHtml } from '../../security/lenient.mjs';
import { aClip } from '../clip-maker';
import { anEntry } from '../exchange/exporters/entries';
import { baicPost, hostilePost, payload } from '../render/posts';

/** What would run in a browser that opens the body. */
function dangers({ place, as, text }: Body): string[] {
  const found: string[] = [];
  const tree = unified()
    .use(rehypeParse, { fragment: true })
    .parse(as === 'markdown' ? toLenientHtml(text) : text);
  visit(tree, 'element', ({ tagName, properties, children }: Element) => {
    for (const [name, value] of Object.entries(properties))
      if (/^on/i.test(name) || /^\s*(?:javascript|vbscript|data:text):?/i.test(String(value)))
        found.push(`${place}: <${tagName} ${name}="${String(value)}">`);
    const script = tagName === 'script' && properties.type !== 'application/ld+json' ? JSON.stringify(children) : '';
    if (/alert\(/.test(script) || /^(?:iframe|object|embed|form|base)$/.test(tagName) || isRefresh(tagName, properties))
      found.push(`${place}: <${tagName}>`);
  });
  return found;
}
const isRefresh = (tagName: string, { httpEquiv }: Element['properties']) =>
  tagName === 'meta' && /refresh/i.test(String(httpEquiv));

describe('what leaves', () => {
  test('is opened for every publisher, every target and every exporter that gives more than data', async () => {
    const bodies = await bodiesOfPost(baicPost());
    const whole = bodies.filter(({ text }) => /Xu\s+Heyi/.test(text)).map(({ place }) => place);
    expect([...new Set(whole)]).toEqual([...publishers, ...targets].map(({ id }) => id));
    const clips = new Set((await bodiesOfClips([marked(anEntry(), 'Last words')])).map(({ place }) => place));
    expect(exporters.map(({ id }) => id).filter((id) => !clips.has(id))).toEqual([
      'csv',
      'csl',
      'web-annotations',
      'highlights-csv',
    ]);
  });

  test('holds nothing that runs, whatever stands in the post', async () => {
    expect((await bodiesOfPost(hostilePost())).flatMap(dangers)).toEqual([]);
  });

  test('holds nothing that runs, whatever stands in the clips', async () => {
    const clip = aClip({ title: payload, byline: payload, siteName: payload, note: payload, tags: [payload] });
    const entry = marked(anEntry({ clip, quotes: [{ text: payload, comment: payload }] }), payload);
    expect((await bodiesOfClips([entry])).flatMap(dangers)).toEqual([]);
  });
});
