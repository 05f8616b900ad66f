// @ts-check
/** Packs both builds for the stores, and the sources that Mozilla's reviewers build again: `npm run zip`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from './lib/builds.mjs';
import { pack } from './lib/pack.mjs';
import { setUp } from './lib/setup.mjs';

setUp();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const save = (/** @type {string} */ name, /** @type {Uint8Array} */ zip) => {
  const path = `.output/clipsheet-${version}-${name}.zip`;
  writeFileSync(path, zip);
  console.log(`${path}  ${Math.round(zip.length / 1024)} KB`);
};
for (const browser of /** @type {const} */ (['chromium', 'firefox'])) save(browser, pack(build(browser)));
const sources = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
save('sources', pack('.', sources));
