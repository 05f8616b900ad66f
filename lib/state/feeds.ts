/** Feeds of the posts that readers can have, saved as files. */
import type { FeedItem, FeedKind, PostFeed } from '../model/feed';
import { feedKinds } from '../model/feed';
import type { Post } from '../model/post';
import { isPublic } from '../model/post-status';
import type { ResolvedPost } from '../model/resolved-post';
import { fail, ok, type Result } from '../model/result';
import type { Upload } from '../model/target';
import { saveFile } from '../platform/save-file';
import { sha256 } from '../publish/hash';
import { fileAddress, webAddress } from '../render/address';
import { renderFeed } from '../render/feeds';
import { createRendering } from '../render/rendering';
import { attempt } from '../store/failures';
import { listPosts } from '../store/posts';
import { publicationsOfPost } from '../store/publications';
import { db } from './db';
import { preparePost } from './prepare-post';
import { settings } from './settings';

/** Posts in one feed: as many as readers of feeds show. */
const most = 50;

/** Saves the newest published posts as a feed; how many they are. Fails with `not-found` when there is none. */
export async function saveFeed(kind: FeedKind): Promise<Result<number>> {
  const form = feedKinds.find((one) => one.kind === kind);
  const made = await attempt(db, () => collectFeed(Date.now()));
  if (!made.ok) return made;
  if (!form || made.value.items.length === 0) return fail({ kind: 'not-found' });
  const data = new TextEncoder().encode(renderFeed(kind, made.value));
  const saved = await saveFile(form.file, form.type, data);
  return saved.ok ? ok(made.value.items.length) : saved;
}

/** What a feed made at `now` holds: posts that are public and not held back, the newest first. */
export async function collectFeed(now: number): Promise<PostFeed> {
  const shown = (await listPosts(db)).filter(
    (post) => isPublic(post.status) && !post.deletedAt && (post.notBefore?.at ?? 0) <= now,
  );
  const newest = shown.toSorted((a, b) => firstOut(b) - firstOut(a)).slice(0, most);
  const items: FeedItem[] = [];
  for (const post of newest) items.push(...(await itemOf(post)));
  const { author, blogUrl } = settings.peek();
  return { title: author, url: webAddress(blogUrl) ?? '', language: newest[0]?.language ?? '', items };
}

const firstOut = (post: Post): number => post.receipts[0]?.at ?? post.updatedAt;

async function itemOf(post: Post): Promise<FeedItem[]> {
  const effects = { fetchBytes: async () => null, signal: new AbortController().signal, progress: () => undefined };
  const prepared = await preparePost(post, { insist: true, withoutMissingImages: true }, effects);
  if (!prepared.ok) return []; // gone meanwhile
  const publications = await publicationsOfPost(db, post.id);
  const remote = publications.findLast(({ state }) => state === 'published')?.remote?.url;
  const url = webAddress(prepared.value.canonicalUrl) ?? webAddress(remote ?? '') ?? '';
  const uploads = Object.assign({}, ...publications.map((publication) => publication.uploads));
  const images = await imageAddresses(prepared.value, post, url, uploads);
  const rendering = createRendering({ ...prepared.value, canonicalUrl: url });
  const { title, author, publishedAt, tags, language } = prepared.value;
  return [
    {
      id: `urn:clipsheet:${post.id}`,
      url,
      title,
      html: rendering.fragment((path) => images.get(path) ?? ''),
      summary: rendering.description(),
      author,
      published: publishedAt,
      updated: new Date(Math.max(post.updatedAt, Date.parse(publishedAt))).toISOString(),
      tags,
      language,
    },
  ];
}

/** Where the images of a post are on the web: uploaded to a place, or beside the page that was exported. */
async function imageAddresses(
  { images }: ResolvedPost,
  { receipts }: Post,
  url: string,
  uploads: Readonly<Record<string, Upload>>,
): Promise<Map<string, string>> {
  const isPage = url !== '' && receipts.some(({ publisher }) => publisher === 'html-page');
  const found = await Promise.all(
    images.map(async ({ path, bytes }): Promise<[string, string]> => {
      const upload = webAddress(uploads[await sha256(bytes.data)]?.url ?? '');
      return [path, upload ?? (isPage ? fileAddress(url, path) : '')];
    }),
  );
  return new Map(found);
}
