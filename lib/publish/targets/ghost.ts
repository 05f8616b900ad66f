/**
 * Ghost by its Admin API (https://ghost.org/docs/admin-api/), with the key of a custom integration. The post is known
 * by an internal tag, `#clip-<key>`: Ghost takes a slug twice.
 */
import { fail, ok, type Result } from '../../model/result';
import type {
  FieldValues,
  JobReports,
  OpenConnection,
  PublishJob,
  RemotePost,
  Target,
  TargetEffects,
  Upload,
} from '../../model/target';
import { base64 } from '../embedded';
import { sha256 } from '../hash';
import { type HttpRequest, sendForJson } from '../http';
import { isConfidential, siteAddress } from '../wordpress/site';

type GhostPost = {
  id: string;
  title: string;
  html: string | null;
  url: string;
  status: string;
  updated_at: string;
};
type Ask = <T>(path: string, request?: HttpRequest) => Promise<Result<{ value: T; status: number }>>;
type Open = { ask: Ask; address: string; place: string };

export const ghost: Target = {
  id: 'ghost',
  label: 'publish_ghost',
  hint: 'publish_ghost_hint',
  icon: 'newspaper',
  fields: [
    {
      name: 'address',
      label: 'publish_field_site',
      kind: 'address',
      required: true,
      placeholder: 'https://blog.example.com/',
    },
    {
      name: 'key',
      label: 'publish_field_admin_key',
      hint: 'publish_field_admin_key_hint',
      kind: 'secret',
      required: true,
    },
  ],
  copiesImages: true,
  publicAt({ status = 'draft', date = '' }, now) {
    if (status === 'scheduled') return Date.parse(date) || now;
    return status === 'published' ? now : null;
  },
  retractions: ['draft', 'trash', 'correction'],
  addresses({ address = '' }) {
    const site = ghostAddress(address);
    return site ? [site] : [];
  },
  async test(fields, secrets, effects) {
    const opened = open(fields, secrets, effects);
    if (!opened.ok) return opened;
    const { ask, address, place } = opened.value;
    const site = await ask<{ site?: { title?: string } }>('site/');
    if (!site.ok) return site;
    if (!site.value.value.site) return fail({ kind: 'target', trouble: 'wrong-system', place });
    const posts = await ask('posts/?limit=1&fields=id'); // the site says its name to anybody; this needs the key
    if (!posts.ok) return posts;
    const may = { publish: true, uploadImages: true, makeTags: true };
    const account = { name: '', role: '', may, offers: {}, checkedAt: effects.now() };
    return ok({ fields: { address }, account, name: site.value.value.site.title || place });
  },
  postFields: (_account, { images }) => [
    {
      name: 'status',
      label: 'publish_field_status',
      kind: 'choice',
      initial: 'draft',
      choices: ['draft', 'published', 'scheduled'].map((value) => ({ value, label: `publish_ghost_${value}` })),
    },
    { name: 'date', label: 'publish_field_date', kind: 'time', when: { field: 'status', is: ['scheduled'] } },
    {
      name: 'featured',
      label: 'publish_field_featured',
      kind: 'choice',
      initial: images.find(({ own }) => own)?.path ?? '',
      choices: [
        { value: '', label: 'publish_featured_none' },
        ...images.map(({ path, name }) => ({ value: path, text: name })),
      ],
    },
  ],
  async publish(job, to, reports, effects) {
    const opened = open(to.fields, to.secrets, effects);
    return opened.ok ? publishPost(job, opened.value, reports) : opened;
  },
  async retract(remote, how, at, effects) {
    const opened = open(at.fields, at.secrets, effects);
    if (!opened.ok) return opened;
    const { ask, address, place } = opened.value;
    const found = await readPost(ask, remote.remoteId);
    if (!found.ok) return found;
    if (!found.value) return fail({ kind: 'target', trouble: 'gone', place });
    if (how.kind === 'trash') {
      const removed = await ask(`posts/${remote.remoteId}/`, { method: 'DELETE' });
      return removed.ok || isEmpty(removed.failure) ? ok({ ...remote, status: 'trash' }) : removed;
    }
    if (how.kind === 'correction' && (await fingerprintOf(found.value)) !== remote.fingerprint)
      return fail({ kind: 'remote-changed', remote: remoteText(found.value) });
    const change =
      how.kind === 'draft'
        ? { status: 'draft' }
        : { html: `<p><strong>${escaped(how.text)}</strong></p>${found.value.html ?? ''}` };
    const written = await writePost(ask, remote.remoteId, { ...change, updated_at: found.value.updated_at });
    if (!written.ok) return written;
    return written.value
      ? ok(await remoteOf(written.value, address))
      : fail({ kind: 'remote-changed', remote: remoteText(found.value) });
  },
  async check(remote, at, effects) {
    const opened = open(at.fields, at.secrets, effects);
    if (!opened.ok) return opened;
    const found = await readPost(opened.value.ask, remote.remoteId);
    if (!found.ok) return found;
    if (!found.value) return ok({ state: 'gone' });
    const now = await remoteOf(found.value, opened.value.address);
    return ok({ state: now.fingerprint === remote.fingerprint ? 'same' : 'changed', remote: now });
  },
};

