/**
 * What templates can name. A closed list: a name typed by somebody is looked up here and nowhere else, so that no
 * property of any object can be reached by its name.
 */
import type { Clip } from '../../model/clip';
import type { DigestGrouping } from '../../model/post';
import { splitParagraphs } from '../../model/sentences';
import { excerptOf } from '../excerpt';
import { sourceOf } from '../source';
import { todayIn } from './dates';
import { safeAddress } from './escape';
import { list, type PartRequest, type Shape, type TemplateContext, text, type Value } from './value';

/** Longer texts are cut where a template works with their words; a part has the whole. */
const longestText = 100_000;

type ClipVariable = { name: string; shape: Shape; of: (clip: Clip, context: TemplateContext) => Value };

/** Of one clip: by itself of the current clip, in a field of the named one. */
export const clipVariables: readonly ClipVariable[] = [
  { name: 'title', shape: 'text', of: (clip) => text(clip.title) },
  { name: 'outlet', shape: 'text', of: (clip) => text(sourceOf(clip).outlet) },
  { name: 'author', shape: 'text', of: (clip) => text(clip.byline ?? '') },
  { name: 'date', shape: 'date', of: (clip) => ({ kind: 'date', iso: clip.publishedAt ?? '' }) },
  { name: 'clipped', shape: 'date', of: (clip, { zone }) => ({ kind: 'date', iso: todayIn(zone, clip.clippedAt) }) },
  { name: 'url', shape: 'url', of: (clip) => ({ kind: 'url', url: safeAddress(sourceOf(clip).url) }) },
  { name: 'language', shape: 'text', of: (clip) => text(clip.language ?? '') },
  { name: 'tags', shape: { list: 'text' }, of: (clip) => list(clip.tags.map(text)) },
  { name: 'note', shape: 'text', of: (clip) => text(clip.note) },
  { name: 'images', shape: { list: 'image' }, of: (clip, context) => list(imagesOf(clip, context)) },
  {
    name: 'commentary',
    shape: { part: 'text' },
    of: (clip) => part({ kind: 'commentary', clips: [clip.id] }, text(clip.note)),
  },
  {
    name: 'excerpt',
    shape: { part: 'text' },
    of: (clip, context) => part({ kind: 'excerpt', clips: [clip.id] }, text(excerptIn(context, clip))),
  },
  {
    name: 'quotes',
    shape: { part: { list: 'quote' } },
    of: (clip, context) => part({ kind: 'quotes', clips: [clip.id] }, list(quotesOf(clip, context))),
  },
  {
    name: 'text',
    shape: { part: 'text' },
    of: (clip, { materials }) =>
      part({ kind: 'text', clips: [clip.id] }, text((materials.bodies.get(clip.id)?.text ?? '').slice(0, longestText))),
  },
];

type PostVariable = {
  name: string;
  shape: Shape;
  /** How many arguments it takes, and which. */
  args?: { least: number; most: number; among?: readonly string[] };
  /** `clips`: those it speaks of; `args`: plain texts. Null when what an argument names is not there. */
  of: (clips: readonly Clip[], args: readonly string[], context: TemplateContext) => Value | null;
};

const groupings: readonly DigestGrouping[] = ['tag', 'outlet', 'none'];

/** Of the post as a whole. */
export const postVariables: readonly PostVariable[] = [
  {
    name: 'clips',
    shape: { list: 'clip' },
    of: (_clips, _args, { clips }) => list(clips.map((clip) => ({ kind: 'clip', clip }))),
  },
  { name: 'today', shape: 'date', of: (_clips, _args, { now, zone }) => ({ kind: 'date', iso: todayIn(zone, now) }) },
  {
    name: 'gallery',
    shape: { part: { list: 'image' } },
    args: { least: 0, most: 1 },
    of: (clips, [title = ''], context) =>
      part(
        { kind: 'gallery', clips: clips.map(({ id }) => id), title },
        list(clips.flatMap((clip) => imagesOf(clip, context))),
      ),
  },
  {
    name: 'digest',
    shape: { part: null },
    args: { least: 0, most: 1, among: groupings },
    of: (clips, [by]) => {
      const grouping = groupings.find((one) => one === by) ?? 'tag';
      return part({ kind: 'digest', clips: clips.map(({ id }) => id), grouping }, null);
    },
  },
  {
    name: 'write',
    shape: { part: null },
    of: () => part({ kind: 'commentary', clips: [] }, null),
  },
  { name: 'source', shape: { part: null }, of: () => part({ kind: 'source' }, null) },
  { name: 'share', shape: { part: null }, of: () => part({ kind: 'share' }, null) },
  {
    name: 'standing',
    shape: { part: null },
    args: { least: 1, most: 1 },
    of: (_clips, [name = ''], { standing }) => {
      const wanted = name.trim().toLowerCase();
      const block = standing.find((one) => one.name.trim().toLowerCase() === wanted);
      return block ? part({ kind: 'standing', standingId: block.id }, null) : null;
    },
  },
];

