/** Templates from a file beside those that are there: what each would do, before it does it. */
import { type Template, type TemplateId, templateFields } from '../../model/template';

export type Choice = 'add' | 'replace' | 'keep-both' | 'skip';

export type Arrival = {
  template: Template;
  /** Another version of it, or another of its name. */
  there: Template | null;
  /** `same`: word for word. */
  state: 'new' | 'same' | 'changed' | 'name-taken';
  choice: Choice;
};

/**
 * What comes, each with what is proposed: a newer version replaces an older one, an older one is kept beside it. `taken`
 * are ids that no stored template may have.
 */
export function planArrivals(
  incoming: readonly Template[],
  own: readonly Template[],
  taken: ReadonlySet<string>,
): Arrival[] {
  const seen = new Set<string>(taken);
  return incoming.map((template) => {
    const isFirst = !seen.has(template.id);
    seen.add(template.id);
    const byId = isFirst ? own.find(({ id }) => id === template.id) : undefined;
    const there = byId ?? own.find(({ name }) => sameName(name, template.name)) ?? null;
    if (!there) return { template, there, state: 'new', choice: 'add' };
    if (sameWords(template, there)) return { template, there, state: 'same', choice: 'skip' };
    if (!byId) return { template, there, state: 'name-taken', choice: 'keep-both' };
    const choice = template.updatedAt > there.updatedAt ? 'replace' : 'keep-both';
    return { template, there, state: 'changed', choice };
  });
}

/** The templates to store for what was chosen; ids and names that are taken get new ones. */
export function settleArrivals(
  arrivals: readonly Arrival[],
  own: readonly Template[],
  taken: ReadonlySet<string>,
  now: number,
  newId: () => TemplateId,
): Template[] {
  const ids = new Set<string>([...taken, ...own.map(({ id }) => id)]);
  const names = own.map(({ name }) => name);
  return arrivals.flatMap(({ template, there, choice }) => {
    if (choice === 'skip') return [];
    if (choice === 'replace' && there)
      return { ...template, id: there.id, createdAt: there.createdAt, updatedAt: Math.max(now, there.updatedAt + 1) };
    const id = ids.has(template.id) ? newId() : template.id;
    const name = freeName(template.name, names);
    ids.add(id);
    names.push(name);
    return { ...template, id, name, updatedAt: now };
  });
}

/** The name, with a number behind it when it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  const wanted = name.trim();
  const isTaken = (one: string) => taken.some((other) => sameName(other, one));
  for (let n = 2, free = wanted; ; n++) {
    if (!isTaken(free)) return free;
    free = `${wanted} (${n})`;
  }
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function sameWords(a: Template, b: Template): boolean {
  const fields = ['name', 'language', ...templateFields] as const;
  return fields.every((field) => a[field] === b[field]);
}
