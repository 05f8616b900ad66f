/** A target under test: a server that is a function, effects that wait for nothing, a job with what it reports kept. */
import type { ConnectionId } from '../../../../lib/model/ids';
import type { ResolvedPost } from '../../../../lib/model/resolved-post';
import type {
  FieldValues,
  OpenConnection,
  PublishJob,
  RemotePost,
  Target,
  TargetEffects,
  Upload,
} from '../../../../lib/model/target';
import { createRendering } from '../../../../lib/render/rendering';
import { baicPost } from '../../render/posts';

/** One request as a server sees it. */
export type Asked = { method: string; url: URL; headers: Headers; body: Uint8Array; json: <T>() => T };
/** What it answers: status and JSON; null breaks the line after the request has been taken. */
export type Answer = { status: number; json?: unknown; headers?: Record<string, string> } | null;
export type Server = (asked: Asked) => Answer | Promise<Answer>;

/** Effects whose network is `server`; what was asked is kept. */
export function effectsFor(server: Server): TargetEffects & { asked: Asked[]; cancel: () => void } {
  const abort = new AbortController();
  const asked: Asked[] = [];
  return {
    asked,
    cancel: () => abort.abort(),
    signal: abort.signal,
    now: () => Date.UTC(2026, 2, 5, 9),
    online: () => true,
    sleep: async () => undefined,
    fetch: async (input, init) => {
      const request = new Request(String(input), init as RequestInit);
      if (request.signal.aborted) throw new DOMException('Aborted', 'AbortError');
      const body = new Uint8Array(await request.arrayBuffer());
      const { method, headers } = request;
      const one: Asked = {
        method,
        url: new URL(request.url),
        headers,
        body,
        json: <T>() => JSON.parse(new TextDecoder().decode(body)) as T,
      };
      asked.push(one);
      const answer = await server(one);
      if (!answer) throw new TypeError('Failed to fetch');
      const text = answer.json === undefined ? null : JSON.stringify(answer.json);
      return new Response(answer.status === 204 ? null : text, { status: answer.status, headers: answer.headers });
    },
  };
}

export function connection(target: Target, fields: FieldValues, secrets: FieldValues): OpenConnection {
  const may = { publish: true, uploadImages: true, makeTags: true };
  return {
    id: 'c' as ConnectionId,
    target: target.id,
    name: 'place',
    fields,
    secrets,
    account: { name: '', role: '', may, offers: {}, checkedAt: 0 },
    forgetful: false,
    createdAt: 0,
    updatedAt: 0,
  };
}

/** A job whose reports a second attempt goes on from, as the ledger has it. */
export function attempts(post: ResolvedPost = baicPost(), options: FieldValues = {}) {
  const uploads: Record<string, Upload> = {};
  const steps: [number, number][] = [];
  let earlier: RemotePost | null = null;
  return {
    steps,
    uploads,
    reports: {
      progress: (done: number, total: number) => void steps.push([done, total]),
      uploaded: async (hash: string, upload: Upload) => {
        uploads[hash] = upload;
      },
      created: async (remote: RemotePost) => {
        earlier = remote;
      },
    },
    job: (changes: Partial<PublishJob> = {}): PublishJob => ({
      post,
      rendering: (address) => createRendering(address === undefined ? post : { ...post, canonicalUrl: address }),
      key: 'abc123',
      options,
      earlier,
      overwrite: false,
      uploads,
      ...changes,
    }),
  };
}
