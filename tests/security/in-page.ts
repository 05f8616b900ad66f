/** What the harness reads of the extension with the extension's own code: posts filled in, and clips as exporters get them. */
import type { ExportEntry } from '../../lib/exchange/exporter';
import type { ClipId } from '../../lib/model/ids';
import { db } from '../../lib/state/db';
import { preparePost } from '../../lib/state/prepare-post';
import { getBody, getClip } from '../../lib/store/clips';
import { getImages } from '../../lib/store/images';
import { listPosts } from '../../lib/store/posts';

/** The post that was saved last, with everything it names, as JSON in which bytes are base64. */
export async function lastPost(): Promise<string> {
  const [post] = await listPosts(db);
  if (!post) throw new Error('no post');
  const options = { insist: true, withoutMissingImages: true };
  const effects = { fetchBytes: async () => null, signal: new AbortController().signal, progress: () => undefined };
  const ready = await preparePost(post, options, effects);
  if (!ready.ok) throw new Error(JSON.stringify(ready.failure));
  return packed(ready.value);
}

/** Clips with texts and images, as JSON in which bytes are base64. */
export async function entries(ids: readonly ClipId[]): Promise<string> {
  const all: ExportEntry[] = [];
  for (const id of ids) {
    const clip = await getClip(db, id);
    if (!clip) throw new Error('no such clip');
    const quotes = [{ text: clip.note, comment: clip.note }];
    const [body, images] = [await getBody(db, id), await getImages(db, id)];
    all.push({ clip, body, images, annotations: [], quotes });
  }
  return packed(all);
}

const packed = (value: unknown): string =>
  JSON.stringify(value, (_key, one) => (one instanceof Uint8Array ? { base64: base64(one) } : one));

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
