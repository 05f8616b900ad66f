/**
 * Publishing to WordPress, made so that it can stop anywhere and be repeated: images are known by their content, the
 * post by a class in its text. A new post is a draft until there is one of it for certain; only then it becomes visible.
 */
import type { RemoteText } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import type {
  FieldValues,
  JobReports,
  OpenConnection,
  PublishJob,
  RemotePost,
  TargetEffects,
  Upload,
} from '../../model/target';
import { uploadAll } from './media';
import { plainHtml } from './plain-html';
import {
  addressOf,
  binPost,
  correctionsIn,
  findPosts,
  fingerprintOf,
  markerOf,
  type PostFields,
  readPost,
  remoteOf,
  remoteText,
  type SitePost,
  writePost,
} from './post';
import { type Ask, asAccount } from './site';
import { tagNumbers } from './tags';

/** What a post says beside its text, as it is sent. */
type OwnFields = PostFields & { title: string; excerpt: string };

type Run = { job: PublishJob; ask: Ask; root: string; place: string; reports: JobReports; steps: number };

export async function publishPost(
  job: PublishJob,
  to: OpenConnection,
  reports: JobReports,
  effects: TargetEffects,
): Promise<Result<RemotePost>> {
  const ask = asAccount(to, effects);
  if (!ask.ok) return ask;
  const root = to.fields.root ?? '';
  const images = to.account.may.uploadImages ? job.post.images : [];
  const run: Run = { job, ask: ask.value, root, place: new URL(root).host, reports, steps: images.length + 3 };
  const before = await findEarlier(run);
  if (!before.ok) return before;
  const uploads = await uploadAll(images, job.uploads, run);
  if (!uploads.ok) return uploads;
  reports.progress(images.length, run.steps, 'publish_step_tags');
  const tags = await tagNumbers(job.post.tags, run.ask);
  if (!tags.ok) return tags;
  reports.progress(images.length + 1, run.steps, 'publish_step_post');
  const fields = fieldsOf(job, tags.value, uploads.value);
  const there = before.value ? ok(before.value) : await createOnce(fields, uploads.value, run);
  if (!there.ok) return there;
  reports.progress(images.length + 2, run.steps, 'publish_step_post');
  const finished = await finish(there.value, fields, uploads.value, run);
  if (!finished.ok) return finished;
  reports.progress(run.steps, run.steps, 'publish_step_post');
  return ok(await remoteOf(finished.value, root));
}

/** The post that is there from before, looked at for changes that somebody made; null when there is none. */
async function findEarlier({ job, ask, place }: Run): Promise<Result<SitePost | null>> {
  const { earlier, overwrite } = job;
  if (!earlier) {
    const found = await findPosts(markerOf(job.key), ask);
    return found.ok ? ok(found.value[0] ?? null) : found;
  }
  const post = await readPost(earlier.remoteId, ask);
  if (!post.ok) return post;
  if (!post.value) return overwrite ? ok(null) : fail({ kind: 'target', trouble: 'gone', place });
  const now = await fingerprintOf(post.value);
  if (!overwrite && now !== earlier.fingerprint && now !== earlier.pending)
    return fail({ kind: 'remote-changed', remote: remoteText(post.value), own: ownText(job) });
  return post;
}

/** What would be written, in the words in which what is there is shown. */
function ownText(job: PublishJob): RemoteText {
  const markup = job.rendering(job.earlier?.url).blocks(() => ({ id: 0, url: '' }), markerOf(job.key));
  return remoteText({ title: { raw: plainHtml(job.post.title) }, content: { raw: markup }, modified_gmt: '' });
}

/**
 * Makes the post as a draft, and makes sure that there is one of it: an earlier request whose answer never came may
 * have arrived late. Of several the oldest stays.
 */
async function createOnce(
  fields: PostFields,
  uploads: ReadonlyMap<string, Upload>,
  run: Run,
): Promise<Result<SitePost>> {
  const { job, ask, root, reports } = run;
  const content = contentOf(job, uploads, undefined);
  const made = await writePost(null, { ...fields, content, status: 'draft' }, ask);
  if (!made.ok) return made;
  await reports.created(await remoteOf(made.value, root));
  const all = await findPosts(markerOf(job.key), ask);
  if (!all.ok) return all;
  const [first = made.value, ...more] = all.value;
  for (const post of more) {
    const binned = await binPost(String(post.id), ask);
    if (!binned.ok) return binned;
  }
  if (first.id !== made.value.id) await reports.created(await remoteOf(first, root));
  return ok(first);
}

/** Gives the post its text, which may name its own address, and its status; once more when that address changed by it. */
async function finish(
  post: SitePost,
  fields: OwnFields,
  uploads: ReadonlyMap<string, Upload>,
  run: Run,
): Promise<Result<SitePost>> {
  const { job, ask, root, reports } = run;
  // A post that says itself what was corrected needs no notice beside it.
  const corrections = job.post.notices?.length ? '' : correctionsIn(post.content.raw);
  const wanted = statusOf(job.options);
  const write = async (before: SitePost, address: string) => {
    const content = corrections + contentOf(job, uploads, address);
    const intended = { title: { raw: fields.title }, excerpt: { raw: fields.excerpt }, content: { raw: content } };
    // Said before it is done: should the answer be lost, what is there then is ours.
    await reports.created({ ...(await remoteOf(before, root)), pending: await fingerprintOf(intended) });
    return writePost(String(post.id), { ...fields, ...wanted, content }, ask);
  };
  const address = addressOf(post);
  const written = await write(post, address);
  if (!written.ok) return written;
  await reports.created(await remoteOf(written.value, root));
  const settled = addressOf(written.value);
  const namesItself = job.post.parts.some((part) => part.kind === 'share');
  return settled === address || !namesItself ? written : write(written.value, settled);
}

function contentOf(job: PublishJob, uploads: ReadonlyMap<string, Upload>, address: string | undefined): string {
  const images = (path: string) => {
    const upload = uploads.get(path);
    return upload ? { id: Number(upload.remoteId), url: upload.url } : null;
  };
  return job.rendering(address).blocks(images, markerOf(job.key));
}

/** What does not depend on where the post lives. */
function fieldsOf(job: PublishJob, tags: number[], uploads: ReadonlyMap<string, Upload>): OwnFields {
  const { post, options } = job;
  const numbers = (list: string | undefined) =>
    (list ?? '').split(',').filter(Boolean).map(Number).filter(Number.isInteger);
  const [author] = numbers(options.author);
  const categories = numbers(options.categories);
  const featured = uploads.get(options.featured ?? '');
  return {
    title: plainHtml(post.title),
    slug: post.slug,
    excerpt: plainHtml(job.rendering().description()),
    tags,
    ...(categories.length > 0 && { categories }),
    ...(author !== undefined && { author }),
    featured_media: featured ? Number(featured.remoteId) : 0,
  };
}

function statusOf({ status = 'draft', date = '' }: FieldValues): PostFields {
  const at = new Date(date);
  // As the person's clock shows it; WordPress keeps both its own time and that of Greenwich.
  if (status === 'future' && !Number.isNaN(at.getTime())) return { status, date_gmt: at.toISOString().slice(0, 19) };
  return { status };
}
