// @ts-check
/** A WordPress site of one's own on this machine: fresh, with a user for each role, gone when it is stopped. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchWordPress } from './fetch-wordpress.mjs';

/**
 * @typedef {object} WordPressSite
 * @property {string} url `http://localhost:<port>/`
 * @property {string} version
 * @property {Record<Role, {login: string, password: string, applicationPassword: string}>} users
 * @property {() => string} log what PHP complained about
 * @property {() => void} stop ends the server and deletes the site
 */
/** @typedef {'administrator' | 'editor' | 'author' | 'contributor'} Role */

const parts = fileURLToPath(new URL('site', import.meta.url));

/**
 * Starts a site; about ten seconds once WordPress is fetched.
 * @param {{port?: number, environment?: string, address?: string, onPort?: (port: number) => void}} [options] `address`:
 *   where the site says it lives, when that is behind a proxy, which is told the `onPort` it really listens on
 * @returns {Promise<WordPressSite>}
 * @throws when this machine cannot have a WordPress, with a sentence that says why.
 */
export async function startWordPress({ port, environment = 'local', address, onPort } = {}) {
  const { root, plugin, version } = fetchWordPress();
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-wordpress-'));
  const listening = port ?? (await freePort());
  onPort?.(listening);
  const url = address ?? `http://localhost:${listening}`;
  const env = {
    ...process.env,
    SITE_FOLDER: folder,
    SITE_ROOT: root,
    SITE_URL: url,
    WP_ENVIRONMENT_TYPE: environment,
    PHP_CLI_SERVER_WORKERS: '4',
  };
  cpSync(parts, folder, { recursive: true });
  for (const name of ['plugins', 'uploads', 'database', 'mu-plugins'])
    mkdirSync(join(folder, 'content', name), { recursive: true });
  symlinkSync(join(root, 'wp-content/themes'), join(folder, 'content/themes'));
  symlinkSync(plugin, join(folder, 'content/plugins/sqlite-database-integration'));
  const dropIn = readFileSync(join(plugin, 'db.copy'), 'utf8');
  writeFileSync(
    join(folder, 'content/db.php'),
    dropIn
      .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', plugin)
      .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php'),
  );
  const made = execFileSync('php', ['-d', 'memory_limit=512M', join(folder, 'setup.php')], {
    env,
    encoding: 'utf8',
    timeout: 240_000,
  });
  const log = openSync(join(folder, 'server.log'), 'w');
  const settings = ['memory_limit=512M', 'upload_max_filesize=64M', 'post_max_size=64M', 'opcache.enable_cli=1'];
  const server = spawn(
    'php',
    [
      ...settings.flatMap((setting) => ['-d', setting]),
      '-S',
      `127.0.0.1:${listening}`,
      '-t',
      root,
      join(folder, 'router.php'),
    ],
    // A group of its own: the master's workers keep the port when only the master is ended.
    { env, detached: true, stdio: ['ignore', log, log] },
  );
  const stop = () => {
    process.off('exit', stop);
    try {
      if (server.pid) process.kill(-server.pid, 'SIGKILL');
    } catch {
      server.kill('SIGKILL'); // the group is gone already
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', stop);
  server.unref();
  try {
    await answering(`http://127.0.0.1:${listening}/wp-json/`);
  } catch (error) {
    const said = readFileSync(join(folder, 'server.log'), 'utf8').slice(-2000);
    stop();
    throw new Error(`WordPress did not start: ${error}\n${said}`);
  }
  return {
    url: `${url}/`,
    version,
    users: JSON.parse(made.slice(made.indexOf('{"'))),
    log: () => readLog(join(folder, 'content/debug.log')),
    stop,
  };
}

/** @param {string} path */
function readLog(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // nothing was written
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} url */
async function answering(url) {
  const until = Date.now() + 120_000;
  for (;;) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
      if (answer.ok) return;
      throw new Error(`HTTP ${answer.status}`);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}
