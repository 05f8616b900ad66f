// @ts-check
/** The generators of sites, how each is found on this machine and told to build. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { canInstall, installFromDebian } from '../../scripts/lib/debian.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const packages = join(here, 'node_modules');

/**
 * @typedef {object} Generator
 * @property {string} id of the publisher
 * @property {string | null} version null when it is not on this machine
 * @property {(site: string) => void} build throws with the generator's own words
 * @property {string} output folder of the built site
 */

/** Installs what is missing, where this machine can: npm's by their own lock, Hugo and Jekyll from Debian. */
export function installGenerators() {
  const lock = join(here, 'package-lock.json');
  const installed = join(packages, '.package-lock.json');
  if (!existsSync(installed) || names(installed) !== names(lock))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const missing = ['hugo', 'jekyll'].filter((name) => versionOf(name) === null);
  if (missing.length > 0 && canInstall()) installFromDebian(missing);
}

/** @param {string} path */
const names = (path) =>
  Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages)
    .flatMap(([name, { version, optional }]) => (name === '' || optional ? [] : [`${name}@${version}`]))
    .sort()
    .join();

/** @param {string} program */
function versionOf(program) {
  const run = spawnSync(program, [program === 'hugo' ? 'version' : '--version'], { encoding: 'utf8' });
  return run.status === 0 ? (/\d+\.\d+\.\d+/.exec(run.stdout)?.[0] ?? null) : null;
}

/** @param {string} name */
function packageVersion(name) {
  const path = join(packages, name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : null;
}

/** @param {string} program @param {string[]} args @param {string} cwd */
function run(program, args, cwd) {
  const done = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${done.stdout}\n${done.stderr}`);
}

/** @param {string} site @param {string} script @param {string[]} args */
function runPackage(site, script, args) {
  if (!existsSync(join(site, 'node_modules'))) symlinkSync(packages, join(site, 'node_modules'));
  run(process.execPath, [join(packages, script), ...args], site);
}

/** @returns {Generator[]} */
export const generators = () => [
  { id: 'hugo', version: versionOf('hugo'), build: (site) => run('hugo', [], site), output: 'public' },
  {
    id: 'jekyll',
    version: versionOf('jekyll'),
    build: (site) => run('jekyll', ['build', '--future', '--trace'], site),
    output: '_site',
  },
  {
    id: 'hexo',
    version: packageVersion('hexo'),
    build: (site) => runPackage(site, 'hexo/bin/hexo', ['generate']),
    output: 'public',
  },
  {
    id: 'eleventy',
    version: packageVersion('@11ty/eleventy'),
    build: (site) => runPackage(site, '@11ty/eleventy/cmd.cjs', []),
    output: '_site',
  },
  {
    id: 'astro',
    version: packageVersion('astro'),
    build: (site) => runPackage(site, 'astro/astro.js', ['build']),
    output: 'dist',
  },
];
