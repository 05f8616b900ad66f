/** A template and clips as the words and parts of a post. */
import type { BlockId, ClipId } from '../../model/ids';
import type { Block } from '../../model/post';
import { splitParagraphs } from '../../model/sentences';
import { mergeTags } from '../../model/tag';
import { type Template, type TemplateField, type TemplateProblem, templateFields } from '../../model/template';
import { createClipBlock } from '../create-post';
import { changeEntry, makeDigest, regroup } from '../digest';
import { fromClip, quoteOf } from '../edit-post';
import { type BlockOf, entriesOf } from '../materials';
import { checkTemplate } from './check';
import { escapeMarkdown } from './escape';
import { type Output, type Run, runTemplate } from './evaluate';
import { parseTemplate } from './parse';
import type { Mistake, Node } from './tree';
import type { PartRequest, TemplateContext } from './value';
import { imagesOf } from './variables';

export type FillOptions = TemplateContext & { newBlockId: () => BlockId };

export type Filled = {
  title: string;
  standfirst: string;
  tags: string[];
  blocks: Block[];
  /** Those of them that a person is to write in. */
  places: ReadonlySet<BlockId>;
  /** Clips that the template says nothing of. */
  unused: ClipId[];
  /** What came out wrong with these clips. */
  problems: TemplateProblem[];
};

/** The mistakes of a template in the order of its fields and lines; empty when it can be used. */
export function findMistakes(template: Pick<Template, TemplateField>): TemplateProblem[] {
  return templateFields.flatMap((field) => read(template[field], field).problems);
}

/** Null when the template has mistakes. Always with the sources. */
export function fillTemplate(template: Pick<Template, TemplateField>, options: FillOptions): Filled | null {
  const fields = Object.fromEntries(templateFields.map((field) => [field, read(template[field], field)])) as Fields;
  if (templateFields.some((field) => fields[field].problems.length > 0)) return null;
  const run = (field: TemplateField) =>
    runTemplate(fields[field].nodes, options, field === 'body' ? 'markdown' : 'plain');
  const runs = Object.fromEntries(templateFields.map((field) => [field, run(field)])) as Record<TemplateField, Run>;
  const places = new Set<BlockId>();
  const blocks = withSource(blocksOf(runs.body.output, options, places), runs.body.read, options);
  const used = new Set([...runs.body.read, ...blocks.flatMap(clipsIn)]);
  return {
    title: lineOf(runs.title),
    standfirst: lineOf(runs.standfirst),
    tags: tagsOf(lineOf(runs.tags)),
    blocks,
    places,
    unused: options.clips.flatMap(({ id }) => (used.has(id) ? [] : [id])),
    problems: templateFields.flatMap((field) => placed(runs[field].mistakes, template[field], field)),
  };
}

type Fields = Record<TemplateField, { nodes: Node[]; problems: TemplateProblem[] }>;

function read(text: string, field: TemplateField): Fields[TemplateField] {
  const { nodes, mistakes } = parseTemplate(text);
  return { nodes, problems: placed([...mistakes, ...checkTemplate(nodes, field)], text, field) };
}

/** Mistakes with the lines and columns that people count. */
function placed(mistakes: readonly Mistake[], text: string, field: TemplateField): TemplateProblem[] {
  return mistakes
    .toSorted((a, b) => a.start - b.start)
    .map((mistake) => {
      const before = text.slice(0, mistake.start);
      const line = before.split('\n').length;
      return { ...mistake, field, line, column: mistake.start - before.lastIndexOf('\n') };
    });
}

