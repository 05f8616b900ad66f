// @ts-check
/**
 * Runs every check and test. `npm test` runs all; `npm run check` the fast ones; `npm test -- unit types` the named.
 * The last line is `N passed, N failed`, counting each test and each plain check.
 */
import { setUp } from './lib/setup.mjs';

try {
  setUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { runSteps } = await import('./lib/test-steps.mjs');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
process.exitCode = await runSteps({ fast: process.argv.includes('--fast'), named });
