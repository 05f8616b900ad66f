/** The list of posts, and what is done to whole posts and standing blocks. */
import { addressOf, createClipBlock, createPost } from '../compose/create-post';
import { imageTypeOf } from '../compose/image-type';
import { clipIdsOf } from '../compose/materials';
import { freeSlug } from '../compose/slug';
import type { Clip, ClipImage, ClipPatch } from '../model/clip';
import { type BlockId, type ClipId, type ImageId, newId, type PostId, type StandingId } from '../model/ids';
import type { Asset, Block, Post, PostImage, StandingBlock } from '../model/post';
import { fail, ok, type Result } from '../model/result';
import type { Tag } from '../model/tag';
import type { TemplateId } from '../model/template';
import { measureImage } from '../platform/measure-image';
import { parseQuery } from '../search/query';
import { putAsset } from '../store/assets';
import { editClips, getBody, getClips } from '../store/clips';
import { suggestTags } from '../store/facets';
import { failureOf } from '../store/failures';
import { editImage } from '../store/images';
import { deletePost, listPosts, putPost, restorePost, slugsOfPosts } from '../store/posts';
import { deleteStanding, listStanding, putStanding } from '../store/standing';
import { bestClips } from './clip-source';
import { db } from './db';
import { describeFailure } from './failures';
import { interfaceLanguage, locale, t } from './i18n';
import { live } from './live';
import { settings } from './settings';
import { showToast } from './toasts';
import { offerUndo } from './undo';

const newBlockId = () => newId<BlockId>();

/** Posts with the titles of the clips they draw on; null until read. */
export type ListedPost = { post: Post; clipTitles: string[] };

export const posts = live<ListedPost[] | null>(async () => {
  const all = await listPosts(db);
  const titles = new Map(
    (await getClips(db, [...new Set(all.flatMap(clipIdsOf))])).map((clip) => [clip.id, clip.title]),
  );
  return all.map((post) => ({
    post,
    clipTitles: clipIdsOf(post).flatMap((id) => titles.get(id) ?? []),
  }));
}, null);

/** Clips to choose from: those the text finds, the best first. */
export async function findClips(text: string): Promise<Clip[]> {
  return bestClips(parseQuery(text, { now: Date.now(), locale: locale.peek() }), 40);
}

/** Mends what the page did not say of its source; in every post of the clip. */
export async function editSource(
  id: ClipId,
  patch: Pick<ClipPatch, 'siteName' | 'byline' | 'publishedAt'>,
): Promise<void> {
  await told(() => editClips(db, [id], patch, Date.now()));
}

/** Changes the words of a clip's image, wherever it stands in a clip's text. */
export async function editImageWords(
  id: ImageId,
  patch: Partial<Pick<ClipImage, 'caption' | 'credit' | 'alt' | 'rights'>>,
): Promise<void> {
  await told(() => editImage(db, id, patch, Date.now()));
}

/** Known tags for what is typed. */
export async function suggestPostTags(typed: string, except: readonly string[]): Promise<Tag[]> {
  return suggestTags(db, typed, except, 8);
}

/** Standing blocks, by name. */
export const standingBlocks = live(() => listStanding(db), []);

/**
 * A stored draft of these clips, in this order, made with a template: `''` for none, and that of the settings unless
 * said.
 */
export async function startPost(clipIds: readonly ClipId[], template?: TemplateId | ''): Promise<PostId> {
  const found = new Map((await getClips(db, clipIds)).map((clip) => [clip.id, clip]));
  const clips = clipIds.flatMap((id) => found.get(id) ?? []);
  const id = newId<PostId>();
  const options = { id, newBlockId, now: Date.now(), settings: settings.peek(), language: interfaceLanguage.peek() };
  const draft = await createPost(clips, { ...options, texts: await selectedTexts(clips) });
  const wanted = template ?? (settings.peek().newPostTemplate as TemplateId);
  await putPost(db, await withFreeSlug(wanted ? await made(wanted, draft, clipIds) : draft));
  return id;
}

