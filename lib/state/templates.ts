/** Templates as lists show them, and what is done to whole ones; the included ones are always there. */
import { computed } from '@preact/signals';
import { type Arrival, freeName, planArrivals, settleArrivals } from '../compose/templates/arrivals';
import { builtInTemplates, isBuiltIn } from '../compose/templates/built-in';
import { findMistakes } from '../compose/templates/fill';
import { readTemplates, templateFileType, writeTemplates } from '../exchange/template-file';
import { newId } from '../model/ids';
import { ok, type Result } from '../model/result';
import type { Template, TemplateId } from '../model/template';
import { saveFile } from '../platform/save-file';
import { attempt, failureOf } from '../store/failures';
import { deleteTemplates, getTemplate, listTemplates, putTemplates } from '../store/templates';
import { db } from './db';
import { describeFailure } from './failures';
import { interfaceLanguage, t, tn } from './i18n';
import { live } from './live';
import { showToast } from './toasts';
import { offerUndo } from './undo';

export type { Choice } from '../compose/templates/arrivals';
export type { Arrival };
export { isBuiltIn };

/** Those that people wrote or imported, by name; null until read. */
export const ownTemplates = live<readonly Template[] | null>(() => listTemplates(db), null);

/** The included ones, those in the language of the interface first. */
export const includedTemplates = computed(() =>
  builtInTemplates.toSorted((a, b) => Number(isSpoken(b)) - Number(isSpoken(a))),
);

const isSpoken = ({ language }: Template): boolean => language === interfaceLanguage.value;

/** What one can make a post with, one's own first. */
export const allTemplates = computed(() => [...(ownTemplates.value ?? []), ...includedTemplates.value]);

/** Null when there is no such template. */
export async function findTemplate(id: TemplateId): Promise<Template | null> {
  return builtInTemplates.find((template) => template.id === id) ?? (await getTemplate(db, id));
}

/** How many mistakes keep a template from being used. */
export const countMistakes = (template: Template): number => findMistakes(template).length;

const takenIds: ReadonlySet<string> = new Set(builtInTemplates.map(({ id }) => id));
const namesTaken = async (): Promise<string[]> => (await listTemplates(db)).map(({ name }) => name);

/** A new template, stored: empty but for what most begin with. */
export async function addTemplate(): Promise<TemplateId | null> {
  const body = '{{commentary}}\n\n{{excerpt}}\n\n{{source}}\n\n{{share}}\n';
  return store({
    name: t('template_untitled'),
    language: '',
    title: '{{title}}',
    standfirst: '',
    tags: '{{tags}}',
    body,
  });
}

/** A copy under a name of its own, to be changed. */
export function copyTemplate(template: Template): Promise<TemplateId | null> {
  return store({ ...template, name: t('template_copy_of', template.name) });
}

async function store(template: Omit<Template, 'id' | 'createdAt' | 'updatedAt'>): Promise<TemplateId | null> {
  const now = Date.now();
  const id = newId<TemplateId>();
  const isStored = await told(async () => {
    const name = freeName(template.name, await namesTaken());
    await putTemplates(db, [{ ...template, id, name, createdAt: now, updatedAt: now }]);
  });
  return isStored ? id : null;
}

/** Deletes a template, with a way back; posts made with it stay as they are. */
export async function removeTemplate({ id, name }: Template): Promise<void> {
  await told(async () => {
    const before = await deleteTemplates(db, [id]);
    if (before.length > 0) offerUndo(t('template_deleted', name), () => told(() => putTemplates(db, before)));
  });
}

/** Saves templates as a file for colleagues. */
export async function exportTemplates(templates: readonly Template[]): Promise<Result<null>> {
  const [only] = templates;
  const name = templates.length === 1 && only ? `clipsheet-template-${fileWords(only.name)}` : 'clipsheet-templates';
  return saveFile(`${name}.json`, templateFileType, new TextEncoder().encode(writeTemplates(templates)));
}

const fileWords = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60) || 'one';

export type TemplateImport = { arrivals: Arrival[]; wrong: readonly number[] };

/** What a file would bring; nothing is stored yet. */
export async function openTemplates(file: Blob): Promise<Result<TemplateImport>> {
  const read = readTemplates(await file.text());
  if (!read.ok) return read;
  const own = await attempt(db, () => listTemplates(db));
  if (!own.ok) return own;
  return ok({ arrivals: planArrivals(read.value.templates, own.value, takenIds), wrong: read.value.wrong });
}

/** Stores what was chosen, all or nothing, with a way back. */
export async function importTemplates(arrivals: readonly Arrival[]): Promise<Result<number>> {
  return attempt(db, async () => {
    const own = await listTemplates(db);
    const wanted = settleArrivals(arrivals, own, takenIds, Date.now(), () => newId<TemplateId>());
    const replaced = own.filter(({ id }) => wanted.some((template) => template.id === id));
    await putTemplates(db, wanted);
    const added = wanted.flatMap(({ id }) => (replaced.some((template) => template.id === id) ? [] : id));
    if (wanted.length > 0)
      offerUndo(tn('template_imported', wanted.length), () =>
        told(async () => {
          await deleteTemplates(db, added);
          await putTemplates(db, replaced);
        }),
      );
    return wanted.length;
  });
}

/** Whether it was written; a failure is told. */
async function told(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
    return false;
  }
}
