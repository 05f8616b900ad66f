/** What GitHub's API and Gitea's, which was made after it, have in common. */
import { ok } from '../../model/result';
import { decodeBlob, pathInUrl } from './git-blob';
import type { Forge } from './repository';

/** Statuses that say that there is no such thing, which is no failure. */
export const missing = { expected: [404] };

/** `GET /repos/{owner}/{repo}` */
export const readRepository: Forge['repository'] = async (ask, { path }) => {
  const found = await ask<{ default_branch: string; full_name: string; permissions?: { push?: boolean } }>(
    `/repos/${path}`,
  );
  if (!found.ok) return found;
  const { default_branch, full_name, permissions } = found.value.value;
  return ok({ branch: default_branch, name: full_name, mayWrite: permissions?.push === true });
};

/** `GET /repos/{owner}/{repo}/contents/{path}` */
export const readContents: Forge['read'] = async (ask, { path }, file, branch) => {
  const url = `/repos/${path}/contents/${pathInUrl(file)}?ref=${encodeURIComponent(branch)}`;
  const found = await ask<{ sha: string; content?: string | null }>(url, missing);
  if (!found.ok) return found;
  const { value, status } = found.value;
  return ok(status === 404 ? null : { sha: value.sha, text: decodeBlob(value.content ?? '') });
};
