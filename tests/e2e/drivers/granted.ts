/** A copy of the build to which everything optional was granted: nobody can answer the browser's questions here. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuild } from '../../../scripts/lib/builds.mjs';

/** The folder of the copy; it may also reach the sites that `hosts` (match patterns) name. */
export function grantAll(browser: 'chromium' | 'firefox', hosts: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-granted-'));
  cpSync(requireBuild(browser), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { optional_permissions: optional, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  const granted = { ...rest, permissions: [...rest.permissions, ...optional], host_permissions: hosts };
  writeFileSync(path, JSON.stringify(granted));
  return folder;
}
