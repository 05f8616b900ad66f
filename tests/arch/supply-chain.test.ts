/** What comes from others: locked, unchanged, recent where it guards, and under licences that are named. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readShipped, toMarkdown, toText } from '../../scripts/lib/licences.mjs';

type Locked = { version: string; resolved?: string; integrity?: string; os?: string[]; cpu?: string[] };
const packages: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every locked package has a checksum, but for builds of other systems', () => {
  const bare = locked.filter(([, { integrity, os, cpu }]) => !integrity?.startsWith('sha512-') && !os && !cpu);
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('no package comes from an address of its own', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('no package runs a script when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test.each([
  // The newest when this was written; older ones have known ways around them.
  ['dompurify', '3.4.18'],
  ['@mozilla/readability', '0.6.0'],
  ['rehype-sanitize', '6.0.0'],
])('%s is at least %s', (name, oldest) => {
  const version = packages[`node_modules/${name}`]?.version ?? '0';
  expect(version.localeCompare(oldest, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
});

test('what is shipped is under licences that allow it, and both lists of them are those of the lock', () => {
  const shipped = readShipped();
  const allowed = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|\(MPL-2\.0 OR Apache-2\.0\)|MPL-2\.0|MIT AND ISC)$/;
  expect(
    shipped.filter(({ licence }) => !allowed.test(licence)).map(({ name, licence }) => `${name}: ${licence}`),
  ).toEqual([]);
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(toMarkdown(shipped));
  expect(readFileSync('public/licences.txt', 'utf8')).toBe(toText(shipped));
});
