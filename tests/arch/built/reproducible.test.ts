/** Whoever builds the same sources gets the same file, byte for byte. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { requireBuild } from '../../../scripts/lib/builds.mjs';
import { pack } from '../../../scripts/lib/pack.mjs';

test('two builds of the same sources give the same zip', () => {
  const first = requireBuild('chromium');
  const elsewhere = mkdtempSync(join(tmpdir(), 'clipsheet-again-'));
  try {
    execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'], {
      env: { ...process.env, CLIPSHEET_OUT: elsewhere, NODE_ENV: 'production' },
      stdio: 'pipe',
    });
    const [a, b] = [pack(first), pack(join(elsewhere, basename(first)))];
    expect(Buffer.compare(a, b)).toBe(0);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}, 300_000);
