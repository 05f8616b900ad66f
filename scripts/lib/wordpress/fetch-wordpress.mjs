// @ts-check
/**
 * Fetches a real WordPress once: Debian's package of it (PHP files that run under any newer PHP), and the SQLite drop-in
 * that stands in for a database server, out of an npm package. Needs PHP, which is installed on Debian as root.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

/** Debian's newest, else its stable release. `WORDPRESS_SUITE` names another. */
const suites = process.env.WORDPRESS_SUITE ? [process.env.WORDPRESS_SUITE] : ['sid', 'stable'];
const packages = [
  'wordpress',
  'wordpress-theme-twentytwentyfive',
  'libjs-cropper',
  'libjs-jquery',
  'libjs-jquery-ui',
  'libjs-underscore',
  'libjs-lodash',
  'libjs-prototype',
  'libjs-scriptaculous',
  'php-getid3',
  'libphp-phpmailer',
];
const php = ['php-cli', 'php-sqlite3', 'php-mysql', 'php-gd', 'php-curl', 'php-mbstring', 'php-xml', 'php-zip'];
const extensions = ['pdo_sqlite', 'gd', 'mbstring', 'dom', 'curl'];
/** Holds a fresh `sqlite-database-integration.zip`; nothing else of it is used. */
const dropInPackage = '@wp-playground/cli@3.1.56';

/** @typedef {{ root: string, plugin: string, version: string }} WordPress folders of the program and of the drop-in */

/**
 * The program, fetched when it is not here yet. It is never written to: each site has folders of its own.
 * @returns {WordPress}
 * @throws when this machine cannot have it, with a sentence that says why.
 */
export function fetchWordPress() {
  requirePhp();
  const home = resolve('node_modules/.cache/wordpress');
  if (!existsSync(home)) fetchInto(home);
  const root = join(home, 'root/usr/share/wordpress');
  const version = /\$wp_version = '([^']+)'/.exec(readFileSync(join(root, 'wp-includes/version.php'), 'utf8'))?.[1];
  return { root, plugin: join(home, 'sqlite-database-integration'), version: version ?? '' };
}

function requirePhp() {
  if (hasPhp()) return;
  if (!isDebianRoot())
    throw new Error(`PHP 8 with ${extensions.join(', ')} is needed (Debian: apt-get install ${php.join(' ')})`);
  console.log('Installing PHP from Debian …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const run = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', [...wait, ...args], { env, stdio: 'ignore' }).status === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...php];
  // The lists may be there already; then reading them again would only cost time.
  if (!(run(install) || (run(['update', '-qq']) && run(install))) || !hasPhp())
    throw new Error('PHP could not be installed from Debian');
}

function hasPhp() {
  const found = spawnSync('php', ['-r', 'echo PHP_VERSION_ID, " ", implode(" ", get_loaded_extensions());'], {
    encoding: 'utf8',
  });
  const [version = '0', ...loaded] = found.status === 0 ? found.stdout.toLowerCase().split(' ') : [];
  return Number(version) >= 80000 && extensions.every((name) => loaded.includes(name));
}

const isDebianRoot = () =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  existsSync('/usr/bin/dpkg-deb');

/** @param {string} home */
function fetchInto(home) {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb'))
    throw new Error('WordPress comes from Debian’s packages: apt-get and dpkg-deb are needed');
  const part = `${home}.${process.pid}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    unpackPackages(part);
    unpackDropIn(part);
    // Whole or not at all; another run that was faster has made the same.
    if (!existsSync(home)) renameSync(part, home);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Debian's packages by an apt of its own: the system's lists, sources and status are neither used nor changed. @param {string} part */
function unpackPackages(part) {
  const folder = (/** @type {string} */ path) => {
    mkdirSync(join(part, path), { recursive: true });
    return join(part, path);
  };
  folder('apt/lists/partial');
  folder('apt/cache/archives/partial');
  writeFileSync(join(part, 'apt/status'), '');
  const options = [
    `Dir::Etc::sourcelist=${join(part, 'apt/sources')}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${join(part, 'apt/lists')}`,
    `Dir::State::status=${join(part, 'apt/status')}`,
    `Dir::Cache=${join(part, 'apt/cache')}`,
    'Acquire::Languages=none',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ].flatMap((option) => ['-o', option]);
  const debs = folder('debs');
  const tried = suites.some((suite) => {
    writeFileSync(join(part, 'apt/sources'), `deb ${mirror()} ${suite} main\n`);
    const updated = spawnSync('apt-get', [...options, 'update', '-qq'], { stdio: 'ignore', timeout: 240_000 });
    return (
      updated.status === 0 &&
      spawnSync('apt-get', [...options, 'download', '-qq', ...packages], {
        cwd: debs,
        stdio: 'ignore',
        timeout: 240_000,
      }).status === 0
    );
  });
  if (!tried) throw new Error(`WordPress could not be fetched from ${mirror()} (${suites.join(', ')})`);
  for (const deb of readdirSync(debs)) execFileSync('dpkg-deb', ['-x', join(debs, deb), join(part, 'root')]);
  rmSync(debs, { recursive: true });
  rmSync(join(part, 'apt'), { recursive: true });
  // Debian's own reads a folder in /etc; ours reads the folder of the site.
  writeFileSync(
    join(part, 'root/usr/share/wordpress/wp-config.php'),
    "<?php\nrequire getenv('SITE_FOLDER') . '/wp-config.php';\n",
  );
}

/** The mirror that this system uses already. */
function mirror() {
  const sources = ['/etc/apt/sources.list', ...listOf('/etc/apt/sources.list.d')].filter((path) => existsSync(path));
  const words = sources.flatMap((path) => readFileSync(path, 'utf8').split(/\s+/));
  return words.find((word) => /^https?:\/\/[^\s]+\/debian\/?$/.test(word)) ?? 'http://deb.debian.org/debian';
}

/** @param {string} folder */
const listOf = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);

/** @param {string} part */
function unpackDropIn(part) {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', part, dropInPackage], {
    stdio: 'ignore',
    timeout: 240_000,
  });
  const tarball = readdirSync(part).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`${dropInPackage} could not be fetched from npm`);
  const inside = 'package/sqlite-database-integration.zip';
  execFileSync('tar', ['xzf', join(part, tarball), '-C', part, inside]);
  for (const [name, data] of Object.entries(unzipSync(readFileSync(join(part, inside))))) {
    const path = join(part, 'sqlite-database-integration', ...name.split('/').slice(1));
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }
  rmSync(join(part, 'package'), { recursive: true });
  rmSync(join(part, tarball));
}
