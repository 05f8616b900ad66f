/** A repository on a Git forge that holds a static site: what GitHub, GitLab, Gitea and Forgejo have in common. */
import { fail, ok, type Result } from '../../model/result';
import type { FieldValues, OpenConnection, RemotePost, TargetEffects } from '../../model/target';
import { type HttpRequest, sendForJson } from '../http';
import { isConfidential } from '../site-address';

/** A repository by its address: `https://github.com/owner/site`. */
export type Repository = { origin: string; host: string; path: string; web: string };

/** Asks the forge's API; `path` from its root. */
export type Ask = <T>(path: string, request?: HttpRequest) => Promise<Result<{ value: T; status: number }>>;

/** A file as the repository has it: the SHA-1 by which Git knows its content, and the text. */
export type RepositoryFile = { sha: string; text: string };

/** A file to be written; `sha` as Git will know it, `earlier` as it knows the one it replaces, null for a new one. */
export type Change = { path: string; data: Uint8Array<ArrayBuffer>; sha: string; earlier: string | null };

export type Commit = {
  /** The branch that is written; made from `base` when it is not there. */
  branch: string;
  base: string;
  message: string;
  changes: readonly Change[];
  removed: readonly { path: string; sha: string }[];
};

/** What one forge does in its own way. Each call is repeatable. */
export type Forge = {
  /** Where the API of the forge at this repository is. */
  api(repository: Repository): string;
  headers(token: string): Record<string, string>;
  /** Name, main branch and whether the account may write; fails as `send` does. */
  repository(ask: Ask, repository: Repository): Promise<Result<{ branch: string; name: string; mayWrite: boolean }>>;
  hasBranch(ask: Ask, repository: Repository, branch: string): Promise<Result<boolean>>;
  /** Null when there is no such file. `text` may be left out (`''`) for what is no document. */
  read(ask: Ask, repository: Repository, path: string, branch: string): Promise<Result<RepositoryFile | null>>;
  /** One commit with everything. `uploaded` is told of each file that is there before the commit is. */
  commit(
    ask: Ask,
    repository: Repository,
    commit: Commit,
    known: ReadonlySet<string>,
    uploaded: (sha: string) => Promise<void>,
  ): Promise<Result<null>>;
  /** Asks for the branch to be merged, once; the address of the request. */
  request(
    ask: Ask,
    repository: Repository,
    from: { branch: string; base: string; title: string },
  ): Promise<Result<string>>;
  fileUrl(repository: Repository, branch: string, path: string): string;
};

export type OpenForge = { forge: Forge; ask: Ask; repository: Repository; fields: FieldValues };

/** The document of a post where it was left, or on the main branch once a request was merged; null when it is gone. */
export async function findDocument(
  { remoteId }: Pick<RemotePost, 'remoteId'>,
  { forge, ask, repository, fields: { branch: main = '' } }: OpenForge,
): Promise<Result<{ branch: string; path: string; file: RepositoryFile } | null>> {
  const [, left = '', path = ''] = /^([^:]*):(.*)$/s.exec(remoteId) ?? [];
  for (const branch of new Set([left, main])) {
    const file = await forge.read(ask, repository, path, branch);
    if (!file.ok) return file;
    if (file.value) return ok({ branch, path, file: file.value });
  }
  return ok(null);
}

/** The forge at an address with a token that may be sent there. */
export function openForge(
  forge: Forge,
  { fields: given, secrets }: Pick<OpenConnection, 'fields' | 'secrets'>,
  effects: TargetEffects,
): Result<OpenForge> {
  const repository = repositoryOf(given.address ?? '');
  if (!repository) return fail({ kind: 'target', trouble: 'unreachable', place: given.address ?? '' });
  const place = repository.host;
  const token = secrets.token?.trim();
  if (!token) return fail({ kind: 'target', trouble: 'no-secret', place });
  const root = forge.api(repository);
  if (!isConfidential(root)) return fail({ kind: 'target', trouble: 'insecure', place });
  const ask: Ask = async <T>(path: string, request: HttpRequest = {}) => {
    const answer = await sendForJson<T>(
      `${root}${path}`,
      { ...request, headers: { ...forge.headers(token), ...request.headers } },
      effects,
    );
    return answer.ok ? ok({ value: answer.value.value, status: answer.value.answer.status }) : answer;
  };
  return ok({ forge, ask, repository, fields: given });
}

/** The repository at an address as people copy it; null when it names none. */
export function repositoryOf(typed: string): Repository | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  const path = url.pathname
    .replace(/\/(-\/|tree\/|blob\/|src\/|pulls|issues).*$/, '')
    .replace(/\.git$/, '')
    .replace(/^\/+|\/+$/g, '');
  return path.split('/').length >= 2
    ? { origin: url.origin, host: url.host, path, web: `${url.origin}/${path}` }
    : null;
}