type Fields = Readonly<Record<'clip' | 'quote' | 'image' | 'loop', readonly { name: string; shape: Shape }[]>>;

/** The fields of what a repeated part runs through. */
export const fieldsOf: Fields = {
  clip: clipVariables,
  quote: [
    { name: 'text', shape: 'text' },
    { name: 'note', shape: 'text' },
  ],
  image: [
    { name: 'caption', shape: 'text' },
    { name: 'credit', shape: 'text' },
    { name: 'alt', shape: 'text' },
    { name: 'url', shape: 'url' },
  ],
  loop: [
    { name: 'index', shape: 'number' },
    { name: 'count', shape: 'number' },
    { name: 'first', shape: 'flag' },
    { name: 'last', shape: 'flag' },
  ],
};

/** A field of a value; nothing for what it does not have. */
export function fieldOf(value: Value, name: string, context: TemplateContext): Value {
  switch (value.kind) {
    case 'clip':
      return clipVariables.find((one) => one.name === name)?.of(value.clip, context) ?? text('');
    case 'quote':
      return text(name === 'text' ? value.text : name === 'note' ? value.note : '');
    case 'image':
      return imageField(value.image, name);
    case 'loop':
      return loopField(value, name);
    default:
      return text('');
  }
}

function imageField(image: Extract<Value, { kind: 'image' }>['image'], name: string): Value {
  if (name === 'url') return { kind: 'url', url: safeAddress(image.url) };
  if (name === 'caption' || name === 'credit' || name === 'alt') return text(image[name]);
  return text('');
}

function loopField({ at, count }: Extract<Value, { kind: 'loop' }>, name: string): Value {
  if (name === 'index') return { kind: 'number', number: at + 1 };
  if (name === 'count') return { kind: 'number', number: count };
  return { kind: 'flag', flag: name === 'first' ? at === 0 : name === 'last' && at === count - 1 };
}

const excerpts = new WeakMap<TemplateContext, Map<string, string>>();

/** A clip's excerpt, cut once for each use of a template: a loop may ask for it again and again. */
function excerptIn(context: TemplateContext, clip: Clip): string {
  const known = excerpts.get(context) ?? new Map<string, string>();
  excerpts.set(context, known);
  const excerpt = known.get(clip.id) ?? excerptOf(clip, context.materials.bodies.get(clip.id)?.text ?? '');
  known.set(clip.id, excerpt);
  return excerpt;
}

function part(request: PartRequest, words: Value | null): Value {
  return { kind: 'part', part: request, words };
}

/** The images a gallery is made of: those that stood in one, else all, in their order. */
export function imagesOf(clip: Clip, { materials }: TemplateContext): Extract<Value, { kind: 'image' }>[] {
  const mine = [...materials.images.values()]
    .filter((image) => image.clipId === clip.id)
    .sort((a, b) => a.position - b.position);
  const inGallery = mine.filter((image) => image.role === 'gallery');
  return (inGallery.length > 0 ? inGallery : mine).map((image) => ({ kind: 'image', image }));
}

/** What was marked in a clip's text, in its order; of a selection all of it. */
function quotesOf(clip: Clip, { materials }: TemplateContext): Value[] {
  const marked = (materials.highlights.get(clip.id) ?? []).flatMap(({ target, note }): Value[] =>
    target.kind === 'text' ? [{ kind: 'quote', text: target.quote.exact, note }] : [],
  );
  if (marked.length > 0 || clip.kind !== 'selection') return marked;
  const selected = splitParagraphs(materials.bodies.get(clip.id)?.text ?? '');
  return selected.map((paragraph) => ({ kind: 'quote', text: paragraph, note: '' }));
}
