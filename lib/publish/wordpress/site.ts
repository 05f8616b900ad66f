/** A WordPress site by its REST API (https://developer.wordpress.org/rest-api/): finding it, and asking it. */
import { fail, ok, type Result } from '../../model/result';
import type { FieldValues, OpenConnection, TargetEffects } from '../../model/target';
import { type HttpAnswer, type HttpRequest, send, sendForJson } from '../http';
import { isConfidential, siteAddress } from '../site-address';

/** The REST index, as far as it is used. */
export type SiteIndex = {
  /** Where its routes begin: `https://blog.example.com/wp-json/`. */
  root: string;
  home: string;
  name: string;
  /** The page that gives out application passwords; null when the site gives out none. */
  authorization: string | null;
};

/**
 * Finds the REST API of the site at an address: where it usually is, where the page says it is, or without pretty
 * addresses. Fails with `wrong-system` when somebody answers who is no WordPress.
 */
export async function findSite(address: string, effects: TargetEffects): Promise<Result<SiteIndex>> {
  const place = new URL(address).host;
  const usual = await readIndex(`${address}wp-json/`, effects);
  if (usual.ok) return usual;
  if (!isAnswer(usual.failure)) return usual;
  const page = await send(address, { follow: true, expected: [401, 403, 404] }, effects);
  const named = page.ok
    ? /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(page.value.headers.get('Link') ?? '')?.[1]
    : undefined;
  // Only the same site: what a page says may not send a password elsewhere.
  const linked = named && URL.parse(named)?.host === place ? named : null;
  for (const root of [linked, `${address}?rest_route=/`]) {
    const index = root ? await readIndex(root, effects) : null;
    if (index?.ok) return index;
  }
  return fail({ kind: 'target', trouble: 'wrong-system', place });
}

/** Whether somebody answered at all: then it is worth asking elsewhere. */
function isAnswer(failure: { kind: string; trouble?: string }): boolean {
  return (
    failure.kind === 'target' &&
    !['offline', 'unreachable', 'timeout', 'busy', 'broken'].includes(failure.trouble ?? '')
  );
}

async function readIndex(root: string, effects: TargetEffects): Promise<Result<SiteIndex>> {
  const asked = new URL(root);
  asked.searchParams.set('_fields', 'name,home,url,namespaces,authentication');
  const found = await sendForJson<Record<string, unknown>>(asked.href, { follow: true }, effects);
  if (!found.ok) return found;
  const { value, answer } = found.value;
  const place = asked.host;
  if (!value || !Array.isArray(value.namespaces) || !value.namespaces.includes('wp/v2'))
    return fail({ kind: 'target', trouble: 'wrong-system', place });
  const reached = new URL(answer.url);
  reached.searchParams.delete('_fields');
  const login = value.authentication as
    | { 'application-passwords'?: { endpoints?: { authorization?: unknown } } }
    | undefined;
  const page = login?.['application-passwords']?.endpoints?.authorization;
  return ok({
    root: reached.href,
    home: typeof value.home === 'string' && value.home ? value.home : `${reached.origin}/`,
    name: typeof value.name === 'string' && value.name.trim() ? value.name.trim() : reached.host,
    authorization: typeof page === 'string' && URL.canParse(page) ? page : null,
  });
}

/** A route of the site with its parameters, with pretty addresses and without. */
function routeOf(root: string, path: string, parameters: Record<string, string> = {}): string {
  const url = new URL(root);
  if (url.searchParams.has('rest_route')) url.searchParams.set('rest_route', `/wp/v2/${path}`);
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/wp/v2/${path}`;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Asks the site as the account of a connection. */
export type Ask = <T = unknown>(
  path: string,
  request?: HttpRequest & { parameters?: Record<string, string> },
) => Promise<Result<{ value: T; answer: HttpAnswer }>>;

/** Fails with `insecure` and `no-secret` before anything is sent. */
export function asAccount(connection: Pick<OpenConnection, 'fields' | 'secrets'>, effects: TargetEffects): Result<Ask> {
  const { root = '', user = '' } = connection.fields;
  const password = connection.secrets.password ?? '';
  const place = URL.parse(root)?.host ?? root;
  if (!URL.canParse(root)) return fail({ kind: 'target', trouble: 'wrong-system', place });
  if (!isConfidential(root)) return fail({ kind: 'target', trouble: 'insecure', place });
  if (!password) return fail({ kind: 'target', trouble: 'no-secret', place });
  const headers = { Authorization: `Basic ${base64(`${user}:${password}`)}` };
  return ok((path, { parameters, ...request } = {}) =>
    sendForJson(routeOf(root, path, parameters), { ...request, headers: { ...headers, ...request.headers } }, effects),
  );
}

/** Base64 of UTF-8: names may hold any letter. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** A code of WordPress's errors (`term_exists`), and what belongs to it. */
export function errorOf(answer: HttpAnswer): { code: string; data: Record<string, unknown> } {
  const json = answer.json as { code?: unknown; data?: unknown } | undefined;
  const data = typeof json?.data === 'object' && json.data !== null ? (json.data as Record<string, unknown>) : {};
  return { code: typeof json?.code === 'string' ? json.code : '', data };
}

/** The site and account of a form. */
export function filledIn(fields: FieldValues): { address: string | null; user: string } {
  return { address: siteAddress(fields.address ?? ''), user: (fields.user ?? '').trim() };
}