/** Images first, each once; then the post, found by its tag where an earlier answer was lost. */
async function publishPost(
  job: PublishJob,
  { ask, address, place }: Open,
  reports: JobReports,
): Promise<Result<RemotePost>> {
  const steps = job.post.images.length + 1;
  const before = await findEarlier(job, ask, place);
  if (!before.ok) return before;
  const urls = new Map<string, string>();
  for (const [done, { path, bytes }] of job.post.images.entries()) {
    reports.progress(done, steps, 'publish_step_images');
    const hash = await sha256(bytes.data);
    const known: Upload | undefined = job.uploads[hash];
    if (known) {
      urls.set(path, known.url);
      continue;
    }
    const name = `clip-${hash.slice(0, 16)}${/\.\w+$/.exec(path)?.[0] ?? ''}`;
    const body = new FormData();
    body.append('file', new Blob([bytes.data], { type: bytes.type }), name);
    body.append('purpose', 'image');
    body.append('ref', path);
    const sent = await ask<{ images?: { url?: string }[] }>('images/upload/', { method: 'POST', body });
    if (!sent.ok) return withFile(sent, path);
    const url = sent.value.value.images?.[0]?.url;
    if (!url) return fail({ kind: 'target', trouble: 'garbled', place });
    await reports.uploaded(hash, { remoteId: url, url });
    urls.set(path, url);
  }
  reports.progress(steps - 1, steps, 'publish_step_post');
  const fields = fieldsOf(job, urls);
  const written = before.value
    ? await writePost(ask, before.value.id, { ...fields, updated_at: before.value.updated_at })
    : await writePost(ask, null, fields);
  if (!written.ok) return written;
  if (!written.value) return collided(job, ask, place);
  const remote = await remoteOf(written.value, address);
  await reports.created(remote);
  reports.progress(steps, steps, 'publish_step_post');
  return ok(remote);
}

async function findEarlier(job: PublishJob, ask: Ask, place: string): Promise<Result<GhostPost | null>> {
  if (!job.earlier) {
    const found = await ask<{ posts: GhostPost[] }>(
      `posts/?formats=html&filter=${encodeURIComponent(`tag:hash-clip-${job.key}`)}`,
    );
    return found.ok ? ok(found.value.value.posts[0] ?? null) : found;
  }
  const post = await readPost(ask, job.earlier.remoteId);
  if (!post.ok) return post;
  if (!post.value) return job.overwrite ? ok(null) : fail({ kind: 'target', trouble: 'gone', place });
  if (!job.overwrite && (await fingerprintOf(post.value)) !== job.earlier.fingerprint)
    return fail({ kind: 'remote-changed', remote: remoteText(post.value) });
  return post;
}

/** Somebody saved the post between our look and our writing. */
async function collided(job: PublishJob, ask: Ask, place: string): Promise<Result<RemotePost>> {
  const now = await findEarlier(job, ask, place);
  if (!now.ok) return now;
  const remote = now.value ? remoteText(now.value) : { title: job.post.title, text: '', modifiedAt: null };
  return fail({ kind: 'remote-changed', remote });
}

function fieldsOf({ post, rendering, key, options }: PublishJob, urls: ReadonlyMap<string, string>): object {
  const { status = 'draft', date = '', featured = '' } = options;
  const at = new Date(date);
  const scheduled = status === 'scheduled' && !Number.isNaN(at.getTime());
  return {
    title: post.title.slice(0, 255),
    slug: post.slug,
    html: ghostHtml(rendering().fragment((path) => urls.get(path) ?? '')),
    status: status === 'scheduled' && !scheduled ? 'draft' : status,
    ...(scheduled && { published_at: at.toISOString() }),
    tags: [...post.tags.map((name) => ({ name })), { name: `#clip-${key}` }],
    custom_excerpt: rendering().description().slice(0, 300),
    canonical_url: post.canonicalUrl || null,
    feature_image: urls.get(featured) ?? null,
  };
}