function lineOf({ output }: Run): string {
  return output
    .map((piece) => (piece.kind === 'words' ? piece.text : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

const tagsOf = (line: string): string[] =>
  mergeTags(
    [],
    line
      .split(/[,，、;；]/u)
      .map((tag) => tag.trim())
      .filter(Boolean),
  );

function blocksOf(output: readonly Output[], options: FillOptions, places: Set<BlockId>): Block[] {
  const blocks = output.flatMap((piece): Block[] => {
    if (piece.kind === 'part') {
      const made = partBlocks(piece.part, options);
      if (piece.part.kind === 'commentary') for (const { id } of made) places.add(id);
      return made;
    }
    const markdown = piece.text
      .replace(/[^\S\n]+$/gmu, '')
      .replace(/\n{3,}/gu, '\n\n')
      .trim();
    return markdown ? [{ id: options.newBlockId(), kind: 'commentary', markdown }] : [];
  });
  const once = new Set<string>();
  const isAgain = ({ kind }: Block) => (kind === 'source' || kind === 'share') && once.size === once.add(kind).size;
  return blocks.filter((block) => !isAgain(block));
}

function partBlocks(part: PartRequest, options: FillOptions): Block[] {
  const { newBlockId } = options;
  switch (part.kind) {
    case 'source':
    case 'share':
      return [{ id: newBlockId(), kind: part.kind }];
    case 'standing':
      return [{ id: newBlockId(), kind: 'standing', standingId: part.standingId }];
    case 'digest':
      return [digestOf(part.clips, part.grouping, options)];
    case 'gallery': {
      const images = clipsOf(part.clips, options).flatMap((clip) => imagesOf(clip, options));
      const shown = images.map(({ image }) => fromClip(image, newBlockId()));
      return [{ id: newBlockId(), kind: 'gallery', title: part.title, images: shown }];
    }
    case 'commentary': {
      const notes = clipsOf(part.clips, options).flatMap(({ note }) => splitParagraphs(note));
      return [{ id: newBlockId(), kind: 'commentary', markdown: notes.map(escapeMarkdown).join('\n\n') }];
    }
    case 'excerpt':
    case 'quotes':
    case 'text': {
      const { kind } = part;
      return clipsOf(part.clips, options).map((clip) => clipPart(kind, clip, options));
    }
  }
}

const clipsOf = (ids: readonly ClipId[], { clips }: FillOptions) => clips.filter(({ id }) => ids.includes(id));

type OfClip = 'excerpt' | 'quotes' | 'text';

function clipPart(kind: OfClip, clip: FillOptions['clips'][number], options: FillOptions): Block {
  const { newBlockId, materials } = options;
  const block = createClipBlock(clip, newBlockId, materials.bodies.get(clip.id)?.text) as BlockOf<'clip'>;
  if (kind === 'text') return { ...block, use: 'full', quotes: [] };
  if (kind === 'excerpt') return { ...block, use: 'excerpt', quotes: [] };
  const marked = (materials.highlights.get(clip.id) ?? [])
    .map((highlight) => quoteOf(highlight, newBlockId))
    .filter((quote) => quote !== null);
  return { ...block, use: 'quotes', quotes: marked.length > 0 ? marked : block.quotes };
}

/** Reports with the note of each clip as its line. */
function digestOf(ids: readonly ClipId[], grouping: Parameters<typeof regroup>[2], options: FillOptions): Block {
  const clips = clipsOf(ids, options);
  const byId = new Map(clips.map((clip) => [clip.id, clip]));
  const digest = makeDigest([...byId.keys()], options.newBlockId);
  const told = entriesOf(digest).reduce(
    (now, { id, clipId }) =>
      changeEntry(now, id, { comment: byId.get(clipId)?.note.replace(/\s+/gu, ' ').trim() ?? '' }),
    digest,
  );
  return regroup(told, byId, grouping, options.newBlockId);
}

/** The parts with the sources among them, whatever the template says: clips that only words speak of are named there. */
function withSource(blocks: readonly Block[], spokenOf: ReadonlySet<ClipId>, { newBlockId }: FillOptions): Block[] {
  const shown = new Set(blocks.flatMap(clipsIn));
  const clips = [...spokenOf].filter((id) => !shown.has(id));
  const more = clips.length > 0 ? { clips } : {};
  if (blocks.some(({ kind }) => kind === 'source'))
    return blocks.map((block) => (block.kind === 'source' ? { ...block, ...more } : block));
  const share = blocks.findIndex(({ kind }) => kind === 'share');
  const source: Block = { id: newBlockId(), kind: 'source', ...more };
  return blocks.toSpliced(share < 0 ? blocks.length : share, 0, source);
}

function clipsIn(block: Block): ClipId[] {
  if (block.kind === 'digest') return entriesOf(block).map(({ clipId }) => clipId);
  return block.kind === 'clip' ? [block.clipId] : [];
}
