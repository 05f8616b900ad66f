/**
 * A webhook: the post as JSON, signed as https://www.standardwebhooks.com says, for everything that has no target of its
 * own. What is sent is described in docs/publishing.md.
 */
import { fail, ok, type Result } from '../../model/result';
import type { FieldValues, OpenConnection, PublishJob, RemotePost, Target, TargetEffects } from '../../model/target';
import { base64 } from '../embedded';
import { sha256 } from '../hash';
import { type HttpAnswer, send } from '../http';
import { isConfidential } from '../site-address';

type Event = 'ping' | 'post.published' | 'post.updated' | 'post.corrected' | 'post.retracted';
type Place = { fields: FieldValues; secrets: FieldValues };

export const webhook: Target = {
  id: 'webhook',
  label: 'publish_webhook',
  hint: 'publish_webhook_hint',
  icon: 'link',
  fields: [
    {
      name: 'address',
      label: 'publish_field_webhook',
      kind: 'address',
      required: true,
      placeholder: 'https://example.com/hooks/posts',
    },
    {
      name: 'key',
      label: 'publish_field_signing_key',
      hint: 'publish_field_signing_key_hint',
      kind: 'secret',
      required: true,
    },
  ],
  copiesImages: true,
  publicStatus: 'published',
  publicAt: (_options, now) => now,
  retractions: ['trash', 'correction'],
  addresses: ({ address = '' }) => (addressOf(address) ? [addressOf(address) as string] : []),
  async test(fields, secrets, effects) {
    const address = addressOf(fields.address ?? '');
    if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
    const asked = await deliver('ping', `ping-${effects.now()}`, {}, { fields: { address }, secrets }, effects);
    if (!asked.ok) return asked;
    const may = { publish: true, uploadImages: true, makeTags: true };
    const account = { name: '', role: '', may, offers: {}, checkedAt: effects.now() };
    return ok({ fields: { address }, account, name: new URL(address).host });
  },
  postFields: () => [],
  async publish(job, to, reports, effects) {
    reports.progress(0, 1, 'publish_step_post');
    const content = await contentOf(job);
    const hash = await sha256(JSON.stringify(content));
    // The same content has the same id for every attempt: who has taken it once can pass over the second.
    const id = `${job.key}-${hash.slice(0, 16)}`;
    const event = job.earlier ? 'post.updated' : 'post.published';
    const sent = await deliver(event, id, content, to, effects);
    if (!sent.ok) return sent;
    reports.progress(1, 1, 'publish_step_post');
    return ok(remoteOf(sent.value, job, hash));
  },
  async retract(remote, how, at, effects) {
    const event = how.kind === 'correction' ? 'post.corrected' : 'post.retracted';
    const text = how.kind === 'correction' ? { correction: how.text } : {};
    const id = `${event}-${(await sha256(`${remote.remoteId}${JSON.stringify(text)}`)).slice(0, 24)}`;
    const sent = await deliver(event, id, { id: remote.remoteId, url: remote.url, ...text }, at, effects);
    return sent.ok ? ok({ ...remote, status: how.kind === 'correction' ? remote.status : 'trash' }) : sent;
  },
  // There is nothing to ask: a webhook only takes.
  check: async (remote) => ok({ state: 'same', remote }),
};

/** Sends one event. Only what the secret signs is sent, and never to a place that others can listen to. */
async function deliver(
  type: Event,
  id: string,
  data: object,
  { fields, secrets }: Place | OpenConnection,
  effects: TargetEffects,
): Promise<Result<HttpAnswer>> {
  const address = fields.address ?? '';
  const place = URL.parse(address)?.host ?? address;
  if (!secrets.key) return fail({ kind: 'target', trouble: 'no-secret', place });
  if (!isConfidential(address)) return fail({ kind: 'target', trouble: 'insecure', place });
  const seconds = Math.floor(effects.now() / 1000);
  const body = JSON.stringify({ type, timestamp: new Date(effects.now()).toISOString(), data });
  const signature = await sign(`${id}.${seconds}.${body}`, secrets.key);
  return send(
    address,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': `v1,${signature}`,
      },
      body: new TextEncoder().encode(body),
    },
    effects,
  );
}

/** HMAC-SHA-256 in base64. A key that begins with `whsec_` is base64 after that, as the standard has it; others are text. */
async function sign(text: string, secret: string): Promise<string> {
  const coded = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret.trim())?.[1];
  const key = coded
    ? Uint8Array.from(atob(coded), (character) => character.charCodeAt(0))
    : new TextEncoder().encode(secret.trim());
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64(new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text))));
}

async function contentOf({ post, rendering, key }: PublishJob): Promise<object> {
  const form = rendering();
  const { title, slug, language, author, standfirst, tags, canonicalUrl, publishedAt, sources } = post;
  const images = await Promise.all(
    post.images.map(async ({ path, bytes, width, height, caption, credit, alt, rights }) => ({
      path,
      type: bytes.type,
      sha256: await sha256(bytes.data),
      base64: base64(bytes.data),
      width,
      height,
      caption,
      credit,
      alt,
      rights,
    })),
  );
  return {
    id: key,
    title,
    slug,
    language,
    author,
    standfirst,
    description: form.description(),
    tags,
    canonicalUrl,
    publishedAt,
    html: form.fragment((path) => path),
    markdown: form.markdown(),
    text: form.text(),
    sources,
    images,
  };
}

/** What the receiver says of the post, where it says anything: `{"id": …, "url": …}`. */
function remoteOf({ json }: HttpAnswer, { post, key, earlier }: PublishJob, hash: string): RemotePost {
  const said = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const url = [said.url, earlier?.url, post.canonicalUrl].find(
    (value): value is string => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  );
  const id = typeof said.id === 'string' || typeof said.id === 'number' ? String(said.id) : (earlier?.remoteId ?? key);
  return { remoteId: id, url: url ?? '', editUrl: '', status: 'published', fingerprint: hash };
}

function addressOf(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}
