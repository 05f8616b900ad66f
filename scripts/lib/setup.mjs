// @ts-check
/** Makes a fresh clone ready: checks Node, installs the locked packages, writes wxt's types. Needs no package itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const oldestNode = [20, 19];

/**
 * Leaves the folder ready for builds and tests, and does nothing that is done already.
 * @throws with a sentence for people when this machine cannot do it.
 */
export function setUp() {
  process.chdir(new URL('../..', import.meta.url).pathname);
  checkNode();
  if (!packagesMatchLock()) installPackages();
  if (!existsSync('.wxt/tsconfig.json')) prepare();
}

/** Writes the types that wxt makes of the entry points. */
function prepare() {
  execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'prepare'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    throw new Error(`Clipsheet is built with Node ${oldestNode.join('.')} or later; this is ${process.versions.node}.`);
}

/** True when `node_modules` holds every package of the lock in the locked version, but for those of other systems. */
function packagesMatchLock() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} path
 * @returns {Record<string, {version?: string, optional?: boolean}>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function installPackages() {
  console.log('Installing packages (npm ci) …');
  const cli = process.env.npm_execpath;
  const [command, ...before] = cli ? [process.execPath, cli] : ['npm'];
  execFileSync(command, [...before, 'ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // The browsers that are driven are the user's own.
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    shell: !cli && process.platform === 'win32',
  });
}
