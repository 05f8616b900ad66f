// @ts-check
/** Writes what the extension ships of others into docs/licences.md and public/licences.txt: `npm run licences`. */
import { writeFileSync } from 'node:fs';
import { readShipped, toMarkdown, toText } from './lib/licences.mjs';
import { setUp } from './lib/setup.mjs';

setUp();
const shipped = readShipped();
writeFileSync('docs/licences.md', toMarkdown(shipped));
writeFileSync('public/licences.txt', toText(shipped));
console.log(`${shipped.length} packages`);
