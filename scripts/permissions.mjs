// @ts-check
/** Writes the README's table of permissions from the manifests of both builds: after `npm run build`, when one changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withPermissionTable } from './lib/permissions.mjs';

writeFileSync('README.md', withPermissionTable(readFileSync('README.md', 'utf8')));
console.log('README.md');
