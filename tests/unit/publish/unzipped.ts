/** What a publisher saved as a zip, read back. */
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import type { Publisher } from '../../../lib/model/publisher';
import type { ResolvedPost } from '../../../lib/model/resolved-post';
import { createRendering } from '../../../lib/render/rendering';
import { desk } from './desk';

/** Paths in their order, and the first file, a Markdown document, as front matter and text. */
export async function unzipped(publisher: Publisher, post: ResolvedPost) {
  const given = desk();
  const result = await publisher.publish(post, createRendering(post), given);
  const entries = unzipSync(given.files[0]?.data ?? new Uint8Array());
  const paths = Object.keys(entries);
  const document = strFromU8(entries[paths[0] ?? ''] ?? new Uint8Array());
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(document) ?? [];
  return { result, name: given.files[0]?.name, paths, front: parse(front) as Record<string, unknown>, body };
}
