// @ts-check
/**
 * Runs the tests of Ghost against a real one: `GHOST_URL=http://localhost:2368 GHOST_KEY=<id>:<secret> npm run ghost`.
 * It makes one draft there and deletes it again.
 */
import { spawnSync } from 'node:child_process';

const { GHOST_URL: address = '', GHOST_KEY: key = '' } = process.env;

/** What is in the way of the tests, and what to do; null when nothing is. */
async function whatIsMissing() {
  if (!address || !key)
    return `This needs a Ghost (version 5 or later) that you may write to.
  GHOST_URL  its address, http://localhost:2368 for one on this computer
  GHOST_KEY  the Admin API key of a custom integration: Ghost › Settings › Integrations › Add custom integration
Then: GHOST_URL=… GHOST_KEY=… npm run ghost`;
  if (!URL.canParse(address)) return `GHOST_URL is no address: ${address}. It begins with http:// or https://.`;
  if (!/^[0-9a-f]{24}:[0-9a-f]{64}$/.test(key))
    return 'GHOST_KEY is no Admin API key: those are 24 characters, a colon and 64 more. The Content API key is another one.';
  const site = new URL('ghost/api/admin/site/', address.endsWith('/') ? address : `${address}/`);
  const answer = await fetch(site, { signal: AbortSignal.timeout(15_000) }).catch((error) =>
    String(error.cause ?? error),
  );
  if (typeof answer === 'string') return `Nobody answers at ${address}: ${answer}. Is Ghost running?`;
  return answer.ok ? null : `What answers at ${address} is no Ghost: ${site.pathname} gave ${answer.status}.`;
}

const missing = await whatIsMissing();
if (missing) {
  console.error(missing);
  process.exit(2);
}
const tests = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/ghost/vitest.config.ts'];
process.exit(spawnSync(process.execPath, tests, { stdio: 'inherit' }).status ?? 1);
