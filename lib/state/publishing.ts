/**
 * Publishing to connected systems. It runs in the page that was asked and writes each step to the ledger, so that a page
 * that is closed, a line that breaks or a person who cancels leaves something to go on with; a lock keeps two windows from
 * publishing to one place at once.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { clipIdsOf } from '../compose/materials';
import { imagesWithoutRights } from '../compose/rights';
import { unexpected } from '../model/failure';
import { type ConnectionId, newId } from '../model/ids';
import type { Post, Receipt } from '../model/post';
import { addEvent, type Publication, type PublicationEvent, publicationId } from '../model/publication';
import type { ResolvedPost } from '../model/resolved-post';
import { fail, ok, type Result } from '../model/result';
import type { Connection, FieldValues, JobReports, OpenConnection, PublishJob, RemotePost } from '../model/target';
import { fetchBytes } from '../platform/fetch-image';
import { sha256 } from '../publish/hash';
import { createRendering } from '../render/rendering';
import { attempt } from '../store/failures';
import { addReceipt } from '../store/posts';
import { beginPublication, changePublication } from '../store/publications';
import { openConnection, targetEffects, targetOf } from './connections';
import { db } from './db';
import { type PrepareOptions, preparePost } from './prepare-post';
import { tooEarly } from './publish-facts';

export type PublishWish = PrepareOptions & {
  options: FieldValues;
  /** Replace what somebody changed there: the person has seen both. */
  overwrite?: boolean;
  /** The person says that images without a note on rights may be published; recorded. */
  rightsConfirmed?: boolean;
};

export type PublishProgress = { post: Post['id']; connection: ConnectionId; done: number; total: number; what: string };

const underWay = signal<PublishProgress | null>(null);
const placeKey = 'publish-place';
/** The place that was chosen last, on this computer. */
export const lastPlace = (): string | null => localStorage.getItem(placeKey);
export const rememberPlace = (id: ConnectionId): void => localStorage.setItem(placeKey, id);

/** What this page is publishing now. */
export const publishProgress: ReadonlySignal<PublishProgress | null> = underWay;
let stopper: AbortController | null = null;

/** Stops after the request that is under way; what is there stays, and can be gone on with. */
export function cancelPublishing(): void {
  stopper?.abort();
}

/**
 * Publishes a post to a place, or goes on with an attempt that was stopped, or brings what is there up to date. Fails
 * with what preparing and the target fail with, `rights-missing`, and `occupied` when another window is at it.
 */
export async function publishPost(
  post: Post,
  connectionId: ConnectionId,
  wish: PublishWish,
): Promise<Result<Publication>> {
  const opened = await openConnection(connectionId);
  if (!opened.ok) return opened;
  const control = new AbortController();
  stopper = control;
  underWay.value = { post: post.id, connection: connectionId, done: 0, total: 1, what: 'publish_step_prepare' };
  try {
    return await navigator.locks.request(`publish:${connectionId}`, { ifAvailable: true }, (lock) =>
      lock
        ? runPublication(post, opened.value, wish, control.signal)
        : fail({ kind: 'target' as const, trouble: 'occupied' as const, place: opened.value.name }),
    );
  } catch (error) {
    return fail(unexpected(error));
  } finally {
    if (stopper === control) {
      stopper = null;
      underWay.value = null;
    }
  }
}

async function runPublication(
  post: Post,
  to: OpenConnection,
  wish: PublishWish,
  signal: AbortSignal,
): Promise<Result<Publication>> {
  const target = targetOf(to.target);
  if (!target) return fail({ kind: 'not-found' });
  const now = Date.now();
  const early = tooEarly(post, to.target, wish.options, now);
  if (early) return fail(early);
  const prepared = await preparePost(post, wish, { fetchBytes, signal, progress: () => undefined });
  if (!prepared.ok) return prepared;
  const unsaid = target.copiesImages ? imagesWithoutRights(prepared.value) : [];
  if (unsaid.length > 0 && !wish.rightsConfirmed) return fail({ kind: 'rights-missing', images: unsaid });
  const begun = await attempt(db, () => beginPublication(db, newPublication(post, to, wish.options)));
  if (!begun.ok) return begun;
  const before = begun.value;
  const confirmed: PublicationEvent = { at: now, kind: 'rights-overridden', hash: '', note: unsaid.join(', ') };
  await changePublication(db, before.id, now, (known) => ({
    ...known,
    options: wish.options,
    place: to.name,
    clips: clipIdsOf(post),
    failure: null,
    events: isNew(known.events, confirmed) ? addEvent(known.events, confirmed) : known.events,
  }));
  const job = await jobFor(prepared.value, before, wish);
  const done = await target.publish(job, to, reportsOf(before, post), targetEffects(signal));
  if (!done.ok) {
    await changePublication(db, before.id, Date.now(), (known) => ({ ...known, failure: done.failure }));
    return done;
  }
  return finish(post, {
    before,
    sent: prepared.value,
    remote: done.value,
    wish,
    publicAt: target.publicAt(wish.options, now),
  });
}

