/** Publishing to Ghost, made so that it can stop anywhere and be repeated. */
import type { RemoteText } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import type { JobReports, PublishJob, RemotePost, Upload } from '../../model/target';
import { sha256 } from '../hash';
import { type Ask, fingerprintOf, type GhostPost, type Open, readPost, remoteOf, remoteText, writePost } from './site';

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
