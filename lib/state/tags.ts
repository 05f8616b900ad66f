/** Tags: to choose from while one types, and to be renamed, merged, coloured and deleted. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { newId, type TagJobId } from '../model/ids';
import { cleanTag, type Tag, tagKey } from '../model/tag';
import type { TagJob } from '../model/tag-job';
import { foldText } from '../model/text-query';
import { request } from '../platform/messages';
import { suggestTags as findTags } from '../store/facets';
import { failureOf } from '../store/failures';
import { allTags, describeTag, lastTagJob, startTagJob, steerTagJob, stepTagJobs } from '../store/tag-jobs';
import { db } from './db';
import { describeFailure } from './failures';
import { locale, t, tn } from './i18n';
import { live } from './live';
import { showColoursOf } from './tag-colours';
import { showToast } from './toasts';
import { offerUndo } from './undo';

/** Known tags for what is typed, most used first, without those that are there already. */
export function suggestTags(typed: string, except: readonly string[]): Promise<Tag[]> {
  return findTags(db, typed, except, 20);
}

/** Every tag; null until read. */
export const tags = live<readonly Tag[] | null>(() => allTags(db), null);

/** Keeps the colours of tags as they are stored, for as long as the page lives. */
export function followTagColours(): () => void {
  return effect(() => showColoursOf(tags.value ?? []));
}

// --- What the list of tags shows ----------------------------------------------------------------------------------

export const tagOrders = ['name', 'count', 'recent'] as const;
export type TagOrder = (typeof tagOrders)[number];

export const tagOrder = signal<TagOrder>('count');
export const tagsTyped = signal('');

/** The tags that hold what is typed in name or description, in order; null until read. */
export const shownTags: ReadonlySignal<readonly Tag[] | null> = computed(() => {
  const typed = foldText(tagsTyped.value.trim());
  const all = tags.value?.filter((tag) => foldText(`${tag.name}\n${tag.description ?? ''}`).includes(typed));
  return all ? [...all].sort(comparers[tagOrder.value]) : null;
});

const byName = (a: Tag, b: Tag) => a.name.localeCompare(b.name, locale.value, { numeric: true });
const comparers: Record<TagOrder, (a: Tag, b: Tag) => number> = {
  name: byName,
  count: (a, b) => b.count - a.count || byName(a, b),
  recent: (a, b) => b.lastUsedAt - a.lastUsedAt || byName(a, b),
};

/** The tag a name already stands for, if it is another than `key`. */
export function otherTagOf(name: string, key: string): Tag | undefined {
  const wanted = tagKey(name);
  return wanted === key ? undefined : tags.value?.find((tag) => tag.key === wanted);
}

// --- What a person does to them -----------------------------------------------------------------------------------

/** The change of tags that was begun last, in whatever window; null when there is none. */
export const latestJob = live<TagJob | null>(() => lastTagJob(db), null);
const dismissed = signal<TagJobId | null>(null);
const day = 24 * 60 * 60 * 1000;

/** The change of tags to be told of: under way, stopped, or done within a day and not put aside. */
export const tagJob = computed<TagJob | null>(() => {
  const job = latestJob.value;
  if (!job || job.state === 'undone' || job.id === dismissed.value) return null;
  return job.state === 'done' && Date.now() - job.updatedAt > day ? null : job;
});

export function putTagJobAside(id: TagJobId): void {
  dismissed.value = id;
}

/** Makes one tag of one or several; a name that a tag has already joins them to it. */
export function renameTags(from: readonly Tag[], to: string): Promise<void> {
  return change(from, cleanTag(to));
}

/** Takes tags from all their clips. */
export function removeTags(gone: readonly Tag[]): Promise<void> {
  return change(gone, null);
}

async function change(from: readonly Tag[], to: string | null): Promise<void> {
  await told(async () => {
    const id = newId<TagJobId>();
    const job = await startTagJob(db, { id, from: from.map((tag) => tag.key), to }, Date.now());
    if (!job) return;
    offerUndo(describeJob(job), () => steerJob(id, 'undo'));
    await work();
  });
}

/** What a change of tags does or has done, in a sentence. */
export function describeJob(job: TagJob): string {
  const names = job.from.map((key) => job.tagsBefore.find((tag) => tag.key === key)?.name ?? key);
  const [name = ''] = names;
  if (job.to === null)
    return names.length === 1 ? t('tags_done_deleted', name) : tn('tags_done_deleted_many', names.length);
  return names.length === 1 ? t('tags_done_renamed', name, job.to) : tn('tags_done_merged', names.length, job.to);
}

export function steerJob(id: TagJobId, to: 'stop' | 'continue' | 'undo'): Promise<void> {
  return told(async () => {
    await steerTagJob(db, id, to, Date.now());
    if (to !== 'stop') await work();
  });
}

/** The background does it, so that this page may close; where there is none, this page does. */
async function work(): Promise<void> {
  const asked = await request('change-tags', {});
  if (asked.ok) return;
  while (await stepTagJobs(db, Date.now())) await new Promise((resolve) => setTimeout(resolve));
}

/** Gives a tag a colour and a description, with a way back. */
export async function editTag(tag: Tag, words: Pick<Tag, 'colour' | 'description'>): Promise<void> {
  const before = { colour: tag.colour, description: tag.description };
  if (words.colour === tag.colour && (words.description ?? '') === (tag.description ?? '')) return;
  await told(() => describeTag(db, tag.key, words));
  offerUndo(t('tags_done_edited', tag.name), () => told(() => describeTag(db, tag.key, before)));
}

async function told(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
