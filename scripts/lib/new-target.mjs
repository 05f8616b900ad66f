// @ts-check
/** What `npm run new target <name>` writes: a target for a system with a plain REST interface, to be made that of the real one. */

/**
 * @param {string} id
 * @param {string} constant `id` as a name in code
 * @param {string} title `id` as people read it
 */
export function newTarget(id, constant, title) {
  const key = `publish_${id.replaceAll('-', '_')}`;
  const tests = 'tests/unit/publish/targets';
  return {
    files: {
      [`lib/publish/targets/${id}.ts`]: targetFile(id, constant, title),
      [`${tests}/${id}-server.ts`]: serverFile(id, constant, title),
      [`${tests}/${id}.test.ts`]: testFile(id, constant, title),
    },
    messages: [
      [key, title, title],
      [`${key}_hint`, `What publishing to ${title} needs`, `发布到 ${title} 需要什么`],
    ],
    registry: 'lib/publish/targets/registry.ts',
    line: { list: 'targets', entry: constant, from: `./${id}` },
    more: {
      [`${tests}/worlds.ts`]: { list: 'worlds', entry: `'${id}': ${constant}World`, from: `./${id}-server` },
    },
    next: [
      `speak the language of the system in lib/publish/targets/${id}.ts, and answer as it does in ${tests}/${id}-server.ts`,
      `what must hold of every target is tried by ${tests}/every-target.test.ts`,
      'say how what is sent is opened: a line in tests/security/bodies.ts',
      `word ${key} and ${key}_hint in both languages: node scripts/message.mjs <key> "<English>" "<简体中文>"`,
      `add a line with \`${id}\` to the targets in README.md`,
    ],
  };
}

/** The target. @param {string} id @param {string} constant @param {string} title */
const targetFile = (id, constant, title) => `/** ${title}: say here by which interface, and where it is described. */
import { fail, ok, type Result } from '../../model/result';
import type { OpenConnection, RemotePost, Target } from '../../model/target';
import { sha256 } from '../hash';
import { sendForJson } from '../http';
import { isConfidential, siteAddress } from '../site-address';

type Stored = { id: string; url: string; title: string; html: string };

export const ${constant}: Target = {
  id: '${id}',
  label: 'publish_${id.replaceAll('-', '_')}',
  hint: 'publish_${id.replaceAll('-', '_')}_hint',
  icon: 'send',
  fields: [
    { name: 'address', label: 'publish_field_site', kind: 'address', required: true, placeholder: 'https://blog.example.com/' },
    { name: 'token', label: 'publish_field_token', kind: 'secret', required: true },
  ],
  copiesImages: false,
  publicStatus: 'published',
  publicAt: (_options, now) => now,
  retractions: ['trash'],
  addresses: ({ address = '' }) => [siteAddress(address)].filter((site) => site !== null),
  async test(fields, secrets, effects) {
    const opened = open(fields, secrets);
    if (!opened.ok) return opened;
    const { address, place, headers } = opened.value;
    const asked = await sendForJson<{ name?: string }>(\`\${address}api/me\`, { headers }, effects);
    if (!asked.ok) return asked;
    const { name = '' } = asked.value.value;
    const may = { publish: true, uploadImages: false, makeTags: true };
    return ok({ fields: { address }, account: { name, role: '', may, offers: {}, checkedAt: effects.now() }, name: place });
  },
  postFields: () => [],
  async publish({ post, key, rendering, earlier, overwrite }, to, reports, effects) {
    const opened = open(to.fields, to.secrets);
    if (!opened.ok) return opened;
    const { address, headers } = opened.value;
    reports.progress(0, 1, 'publish_step_post');
    const body = { title: post.title, html: rendering().fragment((path) => path), language: post.language };
    if (earlier && !overwrite) {
      const there = await sendForJson<Stored>(\`\${address}api/posts/\${key}\`, { headers }, effects);
      if (!there.ok) return there;
      const now = await remoteOf(there.value.value);
      const own = await fingerprintOf(body);
      if (now.fingerprint !== earlier.fingerprint && now.fingerprint !== own) {
        const { title, html } = there.value.value;
        return fail({ kind: 'remote-changed', remote: { title, text: html, modifiedAt: null } });
      }
    }
    // The address holds our key: the same request twice makes one post.
    const sent = await sendForJson<Stored>(\`\${address}api/posts/\${key}\`, { method: 'PUT', headers, body }, effects);
    if (!sent.ok) return sent;
    reports.progress(1, 1, 'publish_step_post');
    return ok(await remoteOf(sent.value.value));
  },
  async retract(remote, _how, at, effects) {
    const opened = open(at.fields, at.secrets);
    if (!opened.ok) return opened;
    const { address, headers } = opened.value;
    const gone = await sendForJson(\`\${address}api/posts/\${remote.remoteId}\`, { method: 'DELETE', headers }, effects);
    return gone.ok ? ok({ ...remote, status: 'trash' }) : gone;
  },
  async check(remote, at, effects) {
    const opened = open(at.fields, at.secrets);
    if (!opened.ok) return opened;
    const { address, headers } = opened.value;
    const there = await sendForJson<Stored>(\`\${address}api/posts/\${remote.remoteId}\`, { headers }, effects);
    if (!there.ok)
      return there.failure.kind === 'target' && there.failure.trouble === 'gone' ? ok({ state: 'gone' }) : there;
    const now = await remoteOf(there.value.value);
    return ok({ state: now.fingerprint === remote.fingerprint ? 'same' : 'changed', remote: now });
  },
};

/** Where to and as whom. Fails with \`unreachable\` (no address), \`insecure\` and \`no-secret\`. */
function open(
  fields: OpenConnection['fields'],
  { token }: OpenConnection['secrets'],
): Result<{ address: string; place: string; headers: Record<string, string> }> {
  const address = siteAddress(fields.address ?? '');
  if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
  const place = new URL(address).host;
  if (!isConfidential(address)) return fail({ kind: 'target', trouble: 'insecure', place });
  if (!token) return fail({ kind: 'target', trouble: 'no-secret', place });
  return ok({ address, place, headers: { Authorization: \`Bearer \${token}\` } });
}

/** By which a change that somebody made there is seen. */
const fingerprintOf = ({ title, html }: Pick<Stored, 'title' | 'html'>): Promise<string> =>
  sha256(JSON.stringify([title, html]));

async function remoteOf(stored: Stored): Promise<RemotePost> {
  const { id: remoteId, url } = stored;
  return { remoteId, url, editUrl: '', status: 'published', fingerprint: await fingerprintOf(stored) };
}
`;

