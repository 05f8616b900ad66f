/** Templates and what they are filled from, for tests. */
import { type Filled, type FillOptions, fillTemplate, findMistakes } from '../../../../lib/compose/templates/fill';
import type { Clip } from '../../../../lib/model/clip';
import type { BlockId } from '../../../../lib/model/ids';
import type { Template } from '../../../../lib/model/template';
import { english, makeBody, makeClip, makeMaterials, noon } from '../make';

export type Given = Partial<Omit<FillOptions, 'newBlockId'>>;

/** One English clip on a Sunday noon in Shanghai, unless said otherwise. */
export function optionsOf(given: Given = {}): FillOptions {
  const clips = given.clips ?? [makeClip()];
  let last = 0;
  return {
    clips,
    materials: makeMaterials({
      clips: [...clips],
      bodies: clips.map((clip) => makeBody(english, { clipId: clip.id })),
    }),
    standing: [],
    language: 'en',
    now: noon,
    zone: 'Asia/Shanghai',
    newBlockId: () => `new${++last}` as BlockId,
    ...given,
  };
}

type Words = Partial<Pick<Template, 'title' | 'standfirst' | 'tags' | 'body'>>;

export const words = (given: Words) => ({ title: '', standfirst: '', tags: '', body: '', ...given });

/** What a template without mistakes gives. */
export function fill(template: Words, given: Given = {}): Filled {
  const filled = fillTemplate(words(template), optionsOf(given));
  if (!filled) throw new Error(JSON.stringify(findMistakes(words(template))));
  return filled;
}

/** The words of a body, parts as their kinds in angle brackets. */
export function bodyOf(body: string, given: Given = {}): string {
  return fill({ body }, given)
    .blocks.flatMap((block) => (block.kind === 'commentary' ? block.markdown : `<${block.kind}>`))
    .join('\n')
    .replace(/\n?<source>$/u, '');
}

/** One line of plain text, as a headline is. */
export const lineOf = (title: string, given: Given = {}): string => fill({ title }, given).title;

/** Clips with these fields, ids in order. */
export const clipsOf = (...fields: Partial<Clip>[]): Clip[] =>
  fields.map((one, i) => makeClip({ id: `clip-${i}` as Clip['id'], ...one }));
