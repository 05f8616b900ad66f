/** Gitea, Forgejo and Codeberg by their API (`POST /repos/{owner}/{repo}/contents`, Gitea 1.20 and later): one commit. */
import { ok } from '../../model/result';
import { forgeTarget } from '../forge/forge-target';
import { encodeBlob, pathInUrl } from '../forge/git-blob';
import { missing, readContents, readRepository } from '../forge/github-api';
import type { Forge } from '../forge/repository';

const forge: Forge = {
  api: ({ origin }) => `${origin}/api/v1`,
  headers: (token) => ({ Authorization: `token ${token}` }),
  repository: readRepository,
  async hasBranch(ask, { path }, branch) {
    const found = await ask(`/repos/${path}/branches/${pathInUrl(branch)}`, missing);
    return found.ok ? ok(found.value.status !== 404) : found;
  },
  read: readContents,
  async commit(ask, repository, { branch, base, message, changes, removed }) {
    const known = await forge.hasBranch(ask, repository, branch);
    if (!known.ok) return known;
    const files = [
      ...changes.map(({ path, data, earlier }) => ({
        operation: earlier === null ? 'create' : 'update',
        path,
        content: encodeBlob(data),
        ...(earlier !== null && { sha: earlier }),
      })),
      ...removed.map(({ path, sha }) => ({ operation: 'delete', path, sha })),
    ];
    const done = await ask(`/repos/${repository.path}/contents`, {
      method: 'POST',
      body: { ...(known.value ? { branch } : { branch: base, new_branch: branch }), message, files },
      patience: 180_000,
    });
    return done.ok ? ok(null) : done;
  },
  async request(ask, { path }, { branch, base, title }) {
    const made = await ask<{ html_url?: string }>(`/repos/${path}/pulls`, {
      method: 'POST',
      body: { title, head: branch, base },
      expected: [409],
    });
    if (!made.ok) return made;
    if (made.value.value.html_url) return ok(made.value.value.html_url);
    const open = await ask<{ html_url: string; head: { ref: string } }[]>(`/repos/${path}/pulls?state=open`);
    return open.ok ? ok(open.value.value.find(({ head }) => head.ref === branch)?.html_url ?? '') : open;
  },
  fileUrl: ({ web }, branch, path) => `${web}/src/branch/${pathInUrl(branch)}/${pathInUrl(path)}`,
};

export const gitea = forgeTarget('gitea', { label: 'publish_gitea', hint: 'publish_gitea_hint' }, forge);
