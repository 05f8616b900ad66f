// @ts-check
/** Code of the project made into one script for a page of the extension. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { otherBuilds } from '../../../scripts/lib/other-builds.mjs';

/**
 * @param {URL} module
 * @returns {Promise<string>} a script that leaves what the module exports as `bench` on the global object
 */
export async function bundle(module) {
  const entry = fileURLToPath(module);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: otherBuilds },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [only] = Array.isArray(result) ? result : [result];
  if (!only || !('output' in only)) throw new Error('nothing was bundled');
  return `${only.output[0].code};globalThis.bench = bench`;
}
