// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { richText } from '../../../lib/publish/rich-text';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost, image } from '../render/posts';
import { desk, sha256 } from './desk';

const publish = async (post = baicPost()) => {
  const given = desk();
  const result = await richText.publish(post, createRendering(post), given);
  return { result, copied: given.clipboard[0] };
};

describe('rich text', () => {
  test('puts HTML and plain text on the clipboard at once', async () => {
    const { copied } = await publish();
    expect(copied?.text).toBe(createRendering(baicPost()).text());
    expect(copied?.html).toContain('<p>Xu Heyi, Chairman of BAIC Group');
    expect(copied?.html).not.toMatch(/<script|<style|class=/);
  });

  test('carries the images in itself, byte for byte', async () => {
    const { copied } = await publish();
    const addresses = [...(copied?.html ?? '').matchAll(/src="data:image\/png;base64,([^"]+)"/g)];
    expect(addresses).toHaveLength(5);
    expect(new Uint8Array(Buffer.from(addresses[3]?.[1] ?? '', 'base64'))).toEqual(baicPost().images[3]?.bytes.data);
  });

  test('leaves out images that would be too much for a clipboard, and keeps their captions', async () => {
    const huge = image(1, { bytes: { data: new Uint8Array(9 * 1024 * 1024), type: 'image/png' } });
    const images = [huge, image(2)];
    const { copied } = await publish(baicPost({ images, parts: [{ kind: 'gallery', title: '', images }] }));
    expect(copied?.html.match(/<img /g)).toHaveLength(1);
    expect(copied?.html).toContain('<p>Automotive Leather Supplier in China 01</p>');
  });

  test('has a receipt of what was copied', async () => {
    const { result, copied } = await publish();
    const data = new TextEncoder().encode(copied?.html);
    expect(result).toEqual({
      ok: true,
      value: { target: 'clipboard', hash: await sha256(data), bytes: data.length },
    });
  });
});