/** The system it is tried on. @param {string} id @param {string} constant @param {string} title */
const serverFile = (id, constant, title) => `/** ${title} under test: it answers as the real one was seen to answer. */
import { ${constant} } from '../../../../lib/publish/targets/${id}';
import { connection, type Server } from './connected';
import type { World } from './worlds';

export function ${constant}World(): World & { change(html: string): void } {
  const posts = new Map<string, Record<string, unknown>>();
  const server: Server = ({ method, url, headers, json }) => {
    if (headers.get('Authorization') !== 'Bearer t0ken') return { status: 401, json: {} };
    if (url.pathname.endsWith('/api/me')) return { status: 200, json: { name: 'Ann' } };
    const id = url.pathname.split('/').at(-1) ?? '';
    if (method === 'PUT') posts.set(id, { ...json<object>(), id, url: \`https://blog.example/\${id}\` });
    const post = posts.get(id);
    if (method === 'DELETE') posts.delete(id);
    return post ? { status: 200, json: post } : { status: 404, json: {} };
  };
  return {
    place: connection(${constant}, { address: 'https://blog.example/' }, { token: 't0ken' }),
    server,
    images: () => [],
    posts: () => posts.size,
    shown: () => [...posts.values()],
    change: (html) => {
      for (const post of posts.values()) Object.assign(post, { html });
    },
  };
}
`;

/** Its test. @param {string} id @param {string} constant @param {string} title */
const testFile = (id, constant, title) => `// @vitest-environment node
import { expect, test } from 'vitest';
import { ${constant} } from '../../../../lib/publish/targets/${id}';
import { attempts, effectsFor } from './connected';
import { ${constant}World } from './${id}-server';

test('${title} says who we are, takes a post, sees a change made there and gives it back', async () => {
  const { place, server, posts, change } = ${constant}World();
  const effects = effectsFor(server);
  const tested = await ${constant}.test(place.fields, place.secrets, effects);
  expect(tested).toMatchObject({ ok: true, value: { account: { name: 'Ann' } } });
  const run = attempts();
  const done = await ${constant}.publish(run.job(), place, run.reports, effects);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  expect(await ${constant}.check(done.value, place, effects)).toMatchObject({ value: { state: 'same' } });
  change('<p>Somebody else was here</p>');
  expect(await ${constant}.check(done.value, place, effects)).toMatchObject({ value: { state: 'changed' } });
  const again = await ${constant}.publish(run.job({ earlier: done.value }), place, run.reports, effects);
  expect(again).toMatchObject({ failure: { kind: 'remote-changed' } });
  expect(await ${constant}.retract(done.value, { kind: 'trash' }, place, effects)).toMatchObject({ ok: true });
  expect(posts()).toBe(0);
});
`;
