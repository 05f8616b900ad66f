/** A post as one commit: its document and images where the site's generator wants them, on a branch or as a request. */
import type { RemoteText } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import type { JobReports, PublishJob, RemotePost } from '../../model/target';
import { refuseUnfit } from '../archive';
import { siteFiles } from '../site';
import { blobSha } from './git-blob';
import { type Change, findDocument, type OpenForge } from './repository';
import { siteFormats } from './site-formats';

type Written = { path: string; data: Uint8Array<ArrayBuffer>; sha: string };

/**
 * Writes the post. What is there already, file by file, is not sent again; when all of it is, no commit is made, so that
 * a retry after a lost answer changes nothing. A document that is not as we left it is not overwritten unless the job
 * says so.
 */
export async function publishToForge(
  job: PublishJob,
  open: OpenForge,
  reports: JobReports,
): Promise<Result<RemotePost>> {
  const { forge, ask, repository, fields } = open;
  const fit = refuseUnfit(job.post);
  if (!fit.ok) return fit;
  const main = fields.branch ?? '';
  const isRequest = job.options.way === 'request';
  const branch = isRequest ? `clipsheet/${job.key}` : main;
  const files = await filesOf(job, fields);
  const [document] = files;
  if (!document) return fail({ kind: 'not-found' });
  const steps = files.length + 2;
  reports.progress(0, steps, 'publish_step_prepare');
  const conflict = await changedBySomebody(job, document, open);
  if (!conflict.ok) return conflict;
  const known = isRequest ? await forge.hasBranch(ask, repository, branch) : ok(true);
  if (!known.ok) return known;
  const changes: Change[] = [];
  for (const [done, file] of files.entries()) {
    reports.progress(done, steps, 'publish_step_images');
    const there = await forge.read(ask, repository, file.path, known.value ? branch : main);
    if (!there.ok) return there;
    if (there.value?.sha !== file.sha) changes.push({ ...file, earlier: there.value?.sha ?? null });
  }
  const remote = (url: string): RemotePost => ({
    remoteId: `${branch}:${document.path}`,
    url: url || forge.fileUrl(repository, branch, document.path),
    editUrl: forge.fileUrl(repository, branch, document.path),
    status: isRequest ? 'request' : 'published',
    fingerprint: document.sha,
  });
  reports.progress(files.length, steps, 'publish_step_post');
  if (changes.length > 0) {
    const message = `${job.earlier ? 'Update' : 'Add'} “${job.post.title}”`;
    const uploads = new Set(Object.values(job.uploads).map(({ remoteId }) => remoteId));
    const commit = { branch, base: main, message, changes, removed: [] };
    const done = await forge.commit(ask, repository, commit, uploads, (sha) =>
      reports.uploaded(sha, { remoteId: sha, url: '' }),
    );
    if (!done.ok) return done;
    await reports.created(remote(''));
  }
  if (!isRequest) {
    reports.progress(steps, steps, 'publish_step_post');
    return ok(remote(''));
  }
  reports.progress(steps - 1, steps, 'publish_step_post');
  const request = await forge.request(ask, repository, { branch, base: main, title: job.post.title });
  if (!request.ok) return request;
  reports.progress(steps, steps, 'publish_step_post');
  return ok(remote(request.value));
}

async function filesOf(job: PublishJob, { generator, folder = '' }: OpenForge['fields']): Promise<Written[]> {
  const format = siteFormats.find(({ id }) => id === generator) ?? siteFormats[0];
  if (!format) return [];
  const files = siteFiles(format, job.post, job.rendering());
  return Promise.all(
    files.map(async ({ path, data }) => {
      const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      return { path: folder ? `${folder}/${path}` : path, data: bytes, sha: await blobSha(bytes) };
    }),
  );
}

/** Fails with `remote-changed` when the document is there and is neither what we left nor what we are about to write. */
async function changedBySomebody(job: PublishJob, document: Written, open: OpenForge): Promise<Result<null>> {
  if (job.overwrite) return ok(null);
  const branch = job.options.way === 'request' ? `clipsheet/${job.key}` : (open.fields.branch ?? '');
  const found = await findDocument(job.earlier ?? { remoteId: `${branch}:${document.path}` }, open);
  if (!found.ok) return found;
  const file = found.value?.file;
  if (!file || file.sha === document.sha || file.sha === job.earlier?.fingerprint) return ok(null);
  const own = new TextDecoder().decode(document.data);
  return fail({
    kind: 'remote-changed',
    remote: documentText(file.text, document.path),
    own: documentText(own, document.path),
  });
}

/** Headline and text of a document with front matter. */
function documentText(document: string, path: string): RemoteText {
  const title = /^title: "?(.*?)"?$/m.exec(document)?.[1] ?? path;
  return { title, text: document.replace(/^---\n.*?\n---\n/s, '').trim(), modifiedAt: null };
}
