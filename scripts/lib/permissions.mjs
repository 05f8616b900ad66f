// @ts-check
/** Why each permission is asked for, and the README's table of them, made of the manifests of both browsers. */
import { readFileSync } from 'node:fs';
import { requireBuild } from './builds.mjs';

/** In the order of the table. @type {Record<string, string>} */
const reasons = {
  activeTab: 'reads the page in front, only when you click the button, use its shortcut or its menu',
  scripting: 'puts the reader, or the highlighter, into that page at that moment; nothing runs in pages before',
  storage: 'keeps your settings',
  unlimitedStorage: 'keeps clips and images from being thrown away when the disk runs low',
  contextMenus: '"Clip page", "Clip selection", "Highlight this", "Clip link", "Save image" in the context menu',
  sidePanel: 'shows the library beside the page; Firefox has its side bar without asking',
  'https://*/*':
    'asked for one site at a time, when you want something that needs it: an image of a post that the page did not give, a link clipped without opening it, or a blog you publish to; for all at once when you want highlights painted at every visit, or images that were not kept loaded as you read',
  'http://*/*': 'the same, for sites without https',
  downloads:
    'saves backups of the library into the downloads folder and deletes those beyond the number you keep; asked when you switch backups on',
  offscreen:
    'makes the backup file: the background of Chromium cannot; asked together with `downloads`, browsers show no warning for it',
  identity:
    "opens a blog's own page in a window, where you let Clipsheet publish there; asked when you connect it, browsers show no warning for it",
};

/** @typedef {{permissions: string[], optional_permissions?: string[], optional_host_permissions?: string[]}} Manifest */

/** @param {import('./browsers.mjs').BrowserName} browser @returns {Manifest} */
const manifestOf = (browser) => JSON.parse(readFileSync(`${requireBuild(browser)}/manifest.json`, 'utf8'));

/** @param {Manifest} manifest @param {string} name @returns {'required' | 'optional' | null} */
function askedAs(manifest, name) {
  if (manifest.permissions.includes(name)) return 'required';
  const optional = [...(manifest.optional_permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
  return optional.includes(name) ? 'optional' : null;
}

/** The words behind a name: when it is asked for, and where. @param {ReturnType<typeof askedAs>} chromium @param {ReturnType<typeof askedAs>} firefox */
function noteOf(chromium, firefox) {
  const only = chromium && !firefox ? 'Chromium only' : firefox && !chromium ? 'Firefox only' : '';
  const optional =
    [chromium, firefox].filter((as) => as !== 'optional' && as !== null).length === 0
      ? 'optional'
      : chromium === 'optional'
        ? 'optional in Chromium'
        : firefox === 'optional'
          ? 'optional in Firefox'
          : '';
  const words = [optional, only].filter(Boolean).join(', ');
  return words && ` (${words})`;
}

/**
 * The table of both builds.
 * @throws when a permission has no reason, or a reason no permission.
 */
function permissionTable() {
  const [chromium, firefox] = [manifestOf('chromium'), manifestOf('firefox')];
  const asked = [chromium, firefox].flatMap((manifest) => [
    ...manifest.permissions,
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
  ]);
  const unexplained = asked.filter((name) => !Object.hasOwn(reasons, name));
  const unasked = Object.keys(reasons).filter((name) => !asked.includes(name));
  if (unexplained.length + unasked.length > 0)
    throw new Error(`without a reason: ${unexplained.join(', ')}; not asked for: ${unasked.join(', ')}`);
  const rows = Object.entries(reasons).map(([name, why]) => [
    `\`${name}\`${noteOf(askedAs(chromium, name), askedAs(firefox, name))}`,
    why,
  ]);
  return toTable([['permission', 'why'], ...rows]);
}

/** A table of Markdown, its columns as wide as their longest cell. @param {string[][]} rows */
function toTable([head = [], ...rows]) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const heading = '## What it may access, and why';

/** The README with the table as it must be. @param {string} readme */
export function withPermissionTable(readme) {
  const from = readme.indexOf('| permission', readme.indexOf(heading));
  const to = readme.indexOf('\n\n', from);
  if (from < 0) throw new Error('the README has no table of permissions');
  return readme.slice(0, from) + permissionTable() + readme.slice(to);
}
