/** A forge under test: a Git repository in memory, with the answers of GitHub's, GitLab's and Gitea's interfaces. */
import { createHash } from 'node:crypto';
import type { Answer, Asked, Server } from './connected';

type Files = Record<string, Buffer>;
type Change = { path: string; data: Buffer | null };

const shaOf = (data: Buffer): string => createHash('sha1').update(`blob ${data.length}\0`).update(data).digest('hex');

/** The repository, and each forge's door to it. */
export function forgeServer() {
  const branches: Record<string, { files: Files; commits: string[] }> = {
    main: { files: { 'README.md': Buffer.from('Hi') }, commits: ['c0'] },
  };
  const blobs = new Map<string, Buffer>();
  const trees = new Map<string, Files>();
  const commits = new Map<string, { tree: string; parent: string; message: string }>();
  const requests: { branch: string; url: string }[] = [];
  const treeOf = (files: Files): string => {
    const sha = createHash('sha1')
      .update(
        JSON.stringify(
          Object.entries(files)
            .map(([path, data]) => [path, shaOf(data)])
            .sort(),
        ),
      )
      .digest('hex');
    trees.set(sha, files);
    return sha;
  };
  const apply = (files: Files, changes: Change[]): Files => {
    const next = { ...files };
    for (const { path, data } of changes) {
      if (data) next[path] = data;
      else delete next[path];
    }
    return next;
  };
  const put = (branch: string, files: Files, commit: string) => {
    branches[branch] = { files, commits: [...(branches[branch]?.commits ?? branches.main?.commits ?? []), commit] };
  };
  const missing: Answer = { status: 404, json: { message: 'Not Found' } };
  const open = (branch: string, body: unknown): Answer => {
    if (requests.some((request) => request.branch === branch)) return { status: 0, json: body };
    const url = `https://forge.example/pulls/${requests.length + 1}`;
    requests.push({ branch, url });
    return { status: 201, json: { html_url: url, web_url: url } };
  };
  const request = (branch: string, taken: number): Answer => {
    const made = open(branch, { message: 'already exists' });
    return made?.status === 0 ? { ...made, status: taken } : made;
  };
  const list = (): Answer => ({
    status: 200,
    json: requests.map(({ branch, url }) => ({ html_url: url, web_url: url, head: { ref: branch } })),
  });

  const github: Server = ({ method, url, json, headers }) => {
    if (headers.get('Authorization') !== 'Bearer t0ken') return { status: 401, json: { message: 'Bad credentials' } };
    const path = decodeURIComponent(url.pathname.replace(/^\/repos\/o\/site/, ''));
    if (path === '')
      return { status: 200, json: { default_branch: 'main', full_name: 'o/site', permissions: { push: true } } };
    const ref = /^\/git\/refs?\/heads\/(.+)$/.exec(path)?.[1];
    if (ref && method === 'GET')
      return branches[ref] ? { status: 200, json: { object: { sha: branches[ref]?.commits.at(-1) } } } : missing;
    if (path.startsWith('/contents/')) return read(path.slice(10), url.searchParams.get('ref') ?? 'main');
    if (path === '/git/blobs') {
      const data = Buffer.from(json<{ content: string }>().content, 'base64');
      blobs.set(shaOf(data), data);
      return { status: 201, json: { sha: shaOf(data) } };
    }
    const commit = /^\/git\/commits\/(.+)$/.exec(path)?.[1];
    if (commit) {
      const branch = Object.values(branches).find(({ commits: all }) => all.at(-1) === commit);
      return { status: 200, json: { tree: { sha: treeOf(branch?.files ?? {}) } } };
    }
    if (path === '/git/trees') {
      const { base_tree, tree } = json<{ base_tree: string; tree: { path: string; sha: string | null }[] }>();
      if (tree.some(({ sha }) => sha !== null && !blobs.has(sha)))
        return { status: 422, json: { message: 'tree.sha is not a valid blob' } };
      const changes = tree.map(({ path: name, sha }) => ({
        path: name,
        data: sha === null ? null : (blobs.get(sha) as Buffer),
      }));
      return { status: 201, json: { sha: treeOf(apply(trees.get(base_tree) ?? {}, changes)) } };
    }
    if (path === '/git/commits') {
      const { tree, parents, message } = json<{ tree: string; parents: string[]; message: string }>();
      const sha = `c${commits.size + 1}`;
      commits.set(sha, { tree, parent: parents[0] ?? '', message });
      return { status: 201, json: { sha } };
    }
    if (path === '/git/refs' || ref) {
      const body = json<{ ref?: string; sha: string }>();
      const name = ref ?? (body.ref ?? '').replace('refs/heads/', '');
      const made = commits.get(body.sha);
      if (branches[name] && branches[name]?.commits.at(-1) !== made?.parent)
        return { status: 422, json: { message: 'Update is not a fast forward' } };
      put(name, trees.get(made?.tree ?? '') ?? {}, body.sha);
      return { status: 200, json: { ref: name } };
    }
    if (path === '/pulls') return method === 'GET' ? list() : request(json<{ head: string }>().head, 422);
    return missing;
  };

  function read(path: string, branch: string): Answer {
    const data = branches[branch]?.files[path];
    return data
      ? { status: 200, json: { sha: shaOf(data), blob_id: shaOf(data), content: data.toString('base64') } }
      : missing;
  }

  const gitlab: Server = ({ method, url, json, headers }) => {
    if (headers.get('PRIVATE-TOKEN') !== 't0ken') return { status: 401, json: { message: '401 Unauthorized' } };
    const path = url.pathname.replace(/^\/api\/v4\/projects\/o%2Fsite/, '');
    if (path === '')
      return {
        status: 200,
        json: {
          default_branch: 'main',
          path_with_namespace: 'o/site',
          permissions: { project_access: { access_level: 40 }, group_access: null },
        },
      };
    const branch = /^\/repository\/branches\/(.+)$/.exec(path)?.[1];
    if (branch) return branches[decodeURIComponent(branch)] ? { status: 200, json: {} } : missing;
    const file = /^\/repository\/files\/(.+)$/.exec(path)?.[1];
    if (file) return read(decodeURIComponent(file), url.searchParams.get('ref') ?? 'main');
    if (path === '/repository/commits') {
      type Action = { action: string; file_path: string; content?: string };
      const body = json<{ branch: string; start_branch?: string; actions: Action[] }>();
      const from = branches[body.branch] ?? branches[body.start_branch ?? ''];
      if (!from)
        return { status: 400, json: { message: 'You can only create or edit files when you are on a branch' } };
      const wrong = body.actions.some(({ action, file_path }) => (action === 'create') === file_path in from.files);
      if (wrong) return { status: 400, json: { message: 'A file with this name already exists' } };
      const changes = body.actions.map(({ file_path, content }) => ({
        path: file_path,
        data: content === undefined ? null : Buffer.from(content, 'base64'),
      }));
      put(body.branch, apply(from.files, changes), `c${Math.random()}`);
      return { status: 201, json: { id: 'c' } };
    }
    if (path === '/merge_requests')
      return method === 'GET' ? list() : request(json<{ source_branch: string }>().source_branch, 409);
    return missing;
  };

  const gitea: Server = ({ method, url, json, headers }) => {
    if (headers.get('Authorization') !== 'token t0ken') return { status: 401, json: { message: 'token is required' } };
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v1\/repos\/o\/site/, ''));
    if (path === '')
      return { status: 200, json: { default_branch: 'main', full_name: 'o/site', permissions: { push: true } } };
    const branch = /^\/branches\/(.+)$/.exec(path)?.[1];
    if (branch) return branches[branch] ? { status: 200, json: {} } : missing;
    if (path.startsWith('/contents/')) return read(path.slice(10), url.searchParams.get('ref') ?? 'main');
    if (path === '/contents') {
      type File = { operation: string; path: string; content?: string; sha?: string };
      const body = json<{ branch: string; new_branch?: string; files: File[] }>();
      const from = branches[body.branch];
      if (!from) return missing;
      for (const { operation, path: name, sha } of body.files) {
        const known = from.files[name];
        if (operation === 'create' ? known : !known || shaOf(known) !== sha)
          return { status: 422, json: { message: 'sha does not match' } };
      }
      const changes = body.files.map(({ path: name, content }) => ({
        path: name,
        data: content === undefined ? null : Buffer.from(content, 'base64'),
      }));
      put(body.new_branch ?? body.branch, apply(from.files, changes), `c${Math.random()}`);
      return { status: 201, json: {} };
    }
    if (path === '/pulls') return method === 'GET' ? list() : request(json<{ head: string }>().head, 409);
    return missing;
  };
  return { branches, requests, github, gitlab, gitea };
}

/** A server that takes the requests `breaks` names and then says nothing, once each. */
export function breaking(server: Server, breaks: (asked: Asked) => boolean): Server {
  let broken = false;
  return async (asked) => {
    const answer = await server(asked);
    if (broken || !breaks(asked)) return answer;
    broken = true;
    return null;
  };
}
