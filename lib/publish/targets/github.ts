/** GitHub and GitHub Enterprise by the REST API (https://docs.github.com/en/rest/git): one commit, made blob by blob. */
import { ok, type Result } from '../../model/result';
import { forgeTarget } from '../forge/forge-target';
import { encodeBlob, pathInUrl } from '../forge/git-blob';
import { missing, readContents, readRepository } from '../forge/github-api';
import type { Ask, Commit, Forge, Repository } from '../forge/repository';

const forge: Forge = {
  api: ({ origin, host }) => (host === 'github.com' ? 'https://api.github.com' : `${origin}/api/v3`),
  headers: (token) => ({
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${token}`,
    'X-GitHub-Api-Version': '2022-11-28',
  }),
  repository: readRepository,
  async hasBranch(ask, { path }, branch) {
    const found = await ask(`/repos/${path}/git/ref/heads/${pathInUrl(branch)}`, missing);
    return found.ok ? ok(found.value.status !== 404) : found;
  },
  read: readContents,
  commit: writeCommit,
  async request(ask, { path }, { branch, base, title }) {
    const made = await ask<{ html_url?: string }>(`/repos/${path}/pulls`, {
      method: 'POST',
      body: { title, head: branch, base },
      expected: [422],
    });
    if (!made.ok) return made;
    if (made.value.value.html_url) return ok(made.value.value.html_url);
    const owner = path.split('/')[0] ?? '';
    const query = `head=${encodeURIComponent(`${owner}:${branch}`)}&state=open`;
    const open = await ask<{ html_url: string }[]>(`/repos/${path}/pulls?${query}`);
    return open.ok ? ok(open.value.value[0]?.html_url ?? '') : open;
  },
  fileUrl: ({ web }, branch, path) => `${web}/blob/${pathInUrl(branch)}/${pathInUrl(path)}`,
};

export const github = forgeTarget('github', { label: 'publish_github', hint: 'publish_github_hint' }, forge);

async function writeCommit(
  ask: Ask,
  repository: Repository,
  commit: Commit,
  known: ReadonlySet<string>,
  uploaded: (sha: string) => Promise<void>,
): Promise<Result<null>> {
  const { path } = repository;
  for (const { data, sha } of commit.changes) {
    if (known.has(sha)) continue;
    const body = { content: encodeBlob(data), encoding: 'base64' };
    const made = await ask(`/repos/${path}/git/blobs`, { method: 'POST', body });
    if (!made.ok) return made;
    await uploaded(sha);
  }
  // Somebody may write to the branch meanwhile: once more from where it is then.
  const first = await moveBranch(ask, path, commit);
  if (first.ok && !first.value) {
    const second = await moveBranch(ask, path, commit);
    return second.ok ? ok(null) : second;
  }
  return first.ok ? ok(null) : first;
}

/** Makes tree and commit on top of the branch and moves it there; false when it has moved meanwhile. */
async function moveBranch(ask: Ask, path: string, commit: Commit): Promise<Result<boolean>> {
  type Ref = { object: { sha: string } };
  const refOf = (branch: string) => ask<Ref>(`/repos/${path}/git/ref/heads/${pathInUrl(branch)}`, missing);
  const own = await refOf(commit.branch);
  if (!own.ok) return own;
  const isNew = own.value.status === 404;
  const from = isNew ? await ask<Ref>(`/repos/${path}/git/ref/heads/${pathInUrl(commit.base)}`) : own;
  if (!from.ok) return from;
  const parent = from.value.value.object.sha;
  const head = await ask<{ tree: { sha: string } }>(`/repos/${path}/git/commits/${parent}`);
  if (!head.ok) return head;
  const entry = { mode: '100644', type: 'blob' };
  const tree = [
    ...commit.changes.map((change) => ({ ...entry, path: change.path, sha: change.sha })),
    ...commit.removed.map((file) => ({ ...entry, path: file.path, sha: null })),
  ];
  const made = await ask<{ sha: string }>(`/repos/${path}/git/trees`, {
    method: 'POST',
    body: { base_tree: head.value.value.tree.sha, tree },
  });
  if (!made.ok) return made;
  const body = { message: commit.message, tree: made.value.value.sha, parents: [parent] };
  const written = await ask<{ sha: string }>(`/repos/${path}/git/commits`, { method: 'POST', body });
  if (!written.ok) return written;
  const sha = written.value.value.sha;
  const moved = isNew
    ? await ask(`/repos/${path}/git/refs`, {
        method: 'POST',
        body: { ref: `refs/heads/${commit.branch}`, sha },
        expected: [422],
      })
    : await ask(`/repos/${path}/git/refs/heads/${pathInUrl(commit.branch)}`, {
        method: 'PATCH',
        body: { sha, force: false },
        expected: [422],
      });
  return moved.ok ? ok(moved.value.status !== 422) : moved;
}
