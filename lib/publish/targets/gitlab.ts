/** GitLab by its API (https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions): one request, one commit. */
import { ok } from '../../model/result';
import { forgeTarget } from '../forge/forge-target';
import { decodeBlob, encodeBlob, pathInUrl } from '../forge/git-blob';
import type { Forge, Repository } from '../forge/repository';

const missing = { expected: [404] };
const project = ({ path }: Repository): string => `/projects/${encodeURIComponent(path)}`;
/** The level from which an account may push: developer. */
const developer = 30;

type Access = { access_level?: number } | null;

const forge: Forge = {
  api: ({ origin }) => `${origin}/api/v4`,
  headers: (token) => ({ 'PRIVATE-TOKEN': token }),
  async repository(ask, repository) {
    const found = await ask<{
      default_branch: string;
      path_with_namespace: string;
      permissions?: { project_access?: Access; group_access?: Access };
    }>(project(repository));
    if (!found.ok) return found;
    const { default_branch, path_with_namespace, permissions } = found.value.value;
    const levels = [permissions?.project_access?.access_level, permissions?.group_access?.access_level];
    const level = Math.max(0, ...levels.map((one) => one ?? 0));
    return ok({ branch: default_branch, name: path_with_namespace, mayWrite: level >= developer });
  },
  async hasBranch(ask, repository, branch) {
    const found = await ask(`${project(repository)}/repository/branches/${encodeURIComponent(branch)}`, missing);
    return found.ok ? ok(found.value.status !== 404) : found;
  },
  async read(ask, repository, path, branch) {
    const file = `${project(repository)}/repository/files/${encodeURIComponent(path)}`;
    const found = await ask<{ blob_id: string; content: string }>(`${file}?ref=${encodeURIComponent(branch)}`, missing);
    if (!found.ok) return found;
    const { value, status } = found.value;
    return ok(status === 404 ? null : { sha: value.blob_id, text: decodeBlob(value.content) });
  },
  async commit(ask, repository, { branch, base, message, changes, removed }) {
    const known = await forge.hasBranch(ask, repository, branch);
    if (!known.ok) return known;
    const actions = [
      ...changes.map(({ path, data, earlier }) => ({
        action: earlier === null ? 'create' : 'update',
        file_path: path,
        content: encodeBlob(data),
        encoding: 'base64',
      })),
      ...removed.map(({ path }) => ({ action: 'delete', file_path: path })),
    ];
    const done = await ask(`${project(repository)}/repository/commits`, {
      method: 'POST',
      body: { branch, ...(known.value ? {} : { start_branch: base }), commit_message: message, actions },
      patience: 180_000,
    });
    return done.ok ? ok(null) : done;
  },
  async request(ask, repository, { branch, base, title }) {
    const made = await ask<{ web_url?: string }>(`${project(repository)}/merge_requests`, {
      method: 'POST',
      body: { source_branch: branch, target_branch: base, title },
      expected: [409],
    });
    if (!made.ok) return made;
    if (made.value.value.web_url) return ok(made.value.value.web_url);
    const query = `source_branch=${encodeURIComponent(branch)}&state=opened`;
    const open = await ask<{ web_url: string }[]>(`${project(repository)}/merge_requests?${query}`);
    return open.ok ? ok(open.value.value[0]?.web_url ?? '') : open;
  },
  fileUrl: ({ web }, branch, path) => `${web}/-/blob/${pathInUrl(branch)}/${pathInUrl(path)}`,
};

export const gitlab = forgeTarget('gitlab', { label: 'publish_gitlab', hint: 'publish_gitlab_hint' }, forge);
