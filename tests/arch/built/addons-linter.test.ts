/** The check that Mozilla's site makes of every extension. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { requireBuild } from '../../../scripts/lib/builds.mjs';

/** Warnings that stay, by what stands behind them. */
const known: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT: 'preact, Readability, DOMPurify and their like; our own code is held to lib/sanitize',
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: 'nothing is claimed of Firefox for Android',
};

test('Mozilla finds no error in the build for Firefox, and no warning but the known ones', () => {
  const arguments_ = ['node_modules/addons-linter/bin/addons-linter', '--output', 'json', requireBuild('firefox')];
  const report = JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
  expect(report.errors).toEqual([]);
  expect(report.warnings.filter(({ code }: { code: string }) => !known[code])).toEqual([]);
}, 300_000);
