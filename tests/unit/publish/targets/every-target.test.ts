// @vitest-environment node
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { targets } from '../../../../lib/publish/targets/registry';
import { createRendering } from '../../../../lib/render/rendering';
import { describeFailure } from '../../../../lib/state/failures';
import { speak } from '../../../messages';
import { baicPost } from '../../render/posts';
import { type Answer, attempts, effectsFor, type Server } from './connected';
import { type World, worlds } from './worlds';

beforeAll(() => speak('en'));
afterEach(() => vi.restoreAllMocks());

/** What goes wrong with one request: the server may have done it (`after`) or not. */
type Fault = { name: string; at: 'before' | 'after'; answer: Answer; trouble: string; seconds?: number };
const faults: Fault[] = [
  { name: 'the line breaks on the way there, half sent', at: 'before', answer: null, trouble: 'unreachable' },
  { name: 'the answer is lost', at: 'after', answer: null, trouble: 'unreachable' },
  { name: 'the key has expired', at: 'before', answer: { status: 401, json: {} }, trouble: 'login' },
  { name: 'the account may not', at: 'before', answer: { status: 403, json: {} }, trouble: 'forbidden' },
  { name: 'it is too large', at: 'before', answer: { status: 413, json: {} }, trouble: 'too-large' },
  {
    name: 'there were too many requests',
    at: 'before',
    answer: { status: 429, json: {}, headers: { 'Retry-After': '30' } },
    trouble: 'busy',
    seconds: 30,
  },
  { name: 'the system fails', at: 'before', answer: { status: 500, json: {} }, trouble: 'broken' },
  { name: 'the system fails after it did it', at: 'after', answer: { status: 502, json: {} }, trouble: 'broken' },
  { name: 'a gateway waits in vain', at: 'after', answer: { status: 504, json: {} }, trouble: 'timeout' },
];

const options = { status: 'draft' };
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** A server that does one request, by its number from 0, as the fault has it. */
function faulty(server: Server, nth: number, { at, answer }: Fault): Server {
  let count = 0;
  return async (asked) => {
    if (count++ !== nth) return server(asked);
    if (at === 'after') await server(asked);
    return answer;
  };
}

test('every registered target has a system to be tried on', () => {
  expect(Object.keys(worlds).sort()).toEqual(targets.map(({ id }) => id).sort());
});

