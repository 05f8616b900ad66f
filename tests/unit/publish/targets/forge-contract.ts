/** What must hold of every forge. */
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../../lib/model/target';
import { baicPost } from '../../render/posts';
import { attempts, connection, effectsFor } from './connected';
import { breaking, forgeServer } from './forge-server';

type Name = 'github' | 'gitlab' | 'gitea';
const slug = 'automobile-industry-openness-cooperation';
const document = `site/content/posts/${slug}/index.md`;

export function describeForge(name: Name, target: Target, host: string): void {
  const fields = { address: `https://${host}/o/site`, branch: 'main', folder: 'site', generator: 'hugo' };
  const place = connection(target, fields, { token: 't0ken' });

  describe(target.id, () => {
    test('is connected by the address of the repository, and says who may not write', async () => {
      const server = forgeServer();
      const effects = effectsFor(server[name]);
      const given = { address: `${host}/o/site.git`, generator: 'hugo', folder: '/site/' };
      expect(await target.test(given, { token: 't0ken' }, effects)).toMatchObject({
        ok: true,
        value: { name: 'o/site', fields: { address: `https://${host}/o/site`, branch: 'main', folder: 'site' } },
      });
      expect(await target.test(given, { token: 'wrong' }, effects)).toMatchObject({ failure: { trouble: 'login' } });
    });

    test('gets one commit with the text and every image, byte for byte', async () => {
      const server = forgeServer();
      const run = attempts();
      const result = await target.publish(run.job(), place, run.reports, effectsFor(server[name]));
      const { files = {}, commits = [] } = server.branches.main ?? {};
      expect(result).toMatchObject({ ok: true, value: { remoteId: `main:${document}`, status: 'published' } });
      expect(commits).toHaveLength(2);
      expect(Object.keys(files).sort()).toEqual(
        ['README.md', document, ...baicPost().images.map(({ path }) => `site/content/posts/${slug}/${path}`)].sort(),
      );
      for (const { path, bytes } of baicPost().images)
        expect(new Uint8Array(files[`site/content/posts/${slug}/${path}`] ?? [])).toEqual(bytes.data);
    });

    test('makes no second commit when the answer to the first was lost', async () => {
      const server = forgeServer();
      const run = attempts();
      const isWrite = ({ method, url }: { method: string; url: URL }) =>
        method === 'PATCH' || (method === 'POST' && /\/(repository\/commits|site\/contents)$/.test(url.pathname));
      const effects = effectsFor(breaking(server[name], isWrite));
      expect(await target.publish(run.job(), place, run.reports, effects)).toMatchObject({
        failure: { trouble: 'unreachable' },
      });
      expect(server.branches.main?.commits).toHaveLength(2);
      expect(await target.publish(run.job(), place, run.reports, effects)).toMatchObject({ ok: true });
      expect(server.branches.main?.commits).toHaveLength(2);
    });

    test('asks for a merge once, on a branch of its own', async () => {
      const server = forgeServer();
      const run = attempts(baicPost(), { way: 'request' });
      const effects = effectsFor(server[name]);
      const first = await target.publish(run.job(), place, run.reports, effects);
      expect(first).toMatchObject({ ok: true, value: { status: 'request', url: 'https://forge.example/pulls/1' } });
      const second = await target.publish(run.job(), place, run.reports, effects);
      expect(second).toEqual(first);
      expect(server.requests).toEqual([{ branch: 'clipsheet/abc123', url: 'https://forge.example/pulls/1' }]);
      expect(server.branches.main?.commits).toHaveLength(1);
    });

    test('shows what somebody changed there before it is overwritten', async () => {
      const server = forgeServer();
      const run = attempts();
      const effects = effectsFor(server[name]);
      const first = await target.publish(run.job(), place, run.reports, effects);
      const files: Record<string, Buffer> = server.branches.main?.files ?? {};
      files[document] = Buffer.from('---\ntitle: "Theirs"\n---\nTheir words');
      const earlier = first.ok ? first.value : null;
      const refused = await target.publish(run.job({ earlier }), place, run.reports, effects);
      expect(refused).toMatchObject({
        failure: { kind: 'remote-changed', remote: { title: 'Theirs', text: 'Their words' } },
      });
      expect(files[document]?.toString()).toContain('Their words');
      const forced = await target.publish(run.job({ earlier, overwrite: true }), place, run.reports, effects);
      expect(forced).toMatchObject({ ok: true });
      expect(server.branches.main?.files[document]?.toString()).toContain('Xu Heyi');
    });

    test("never overwrites somebody else's post of the same name", async () => {
      const server = forgeServer();
      const files: Record<string, Buffer> = server.branches.main?.files ?? {};
      files[document] = Buffer.from('Older post');
      const run = attempts();
      const result = await target.publish(run.job(), place, run.reports, effectsFor(server[name]));
      expect(result).toMatchObject({ failure: { kind: 'remote-changed' } });
    });

    test('tells whether the post is as it was left, and takes it back', async () => {
      const server = forgeServer();
      const run = attempts();
      const effects = effectsFor(server[name]);
      const first = await target.publish(run.job(), place, run.reports, effects);
      if (!first.ok) throw new Error('not published');
      expect(await target.check(first.value, place, effects)).toMatchObject({ value: { state: 'same' } });
      expect(await target.retract(first.value, { kind: 'trash' }, place, effects)).toMatchObject({ ok: true });
      expect(server.branches.main?.files[document]).toBeUndefined();
      expect(await target.check(first.value, place, effects)).toMatchObject({ value: { state: 'gone' } });
    });
  });
}
