// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { publishers } from '../../../lib/publish/registry';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost } from '../render/posts';
import { desk } from './desk';

const post = baicPost();
const rendering = createRendering(post);

test('publishers have ids of their own', () => {
  expect(new Set(publishers.map((publisher) => publisher.id)).size).toBe(publishers.length);
});

describe.each(publishers.map((publisher) => [publisher.id, publisher] as const))(
  'every publisher: %s',
  (_id, publisher) => {
    test('delivers, with a receipt and progress from nothing to all', async () => {
      const given = desk();
      const result = await publisher.publish(post, rendering, given);
      expect(result).toMatchObject({ ok: true, value: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
      expect(result.ok && result.value.bytes).toBeGreaterThan(500);
      const total = given.steps[0]?.[1] ?? 0;
      expect(given.steps[0]).toEqual([0, total]);
      expect(given.steps.at(-1)).toEqual([total, total]);
    });

    test('delivers the same bytes for the same post', async () => {
      const [one, two] = [
        await publisher.publish(post, rendering, desk()),
        await publisher.publish(post, rendering, desk()),
      ];
      expect(one).toEqual(two);
    });

    test('hands on why the browser refused', async () => {
      expect(await publisher.publish(post, rendering, desk(true))).toMatchObject({ ok: false });
    });

    test('delivers nothing once it is cancelled', async () => {
      const given = desk();
      given.cancel();
      expect(await publisher.publish(post, rendering, given)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
      expect([...given.files, ...given.clipboard]).toEqual([]);
    });
  },
);