/** Templates are read when one is used: the library does not wait for them. */
async function made(template: TemplateId, draft: Post, clipIds: readonly ClipId[]): Promise<Post> {
  const { beginWith } = await import('./fill-template');
  return beginWith(template, draft, clipIds);
}

/** The block by which a clip joins a post. */
export async function clipBlock(clip: Clip): Promise<Block> {
  return createClipBlock(clip, newBlockId, (await selectedTexts([clip])).get(clip.id));
}

async function selectedTexts(clips: readonly Clip[]): Promise<Map<ClipId, string>> {
  const selections = clips.filter((clip) => clip.kind === 'selection');
  const bodies = await Promise.all(selections.map((clip) => getBody(db, clip.id)));
  return new Map(bodies.flatMap((body) => (body ? [[body.clipId, body.text] as const] : [])));
}

/** A draft with the words and parts of another, of its own from now on. */
export async function duplicatePost(post: Post): Promise<PostId> {
  const now = Date.now();
  const id = newId<PostId>();
  const title = t('compose_copy_of', post.title || t('compose_untitled'));
  const fresh = { status: 'draft' as const, receipts: [], createdAt: now, updatedAt: now, deletedAt: null };
  await putPost(db, await withFreeSlug({ ...post, id, title, slugEdited: true, ...fresh }));
  return id;
}

/** The new post under a slug, and at an address, that no other post has. */
async function withFreeSlug(post: Post): Promise<Post> {
  const slug = freeSlug(post.slug, await slugsOfPosts(db, post.id));
  if (slug === post.slug) return post;
  return { ...post, slug, canonicalUrl: addressOf(settings.peek().blogUrl, slug) };
}

/** Takes a post out of the list, with a way back. */
export async function removePost(id: PostId): Promise<void> {
  await told(() => deletePost(db, id, Date.now()));
  offerUndo(t('compose_post_deleted'), () => told(() => restorePost(db, id)));
}

/** Stores a standing block as it is now. */
export async function saveStanding(block: StandingBlock): Promise<void> {
  await told(() => putStanding(db, { ...block, updatedAt: Date.now() }));
}

export function emptyStanding(): StandingBlock {
  const now = Date.now();
  return { id: newId<StandingId>(), name: '', markdown: '', images: [], createdAt: now, updatedAt: now };
}

/** Deletes a standing block, with a way back; posts that use it say that it is gone. */
export async function removeStanding(block: StandingBlock): Promise<void> {
  await told(() => deleteStanding(db, block.id));
  offerUndo(t('compose_standing_deleted'), () => told(() => putStanding(db, block)));
}

/** Larger than any photograph for a blog; the post would not travel. */
const mostBytes = 25 * 1024 * 1024;

/**
 * Keeps images from disk as the company's own. Files that no browser shows, or above 25 MB, are named in the failure;
 * the others are kept all the same and come with it.
 */
export async function keepImages(files: readonly File[]): Promise<{ images: PostImage[]; unreadable: Result<null> }> {
  const images: PostImage[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const asset = await readAsset(file);
    if (!asset) {
      refused.push(file.name);
      continue;
    }
    await told(() => putAsset(db, asset));
    const words = { caption: '', credit: '', alt: '', rights: '' };
    images.push({ id: newBlockId(), from: { kind: 'asset', assetId: asset.id }, ...words });
  }
  const unreadable = refused.length > 0 ? fail({ kind: 'image-unreadable' as const, names: refused }) : ok(null);
  return { images, unreadable };
}

async function readAsset(file: File): Promise<Asset | null> {
  if (file.size > mostBytes) return null;
  const data = new Uint8Array(await file.arrayBuffer());
  const type = imageTypeOf(data);
  const size = type ? await measureImage({ data, type }) : null;
  if (!type || !size) return null;
  return { id: newId(), name: file.name, bytes: { data, type }, ...size, createdAt: Date.now() };
}

async function told(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  }
}
