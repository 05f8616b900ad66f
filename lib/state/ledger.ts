/** Where posts went, what became of them since, and taking them back. */
import type { ReadonlySignal } from '@preact/signals';
import { unexpected } from '../model/failure';
import type { ClipId, PostId } from '../model/ids';
import { isPublic } from '../model/post-status';
import { isPublicAddress } from '../model/public-address';
import { addEvent, type Publication, type PublicationCheck, type PublicationEvent } from '../model/publication';
import { fail, ok, type Result } from '../model/result';
import type { RemotePost, Retraction } from '../model/target';
import { maySites } from '../platform/permissions';
import { getClips } from '../store/clips';
import { attempt } from '../store/failures';
import { getPost } from '../store/posts';
import { changePublication, publicationsOfClip, publicationsOfPost } from '../store/publications';
import { openConnection, targetEffects, targetOf } from './connections';
import { db } from './db';
import { live } from './live';
import { moveToStatus } from './post-status';

/** Where a post went; null until read. */
export function followPublications(of: PostId): ReadonlySignal<Publication[] | null> {
  return live<Publication[] | null>(() => publicationsOfPost(db, of), null);
}

/** Where posts went that draw on a clip; null until read. */
export function followUses(of: ClipId): ReadonlySignal<Publication[] | null> {
  return live<Publication[] | null>(() => publicationsOfClip(db, of), null);
}

const retracted: Record<Retraction['kind'], PublicationEvent['kind']> = {
  draft: 'retracted',
  trash: 'retracted',
  correction: 'corrected',
};

/** Takes a post back at its place, or puts a notice on top of it. */
export async function retract(publication: Publication, how: Retraction): Promise<Result<Publication>> {
  const { remote } = publication;
  const opened = await openConnection(publication.connectionId);
  if (!opened.ok) return opened;
  const target = targetOf(publication.target);
  if (!target || !remote) return fail({ kind: 'not-found' });
  try {
    const effects = targetEffects(new AbortController().signal);
    const done = await target.retract(remote, how, opened.value, effects);
    if (!done.ok) return done;
    const now = Date.now();
    const note = how.kind === 'correction' ? how.text : how.kind;
    const event: PublicationEvent = { at: now, kind: retracted[how.kind], hash: '', note };
    const changed = await change(publication, now, (known) => ({
      ...known,
      state: how.kind === 'correction' ? known.state : 'retracted',
      remote: done.value,
      events: addEvent(known.events, event),
    }));
    if (changed.ok) await followRetraction(publication.postId, how);
    return changed;
  } catch (error) {
    return fail(unexpected(error));
  }
}

/** The post is corrected, or retracted once it is published nowhere any more. */
async function followRetraction(id: PostId, how: Retraction): Promise<void> {
  const post = await getPost(db, id);
  if (!post || !isPublic(post.status)) return;
  const elsewhere = (await publicationsOfPost(db, id)).some(({ state }) => state === 'published');
  if (how.kind === 'correction') await moveToStatus(id, 'corrected', how.text);
  else if (!elsewhere) await moveToStatus(id, 'retracted');
}

/**
 * Looks whether a published post is still there as it was left, and whether its sources still are. Sources are asked
 * only where the person has given access to their sites.
 */
export async function checkPublication(
  publication: Publication,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<Publication>> {
  const { remote } = publication;
  const target = targetOf(publication.target);
  const opened = await openConnection(publication.connectionId);
  const lostSources = await findLostSources(publication.clips, signal);
  if (!remote || !target) return fail({ kind: 'not-found' });
  if (!opened.ok) return opened;
  try {
    const found = await target.check(
      remote,
      opened.value,
      targetEffects(AbortSignal.any([signal, AbortSignal.timeout(60_000)])),
    );
    if (!found.ok) return found;
    const at = Date.now();
    const check: PublicationCheck = { at, state: found.value.state, lostSources };
    const there = found.value.state === 'gone' ? null : found.value.remote;
    if (there?.status === target.publicStatus) await becomePublic(publication.postId);
    return await change(publication, at, (known) => ({
      ...known,
      check,
      remote: there ? lookedAt(known.remote ?? there, there) : known.remote,
    }));
  } catch (error) {
    return fail(unexpected(error));
  }
}

/** What was a draft there, or scheduled, and is public now is published. */
async function becomePublic(id: PostId): Promise<void> {
  const post = await getPost(db, id);
  if (post && !isPublic(post.status) && post.status !== 'retracted') await moveToStatus(id, 'published');
}

/** Status and address as they are now; the fingerprint stays what we left, or a change would be seen only once. */
function lookedAt(left: RemotePost, there: RemotePost): RemotePost {
  return { ...there, fingerprint: left.fingerprint };
}

/** Addresses of sources that answer that they are gone (404, 410). */
async function findLostSources(clips: readonly ClipId[], signal: AbortSignal): Promise<string[]> {
  const read = await attempt(db, () => getClips(db, clips));
  const lost: string[] = [];
  for (const clip of read.ok ? read.value : []) {
    const url = clip.canonicalUrl ?? clip.url;
    if (signal.aborted || !isPublicAddress(url) || !(await maySites([url]))) continue;
    const init: RequestInit = { method: 'GET', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' };
    const answer = await fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer && [404, 410].includes(answer.status)) lost.push(url);
  }
  return lost;
}

async function change(
  { id }: Publication,
  now: number,
  how: (before: Publication) => Publication,
): Promise<Result<Publication>> {
  const changed = await attempt(db, () => changePublication(db, id, now, how));
  if (!changed.ok) return changed;
  return changed.value ? ok(changed.value) : fail({ kind: 'not-found' });
}
