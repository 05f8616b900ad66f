// @ts-check
/**
 * Makes the script that is injected into pages as small as it can be: other entry points are left to the build's own
 * minifier. Nothing here changes what the code does; `tests/browser/sanitize/shrunk.test.ts` proves it for the sanitiser, `tests/unit/extract/shrunk-reader.test.ts` for the search.
 */
import { createRequire } from 'node:module';
import { smallPurifier } from './shrink-purifier.mjs';
import { shrinkReadability } from './shrink-readability.mjs';

/**
 * Names that only Readability's own code uses, methods and fields with an underscore and its constants, what DOMPurify
 * tells its hooks, and those of the blocks of a page: neither the DOM nor anything that leaves the script has one of them.
 */
const privateNames =
  /^(?:_[a-z]\w*|readability|contentScore|FLAG_\w+|DEFAULT_\w+|REGEXPS|unlikelyCandidates|okMaybeItsACandidate|shareElements|loadingWords|tokenize|positive|negative|hashUrl|hasContent|adWords|isLate|depth|UNLIKELY_ROLES|DIV_TO_P_ELEMS|ALTER_TO_DIV_EXCEPTIONS|PRESENTATIONAL_ATTRIBUTES|DEPRECATED_SIZE_ATTRIBUTE_ELEMS|PHRASING_ELEMS|CLASSES_TO_PRESERVE|keptTotal|keptBefore|keptDepth|titleIndex|firstOf|inlineKinds|allKinds|isCandidate|ofTag|ofPlace|ofFamily|ofNeighbours|ofSayings|addUp|findNeighbours|isKept|isLine|isSlanted|slanted|folded|families|family|isBold|isLink|measured|features|linked|frames|isWide|kept|kinds|chain|shape|texts|captions|parts|parents|prepared|ruled|outline|blocks|frame|seen|limits|attrName|attrValue|keepAttr|forceKeepAttr|starts|roots|written|stays|goes|going|around|chosen)$/;

/** @type {import('vite').BuildOptions['terserOptions']} */
const terserOptions = {
  ecma: 2020,
  toplevel: true,
  compress: {
    passes: 3,
    // Readability's messages to developers, which it writes only when it is told to.
    pure_funcs: ['this.log', 'seal', 'freeze', 'unapply'],
    // It also writes out the whole article for them: nothing here reads a property for what reading it does.
    pure_getters: true,
    keep_fargs: false,
    // Neither package calls `new` on a method or on a function that is written as an expression.
    unsafe_arrows: true,
    unsafe_methods: true,
    // `[].forEach` for `Array.prototype.forEach`.
    unsafe_proto: true,
  },
  mangle: {
    properties: {
      // Some are written on elements of the page's copy: the minifier gives out no name that the DOM has.
      regex: privateNames,
    },
  },
  // Chinese words in patterns stay one character each.
  format: { ascii_only: false, comments: false },
};

/**
 * The reasons of the extraction passes are for those who read the code, and for the test that wants one of each.
 * @returns {import('vite').Plugin}
 */
function passesWithoutReasons() {
  return {
    name: 'passes-without-reasons',
    transform: {
      filter: { id: /\/lib\/extract\/passes\/[\w-]+\.ts$/ },
      handler: (source) => ({ code: source.replace(/^ {2}reason: '[^']*',$/m, ''), map: null }),
    },
    enforce: 'pre',
  };
}

/** @returns {import('vite').Plugin} */
function readabilityAlone() {
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

/**
 * What is never assigned again may as well be called so: a hundred and fifty times two letters.
 * @returns {import('vite').Plugin}
 */
function letForConst() {
  return {
    name: 'let-for-const',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(/(?<=[;{}()]|^)const (?=[\w$[{])/g, 'let ');
    },
  };
}

/**
 * For wxt's `vite:build:extendConfig`.
 * @param {readonly {name: string}[]} entries
 * @param {import('vite').InlineConfig} config
 */
export function shrinkClipper(entries, config) {
  const shrunk = ['clipper', 'by-hand', 'second-look'];
  if (config.mode !== 'production' || !entries.some((entry) => shrunk.includes(entry.name))) return;
  config.build = { ...config.build, minify: 'terser', target: 'es2022', terserOptions };
  config.plugins = [
    ...(config.plugins ?? []),
    smallPurifier(),
    readabilityAlone(),
    passesWithoutReasons(),
    letForConst(),
  ];
}
