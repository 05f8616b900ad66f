// @ts-check
/** The steps of `npm test`, and the loop that runs them, most one after another, and counts. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './browsers.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [fast] part of `npm run check`
 * @property {string[][]} [commands] arguments for node, run in order; counted as one check
 * @property {string} [tests] a vitest configuration; each of its tests is counted
 * @property {Record<string, string>} [env]
 * @property {boolean} [beside] runs while the step before it runs: both mostly wait for their browsers
 * @property {number} minutes after which the step has failed
 */

const wxt = 'node_modules/wxt/bin/wxt.mjs';

/** @type {readonly Step[]} */
const steps = [
  {
    name: 'lint',
    fast: true,
    minutes: 2,
    commands: [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  },
  {
    name: 'types',
    fast: true,
    minutes: 3,
    commands: [
      [wxt, 'prepare'],
      ['node_modules/typescript/bin/tsc', '--noEmit'],
    ],
  },
  { name: 'unused', fast: true, minutes: 3, commands: [['node_modules/knip/bin/knip.js']] },
  { name: 'arch', fast: true, minutes: 3, tests: 'tests/arch/vitest.config.ts' },
  { name: 'unit', fast: true, minutes: 8, tests: 'tests/unit/vitest.config.ts' },
  { name: 'generators', minutes: 6, tests: 'tests/generators/vitest.config.ts' },
  // Fetches WordPress the first time; where it cannot, its tests say so.
  { name: 'wordpress', minutes: 15, tests: 'tests/wordpress/vitest.config.ts' },
  {
    name: 'build',
    minutes: 4,
    commands: [
      [wxt, 'build', '-b', 'chrome'],
      [wxt, 'build', '-b', 'firefox', '--mv3'],
    ],
  },
  { name: 'built', minutes: 8, tests: 'tests/arch/built/vitest.config.ts' },
  {
    name: 'faults',
    minutes: 6,
    commands: [['scripts/faults.mjs', '--short', '--built', 'kill', 'worker', 'versions', 'damage']],
  },
  { name: 'browser', minutes: 10, tests: 'tests/browser/vitest.config.ts' },
  { name: 'e2e-chromium', minutes: 15, tests: 'tests/e2e/vitest.config.ts', env: { CLIPSHEET_BROWSER: 'chromium' } },
  {
    name: 'e2e-firefox',
    beside: true,
    minutes: 15,
    tests: 'tests/e2e/vitest.config.ts',
    env: { CLIPSHEET_BROWSER: 'firefox' },
  },
];

/**
 * Runs all steps, the fast ones, or the named ones.
 * @param {{fast: boolean, named: readonly string[]}} choice
 * @returns {Promise<number>} the exit code
 */
export async function runSteps({ fast, named }) {
  const unknown = named.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step named ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  const chosen = steps.filter((step) => (named.length > 0 ? named.includes(step.name) : !fast || step.fast));
  if (!fast && !findBrowsers(chosen)) return 1;
  const total = { passed: 0, failed: 0 };
  for (let at = 0; at < chosen.length; ) {
    const alone = chosen.findIndex(({ beside }, next) => next > at && !beside);
    const end = alone < 0 ? chosen.length : alone;
    for (const { passed, failed } of await Promise.all(chosen.slice(at, end).map(reportStep))) {
      total.passed += passed;
      total.failed += failed;
    }
    at = end;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/** Runs a step and says how it went. @param {Step} step */
async function reportStep(step) {
  const started = performance.now();
  const { passed, failed, output } = await runStep(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${failed ? '✗' : '✓'} ${step.name.padEnd(14)}${seconds} s   ${passed} passed, ${failed} failed`);
  if (failed) console.log(output.replace(/^/gm, '    '));
  return { passed, failed };
}

/**
 * Installs missing browsers before the first step, so that a test never waits for it.
 * @param {readonly Step[]} chosen
 */
function findBrowsers(chosen) {
  try {
    if (chosen.some(({ name }) => /^(browser|faults)$|chromium/.test(name))) requireBrowser('chromium');
    if (chosen.some(({ name }) => /firefox/.test(name))) requireBrowser('firefox');
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    return false;
  }
}

/**
 * @param {Step} step
 * @returns {Promise<{passed: number, failed: number, output: string}>}
 */
async function runStep(step) {
  if (step.tests) return runTests(step, step.tests);
  let output = '';
  for (const command of step.commands ?? []) {
    const run = await runNode(command, step);
    output += run.output;
    if (run.code !== 0) return { passed: 0, failed: 1, output };
  }
  return { passed: 1, failed: 0, output };
}

/**
 * Runs vitest and counts from its own report; a run that reports nothing has failed.
 * @param {Step} step
 * @param {string} config
 */
async function runTests(step, config) {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await runNode(['node_modules/vitest/vitest.mjs', 'run', '-c', config, ...reporters], step);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  const passed = counts?.numPassedTests ?? 0;
  const failed = counts?.numFailedTests ?? 0;
  // A file that cannot be loaded, an unhandled error or no test at all ends with a code, not with a failed test.
  return { passed, failed: code !== 0 || passed === 0 ? Math.max(1, failed) : failed, output };
}

/**
 * @param {string[]} args
 * @param {Step} step
 * @returns {Promise<{code: number, output: string}>}
 */
function runNode(args, { env, minutes }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    const collect = (/** @type {Buffer} */ data) => {
      output += data.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = setTimeout(() => {
      output += `\nStopped after ${minutes} minutes.\n`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, minutes * 60_000);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}
