/** WordPress by its REST API, with an application password. */
import { fail, ok } from '../../model/result';
import type { Authorise, RemoteCheck, Target } from '../../model/target';
import { isConfidential } from '../site-address';
import { postFieldsOf, readAccount } from '../wordpress/account';
import {
  binPost,
  correctionBlock,
  fingerprintOf,
  type PostFields,
  readPost,
  remoteOf,
  remoteText,
  writePost,
} from '../wordpress/post';
import { publishPost } from '../wordpress/publish-post';
import { asAccount, filledIn, findSite } from '../wordpress/site';

/** By which WordPress tells this program from others in the list of passwords; any UUID that stays the same. */
const appId = '5b1a6f0e-7c1d-4a53-9d0b-6f2a4c8e9b11';

/** https://make.wordpress.org/core/2020/11/05/application-passwords-integration-guide/ */
const authorise: Authorise = {
  async start(fields, { url, state, appName }, effects) {
    const { address } = filledIn(fields);
    if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
    const site = await findSite(address, effects);
    if (!site.ok) return site;
    const { authorization } = site.value;
    const place = new URL(address).host;
    if (!authorization) return fail({ kind: 'target', trouble: 'no-passwords', place });
    if (!isConfidential(authorization)) return fail({ kind: 'target', trouble: 'insecure', place });
    const page = new URL(authorization);
    const back = new URL(url);
    back.searchParams.set('state', state);
    page.searchParams.set('app_name', appName);
    page.searchParams.set('app_id', appId);
    page.searchParams.set('success_url', back.href);
    page.searchParams.set('reject_url', back.href);
    return ok(page.href);
  },
  finish(returned, state) {
    const answer = URL.parse(returned)?.searchParams;
    const place = URL.parse(answer?.get('site_url') ?? '')?.host ?? '';
    if (answer?.get('state') !== state) return fail({ kind: 'target', trouble: 'garbled', place });
    const [user, password] = [answer.get('user_login'), answer.get('password')];
    if (!user || !password) return ok(null);
    const address = answer.get('site_url');
    return ok({ fields: { ...(address && { address }), user }, secrets: { password } });
  },
};

export const wordpress: Target = {
  id: 'wordpress',
  label: 'publish_wordpress',
  hint: 'publish_wordpress_hint',
  icon: 'globe',
  fields: [
    {
      name: 'address',
      label: 'publish_field_site',
      hint: 'publish_field_site_hint',
      kind: 'address',
      required: true,
      placeholder: 'https://blog.example.com/',
    },
    { name: 'user', label: 'publish_field_user', kind: 'text', required: true },
    {
      name: 'password',
      label: 'publish_field_application_password',
      hint: 'publish_field_application_password_hint',
      kind: 'secret',
      required: true,
    },
  ],
  copiesImages: true,
  publicStatus: 'publish',
  publicAt({ status = 'draft', date = '' }, now) {
    if (status === 'future') return Date.parse(date) || now;
    return status === 'publish' ? now : null;
  },
  retractions: ['draft', 'trash', 'correction'],
  addresses(fields) {
    const { address } = filledIn(fields);
    return address ? [address] : [];
  },
  authorise,
  async test(fields, secrets, effects) {
    const { address, user } = filledIn(fields);
    if (!address) return fail({ kind: 'target', trouble: 'unreachable', place: fields.address ?? '' });
    const site = await findSite(address, effects);
    if (!site.ok) return site;
    const kept = { address, root: site.value.root, user };
    const ask = asAccount({ fields: kept, secrets }, effects);
    if (!ask.ok) return ask;
    const account = await readAccount(ask.value, new URL(address).host, effects);
    return account.ok ? ok({ fields: kept, account: account.value, name: site.value.name }) : account;
  },
  postFields: postFieldsOf,
  publish: publishPost,
  async retract(remote, how, at, effects) {
    const ask = asAccount(at, effects);
    if (!ask.ok) return ask;
    const root = at.fields.root ?? '';
    const post = await readPost(remote.remoteId, ask.value);
    if (!post.ok) return post;
    if (!post.value) return fail({ kind: 'target', trouble: 'gone', place: new URL(root).host });
    if (how.kind === 'trash') {
      const binned = await binPost(remote.remoteId, ask.value);
      return binned.ok ? ok({ ...remote, status: 'trash' }) : binned;
    }
    if (how.kind === 'correction' && (await fingerprintOf(post.value)) !== remote.fingerprint)
      return fail({ kind: 'remote-changed', remote: remoteText(post.value) });
    const change: PostFields =
      how.kind === 'draft' ? { status: 'draft' } : { content: correctionBlock(how.text) + post.value.content.raw };
    const written = await writePost(remote.remoteId, change, ask.value);
    return written.ok ? ok(await remoteOf(written.value, root)) : written;
  },
  async check(remote, at, effects) {
    const ask = asAccount(at, effects);
    if (!ask.ok) return ask;
    const post = await readPost(remote.remoteId, ask.value);
    if (!post.ok) return post;
    if (!post.value || post.value.status === 'trash') return ok<RemoteCheck>({ state: 'gone' });
    const now = await remoteOf(post.value, at.fields.root ?? '');
    return ok<RemoteCheck>({ state: now.fingerprint === remote.fingerprint ? 'same' : 'changed', remote: now });
  },
  async revoke(connection, effects) {
    const ask = asAccount(connection, effects);
    if (!ask.ok) return ask;
    const used = await ask.value<{ uuid: string }>('users/me/application-passwords/introspect');
    if (!used.ok) return used;
    const path = `users/me/application-passwords/${encodeURIComponent(used.value.value.uuid)}`;
    const revoked = await ask.value(path, { method: 'DELETE' });
    return revoked.ok ? ok(null) : revoked;
  },
};