/** Whether images are named that were not confirmed the last time. */
function isNew(events: readonly PublicationEvent[], confirmed: PublicationEvent): boolean {
  const last = events.findLast(({ kind }) => kind === confirmed.kind);
  return confirmed.note !== '' && last?.note !== confirmed.note;
}

function newPublication(post: Post, to: Connection, options: FieldValues): Publication {
  const now = Date.now();
  return {
    id: publicationId(post.id, to.id),
    postId: post.id,
    connectionId: to.id,
    target: to.target,
    place: to.name,
    clips: clipIdsOf(post),
    state: 'unfinished',
    remote: null,
    hash: '',
    options,
    uploads: {},
    events: [],
    failure: null,
    check: null,
    createdAt: now,
    updatedAt: now,
  };
}

async function jobFor(post: ResolvedPost, before: Publication, wish: PublishWish): Promise<PublishJob> {
  const rendering = (address?: string) =>
    createRendering(address === undefined ? post : { ...post, canonicalUrl: address });
  return {
    post,
    rendering,
    key: (await sha256(before.id)).slice(0, 20),
    options: wish.options,
    earlier: before.remote,
    overwrite: wish.overwrite === true,
    uploads: before.uploads,
  };
}

function reportsOf({ id, connectionId }: Publication, post: Post): JobReports {
  return {
    progress: (done, total, what) => {
      underWay.value = { post: post.id, connection: connectionId, done, total, what };
    },
    uploaded: async (hash, upload) => {
      await changePublication(db, id, Date.now(), (known) => ({
        ...known,
        uploads: { ...known.uploads, [hash]: upload },
      }));
    },
    created: async (remote) => {
      await changePublication(db, id, Date.now(), (known) => ({ ...known, remote }));
    },
  };
}

type Done = {
  before: Publication;
  sent: ResolvedPost;
  remote: RemotePost;
  wish: PublishWish;
  /** When readers can have it; null: not before somebody makes it so there. */
  publicAt: number | null;
};

async function finish(post: Post, { before, sent, remote, wish, publicAt }: Done): Promise<Result<Publication>> {
  const now = Date.now();
  const hash = await contentHash(sent);
  const again = before.events.some((event) => event.kind === 'published');
  const kind = !again ? 'published' : wish.overwrite ? 'overwritten' : 'updated';
  const changed = await attempt(db, () =>
    changePublication(db, before.id, now, (known) => ({
      ...known,
      state: 'published',
      remote,
      hash,
      failure: null,
      check: { at: now, state: 'same', lostSources: known.check?.lostSources ?? [] },
      events: addEvent(known.events, { at: now, kind, hash, note: '' }),
    })),
  );
  if (!changed.ok) return changed;
  const waits = publicAt === null || publicAt > now;
  const went = { publisher: before.target, at: now, target: remote.url, hash, bytes: 0 };
  const receipt: Receipt = { id: newId(), ...went, ...(waits && { waits }) };
  const noted = await attempt(db, () => addReceipt(db, post.id, receipt, publicAt));
  if (!noted.ok) return noted;
  return changed.value ? ok(changed.value) : fail({ kind: 'not-found' });
}

/** By which one sees that a post has been changed here since it was sent. */
async function contentHash(post: ResolvedPost): Promise<string> {
  const { title, slug, tags, standfirst, language } = post;
  const body = createRendering({ ...post, modifiedAt: post.publishedAt }).fragment((path) => path);
  const images = await Promise.all(post.images.map((image) => sha256(image.bytes.data)));
  return sha256(JSON.stringify({ title, slug, tags, standfirst, language, body, images }));
}
