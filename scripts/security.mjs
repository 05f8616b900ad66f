// @ts-check
/**
 * Runs payloads through the built extension and counts the harm: `npm run test:security [-- --corpus folder] [--limit n]
 * [--part 1/6] [--patience ms]`: all, or n spread over them, or a part, for runs one after another. A corpus is a folder of JSON files, each a list of `{id, payload, kind}`; without one the payloads
 * of the fixtures are run. Ends with 1 when there was any harm.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './lib/builds.mjs';
import { setUp } from './lib/setup.mjs';

setUp();
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    limit: { type: 'string' },
    part: { type: 'string', default: '1/1' },
    patience: { type: 'string', default: '5000' },
  },
});
build('chromium');
const { readPayloads, readFile } = await import('../tests/security/read-payloads.mjs');
const { attack } = await import('../tests/security/attack.mjs');
const all = values.corpus ? readPayloads(values.corpus) : readFile('tests/fixtures/attacks.json');
// Spread over the whole corpus, so that a part of it is like the rest.
const step = Math.max(1, all.length / Number(values.limit ?? all.length));
const spread = Array.from({ length: Math.ceil(all.length / step) }, (_, i) => all[Math.floor(i * step)]).filter(
  (payload) => payload !== undefined,
);
const [part = 1, parts = 1] = values.part.split('/').map(Number);
if (!(part >= 1 && part <= parts)) throw new Error(`--part ${values.part}: it is the first of six parts as 1/6`);
const bound = (/** @type {number} */ at) => Math.floor((spread.length * at) / parts);
const payloads = spread.slice(bound(part - 1), bound(part));

/** @type {Record<string, number>} */
const told = {};
/** @param {import('../tests/security/watch-page.mjs').Finding} finding */
const describe = ({ harm, where, payloads: ids, detail }) =>
  `  ${harm} in ${where} (${ids.join(' ') || 'any'}): ${detail}`;
const started = Date.now();
const { live, clips, findings, ownHosts } = await attack(payloads, {
  patience: Number(values.patience),
  // Harm is told at once: a run that is cut short has said what it saw.
  progress: (stage, done, findings) => {
    for (const finding of findings.slice(told[stage] ?? 0)) console.log(describe(finding));
    told[stage] = findings.length;
    if (done % 40 === 0 || done === payloads.length)
      console.log(`${stage}: ${done} of ${payloads.length}, ${findings.length} harms`);
  },
});
const harms = /** @type {const} */ ([
  'execution',
  'blocked script',
  'navigation',
  'hang',
  'throw',
  'connection',
  'not clipped',
  'reached',
]);
console.log(
  `\n${payloads.length} payloads, ${live} do harm unprotected, ${clips} clips, ${Math.round((Date.now() - started) / 1000)} s`,
);
for (const harm of harms) console.log(`${harm.padEnd(16)}${findings.filter((found) => found.harm === harm).length}`);
for (const finding of findings) console.log(describe(finding));
if (ownHosts.length > 0) console.log(`The browser itself asked for: ${ownHosts.join(', ')}`);
console.log('\nStrings of other kinds (tables, front matter, file names, addresses, Markdown, archives):');
process.exitCode = findings.length > 0 || !runStrings() ? 1 : 0;

/** What attacks without being HTML has its tests among the unit tests; here they get the strings of the corpus. */
function runStrings() {
  const tests = ['render/hostile-strings', 'render/front-matter', 'exchange/exporters', 'exchange/archive/hostile'];
  const paths = tests.map((path) => `tests/unit/${path}`);
  const run = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '-c',
    'tests/unit/vitest.config.ts',
    '--reporter=dot',
    ...paths,
  ];
  const corpus = values.corpus ? { CLIPSHEET_CORPUS: resolve(values.corpus) } : {};
  return spawnSync(process.execPath, run, { stdio: 'inherit', env: { ...process.env, ...corpus } }).status === 0;
}
