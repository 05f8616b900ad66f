// @ts-check
/** A copy of the built extension with one page more, which runs the extension's own code for a test. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { requireBuild } from '../../scripts/lib/builds.mjs';

/**
 * The page is `<name>.html`; what `entry` exports is its global of that name.
 * @param {import('../../scripts/lib/browsers.mjs').BrowserName} browser
 * @param {string} name
 * @param {URL} entry
 * @returns {Promise<{folder: string, remove: () => void}>}
 */
export async function copyWithPage(browser, name, entry) {
  const folder = mkdtempSync(join(tmpdir(), `clipsheet-${name}-`));
  cpSync(requireBuild(browser), folder, { recursive: true });
  const lib = { entry: fileURLToPath(entry), formats: /** @type {['iife']} */ (['iife']), name };
  const made = await build({
    configFile: false,
    logLevel: 'error',
    // A library keeps this for who uses it; here nobody does.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib },
  });
  const [only] = Array.isArray(made) ? made : [made];
  if (!only || !('output' in only)) throw new Error('nothing was bundled');
  writeFileSync(join(folder, `${name}.js`), only.output[0].code);
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><meta charset="utf-8"><title>${name}</title><script src="${name}.js"></script>`,
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