/** Ghost keeps no caption of a quotation, and images and tables by itself: the source of a quote becomes a line under it. */
export function ghostHtml(html: string): string {
  const quotation =
    /<figure>(<blockquote[^>]*>(?:(?!<\/blockquote>)[\s\S])*<\/blockquote>)<figcaption>((?:(?!<\/figcaption>)[\s\S])*)<\/figcaption><\/figure>/g;
  return html.replace(quotation, '$1<p>— $2</p>');
}

/** Null when somebody saved the post since `updated_at`. */
async function writePost(ask: Ask, id: string | null, fields: object): Promise<Result<GhostPost | null>> {
  const path = id ? `posts/${id}/?source=html&formats=html` : 'posts/?source=html&formats=html';
  const written = await ask<{ posts: GhostPost[] }>(path, {
    method: id ? 'PUT' : 'POST',
    body: { posts: [fields] },
    expected: [409],
  });
  if (!written.ok) return written;
  if (written.value.status === 409) return ok(null);
  const [post] = written.value.value.posts ?? [];
  return post ? ok(post) : fail({ kind: 'target', trouble: 'garbled', place: '' });
}

async function readPost(ask: Ask, id: string): Promise<Result<GhostPost | null>> {
  const found = await ask<{ posts: GhostPost[] }>(`posts/${encodeURIComponent(id)}/?formats=html`, { expected: [404] });
  if (!found.ok) return found;
  return ok(found.value.status === 404 ? null : (found.value.value.posts[0] ?? null));
}

const fingerprintOf = ({ title, html }: GhostPost): Promise<string> => sha256(JSON.stringify([title, html]));

async function remoteOf(post: GhostPost, address: string): Promise<RemotePost> {
  return {
    remoteId: post.id,
    url: post.url,
    editUrl: `${address}ghost/#/editor/post/${post.id}`,
    status: post.status,
    fingerprint: await fingerprintOf(post),
  };
}

function remoteText({ title, html, updated_at }: GhostPost) {
  const text = (html ?? '').replace(/<\/(p|h\d|li|figure|blockquote)>/g, '\n\n').replace(/<[^>]*>/g, '');
  const plain = text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return { title, text: plain.replace(/\n{3,}/g, '\n\n').trim(), modifiedAt: Date.parse(updated_at) || null };
}

function withFile<F extends { kind: string }>(result: { ok: false; failure: F }, path: string) {
  const { failure } = result;
  return failure.kind === 'target' ? { ok: false as const, failure: { ...failure, detail: path } } : result;
}

/** A 204 has no JSON. */
const isEmpty = (failure: { kind: string; trouble?: string }): boolean => failure.trouble === 'garbled';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function ghostAddress(typed: string): string | null {
  return siteAddress(typed)?.replace(/\/ghost(\/.*)?$/, '/') ?? null;
}

function open(fields: FieldValues, secrets: OpenConnection['secrets'], effects: TargetEffects): Result<Open> {
  const address = ghostAddress(fields.address ?? '');
  if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
  const place = new URL(address).host;
  const key = secrets.key?.trim() ?? '';
  if (!key) return fail({ kind: 'target', trouble: 'no-secret', place });
  if (!isConfidential(address)) return fail({ kind: 'target', trouble: 'insecure', place });
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{64})$/i.exec(key) ?? [];
  if (!id || !secret) return fail({ kind: 'target', trouble: 'login', place });
  const ask: Ask = async <T>(path: string, request: HttpRequest = {}) => {
    const headers = { Authorization: `Ghost ${await token(id, secret, effects.now())}`, 'Accept-Version': 'v5.0' };
    const answer = await sendForJson<T>(`${address}ghost/api/admin/${path}`, { ...request, headers }, effects);
    return answer.ok ? ok({ value: answer.value.value, status: answer.value.answer.status }) : answer;
  };
  return ok({ ask, address, place });
}

/** A JSON Web Token (RFC 7519) that is good for five minutes. */
async function token(id: string, secret: string, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const part = (value: object) => urlSafe(base64(new TextEncoder().encode(JSON.stringify(value))));
  const claims = { iat: seconds, exp: seconds + 300, aud: '/admin/' };
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: id })}.${part(claims)}`;
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${urlSafe(base64(new Uint8Array(signature)))}`;
}

const urlSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
