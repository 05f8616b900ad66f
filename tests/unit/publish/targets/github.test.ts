// @vitest-environment node
import { expect, test } from 'vitest';
import { github } from '../../../../lib/publish/targets/github';
import { attempts, connection, effectsFor } from './connected';
import { describeForge } from './forge-contract';
import { breaking, forgeServer } from './forge-server';

describeForge('github', github, 'github.com');

test('GitHub is not sent images again that it took before the line broke', async () => {
  const server = forgeServer();
  const fields = { address: 'https://github.com/o/site', branch: 'main', folder: '', generator: 'hugo' };
  const place = connection(github, fields, { token: 't0ken' });
  let blobs = 0;
  const isBlob = ({ url }: { url: URL }) => url.pathname.endsWith('/git/blobs');
  const effects = effectsFor(breaking(server.github, (asked) => isBlob(asked) && ++blobs === 4));
  const run = attempts();
  expect(await github.publish(run.job(), place, run.reports, effects)).toMatchObject({ ok: false });
  expect(Object.keys(run.uploads)).toHaveLength(3);
  expect(await github.publish(run.job(), place, run.reports, effects)).toMatchObject({ ok: true });
  expect(effects.asked.filter(isBlob)).toHaveLength(4 + 3);
});
