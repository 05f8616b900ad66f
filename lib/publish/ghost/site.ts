/** A Ghost site by its Admin API (https://ghost.org/docs/admin-api/): asking it, and its posts. */
import type { RemoteText } from '../../model/failure';
import { fail, ok, type Result } from '../../model/result';
import type { FieldValues, OpenConnection, RemotePost, TargetEffects } from '../../model/target';
import { base64 } from '../embedded';
import { sha256 } from '../hash';
import { type HttpRequest, sendForJson } from '../http';
import { isConfidential, siteAddress } from '../site-address';

export type GhostPost = {
  id: string;
  title: string;
  html: string | null;
  url: string;
  status: string;
  updated_at: string;
};
export type Ask = <T>(path: string, request?: HttpRequest) => Promise<Result<{ value: T; status: number }>>;
export type Open = { ask: Ask; address: string; place: string };

/** Null when somebody saved the post since `updated_at`. */
export async function writePost(ask: Ask, id: string | null, fields: object): Promise<Result<GhostPost | null>> {
  const path = id ? `posts/${id}/?source=html&formats=html` : 'posts/?source=html&formats=html';
  const written = await ask<{ posts: GhostPost[] }>(path, {
    method: id ? 'PUT' : 'POST',
    body: { posts: [fields] },
    expected: [409],
  });
  if (!written.ok) return written;
  if (written.value.status === 409) return ok(null);
  const [post] = written.value.value.posts ?? [];
  return post ? ok(post) : fail({ kind: 'target', trouble: 'garbled', place: '' });
}

/** Null when there is no such post. */
export async function readPost(ask: Ask, id: string): Promise<Result<GhostPost | null>> {
  const found = await ask<{ posts: GhostPost[] }>(`posts/${encodeURIComponent(id)}/?formats=html`, { expected: [404] });
  if (!found.ok) return found;
  return ok(found.value.status === 404 ? null : (found.value.value.posts[0] ?? null));
}

/** Ghost has no bin: the post is gone for good. It is no failure when it was gone before. */
export async function removePost(ask: Ask, id: string): Promise<Result<void>> {
  const removed = await ask(`posts/${encodeURIComponent(id)}/`, { method: 'DELETE', expected: [404] });
  // Ghost answers with nothing at all, which is no JSON.
  const isDone = removed.ok || (removed.failure.kind === 'target' && removed.failure.trouble === 'garbled');
  return isDone ? ok(undefined) : removed;
}

/** By which one sees that somebody changed title or text. */
export const fingerprintOf = ({ title, html }: GhostPost): Promise<string> => sha256(JSON.stringify([title, html]));

/** What is noted of the post. */
export async function remoteOf(post: GhostPost, address: string): Promise<RemotePost> {
  return {
    remoteId: post.id,
    url: post.url,
    editUrl: `${address}ghost/#/editor/post/${post.id}`,
    status: post.status,
    fingerprint: await fingerprintOf(post),
  };
}

/** The post as plain text, to be shown beside what would replace it. */
export function remoteText({ title, html, updated_at }: Pick<GhostPost, 'title' | 'html' | 'updated_at'>): RemoteText {
  const text = (html ?? '').replace(/<\/(p|h\d|li|figure|blockquote)>/g, '\n\n').replace(/<[^>]*>/g, '');
  const plain = text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return { title, text: plain.replace(/\n{3,}/g, '\n\n').trim(), modifiedAt: Date.parse(updated_at) || null };
}

/** The address of the site as people type or copy it; null when it is none. */
export function ghostAddress(typed: string): string | null {
  return siteAddress(typed)?.replace(/\/ghost(\/.*)?$/, '/') ?? null;
}

/** The site at an address with a key that may be sent there. */
export function open(fields: FieldValues, secrets: OpenConnection['secrets'], effects: TargetEffects): Result<Open> {
  const address = ghostAddress(fields.address ?? '');
  if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
  const place = new URL(address).host;
  const key = secrets.key?.trim() ?? '';
  if (!key) return fail({ kind: 'target', trouble: 'no-secret', place });
  if (!isConfidential(address)) return fail({ kind: 'target', trouble: 'insecure', place });
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{64})$/i.exec(key) ?? [];
  if (!id || !secret) return fail({ kind: 'target', trouble: 'login', place });
  const ask: Ask = async <T>(path: string, request: HttpRequest = {}) => {
    const headers = { Authorization: `Ghost ${await token(id, secret, effects.now())}`, 'Accept-Version': 'v5.0' };
    const answer = await sendForJson<T>(`${address}ghost/api/admin/${path}`, { ...request, headers }, effects);
    return answer.ok ? ok({ value: answer.value.value, status: answer.value.answer.status }) : answer;
  };
  return ok({ ask, address, place });
}

/** A JSON Web Token (RFC 7519) that is good for five minutes. */
async function token(id: string, secret: string, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000);
  const part = (value: object) => urlSafe(base64(new TextEncoder().encode(JSON.stringify(value))));
  const claims = { iat: seconds, exp: seconds + 300, aud: '/admin/' };
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: id })}.${part(claims)}`;
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${urlSafe(base64(new Uint8Array(signature)))}`;
}

const urlSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
