// @ts-check
/**
 * Readability as a module of its own with only what `lib/extract/reader.ts` uses of it: how it finds the article stays
 * as it is.
 */
import { createRequire } from 'node:module';

/** The source that all below was read in: another release may use its methods for something else. */
const known = { length: 89939 };

/** Methods that nothing calls once `parse` is not, and those that `reader.ts` has in its own way. */
const methods = [
  '_postProcessContent',
  '_cleanClasses',
  '_isUrl',
  '_fixRelativeUris',
  '_getArticleTitle',
  '_unescapeHtmlEntities',
  '_getJSONLD',
  '_getArticleMetadata',
  '_isSingleImage',
  '_unwrapNoscriptImages',
  'parse',
  '_isElementWithoutContent',
  '_isProbablyVisible',
  '_fixLazyImages',
  '_cleanStyles',
];

/** Tables and patterns of those methods. */
const tables = [
  'PRESENTATIONAL_ATTRIBUTES',
  'DEPRECATED_SIZE_ATTRIBUTE_ELEMS',
  'CLASSES_TO_PRESERVE',
  'HTML_ESCAPE_MAP',
];
const patterns = [
  'extraneous',
  'replaceFonts',
  'nextLink',
  'prevLink',
  'srcsetUrl',
  'b64DataUrl',
  'jsonLdArticleTypes',
];

/** @type {readonly (readonly [RegExp, string])[]} */
const cuts = [
  ...methods.map((name) => /** @type {const} */ ([new RegExp(`^  ${name}\\(.*?^  \\},\\n`, 'ms'), ''])),
  ...tables.map(
    (name) => /** @type {const} */ ([new RegExp(`^  ${name}: (?:\\[[^\\]]*\\]|\\{[^}]*\\}),\\n`, 'm'), '']),
  ),
  ...patterns.map((name) => /** @type {const} */ ([new RegExp(`^    ${name}:\\s+/.*/\\w*,\\n`, 'm'), ''])),
  [/^ {2}this\._classesToPreserve = .*?;\n/ms, ''],
  // Messages to developers: the minifier takes out the calls; of these only the number counts.
  ...Array.from({ length: 8 }, () => /** @type {const} */ ([/errs\.push\(\s*`[^`]*`\s*\)/, 'errs.push(1)'])),
  [/^ {2}if \(this\._debug\) \{.*?^ {2}\}\n/ms, ''],
  [/\nif \(typeof module === "object"\) \{[^}]*module\.exports = Readability;\n\}\s*$/, '\nexport { Readability };\n'],
];

/**
 * @param {string} source of `@mozilla/readability/Readability.js`
 * @returns {string}
 * @throws when it is not the release that this was written for.
 */
function shrinkReadability(source) {
  if (source.length !== known.length)
    throw new Error('Readability is another release: see what reader.ts uses of it, then change this.');
  return cuts.reduce((left, [pattern, replacement]) => {
    if (left.search(pattern) < 0) throw new Error(`Readability has nothing like ${pattern}.`);
    return left.replace(pattern, () => replacement);
  }, source);
}

/** @returns {import('vite').Plugin} */
export function readabilityAlone() {
  const file = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
  return {
    name: 'readability-alone',
    enforce: 'pre',
    resolveId: (id) => (id === '@mozilla/readability' ? file : null),
    transform: {
      filter: { id: /\/@mozilla\/readability\/Readability\.js$/ },
      handler: (source) => ({ code: shrinkReadability(source), map: null }),
    },
  };
}
