/** Who we are on a WordPress site: role, capabilities, and what there is to choose from. */
import { fail, ok, type Result } from '../../model/result';
import type { Account, PostOutline, TargetChoice, TargetEffects, TargetField } from '../../model/target';
import type { Ask } from './site';

type Me = { id: number; name: string; roles?: string[]; capabilities?: Record<string, boolean> };

/**
 * Reads the account back. Fails with `forbidden` when it may not even write drafts (a subscriber), and with `login` when
 * the password is wrong.
 */
export async function readAccount(ask: Ask, place: string, effects: TargetEffects): Promise<Result<Account>> {
  const me = await ask<Me>('users/me', { parameters: { context: 'edit', _fields: 'id,name,roles,capabilities' } });
  if (!me.ok) return me;
  const { id, name, roles = [], capabilities = {} } = me.value.value;
  if (!capabilities.edit_posts) return fail({ kind: 'target', trouble: 'forbidden', place });
  const categories = await listAll(ask, 'categories');
  if (!categories.ok) return categories;
  const authors = capabilities.edit_others_posts ? await listAuthors(ask, id, name) : [];
  return ok({
    name,
    role: roles[0] ?? '',
    may: {
      publish: capabilities.publish_posts === true,
      uploadImages: capabilities.upload_files === true,
      makeTags: true,
    },
    offers: { categories: categories.value, authors },
    checkedAt: effects.now(),
  });
}

/** Every category, however many there are. */
async function listAll(ask: Ask, route: string): Promise<Result<TargetChoice[]>> {
  const found: TargetChoice[] = [];
  for (let page = 1; page <= 20; page++) {
    const parameters = { per_page: '100', page: String(page), _fields: 'id,name' };
    const some = await ask<{ id: number; name: string }[]>(route, { parameters });
    if (!some.ok) return some;
    found.push(...some.value.value.map(({ id, name }) => ({ value: String(id), text: plain(name) })));
    if (page >= Number(some.value.answer.headers.get('X-WP-TotalPages') ?? 1)) break;
  }
  return ok(found);
}

/** Those in whose name a post can appear, oneself first; only oneself when the site does not say. */
async function listAuthors(ask: Ask, id: number, name: string): Promise<TargetChoice[]> {
  const parameters = { who: 'authors', per_page: '100', _fields: 'id,name' };
  const found = await ask<{ id: number; name: string }[]>('users', { parameters, expected: [400, 401, 403] });
  const others = found.ok && Array.isArray(found.value.value) ? found.value.value.filter((user) => user.id !== id) : [];
  return [{ id, name }, ...others].map((user) => ({ value: String(user.id), text: plain(user.name) }));
}

/** Names come with entities: `R&amp;D`. */
export function plain(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** The form for a post: only what the account may do. */
export function postFieldsOf(account: Account, post: PostOutline): TargetField[] {
  const { categories = [], authors = [] } = account.offers;
  const statuses = [
    { value: 'draft', label: 'publish_status_draft' },
    { value: 'pending', label: 'publish_status_pending' },
    ...(account.may.publish
      ? [
          { value: 'publish', label: 'publish_status_publish' },
          { value: 'future', label: 'publish_status_future' },
        ]
      : []),
  ];
  const own = post.images.find((image) => image.own);
  const featured = [
    { value: '', label: 'publish_featured_none' },
    ...post.images.map((image) => ({ value: image.path, text: image.name })),
  ];
  return [
    {
      name: 'status',
      label: 'publish_field_status',
      kind: 'choice',
      choices: statuses,
      initial: account.may.publish ? 'draft' : 'pending',
    },
    {
      name: 'date',
      label: 'publish_field_date',
      kind: 'time',
      required: true,
      when: { field: 'status', is: ['future'] },
    },
    ...(categories.length > 0
      ? [{ name: 'categories', label: 'publish_field_categories', kind: 'several' as const, choices: categories }]
      : []),
    ...(authors.length > 1
      ? [
          {
            name: 'author',
            label: 'publish_field_author',
            kind: 'choice' as const,
            choices: authors,
            initial: authors[0]?.value ?? '',
          },
        ]
      : []),
    ...(account.may.uploadImages && post.images.length > 0
      ? [
          {
            name: 'featured',
            label: 'publish_field_featured',
            kind: 'choice' as const,
            choices: featured,
            initial: own?.path ?? '',
          },
        ]
      : []),
  ];
}
