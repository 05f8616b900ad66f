/** Templates put to use: for a new post of clips, and for a post that is being written. */
import { addressOf } from '../compose/create-post';
import { clipIdsOf, type Materials } from '../compose/materials';
import { slugify } from '../compose/slug';
import { applyTemplate } from '../compose/templates/apply';
import { type Filled, type FillOptions, fillTemplate } from '../compose/templates/fill';
import { type BlockId, type ClipId, newId } from '../model/ids';
import type { Post, StandingBlock } from '../model/post';
import type { Template, TemplateId, TemplateProblem } from '../model/template';
import { ownZone } from '../model/zoned-time';
import type { Database } from '../store/database';
import { listStanding } from '../store/standing';
import type { Composer } from './compose';
import { db } from './db';
import { interfaceLanguage, joinSentences, t, tn } from './i18n';
import { readClipMaterials } from './materials';
import { settings } from './settings';
import { describeMistake } from './template-words';
import { findTemplate } from './templates';
import { showToast } from './toasts';

export type Given = { ids: readonly ClipId[]; materials: Materials; standing: readonly StandingBlock[] };

/** Reads what a template may ask of these clips. */
export async function readGiven(database: Database, ids: readonly ClipId[]): Promise<Given> {
  const [materials, standing] = await Promise.all([readClipMaterials(database, ids), listStanding(database)]);
  return { ids, materials, standing };
}

/** What a template is filled from. `language`: of the post, where the template does not say. */
export function optionsOf({ ids, materials, standing }: Given, template: Template, language?: string): FillOptions {
  const clips = ids.flatMap((id) => materials.clips.get(id) ?? []);
  const spoken = language ?? clips.find((clip) => clip.language)?.language ?? interfaceLanguage.peek();
  return {
    clips,
    materials,
    standing,
    language: template.language || spoken,
    now: Date.now(),
    zone: ownZone(),
    newBlockId: () => newId<BlockId>(),
  };
}

/** The first draft of a post as a template has it. What cannot be done is told, and the draft is as it was given. */
export async function beginWith(id: TemplateId, draft: Post, clipIds: readonly ClipId[]): Promise<Post> {
  const found = await fillFor(id, clipIds);
  if (!found) return draft;
  const { filled, language } = found;
  const title = filled.title || draft.title;
  const slug = await slugify(title, language, draft.createdAt);
  const { standfirst, tags, blocks } = filled;
  const canonicalUrl = addressOf(settings.peek().blogUrl, slug);
  return { ...draft, title, slug, canonicalUrl, language, standfirst, tags, blocks, template: id };
}

/** Gives a post that is being written the order of a template, in one step that can be taken back. */
export async function applyTo(composer: Composer, id: TemplateId): Promise<void> {
  const post = composer.post.peek();
  const clipIds = clipIdsOf(post);
  const found = await fillFor(id, clipIds, post.language);
  if (!found) return;
  const earlier = post.template ? await findTemplate(post.template) : null;
  const given = await readGiven(db, clipIds);
  const before = earlier && fillTemplate(earlier, optionsOf(given, earlier, post.language));
  const titles = [...given.materials.clips.values()].map(({ title }) => title);
  const written = composer.post.peek();
  composer.edit((now) => ({
    ...applyTemplate(now, found.filled, before, titles),
    language: found.language,
    template: id,
  }));
  showToast({
    text: t('template_applied', found.template.name),
    // A step of its own, so that what is written meanwhile can be brought back, too.
    undo: () => composer.edit(() => written),
  });
}

type Found = { template: Template; filled: Filled; language: string };

async function fillFor(id: TemplateId, clipIds: readonly ClipId[], language?: string): Promise<Found | null> {
  const template = await findTemplate(id);
  if (!template) {
    showToast({ text: t('template_gone'), tone: 'problem' });
    return null;
  }
  const options = optionsOf(await readGiven(db, clipIds), template, language);
  const filled = fillTemplate(template, options);
  if (!filled) showToast({ text: t('template_has_mistakes', template.name), tone: 'problem' });
  else {
    if (filled.unused.length > 0) showToast({ text: tn('template_unused', filled.unused.length) });
    if (filled.problems.length > 0) showToast({ text: gapsOf(template, filled.problems), tone: 'problem' });
  }
  return filled && { template, filled, language: options.language };
}

/** What the template wanted and these clips and this library do not have. */
function gapsOf({ name }: Template, problems: readonly TemplateProblem[]): string {
  const told = [...new Set(problems.map(describeMistake))];
  const more = told.length > mostTold ? [tn('template_gaps_more', told.length - mostTold)] : [];
  return joinSentences([t('template_gaps', name), ...told.slice(0, mostTold), ...more]);
}

/** Sentences of one notice: it is read in passing. */
const mostTold = 2;
