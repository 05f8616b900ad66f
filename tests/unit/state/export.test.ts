import { beforeEach, describe, expect, it } from 'vitest';
import type { ClipId } from '../../../lib/model/ids';
import type { Post } from '../../../lib/model/post';
import type { Publisher } from '../../../lib/model/publisher';
import { ok } from '../../../lib/model/result';
import { db } from '../../../lib/state/db';
import { cancelExport, type ExportEffects, exportPost, exportProgress, neededImages } from '../../../lib/state/export';
import { readMaterials } from '../../../lib/state/materials';
import { getImage } from '../../../lib/store/images';
import { getPost, putPost } from '../../../lib/store/posts';
import { clipImage, english, makeBody, makeClip, makeImage, makePost, png } from '../compose/make';

const delivered: string[] = [];
const publisher: Publisher = {
  id: 'fake',
  label: 'x',
  hint: 'x',
  icon: 'x',
  group: 'file',
  async publish(post, rendering, effects) {
    effects.progress(1, 2);
    if (effects.signal.aborted) return { ok: false, failure: { kind: 'cancelled' } };
    delivered.push(`${post.slug} ${post.images.length} ${rendering.text().includes(post.title)}`);
    return ok({ target: `${post.slug}.zip`, hash: 'abc', bytes: 12 });
  },
};
const fetched: string[] = [];
const effects = (bytes: Uint8Array<ArrayBuffer> | null): ExportEffects => ({
  saveFile: async () => ok(null),
  writeClipboard: async () => ok(null),
  fetchBytes: async (url) => {
    fetched.push(url);
    return bytes;
  },
});

async function make(post: Partial<Post> = {}, bytes: typeof png | null = png): Promise<Post> {
  const gallery = { id: 'g', kind: 'gallery', title: '', images: [clipImage('i', 'pic', { rights: 'Ours' })] } as never;
  const made = makePost({ blocks: [...makePost().blocks, gallery], ...post });
  await db.images.put(makeImage('pic', { bytes }));
  await putPost(db, made);
  return made;
}

beforeEach(async () => {
  await Promise.all([db.posts, db.clips, db.bodies, db.images].map((table) => table.clear()));
  await db.clips.put(makeClip() as never);
  await db.bodies.put(makeBody(english));
  delivered.length = 0;
  fetched.length = 0;
});

describe('images of clips without a word on rights', () => {
  const unsaid = {
    blocks: [{ id: 'g', kind: 'gallery', title: '', images: [clipImage('i', 'pic', { caption: 'Seat' })] }],
  };

  it('stay here until somebody says that they may go, which is noted and asked once', async () => {
    const post = await make();
    const bare = { ...post, blocks: [...makePost().blocks, ...(unsaid.blocks as never[])] };
    await putPost(db, bare);
    expect(await exportPost(bare, publisher, {}, effects(null))).toEqual({
      ok: false,
      failure: { kind: 'rights-missing', images: ['Seat'] },
    });
    expect(delivered).toEqual([]);
    const sent = await exportPost(bare, publisher, { rightsConfirmed: true }, effects(null));
    expect(sent).toMatchObject({ ok: true, value: { rightsConfirmed: ['Seat'] } });
    const later = (await getPost(db, bare.id)) as Post;
    expect(await exportPost(later, publisher, {}, effects(null))).toMatchObject({ ok: true });
  });
});

describe('a post that may not be public yet', () => {
  const notBefore = { at: Date.now() + 3_600_000, zone: 'Asia/Shanghai' };

  it('goes nowhere but where it stays here or is held back', async () => {
    const post = await make({ notBefore });
    expect(await exportPost(post, publisher, { insist: true }, effects(null))).toEqual({
      ok: false,
      failure: { kind: 'embargoed', ...notBefore },
    });
    expect(delivered).toEqual([]);
    for (const embargo of ['here', 'schedules'] as const)
      expect(await exportPost(post, { ...publisher, embargo }, {}, effects(null))).toMatchObject({ ok: true });
  });

  it('goes anywhere from its moment on', async () => {
    const post = await make({ notBefore: { at: Date.now() - 1, zone: 'UTC' } });
    expect(await exportPost(post, publisher, {}, effects(null))).toMatchObject({ ok: true });
  });
});

describe('an export', () => {
  it('delivers the post and leaves a receipt, as often as it is asked for', async () => {
    const post = await make();
    const first = await exportPost(post, publisher, {}, effects(null));
    expect(first).toMatchObject({ ok: true, value: { publisher: 'fake', target: `${post.slug}.zip`, bytes: 12 } });
    await exportPost(post, publisher, {}, effects(null));
    expect(delivered).toEqual([`${post.slug} 1 true`, `${post.slug} 1 true`]);
    const stored = await getPost(db, post.id);
    expect(stored?.receipts).toHaveLength(2);
    expect(stored?.status).toBe('published');
    expect(exportProgress.value).toBeNull();
  });

  it('does not go out without its source unless somebody insists', async () => {
    await db.clips.put(makeClip({ siteName: null }) as never);
    const post = await make();
    expect(await exportPost(post, publisher, {}, effects(null))).toMatchObject({
      failure: { kind: 'source-incomplete' },
    });
    expect((await getPost(db, post.id))?.receipts).toEqual([]);
    expect(await exportPost(post, publisher, { insist: true }, effects(null))).toMatchObject({ ok: true });
  });

  it('fetches missing images only when it may, checks what they are and keeps them', async () => {
    const post = await make({}, null);
    const needed = neededImages(post, await readMaterials(db, post));
    expect([needed.images.length, needed.sites]).toEqual([1, ['img.example.com']]);
    expect(await exportPost(post, publisher, {}, effects(png.data))).toMatchObject({
      failure: { kind: 'image-unavailable', urls: ['https://img.example.com/pic.png'] },
    });
    expect(fetched).toEqual([]);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await exportPost(post, publisher, { fetchImages: true }, effects(svg))).toMatchObject({
      failure: { kind: 'image-unavailable' },
    });
    expect(await exportPost(post, publisher, { fetchImages: true }, effects(png.data))).toMatchObject({ ok: true });
    expect((await getImage(db, 'pic' as never))?.bytes?.type).toBe('image/png');
    expect(delivered).toEqual([`${post.slug} 1 true`]);
  });

  it('goes without missing images when told to', async () => {
    const post = await make({}, null);
    const result = await exportPost(post, publisher, { withoutMissingImages: true }, effects(null));
    expect([result.ok, delivered]).toEqual([true, [`${post.slug} 0 true`]]);
  });

  it('that is cancelled delivers nothing', async () => {
    const post = await make();
    const running = exportPost(post, publisher, {}, effects(null));
    expect(exportProgress.value?.publisher.id).toBe('fake');
    cancelExport();
    expect(await running).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect([delivered, (await getPost(db, post.id))?.receipts]).toEqual([[], []]);
  });

  it('that breaks says so instead of throwing', async () => {
    const broken: Publisher = { ...publisher, publish: () => Promise.reject(new Error('boom')) };
    expect(await exportPost(await make(), broken, {}, effects(null))).toMatchObject({
      failure: { kind: 'unexpected', detail: 'Error: boom' },
    });
  });

  it('reads a clip once however often it is used', async () => {
    const post = await make();
    expect((await readMaterials(db, post)).clips.get('clip-a' as ClipId)?.title).toBe(makeClip().title);
  });
});
