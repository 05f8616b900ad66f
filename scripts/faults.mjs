// @ts-check
/**
 * Breaks the built extension on purpose, in real Chromium or Firefox, and counts what is lost:
 * `npm run test:faults [-- name …] [--short] [--browser firefox]`. Each experiment prints its counts; what could not be done says why.
 */
import { parseArgs } from 'node:util';
import { experiments } from '../tests/faults/experiment.mjs';
import { makeExtension } from '../tests/faults/extension.mjs';
import { build } from './lib/builds.mjs';
import { setUp } from './lib/setup.mjs';

setUp();
const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !experiments.some((one) => one.name === name));
if (unknown.length > 0) {
  console.error(
    `No experiment named ${unknown.join(', ')}. There are: ${experiments.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';
if (!values.built) build(browser);
const { extension, remove } = await makeExtension(browser);
const chosen = experiments.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
let [passed, failed, skipped] = [0, 0, 0];
try {
  for (const { name, what, browsers, run } of chosen) {
    if (!browsers.includes(browser)) {
      skipped++;
      console.log(`– ${name}: not in ${browser}`);
      continue;
    }
    const started = performance.now();
    /** @type {import('../tests/faults/experiment.mjs').Outcome} */
    const { counts, holds, why } = await run({ extension, short: values.short }).catch((error) => ({
      counts: {},
      holds: false,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
    if (holds === null) skipped++;
    else if (holds) passed++;
    else failed++;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${holds === null ? '–' : holds ? '✓' : '✗'} ${name}: ${what} (${seconds} s)`);
    for (const [of, count] of Object.entries(counts)) console.log(`    ${of}: ${count}`);
    if (why) console.log(`    ${why}`);
  }
} finally {
  remove();
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} not run` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
