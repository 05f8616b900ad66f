/** Requests to the systems that posts are published to: every way they can fail is a failure with a name. */
import type { Failure, TargetTrouble } from '../model/failure';
import { fail, ok, type Result } from '../model/result';
import type { TargetEffects } from '../model/target';

export type HttpRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  /** JSON when it is a plain object or list; else sent as it is. */
  body?: unknown;
  /** Milliseconds until it is given up; by default 30 seconds, and longer for bodies that are large. */
  patience?: number;
  /** Statuses beyond 2xx that the caller reads for itself. */
  expected?: readonly number[];
  /** Follow redirects to other hosts. Only for requests that carry no secret. */
  follow?: boolean;
};

export type HttpAnswer = {
  status: number;
  headers: Headers;
  /** Where the answer came from, after redirects. */
  url: string;
  /** The body as JSON, or undefined when it is none. */
  json: unknown;
  text: string;
};

const usualPatience = 30_000;
/** What a slow line still takes: 64 KB in a second. */
const slowBytesPerSecond = 64 * 1024;

/**
 * Sends one request, without cookies and without a referrer. Redirects are refused unless asked for, so that a secret
 * goes nowhere else. Fails with `target` and the trouble, or `cancelled`; statuses of 400 and more are failures unless
 * `expected` names them.
 */
export async function send(
  url: string,
  request: HttpRequest,
  effects: Pick<TargetEffects, 'fetch' | 'signal' | 'online' | 'now'>,
): Promise<Result<HttpAnswer>> {
  const place = URL.canParse(url) ? new URL(url).host : url;
  const trouble = (what: TargetTrouble, more: { detail?: string; seconds?: number } = {}) =>
    fail<Failure>({ kind: 'target', trouble: what, place, ...more });
  if (!URL.canParse(url)) return trouble('unreachable');
  const timeout = AbortSignal.timeout(request.patience ?? usualPatience + sizeOf(request.body));
  let answer: Response;
  let text: string;
  try {
    answer = await effects.fetch(url, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body: bodyOf(request.body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: request.follow ? 'follow' : 'error',
      signal: AbortSignal.any([effects.signal, timeout]),
    });
    text = await answer.text();
  } catch {
    // Browsers do not say why: what is known besides decides.
    if (effects.signal.aborted) return fail({ kind: 'cancelled' });
    if (timeout.aborted) return trouble('timeout');
    return trouble(effects.online() ? 'unreachable' : 'offline');
  }
  const read: HttpAnswer = {
    status: answer.status,
    headers: answer.headers,
    url: answer.url || url,
    text,
    json: jsonOf(text),
  };
  if (answer.ok || request.expected?.includes(answer.status)) return ok(read);
  return fail({ kind: 'target', place, ...troubleOf(read, effects.now()) });
}

/** As `send`, for answers that must be JSON: anything else is `garbled`. */
export async function sendForJson<T = unknown>(
  url: string,
  request: HttpRequest,
  effects: Pick<TargetEffects, 'fetch' | 'signal' | 'online' | 'now'>,
): Promise<Result<{ value: T; answer: HttpAnswer }>> {
  const answer = await send(url, request, effects);
  if (!answer.ok) return answer;
  if (answer.value.json === undefined) return fail({ kind: 'target', trouble: 'garbled', place: new URL(url).host });
  return ok({ value: answer.value.json as T, answer: answer.value });
}

/** What a status of 400 and more means. */
function troubleOf(answer: HttpAnswer, now: number): { trouble: TargetTrouble; detail?: string; seconds?: number } {
  const detail = wordsOf(answer.json);
  const said = detail ? { detail } : {};
  switch (answer.status) {
    case 401:
      return { trouble: 'login', ...said };
    case 403:
      return { trouble: 'forbidden', ...said };
    case 404:
    case 410:
      return { trouble: 'gone', ...said };
    case 408:
    case 504:
      return { trouble: 'timeout' };
    case 413:
      return { trouble: 'too-large' };
    case 429: {
      const seconds = retryAfter(answer.headers.get('Retry-After'), now);
      return { trouble: 'busy', ...(seconds !== null && { seconds }) };
    }
    default:
      return answer.status >= 500 ? { trouble: 'broken', ...said } : { trouble: 'rejected', ...said };
  }
}

/** Seconds of a `Retry-After` header (RFC 9110 §10.2.3), which may be a date; null when there is none. */
function retryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

/** The sentence in an answer that tells people what was wrong, in the forms that are usual; at most 300 characters. */
function wordsOf(json: unknown): string {
  const field = (from: unknown, name: string): unknown =>
    typeof from === 'object' && from !== null && Object.hasOwn(from, name)
      ? (from as Record<string, unknown>)[name]
      : undefined;
  const first = Array.isArray(field(json, 'errors')) ? (field(json, 'errors') as unknown[])[0] : undefined;
  const found = [field(first, 'context'), field(first, 'message'), field(json, 'message'), field(json, 'error')].find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  return typeof found === 'string' ? found.replace(/<[^>]*>/g, '').slice(0, 300) : '';
}

function headersOf({ headers, body }: HttpRequest): Record<string, string> {
  return { Accept: 'application/json', ...(isPlain(body) && { 'Content-Type': 'application/json' }), ...headers };
}

function bodyOf(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return isPlain(body) ? JSON.stringify(body) : (body as BodyInit);
}

function isPlain(body: unknown): boolean {
  return (
    Array.isArray(body) ||
    (typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype)
  );
}

/** Milliseconds more for what is large. */
function sizeOf(body: unknown): number {
  const bytes =
    body instanceof Blob
      ? body.size
      : body instanceof FormData
        ? [...body.values()].reduce((sum, value) => sum + (value instanceof Blob ? value.size : value.length), 0)
        : body instanceof ArrayBuffer || ArrayBuffer.isView(body)
          ? body.byteLength
          : 0;
  return Math.ceil((bytes / slowBytesPerSecond) * 1000);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page, or cut short
  }
}
