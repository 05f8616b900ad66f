// @ts-check
/** Measures what each entry point of a build loads before it can do anything. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Bytes of scripts and styles that each page (`*.html`) and each script at the top of `folder` loads at once;
 * what is loaded later by `import()` does not count.
 * @param {string} folder
 * @returns {Record<string, {minified: number, gzip: number}>}
 */
export function measureEntries(folder) {
  const entries = readdirSync(folder).filter((name) => /\.(html|js)$/.test(name));
  return Object.fromEntries(entries.map((name) => [name, weigh(loadedFiles(folder, name))]));
}

/**
 * @param {string} folder
 * @param {string} entry
 */
function loadedFiles(folder, entry) {
  /** @type {Set<string>} */
  const files = new Set();
  const starts = entry.endsWith('.html') ? pageFiles(folder, entry) : [join(folder, entry)];
  for (const waiting = [...starts]; waiting.length > 0; ) {
    const file = /** @type {string} */ (waiting.pop());
    if (files.has(file) || !existsSync(file)) continue;
    files.add(file);
    if (file.endsWith('.js')) waiting.push(...staticImports(file));
  }
  return [...files];
}

/**
 * @param {string} folder
 * @param {string} page
 */
function pageFiles(folder, page) {
  const html = readFileSync(join(folder, page), 'utf8');
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)];
  return named.map((match) => join(folder, match[1] ?? ''));
}

/** @param {string} file */
function staticImports(file) {
  const code = readFileSync(file, 'utf8');
  const named = [...code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+)["']/g)];
  return named.map((match) => resolve(dirname(file), match[1] ?? ''));
}

/** @param {readonly string[]} files */
function weigh(files) {
  const contents = files.map((file) => readFileSync(file));
  const total = (/** @type {Buffer[]} */ parts) => parts.reduce((sum, part) => sum + part.length, 0);
  return { minified: total(contents), gzip: total(contents.map((content) => gzipSync(content))) };
}
