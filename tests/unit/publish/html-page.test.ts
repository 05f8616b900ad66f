// @vitest-environment node
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../../lib/publish/html-page';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost, image } from '../render/posts';
import { desk, sha256 } from './desk';

const publish = async (post = baicPost()) => {
  const given = desk();
  const result = await htmlPage.publish(post, createRendering(post), given);
  return { result, given, file: given.files[0] };
};

describe('the web page', () => {
  test('is a zip of one folder: the page and its images, byte for byte', async () => {
    const { file } = await publish();
    expect(file).toMatchObject({ name: 'automobile-industry-openness-cooperation.zip', type: 'application/zip' });
    const entries = unzipSync(file?.data ?? new Uint8Array());
    const folder = 'automobile-industry-openness-cooperation';
    expect(Object.keys(entries)).toEqual([
      `${folder}/index.html`,
      ...[1, 2, 3, 4, 5].map((nth) => `${folder}/images/0${nth}-leather.png`),
    ]);
    expect(strFromU8(entries[`${folder}/index.html`] ?? new Uint8Array())).toBe(createRendering(baicPost()).page());
    expect(entries[`${folder}/images/02-leather.png`]).toEqual(baicPost().images[1]?.bytes.data);
  });

  test('holds every image that the page names', async () => {
    const { file } = await publish();
    const entries = unzipSync(file?.data ?? new Uint8Array());
    const names = Object.keys(entries).map((name) => name.slice(name.indexOf('/') + 1));
    const html = strFromU8(Object.values(entries)[0] ?? new Uint8Array());
    expect(
      [...html.matchAll(/ src="([^"]+)"/g)].map((match) => match[1]).filter((src) => !names.includes(src ?? '')),
    ).toEqual([]);
  });

  test('has a receipt with the hash and size of the file', async () => {
    const { result, file } = await publish();
    const data = file?.data ?? new Uint8Array();
    expect(result).toEqual({
      ok: true,
      value: { target: 'automobile-industry-openness-cooperation.zip', hash: await sha256(data), bytes: data.length },
    });
  });

  test('takes the zone of its maker for nothing: the same bytes everywhere', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Shanghai';
    const one = await publish();
    process.env.TZ = 'America/New_York';
    const two = await publish();
    process.env.TZ = zone;
    expect(two.file?.data).toEqual(one.file?.data);
  });

  test('never leaves its folder, whatever the slug says', async () => {
    for (const slug of ['../../etc', '..', 'a/b\\c', '', '.hidden', 'c:x']) {
      const { file } = await publish(baicPost({ slug }));
      for (const name of Object.keys(unzipSync(file?.data ?? new Uint8Array())))
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}_-]*\/(index\.html|images\/[\w-]+\.png)$/u);
    }
  });

  test('refuses images that could run scripts or leave the folder', async () => {
    const svg = image(1, { path: 'images/a.svg', bytes: { data: new Uint8Array(3), type: 'image/svg+xml' } });
    const outside = image(2, { path: 'images/../../x.png' });
    const { result, given } = await publish(baicPost({ images: [svg, outside, image(3)] }));
    expect(result).toEqual({
      ok: false,
      failure: { kind: 'image-unreadable', names: ['images/a.svg', 'images/../../x.png'] },
    });
    expect(given.files).toEqual([]);
  });
});
