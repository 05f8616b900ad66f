import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PostId } from '../../../lib/model/ids';
import { formatProblems, problemEntry } from '../../../lib/model/problem-log';
import { ok } from '../../../lib/model/result';
import { defaultSettings } from '../../../lib/model/settings';
import { forgetConnection, openConnection } from '../../../lib/state/connections';
import { db } from '../../../lib/state/db';
import { describeFailure } from '../../../lib/state/failures';
import { exportPieces } from '../../../lib/state/run-export';
import { writeBundle } from '../../../lib/state/write-bundle';
import { putConnection } from '../../../lib/store/connections';
import { getPost } from '../../../lib/store/posts';
import { getSecrets, openSecrets } from '../../../lib/store/secrets';
import { speak } from '../../messages';
import { fillLibrary } from '../exchange/archive/library';
import { connected, connectWebhook, emptyLibrary, secret, serve, taken } from './connected';

beforeEach(async () => {
  speak('en');
  await emptyLibrary();
  serve(taken);
});
afterEach(() => vi.unstubAllGlobals());

const textOf = async (pieces: AsyncIterable<string | Uint8Array>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += typeof piece === 'string' ? piece : new TextDecoder('latin1').decode(piece);
  return text;
};
const sessionText = async () => JSON.stringify(await fakeBrowser.storage.session.get());

describe('a secret', () => {
  test('is in no table of the library, no archive and no bundle', async () => {
    await fillLibrary(db, 1);
    await connected();
    for (const table of db.tables) expect(JSON.stringify(await table.toArray()), table.name).not.toContain(secret);
    const run = { ids: null, settings: defaultSettings, generator: '1', now: 1, progress: () => undefined };
    // Zips are compressed: what is looked for is looked for in what was written into them.
    const written = vi.spyOn(TextEncoder.prototype, 'encode');
    await textOf(await exportPieces(db, 'archive', run));
    const post = await getPost(db, 'p1' as PostId);
    const wish = { message: '', review: false };
    await writeBundle(db, post as never, wish, { by: '', generator: '1' }, async (pieces) => {
      await textOf(pieces);
      return ok({ bytes: 0 });
    });
    const all = written.mock.calls.map(([text]) => text).join('\n');
    written.mockRestore();
    expect(all).toContain('hooks.example');
    expect(all).not.toContain(secret);
  });

  test('is in no message and no report of what went wrong', async () => {
    serve(() => new Response(JSON.stringify({ message: 'No' }), { status: 401 }));
    const refused = await connectWebhook();
    if (refused.ok) throw new Error('connected');
    expect(JSON.stringify(refused.failure) + describeFailure(refused.failure)).not.toContain(secret);
    serve(() => {
      throw new TypeError(`Failed to fetch "${secret}"`);
    });
    const broken = await connectWebhook();
    if (broken.ok) throw new Error('connected');
    const said = JSON.stringify(broken.failure) + describeFailure(broken.failure);
    expect(said).not.toContain(secret);
    const entry = problemEntry(1, 'library', new Error(said), 'chrome-extension://x');
    expect(formatProblems([entry], true)).not.toContain(secret);
  });

  test('of a connection that did not work is not kept', async () => {
    serve(() => new Response(null, { status: 401 }));
    await connectWebhook();
    await connectWebhook(true);
    expect(await db.connections.count()).toBe(0);
    expect(await sessionText()).not.toContain(secret);
  });

  test('that goes with the browser is on no disk', async () => {
    const { id } = await connected(true);
    expect(await sessionText()).toContain(secret);
    expect(await openConnection(id)).toMatchObject({ ok: true, value: { secrets: { key: secret } } });
    await fakeBrowser.storage.session.clear();
    expect(await openConnection(id)).toMatchObject({ ok: false, failure: { trouble: 'no-secret' } });
  });

  test('is given to no other site than the one it was for', async () => {
    const made = await connected();
    await putConnection(db, { ...made, fields: { address: 'https://elsewhere.example/' } });
    expect(await openConnection(made.id)).toMatchObject({ ok: false, failure: { trouble: 'no-secret' } });
  });

  test.each([false, true])(
    'is gone when its connection is forgotten (until the browser closes: %s)',
    async (forgetful) => {
      const { id } = await connected(forgetful);
      expect(await forgetConnection(id)).toMatchObject({ ok: true });
      expect(await openConnection(id)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
      expect(await sessionText()).not.toContain(secret);
      expect(await getSecrets(openSecrets(), id)).toBeNull();
    },
  );
});
