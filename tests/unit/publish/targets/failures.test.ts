// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ghost } from '../../../../lib/publish/targets/ghost';
import { gitea } from '../../../../lib/publish/targets/gitea';
import { github } from '../../../../lib/publish/targets/github';
import { gitlab } from '../../../../lib/publish/targets/gitlab';
import { webhook } from '../../../../lib/publish/targets/webhook';
import { type Answer, attempts, connection, effectsFor } from './connected';
import { adminKey } from './ghost-server';

const site = { branch: 'main', folder: '', generator: 'hugo' };
const places = [
  connection(ghost, { address: 'https://blog.example/' }, { key: adminKey }),
  connection(webhook, { address: 'https://hooks.example/' }, { key: 'k' }),
  connection(github, { address: 'https://github.com/o/site', ...site }, { token: 't' }),
  connection(gitlab, { address: 'https://gitlab.example/o/site', ...site }, { token: 't' }),
  connection(gitea, { address: 'https://gitea.example/o/site', ...site }, { token: 't' }),
].map((place, at) => [[ghost, webhook, github, gitlab, gitea][at] ?? ghost, place] as const);

const answers: [string, Answer, object][] = [
  ['a revoked key', { status: 401, json: {} }, { trouble: 'login' }],
  ['an account that may not', { status: 403, json: { message: 'No' } }, { trouble: 'forbidden', detail: 'No' }],
  ['what is too large', { status: 413, json: {} }, { trouble: 'too-large' }],
  ['too many requests', { status: 429, json: {}, headers: { 'Retry-After': '30' } }, { trouble: 'busy', seconds: 30 }],
  ['a fault of the system', { status: 500, json: {} }, { trouble: 'broken' }],
  ['no answer in time', { status: 504, json: {} }, { trouble: 'timeout' }],
  ['nobody at the address', null, { trouble: 'unreachable' }],
];

describe.each(places.map(([target, place]) => [target.id, target, place] as const))('%s', (_id, target, place) => {
  test.each(answers)('says so of %s, and makes nothing', async (_what, answer, wanted) => {
    const run = attempts();
    const result = await target.publish(
      run.job(),
      place,
      run.reports,
      effectsFor(() => answer),
    );
    expect(result).toMatchObject({ ok: false, failure: { kind: 'target', ...wanted } });
    expect(run.uploads).toEqual({});
  });

  test('stops when it is cancelled', async () => {
    const effects = effectsFor(() => ({ status: 200, json: {} }));
    effects.cancel();
    const run = attempts();
    expect(await target.publish(run.job(), place, run.reports, effects)).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });

  test('says when there is no network, and when its secret is not here', async () => {
    const effects = { ...effectsFor(() => null), online: () => false };
    const run = attempts();
    expect(await target.publish(run.job(), place, run.reports, effects)).toMatchObject({
      failure: { trouble: 'offline' },
    });
    expect(await target.publish(run.job(), { ...place, secrets: {} }, run.reports, effects)).toMatchObject({
      failure: { trouble: 'no-secret' },
    });
  });
});
