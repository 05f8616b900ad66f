/**
 * Ghost by its Admin API (https://ghost.org/docs/admin-api/), with the key of a custom integration. The post is known
 * by an internal tag, `#clip-<key>`: Ghost takes a slug twice.
 */
import { fail, ok } from '../../model/result';
import type { Target } from '../../model/target';
import { publishPost } from '../ghost/publish-post';
import {
  fingerprintOf,
  ghostAddress,
  open,
  readPost,
  remoteOf,
  remoteText,
  removePost,
  writePost,
} from '../ghost/site';

export const ghost: Target = {
  id: 'ghost',
  label: 'publish_ghost',
  hint: 'publish_ghost_hint',
  icon: 'newspaper',
  fields: [
    {
      name: 'address',
      label: 'publish_field_site',
      kind: 'address',
      required: true,
      placeholder: 'https://blog.example.com/',
    },
    {
      name: 'key',
      label: 'publish_field_admin_key',
      hint: 'publish_field_admin_key_hint',
      kind: 'secret',
      required: true,
    },
  ],
  copiesImages: true,
  publicStatus: 'published',
  publicAt({ status = 'draft', date = '' }, now) {
    if (status === 'scheduled') return Date.parse(date) || now;
    return status === 'published' ? now : null;
  },
  retractions: ['draft', 'trash', 'correction'],
  addresses({ address = '' }) {
    const site = ghostAddress(address);
    return site ? [site] : [];
  },
  async test(fields, secrets, effects) {
    const opened = open(fields, secrets, effects);
    if (!opened.ok) return opened;
    const { ask, address, place } = opened.value;
    const site = await ask<{ site?: { title?: string } }>('site/');
    if (!site.ok) return site;
    if (!site.value.value.site) return fail({ kind: 'target', trouble: 'wrong-system', place });
    const posts = await ask('posts/?limit=1&fields=id'); // the site says its name to anybody; this needs the key
    if (!posts.ok) return posts;
    const may = { publish: true, uploadImages: true, makeTags: true };
    const account = { name: '', role: '', may, offers: {}, checkedAt: effects.now() };
    return ok({ fields: { address }, account, name: site.value.value.site.title || place });
  },
  postFields: (_account, { images }) => [
    {
      name: 'status',
      label: 'publish_field_status',
      kind: 'choice',
      initial: 'draft',
      choices: ['draft', 'published', 'scheduled'].map((value) => ({ value, label: `publish_ghost_${value}` })),
    },
    { name: 'date', label: 'publish_field_date', kind: 'time', when: { field: 'status', is: ['scheduled'] } },
    {
      name: 'featured',
      label: 'publish_field_featured',
      kind: 'choice',
      initial: images.find(({ own }) => own)?.path ?? '',
      choices: [
        { value: '', label: 'publish_featured_none' },
        ...images.map(({ path, name }) => ({ value: path, text: name })),
      ],
    },
  ],
  async publish(job, to, reports, effects) {
    const opened = open(to.fields, to.secrets, effects);
    return opened.ok ? publishPost(job, opened.value, reports) : opened;
  },
  async retract(remote, how, at, effects) {
    const opened = open(at.fields, at.secrets, effects);
    if (!opened.ok) return opened;
    const { ask, address, place } = opened.value;
    const found = await readPost(ask, remote.remoteId);
    if (!found.ok) return found;
    if (!found.value) return fail({ kind: 'target', trouble: 'gone', place });
    if (how.kind === 'trash') {
      const removed = await removePost(ask, remote.remoteId);
      return removed.ok ? ok({ ...remote, status: 'trash' }) : removed;
    }
    if (how.kind === 'correction' && (await fingerprintOf(found.value)) !== remote.fingerprint)
      return fail({ kind: 'remote-changed', remote: remoteText(found.value) });
    const change =
      how.kind === 'draft'
        ? { status: 'draft' }
        : { html: `<p><strong>${escaped(how.text)}</strong></p>${found.value.html ?? ''}` };
    const written = await writePost(ask, remote.remoteId, { ...change, updated_at: found.value.updated_at });
    if (!written.ok) return written;
    return written.value
      ? ok(await remoteOf(written.value, address))
      : fail({ kind: 'remote-changed', remote: remoteText(found.value) });
  },
  async check(remote, at, effects) {
    const opened = open(at.fields, at.secrets, effects);
    if (!opened.ok) return opened;
    const found = await readPost(opened.value.ask, remote.remoteId);
    if (!found.ok) return found;
    if (!found.value) return ok({ state: 'gone' });
    const now = await remoteOf(found.value, opened.value.address);
    return ok({ state: now.fingerprint === remote.fingerprint ? 'same' : 'changed', remote: now });
  },
};
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
