import { describe, expect, test } from 'vitest';
import type { TargetEffects } from '../../lib/model/target';
import { ghost } from '../../lib/publish/targets/ghost';
import { attempts, connection } from '../unit/publish/targets/connected';
import { baicPost } from '../unit/render/posts';

const { GHOST_URL: address = '', GHOST_KEY: key = '' } = process.env;
if (!address || !key) throw new Error('Run `npm run ghost`: it says what is needed.');
const place = connection(ghost, { address }, { key });

/** The real network; the answer to the first request that `loses` names never comes. */
function effects(loses: (url: string, method: string) => boolean = () => false): TargetEffects {
  let lost = false;
  return {
    now: Date.now,
    online: () => true,
    sleep: async () => undefined,
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (lost || !loses(String(input), init?.method ?? 'GET')) return answer;
      lost = true;
      throw new TypeError('Failed to fetch');
    },
  };
}

describe('a real Ghost', () => {
  const post = baicPost({ slug: `clipsheet-test-${Date.now()}` });
  const run = attempts(post, { status: 'draft' });
  const job = (changes = {}) => run.job({ key: `t${Date.now().toString(36)}`, ...changes });

  test('is connected by its key', async () => {
    expect(await ghost.test({ address }, { key }, effects())).toMatchObject({ ok: true });
    const wrong = key.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await ghost.test({ address }, { key: wrong }, effects())).toMatchObject({ failure: { trouble: 'login' } });
  });

  test('has one post after a lost answer, shows what was changed, and gives it back', async () => {
    const one = job({ earlier: null });
    const isPost = (url: string, method: string) => method === 'POST' && url.includes('/posts/');
    expect(await ghost.publish(one, place, run.reports, effects(isPost))).toMatchObject({
      failure: { trouble: 'unreachable' },
    });
    const first = await ghost.publish({ ...one, uploads: run.uploads }, place, run.reports, effects());
    if (!first.ok) throw new Error(JSON.stringify(first.failure));
    const again = await ghost.publish({ ...one, uploads: run.uploads }, place, run.reports, effects());
    expect(again).toMatchObject({ ok: true, value: { remoteId: first.value.remoteId } });
    const state = await ghost.check(again.ok ? again.value : first.value, place, effects());
    expect(state).toMatchObject({ value: { state: 'same' } });
    const stale = { ...first.value, fingerprint: 'somebody changed it' };
    const refused = await ghost.publish(
      { ...one, earlier: stale, uploads: run.uploads },
      place,
      run.reports,
      effects(),
    );
    expect(refused).toMatchObject({ failure: { kind: 'remote-changed' } });
    expect(await ghost.retract(first.value, { kind: 'trash' }, place, effects())).toMatchObject({ ok: true });
    expect(await ghost.check(first.value, place, effects())).toMatchObject({ value: { state: 'gone' } });
  });
});