describe.each(targets.map((target) => [target.id, target] as const))('%s', (id, target) => {
  const make = () => worlds[id]?.() as World;

  async function undisturbed() {
    const world = make();
    const run = attempts(baicPost(), options);
    const effects = effectsFor(world.server);
    const done = await target.publish(run.job(), world.place, run.reports, effects);
    if (!done.ok) throw new Error(JSON.stringify(done.failure));
    return {
      shown: world.shown(),
      requests: effects.asked.length,
      steps: run.steps,
      images: sum(world.images()),
    };
  }

  test('tells how far it is, to the end', async () => {
    const { steps } = await undisturbed();
    const [done, total] = steps.at(-1) ?? [0, 1];
    expect(done).toBe(total);
    expect(steps.every(([at], i) => i === 0 || at >= (steps[i - 1]?.[0] ?? 0))).toBe(true);
  });

  test.each(faults)(
    'whichever request it is at which $name: a sentence, then one post and no image twice',
    async (fault) => {
      const { shown, requests, images } = await undisturbed();
      for (let nth = 0; nth < requests; nth++) {
        const world = make();
        const run = attempts(baicPost(), options);
        const first = await target.publish(
          run.job(),
          world.place,
          run.reports,
          effectsFor(faulty(world.server, nth, fault)),
        );
        const where = `request ${nth + 1} of ${requests}`;
        if (!first.ok) {
          const said = { kind: 'target', trouble: fault.trouble, ...(fault.seconds && { seconds: fault.seconds }) };
          expect(first.failure, where).toMatchObject(said);
          expect(describeFailure(first.failure).length, where).toBeGreaterThan(20);
        } else await run.reports.created(first.value);
        const again = await target.publish(run.job(), world.place, run.reports, effectsFor(world.server));
        expect(again, where).toMatchObject({ ok: true });
        expect(world.posts(), where).toBe(1);
        expect(world.shown(), where).toEqual(shown);
        const lost = world.imagesCannotBeFound && fault.at === 'after' ? 1 : 0;
        expect(sum(world.images()), where).toBeLessThanOrEqual(images + lost);
      }
    },
  );

  test('takes an update whose answer was lost for its own, whichever request it was', async () => {
    const edited = baicPost({ title: 'Another headline' });
    for (let nth = 0, more = true; more; nth++) {
      const world = make();
      const run = attempts(baicPost(), options);
      const first = await target.publish(run.job(), world.place, run.reports, effectsFor(world.server));
      if (first.ok) await run.reports.created(first.value);
      const update = { post: edited, rendering: () => createRendering(edited) };
      const lost = effectsFor(faulty(world.server, nth, faults[1] as Fault));
      more = !(await target.publish(run.job(update), world.place, run.reports, lost)).ok;
      const again = await target.publish(run.job(update), world.place, run.reports, effectsFor(world.server));
      expect(again, `request ${nth + 1}`).toMatchObject({ ok: true });
    }
  });

  test('stops within a request when it is cancelled, and goes on later with what is there', async () => {
    const { shown, requests } = await undisturbed();
    for (let nth = 0; nth < requests; nth++) {
      const world = make();
      const run = attempts(baicPost(), options);
      let count = 0;
      const effects = effectsFor(async (asked) => {
        const answer = await world.server(asked);
        if (count++ === nth) effects.cancel();
        return answer;
      });
      const first = await target.publish(run.job(), world.place, run.reports, effects);
      if (first.ok) expect(nth).toBe(requests - 1);
      else expect(first.failure).toEqual({ kind: 'cancelled' });
      if (first.ok) await run.reports.created(first.value);
      const again = await target.publish(run.job(), world.place, run.reports, effectsFor(world.server));
      expect(again).toMatchObject({ ok: true });
      expect([world.posts(), world.shown()]).toEqual([1, shown]);
    }
  });

  test('says that there was no answer in time', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new DOMException('', 'TimeoutError')));
    const { place } = make();
    const run = attempts();
    const done = await target.publish(
      run.job(),
      place,
      run.reports,
      effectsFor(() => new Promise(() => undefined)),
    );
    expect(done).toMatchObject({ failure: { trouble: 'timeout' } });
  });

  test('says that there is no network, no password, or a wrong one', async () => {
    const { place, server } = make();
    const run = attempts();
    const publish = (to = place, online = true) =>
      target.publish(run.job(), to, run.reports, { ...effectsFor(online ? server : () => null), online: () => online });
    expect(await publish(place, false)).toMatchObject({ failure: { trouble: 'offline' } });
    expect(await publish({ ...place, secrets: {} })).toMatchObject({ failure: { trouble: 'no-secret' } });
    if (id === 'webhook') return; // a receiver that does not look at signatures takes any key
    const wrong = Object.fromEntries(
      Object.keys(place.secrets).map((name) => [name, `${'b2'.repeat(12)}:${'00'.repeat(32)}`]),
    );
    expect(await publish({ ...place, secrets: wrong })).toMatchObject({ failure: { trouble: 'login' } });
  });

  test('knows a wrong address from one where nobody is', async () => {
    const { place } = make();
    const fields = { ...place.fields, address: place.fields.address ?? 'https://wp.example/', ...place.fields };
    const page: Server = () => ({ status: 404, json: undefined });
    const nobody = await target.test(
      fields,
      place.secrets,
      effectsFor(() => null),
    );
    expect(nobody).toMatchObject({ ok: false, failure: { kind: 'target', trouble: 'unreachable' } });
    const other = await target.test(fields, place.secrets, effectsFor(page));
    expect(other.ok ? '' : describeFailure(other.failure).length).toBeGreaterThan(20);
  });
});
