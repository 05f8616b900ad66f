import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../../../lib/compose/templates/built-in';
import { fillTemplate, findMistakes } from '../../../../lib/compose/templates/fill';
import type { Annotation, AnnotationId } from '../../../../lib/model/annotation';
import type { Clip, ImageRole } from '../../../../lib/model/clip';
import type { Block } from '../../../../lib/model/post';
import { makeBody, makeClip, makeImage, makeMaterials, noon } from '../make';
import { clipsOf, optionsOf } from './make';

const named = (name: string) => {
  const found = builtInTemplates.find((template) => template.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found;
};
const fill = (name: string, given: Parameters<typeof optionsOf>[0] = {}) => {
  const template = named(name);
  const filled = fillTemplate(template, optionsOf({ language: template.language, ...given }));
  if (!filled) throw new Error(`${name} has mistakes`);
  return filled;
};
const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'commentary' ? block.markdown : block.kind === 'clip' ? block.use : block.kind,
  );

const highlight = (clip: Clip, exact: string, note = ''): Annotation => ({
  id: `a-${exact}` as AnnotationId,
  clipId: clip.id,
  target: {
    kind: 'text',
    source: clip.url,
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    position: null,
    range: null,
  },
  note,
  tags: [],
  colour: 'yellow',
  createdAt: noon,
  updatedAt: noon,
});

describe('the templates that are included', () => {
  it('are four, in both languages, without mistakes, under ids of their own', () => {
    expect(builtInTemplates.map(({ language, name }) => `${language} ${name}`)).toEqual([
      'en Single article',
      'en Quotes and comment',
      'en Weekly digest',
      'en Gallery post',
      'zh-CN 单篇文章',
      'zh-CN 引文与点评',
      'zh-CN 每周简报',
      'zh-CN 图集文章',
    ]);
    expect(builtInTemplates.flatMap((template) => findMistakes(template))).toEqual([]);
    expect(new Set(builtInTemplates.map(({ id }) => id)).size).toBe(8);
    for (const { id } of builtInTemplates) expect(id).toMatch(/^[0-9a-z]{1,64}$/u);
  });

  it('make the gallery post of the seed: headline, text, five captioned images, source, share', () => {
    type Expected = {
      metadata: { title: string; byline: string; siteName: string; publishedAt: string };
      paragraphs: string[];
      images: { file: string; role: ImageRole; caption: string }[];
    };
    const page = JSON.parse(readFileSync('tests/fixtures/baic-wordpress/expected.json', 'utf8')) as Expected;
    const { title, byline, siteName, publishedAt } = page.metadata;
    const clip = makeClip({ title, sourceTitle: title, byline, siteName, publishedAt });
    const images = page.images.map(({ file, role, caption }, position) => makeImage(file, { role, caption, position }));
    const bodies = [makeBody(page.paragraphs.join('\n'))];
    const lead = makeImage('lead', { role: 'lead', position: -1 });
    const materials = makeMaterials({ clips: [clip], bodies, images: [lead, ...images].toReversed() });
    const { blocks, ...rest } = fill('Gallery post', { clips: [clip], materials });
    expect(rest).toMatchObject({
      title: 'The Automobile Industry Should Deepen Its Openness & Cooperation.',
      unused: [],
    });
    expect(shape(blocks)).toEqual(['full', 'gallery', 'source', 'share']);
    expect(blocks[1]?.kind === 'gallery' && blocks[1].images.map(({ caption }) => caption)).toEqual(
      ['01', '02', '03', '04', '05'].map((n) => `Automotive Leather Supplier in China ${n}`),
    );
  });

  it('make an article of one clip: comment, excerpt, quotes where there are any, gallery, source', () => {
    const clip = makeClip({ note: 'Why *we* care.\n\nSecond thought.' });
    expect(shape(fill('Single article', { clips: [clip] }).blocks)).toEqual([
      'Why \\*we\\* care.\n\nSecond thought.',
      'excerpt',
      'gallery',
      'source',
      'share',
    ]);
    const highlights = new Map([[clip.id, [highlight(clip, 'Import tariffs', 'Good for us')]]]);
    const { blocks } = fill('单篇文章', { clips: [clip], materials: { ...makeMaterials(), highlights } });
    expect(shape(blocks)).toEqual([
      expect.any(String),
      'excerpt',
      '## 原文引述',
      'quotes',
      'gallery',
      'source',
      'share',
    ]);
    expect(blocks[3]?.kind === 'clip' && blocks[3].quotes).toMatchObject([
      { text: 'Import tariffs', comment: 'Good for us', from: { annotationId: 'a-Import tariffs' } },
    ]);
  });

  it('quote several clips under their headlines, one without highlights by its excerpt', () => {
    const clips = clipsOf({ title: 'One' }, { title: 'Two' });
    const [first] = clips as [Clip];
    const materials = {
      ...optionsOf({ clips }).materials,
      highlights: new Map([[first.id, [highlight(first, 'Xu Heyi')]]]),
    };
    expect(shape(fill('Quotes and comment', { clips, materials }).blocks)).toEqual([
      '',
      '## [One](https://news.example.com/auto/openness)',
      'quotes',
      '## [Two](https://news.example.com/auto/openness)',
      'excerpt',
      '## What it means for us',
      '',
      'source',
      'share',
    ]);
    expect(shape(fill('Quotes and comment', { clips: [first] }).blocks)).toEqual([
      '',
      'excerpt',
      '## What it means for us',
      '',
      'source',
      'share',
    ]);
  });

  it('group a week by tags, each report with its note, under the week of the day', () => {
    const clips = clipsOf(
      { title: 'One - Auto News', tags: ['EV'], note: 'Big.' },
      { title: 'Two', tags: ['seats'] },
      { title: 'Three', tags: ['ev'] },
      { title: 'Four', tags: [] },
    );
    const { title, standfirst, tags, blocks } = fill('Weekly digest', { clips });
    expect([title, standfirst, tags]).toEqual(['Industry news, week 47, 2026', 'One · Two · Three', ['EV', 'seats']]);
    expect(shape(blocks)).toEqual(['', 'digest', 'source', 'share']);
    expect(blocks[1]?.kind === 'digest' && blocks[1].groups).toMatchObject([
      { title: 'EV', entries: [{ clipId: 'clip-0', comment: 'Big.' }, { clipId: 'clip-2' }] },
      { title: '', entries: [{ clipId: 'clip-1' }, { clipId: 'clip-3' }] },
    ]);
    expect(fill('每周简报', { clips }).title).toBe('行业周报：2026 年第 47 周');
  });
});
