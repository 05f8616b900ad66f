/** Templates that people wrote or imported; those that are included are not stored. */
import type { Template, TemplateId } from '../model/template';
import type { Database } from './database';

/** All of them, by name. */
export async function listTemplates(db: Database): Promise<Template[]> {
  const templates = await db.templates.toArray();
  return templates.sort((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt);
}

export async function getTemplate(db: Database, id: TemplateId): Promise<Template | null> {
  return (await db.templates.get(id)) ?? null;
}

/** Stores templates as they are now, all or none. */
export function putTemplates(db: Database, templates: readonly Template[]): Promise<void> {
  return db.transaction('rw', db.templates, async () => {
    await db.templates.bulkPut([...templates]);
  });
}

/**
 * Stores an edited template, unless somebody else stored it after `basedOn` (its `updatedAt` when it was opened) or
 * deleted it: then `copy` is stored instead, so that neither loses anything. Returns what was stored.
 */
export function replaceTemplate(db: Database, template: Template, basedOn: number, copy: Template): Promise<Template> {
  return db.transaction('rw', db.templates, async () => {
    const stored = await db.templates.get(template.id);
    const kept = stored?.updatedAt === basedOn ? template : copy;
    await db.templates.put(kept);
    return kept;
  });
}

/** Takes templates away; returns them as they were. */
export function deleteTemplates(db: Database, ids: readonly TemplateId[]): Promise<Template[]> {
  return db.transaction('rw', db.templates, async () => {
    const before = (await db.templates.bulkGet([...ids])).filter((template) => template !== undefined);
    await db.templates.bulkDelete([...ids]);
    return before;
  });
}
