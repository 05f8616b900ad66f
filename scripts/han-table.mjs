// @ts-check
/**
 * Writes lib/search/han-table.ts, by which traditional and simplified Chinese are compared: `node scripts/han-table.mjs`.
 * The pairs are those of OpenCC's TSCharacters (Apache-2.0), characters of one UTF-16 unit only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const source = new URL('../node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js', import.meta.url);
const entries = readFileSync(source, 'utf8')
  .replace(/^export default "|";?\s*$/gu, '')
  .split('|');
const pairs = entries
  .map((entry) => entry.split(' '))
  .filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to)
  .map(([from, to]) => `${from}${to}`)
  .sort();
const folded = pairs.join('');
const text = `/** Traditional characters, each before its simplified form; written by scripts/han-table.mjs from OpenCC's table. */
export const hanPairs =
  '${folded}';
`;
writeFileSync(new URL('../lib/search/han-table.ts', import.meta.url), text);
console.log(`${pairs.length} pairs, ${Buffer.byteLength(folded)} bytes, ${gzipSync(folded).length} compressed`);
