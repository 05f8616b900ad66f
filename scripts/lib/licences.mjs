// @ts-check
/** What the extension ships of others, under which licences, read from the lock and the installed packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{name: string, version: string, licence: string, text: string}} Shipped */

/**
 * Every package that production code may reach, by name.
 * @returns {Shipped[]}
 */
export function readShipped() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version }]) => {
      const { name, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return { name, version, licence: typeof license === 'string' ? license : 'unknown', text: readText(path) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The page of the documentation. @param {readonly Shipped[]} shipped */
export function toMarkdown(shipped) {
  const rows = shipped.map(({ name, version, licence }) => [`\`${name}\``, version, licence]);
  const all = [['package', 'version', 'licence'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [
    '# Licences of what is shipped',
    '',
    'Written by `npm run licences`; their texts travel with the extension as `licences.txt`.',
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...body.map(line),
    '',
  ].join('\n');
}

/** The file that travels with the extension. @param {readonly Shipped[]} shipped */
export function toText(shipped) {
  return shipped.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`).join('\n\n');
}

/** @param {string} folder */
function readText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file
    ? readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim()
    : '(no licence file in the package)';
}
