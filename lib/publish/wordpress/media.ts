/** The media library: images go up once, named by their content, with their words. */
import type { ResolvedImage } from '../../model/resolved-post';
import { fail, ok, type Result } from '../../model/result';
import type { JobReports, Upload } from '../../model/target';
import { sha256 } from '../hash';
import { plainHtml } from './plain-html';
import type { Ask } from './site';

type Media = { id: number; source_url: string; media_details?: { sizes?: Record<string, { source_url?: string }> } };

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** The uploads that are still in the library, of those we know: one that somebody deleted there is sent again. */
async function knownUploads(uploads: Readonly<Record<string, Upload>>, ask: Ask): Promise<Result<Map<string, Upload>>> {
  const known = new Map<string, Upload>();
  const all = Object.entries(uploads);
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    const include = some.map(([, upload]) => upload.remoteId).join(',');
    const found = await ask<{ id: number }[]>('media', { parameters: { include, per_page: '100', _fields: 'id' } });
    if (!found.ok) return found;
    const there = new Set(found.value.value.map(({ id }) => String(id)));
    for (const [hash, upload] of some) if (there.has(upload.remoteId)) known.set(hash, upload);
  }
  return ok(known);
}

/**
 * The image in the library: the one that is there by its name (a file whose answer was lost), else sent. The name is
 * ASCII, because servers write others in their own ways.
 */
async function uploadImage(image: ResolvedImage, hash: string, ask: Ask, place: string): Promise<Result<Upload>> {
  const name = `clipsheet-${hash.slice(0, 20)}`;
  const found = await ask<Media[]>('media', { parameters: { slug: name, _fields: 'id,source_url,media_details' } });
  if (!found.ok) return found;
  const [there] = found.value.value;
  if (there) return ok(uploadOf(there));
  const form = new FormData();
  form.set(
    'file',
    new Blob([image.bytes.data], { type: image.bytes.type }),
    `${name}.${extensions[image.bytes.type] ?? 'bin'}`,
  );
  form.set('slug', name);
  form.set('title', plainHtml(image.caption || image.alt || name));
  form.set('alt_text', image.alt);
  form.set('caption', plainHtml([image.caption, image.credit, image.rights].filter(Boolean).join(' · ')));
  const sent = await ask<Media>('media', { method: 'POST', body: form });
  if (sent.ok) return ok(uploadOf(sent.value.value));
  if (sent.failure.kind === 'target' && sent.failure.trouble === 'too-large')
    return fail({ ...sent.failure, place, detail: image.caption || image.path });
  return sent;
}

function uploadOf({ id, source_url, media_details }: Media): Upload {
  return { remoteId: String(id), url: media_details?.sizes?.large?.source_url ?? source_url };
}

/** Every image of a post by its path, those that are not there sent one after another. */
export async function uploadAll(
  images: readonly ResolvedImage[],
  uploads: Readonly<Record<string, Upload>>,
  { ask, place, reports, steps }: { ask: Ask; place: string; reports: JobReports; steps: number },
): Promise<Result<Map<string, Upload>>> {
  const known = await knownUploads(uploads, ask);
  if (!known.ok) return known;
  const byPath = new Map<string, Upload>();
  for (const [done, image] of images.entries()) {
    reports.progress(done, steps, 'publish_step_images');
    const hash = await sha256(image.bytes.data);
    const there = known.value.get(hash);
    const upload = there ? ok(there) : await uploadImage(image, hash, ask, place);
    if (!upload.ok) return upload;
    known.value.set(hash, upload.value);
    byPath.set(image.path, upload.value);
    if (!there) await reports.uploaded(hash, upload.value);
  }
  return ok(byPath);
}
