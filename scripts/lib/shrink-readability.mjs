// @ts-check
/**
 * Readability as a module of its own with only what `lib/extract/reader.ts` uses of it: how it finds the article stays
 * as it is.
 */

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
  '_removeScripts',
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

/**
 * Its slowest questions, with the same answers: asked once, asked last, or not asked where the rest decides already.
 * @type {readonly (readonly [RegExp, string | ((text: string) => string)])[]}
 */
const quicker = [
  // The name of each element of the page, fifteen times.
  [
    /^ {6}while \(node\) \{\n.*?(?=^ {10}\/\/ Put phrasing content)/ms,
    (loop) =>
      loop
        .replaceAll('node.tagName', 'tagName')
        .replace(/\(tagName === "DIV" \|\|.*?\)(?= &&\n)/s, '/^(?:DIV|SECTION|HEADER|H[1-6])$/.test(tagName)')
        .replace('while (node) {', '$& const tagName = node.tagName;'),
  ],
  // The names and roles of those that have none.
  [
    /^ {8}var matchString = (node\.className .*?);(.*?)(?=^ {8}\/\/ Remove DIV)/ms,
    (text) =>
      text
        .replace(/;/, '; var isNamed = matchString !== " " || this._isMarked(node);')
        .replace('if (!this._isProbablyVisible', 'if (isNamed && !this._isProbablyVisible')
        .replace('if (\n          node.getAttribute("aria-modal")', 'if (isNamed && node.getAttribute("aria-modal")')
        .replace('!this._articleByline &&', 'isNamed && $&')
        .replace('if (stripUnlikelyCandidates)', 'if (isNamed && stripUnlikelyCandidates)'),
  ],
  // Each neighbour twice, to see whether there is one.
  [
    /(?<=^ {2}_getNextNode\(node, ignoreSelfAndKids\) \{\n).*?(?=^ {2}\},\n)/ms,
    'let next = (!ignoreSelfAndKids && node.firstElementChild) || node.nextElementSibling;\nwhile (!next && (node = node.parentNode)) next = node.nextElementSibling;\nreturn next;\n',
  ],
  // A list of children, to see the only one.
  [
    /element\.children\.length != 1 \|\| element\.children\[0\]/,
    'element.childElementCount != 1 || element.firstElementChild',
  ],
  // The words of each, before it is known whether it could be a byline.
  [/^ {4}var bylineLength = .*\n/m, ''],
  [/!!bylineLength &&\n\s*bylineLength < 100/, '/^.{1,99}$/s.test(node.textContent.trim())'],
  // Whether one of the elements in `DIV_TO_P_ELEMS` is in another.
  [
    /(?<=^ {2}_hasChildBlockElement\(element\) \{\n).*?(?=^ {2}\},\n)/ms,
    'return !!element.querySelector("blockquote,dl,div,img,ol,p,pre,table,ul");\n',
  ],
  // Without links none of the words are linked.
  [/(?<=^ {2}_getLinkDensity\(element\) \{\n)/m, 'if (!element.querySelector("a")) return 0;\n'],
  // How much each link counts, of each of the elements around it that are scored one after another.
  [/^ {6}var topCandidates = .*\n/m, '$&this._links = new Map();\n'],
  [/^ {6}var topCandidate = /m, 'this._links = null;\n$&'],
  [
    /^ {6}var href = (linkNode.*?) {6}linkLength \+= (.*?;)\n/ms,
    'let own = this._links?.get(linkNode); if (own === undefined) { var href = $1 own = $2 this._links?.set(linkNode, own); } linkLength += own;\n',
  ],
  [/^ {8}var headingDensity = (.*?);\n(.*?)headingDensity < 0\.9 &&\n(.*?contentLength < 25 &&)/ms, '$2$3 $1 < 0.9 &&'],
  [/^ {8}var textDensity = .*?;\n/m, ''],
  [
    /img === 0 && textDensity === 0/,
    '!errs.length && img === 0 && !this._someNode(this._getAllNodesWithTag(node, textishTags), this._getInnerText)',
  ],
];

/** @type {readonly (readonly [RegExp, string])[]} */
const cuts = [
  ...methods.map((name) => /** @type {const} */ ([new RegExp(`^  ${name}\\(.*?^  \\},\\n`, 'ms'), ''])),
  ...tables.map(
    (name) => /** @type {const} */ ([new RegExp(`^  ${name}: (?:\\[[^\\]]*\\]|\\{[^}]*\\}),\\n`, 'm'), '']),
  ),
  ...patterns.map((name) => /** @type {const} */ ([new RegExp(`^    ${name}:\\s+/.*/\\w*,\\n`, 'm'), ''])),
  [/^ {2}this\._classesToPreserve = .*?;\n/ms, ''],
  [/^ {8}if \(node\.tagName === "HTML"\) \{.*?^ {8}\}\n/ms, ''],
  // Messages to developers: the minifier takes out the calls; of these only the number counts.
  ...Array.from({ length: 8 }, () => /** @type {const} */ ([/errs\.push\(\s*`[^`]*`\s*\)/, 'errs.push(1)'])),
  [/^ {2}if \(this\._debug\) \{.*?^ {2}\}\n/ms, ''],
  [/^ {2}if \(options && options\.documentElement\) \{.*?^ {2}options = options .*?\n/ms, ''],
  // Options that reader.ts does not give, and results that it does not ask for.
  ...[
    '_articleDir',
    '_articleSiteName',
    '_attempts',
    '_metadata',
    '_debug',
    '_maxElemsToParse',
    '_keepClasses',
    '_disableJSONLD',
  ].map((name) => /** @type {const} */ ([new RegExp(`^  this\\.${name} =.*?;\\n`, 'ms'), ''])),
  [/ {10}!this\._metadata\.byline &&\n/, ''],
  [/^ {2}this\._serializer =.*?^ {4}\};\n/ms, ''],
  [/options\.nbTopCandidates \|\| /, ''],
  [/options\.allowedVideoRegex \|\| /, ''],
  [/options\.linkDensityModifier \|\| /, ''],
  [/^ {6}if \(parseSuccessful\) \{.*?^ {8}return articleContent;\n {6}\}\n/ms, '      return articleContent;\n'],
  // No second attempt of its own, which would be on a page that the first has taken apart: reader.ts makes them.
  [/^ {8}parseSuccessful = false;.*?^ {10}parseSuccessful = true;\n {8}\}\n/ms, '        return null;\n'],
  // Another DOM than a browser's.
  [/^ {4}if \(this\._docJSDOMParser\) \{.*?^ {4}\}\n/ms, ''],
  ...Array.from({ length: 2 }, () => /** @type {const} */ ([/^ {4}if \(this\._docJSDOMParser && .*?^ {4}\}\n/ms, ''])),
  [/^ {2}this\._docJSDOMParser = .*\n/m, ''],
  [/^ {4}if \(node\.querySelectorAll\) \{\n(.*?\n) {4}\}\n.*?^ {4}\);\n/ms, '$1'],
  [/\nif \(typeof module === "object"\) \{[^}]*module\.exports = Readability;\n\}\s*$/, '\nexport { Readability };\n'],
];

/**
 * @param {string} source of `@mozilla/readability/Readability.js`
 * @returns {string}
 * @throws when it is not the release that this was written for.
 */
export function shrinkReadability(source) {
  if (source.length !== known.length)
    throw new Error('Readability is another release: see what reader.ts uses of it, then change this.');
  return [...cuts, ...quicker].reduce((left, [pattern, replacement]) => {
    if (left.search(pattern) < 0) throw new Error(`Readability has nothing like ${pattern}.`);
    return typeof replacement === 'string' ? left.replace(pattern, replacement) : left.replace(pattern, replacement);
  }, source);
}
