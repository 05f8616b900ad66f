// @vitest-environment node
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { webhook } from '../../../../lib/publish/targets/webhook';
import { baicPost } from '../../render/posts';
import { type Asked, attempts, connection, effectsFor, type Server } from './connected';

const place = connection(webhook, { address: 'https://hooks.example/in' }, { key: 'a secret' });
const taken: Server = () => ({ status: 200, json: { id: 7, url: 'https://blog.example/7' } });

async function publish(server: Server = taken, to = place) {
  const effects = effectsFor(server);
  const run = attempts();
  return { result: await webhook.publish(run.job(), to, run.reports, effects), effects, run };
}
const signedBy = (key: string | Buffer, { headers, body }: Asked) =>
  `v1,${createHmac('sha256', key)
    .update(`${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.`)
    .update(body)
    .digest('base64')}`;

describe('a webhook', () => {
  test('is sent the post as JSON, with its images in it', async () => {
    const { effects, result } = await publish();
    expect(effects.asked).toHaveLength(1);
    const { type, data } =
      effects.asked[0]?.json<{ type: string; data: Record<string, unknown> & { images: { base64: string }[] } }>() ??
      {};
    expect(type).toBe('post.published');
    expect(data).toMatchObject({
      id: 'abc123',
      title: baicPost().title,
      tags: baicPost().tags,
      sources: baicPost().sources,
    });
    expect(data?.images.map(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')))).toEqual(
      baicPost().images.map((image) => image.bytes.data),
    );
    expect(result).toMatchObject({
      ok: true,
      value: { remoteId: '7', url: 'https://blog.example/7', status: 'published' },
    });
  });

  test('is signed as Standard Webhooks says, whatever form the key has', async () => {
    const { effects } = await publish();
    expect(effects.asked[0]?.headers.get('webhook-signature')).toBe(signedBy('a secret', effects.asked[0] as Asked));
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    const coded = await publish(taken, { ...place, secrets: { key: `whsec_${key.toString('base64')}` } });
    const [asked] = coded.effects.asked;
    expect(asked?.headers.get('webhook-signature')).toBe(signedBy(key, asked as Asked));
  });

  test('has the same id for every attempt with the same content, another for other content', async () => {
    const lost = await publish(() => null);
    const again = await publish();
    expect(lost.result).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'unreachable' } });
    const id = again.effects.asked[0]?.headers.get('webhook-id');
    expect(lost.effects.asked[0]?.headers.get('webhook-id')).toBe(id);
    const effects = effectsFor(taken);
    const other = attempts(baicPost({ title: 'Another' }));
    await webhook.publish(other.job(), place, other.reports, effects);
    expect(effects.asked[0]?.headers.get('webhook-id')).not.toBe(id);
  });

  test('never shows its key, and goes over no line that others can hear', async () => {
    const { effects } = await publish();
    const [asked] = effects.asked;
    expect(JSON.stringify([...(asked?.headers ?? [])]) + new TextDecoder().decode(asked?.body)).not.toContain(
      'a secret',
    );
    const open = await publish(taken, { ...place, fields: { address: 'http://hooks.example/in' } });
    expect(open.result).toMatchObject({ failure: { trouble: 'insecure' } });
    expect(open.effects.asked).toEqual([]);
  });

  test('is asked with a ping when it is connected', async () => {
    const effects = effectsFor(taken);
    const result = await webhook.test({ address: 'hooks.example/in' }, { key: 'x' }, effects);
    expect(result).toMatchObject({
      ok: true,
      value: { fields: { address: 'https://hooks.example/in' }, name: 'hooks.example' },
    });
    expect(effects.asked[0]?.json()).toMatchObject({ type: 'ping' });
  });

  test('is told of corrections and retractions', async () => {
    const effects = effectsFor(taken);
    const remote = { remoteId: '7', url: 'https://blog.example/7', editUrl: '', status: 'published', fingerprint: 'f' };
    await webhook.retract(remote, { kind: 'correction', text: 'Wrong name' }, place, effects);
    await webhook.retract(remote, { kind: 'trash' }, place, effects);
    expect(effects.asked.map((asked) => asked.json())).toMatchObject([
      { type: 'post.corrected', data: { id: '7', correction: 'Wrong name' } },
      { type: 'post.retracted', data: { id: '7' } },
    ]);
  });
});
