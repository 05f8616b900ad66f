/**
 * Publishing to Ghost, made so that it can stop anywhere and be repeated. A new post is a draft until there is one of it
 * for certain: browsers send a request again by themselves when a connection that they used before is cut.
 */
import type { RemoteText } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import type { JobReports, PublishJob, RemotePost, Upload } from '../../model/target';
import { sha256 } from '../hash';
import {
  type Ask,
  fingerprintOf,
  type GhostPost,
  type Open,
  readPost,
  remoteOf,
  remoteText,
  removePost,
  writePost,
} from './site';

/** Images first, each once; then the post, found by its tag where an earlier answer was lost. */
export async function publishPost(
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
  const there = before.value ? ok(before.value) : await createOnce(fields, job, ask);
  if (!there.ok) return there;
  if (!there.value) return fail({ kind: 'target', trouble: 'garbled', place });
  const written = await writePost(ask, there.value.id, { ...fields, updated_at: there.value.updated_at });
  if (!written.ok) return written;
  if (!written.value) return collided(job, ask, place);
  const remote = await remoteOf(written.value, address);
  await reports.created(remote);
  reports.progress(steps, steps, 'publish_step_post');
  return ok(remote);
}

/** Makes the post as a draft, and takes away what another arrival of the same request made: of several the oldest stays. */
async function createOnce(fields: object, { key }: PublishJob, ask: Ask): Promise<Result<GhostPost | null>> {
  const made = await writePost(ask, null, { ...fields, status: 'draft' });
  if (!made.ok) return made;
  const all = await findPosts(key, ask);
  if (!all.ok) return all;
  const [first = made.value, ...more] = all.value;
  for (const { id } of more) {
    const removed = await removePost(ask, id);
    if (!removed.ok) return removed;
  }
  return ok(first);
}

/** The posts that this post was made into there, the oldest first. */
async function findPosts(key: string, ask: Ask): Promise<Result<GhostPost[]>> {
  const filter = encodeURIComponent(`tag:hash-clip-${key}`);
  const found = await ask<{ posts: GhostPost[] }>(`posts/?formats=html&order=created_at%20asc&filter=${filter}`);
  return found.ok ? ok(found.value.value.posts) : found;
}

async function findEarlier(job: PublishJob, ask: Ask, place: string): Promise<Result<GhostPost | null>> {
  if (!job.earlier) {
    const found = await findPosts(job.key, ask);
    return found.ok ? ok(found.value[0] ?? null) : found;
  }
  const post = await readPost(ask, job.earlier.remoteId);
  if (!post.ok) return post;
  if (!post.value) return job.overwrite ? ok(null) : fail({ kind: 'target', trouble: 'gone', place });
  const isAsLeft = (await fingerprintOf(post.value)) === job.earlier.fingerprint;
  if (!job.overwrite && !isAsLeft && !saysTheSame(post.value, job))
    return fail({ kind: 'remote-changed', remote: remoteText(post.value), own: ownText(job) });
  return post;
}

/** Whether the post has the very words we bring: then a change was ours whose answer was lost, or costs nobody a word. */
function saysTheSame(post: GhostPost, { post: { title }, rendering }: PublishJob): boolean {
  const words = (of: GhostPost) => `${of.title} ${remoteText(of).text}`.replace(/\s+/g, ' ').trim();
  return words(post) === words({ ...post, title, html: ghostHtml(rendering().fragment((path) => path)) });
}

/** What would be written, in the words in which what is there is shown. */
function ownText({ post: { title }, rendering }: PublishJob): RemoteText {
  return remoteText({ title, html: ghostHtml(rendering().fragment((path) => path)), updated_at: '' });
}

/** Somebody saved the post between our look and our writing. */
async function collided(job: PublishJob, ask: Ask, place: string): Promise<Result<RemotePost>> {
  const now = await findEarlier(job, ask, place);
  if (!now.ok) return now;
  const remote = now.value ? remoteText(now.value) : { title: job.post.title, text: '', modifiedAt: null };
  return fail({ kind: 'remote-changed', remote, own: ownText(job) });
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

function withFile<F extends { kind: string }>(result: { ok: false; failure: F }, path: string) {
  const { failure } = result;
  return failure.kind === 'target' ? { ok: false as const, failure: { ...failure, detail: path } } : result;
}
