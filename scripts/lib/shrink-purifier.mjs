// @ts-check
/** DOMPurify without what this project's configuration makes dead: the rules by which it cleans stay as they are. */

/** The source that all below was read in: another release may use its lists and helpers for something else. */
const known = { release: 'DOMPurify.version = "3.4.18"', length: 81574 };

/**
 * Tags and attributes that it allows when it is not told what to allow, and the names by which it knows SVG and MathML.
 * Empty, they can only allow less: `ALLOWED_TAGS` and `ALLOWED_ATTR` take the place of the first; of the others our own
 * list has none but `a`, and a tag that is not on it is gone before it is asked for the namespace.
 */
export const emptied = [
  'html$1',
  'svg$1',
  'svgFilters',
  'svgDisallowed',
  'mathMl$1',
  'mathMlDisallowed',
  'html',
  'svg',
  'mathMl',
  'xml',
];

/** Helpers of its compiler: one that nothing calls, and one that takes the first items of what is an array already. */
const generator = /^function _OverloadYield\(.*?^\}\n|^function AsyncGenerator\(.*?(?=^const entries = )/gms;
const slicing = /_slicedToArray\(_ref2, 2\)/;

/** Methods that nothing here calls. */
const methods = ['setConfig', 'clearConfig', 'isValidAttribute', 'removeHook', 'removeHooks', 'removeAllHooks'];

/** Hooks that nothing here adds to: only `uponSanitizeAttribute` is. */
const hooks = [
  'afterSanitizeAttributes',
  'afterSanitizeElements',
  'afterSanitizeShadowDOM',
  'beforeSanitizeAttributes',
  'beforeSanitizeElements',
  'beforeSanitizeShadowDOM',
  'uponSanitizeElement',
  'uponSanitizeShadowNode',
];

/** Settings that our configuration leaves as they are: as constants, the minifier sees what they make dead. */
const settings = {
  ALLOW_SELF_CLOSE_IN_ATTR: true,
  SAFE_FOR_TEMPLATES: false,
  SAFE_FOR_XML: true,
  WHOLE_DOCUMENT: false,
  SET_CONFIG: false,
  RETURN_DOM_FRAGMENT: false,
  RETURN_TRUSTED_TYPE: false,
  FORCE_BODY: false,
  SANITIZE_NAMED_PROPS: false,
  IN_PLACE: false,
};

/** The same of settings that are read in more ways than one, each with what it is then. */
const constants = {
  PARSER_MEDIA_TYPE: '"text/html"',
  transformCaseFunc: 'stringToLowerCase',
  NAMESPACE: 'HTML_NAMESPACE',
  ALLOWED_NAMESPACES: 'DEFAULT_ALLOWED_NAMESPACES',
  DATA_URI_TAGS: 'DEFAULT_DATA_URI_TAGS',
  FORBID_TAGS: 'create(null)',
  FORBID_ATTR: 'create(null)',
  MATHML_TEXT_INTEGRATION_POINTS: 'DEFAULT_MATHML_TEXT_INTEGRATION_POINTS',
  HTML_INTEGRATION_POINTS: 'DEFAULT_HTML_INTEGRATION_POINTS',
};

/** No custom element is allowed, and nothing is allowed beside the two lists. */
/** @type {readonly (readonly [RegExp, string])[]} */
const unasked = [
  [/^\t\tconst customElementHandling = .*?^\t\tseal\(CUSTOM_ELEMENT_HANDLING\);\n/ms, ''],
  [/^\t\tEXTRA_ELEMENT_HANDLING\.tagCheck = null;.*?(?=^\t\tif \(KEEP_CONTENT\))/ms, ''],
  [/^\tconst EXTRA_ELEMENT_HANDLING = .*?^\t\}\)\);\n/ms, ''],
  [/EXTRA_ELEMENT_HANDLING\.tagCheck instanceof Function && EXTRA_ELEMENT_HANDLING\.tagCheck\(\w+\)/, 'false'],
  [
    /EXTRA_ELEMENT_HANDLING\.attributeCheck instanceof Function && EXTRA_ELEMENT_HANDLING\.attributeCheck\(\w+, \w+\)/,
    'false',
  ],
  [/^\t\tif \(!FORBID_TAGS\[tagName\] && _isBasicCustomElement\(.*\n/m, ''],
  [/(?<=if \(!nameIsPermitted\) return ).*(?=;$)/m, 'false'],
  [/_forkSharedAllowlist\(hooks\.uponSanitizeElement, ALLOWED_TAGS, .*\)(?=;)/, 'ALLOWED_TAGS'],
  [/^\tconst RESERVED_CUSTOM_ELEMENT_NAMES = .*?\]\);\n/ms, ''],
  [/^\t\tconsole\.warn\("TrustedTypes policy .*;$/m, ''],
  // It is given nothing but nodes; whatever is neither that nor a string is refused.
  [/^\t\t\tdirty = stringifyValue\(dirty\);\n\t\t\tif \(typeof dirty !== "string"\) (?=throw)/m, '\t\t\t'],
  [/(?<=typeErrorCreate\()"a node selected for removal [^"]*"/, '""'],
];

/**
 * The same answers in less time: most of its work is to ask the DOM, through the originals of its methods.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const quicker = [
  // Bound by the engine: no list of arguments is made for each of thousands of calls.
  [/(?<=^function unapply\(func\) \{\n).*?(?=^\})/ms, '\treturn Function.prototype.call.bind(func);\n'],
  // Text is kept wherever it is allowed, and nothing else is asked of it.
  [/(?<=const nodeIterator = _createNodeIterator\(walkRoot)/, ', ALLOWED_TAGS["#text"]'],
  [/let characterDataOnly = .*;\n/, 'let withoutText = arguments[1];\n'],
  [
    /\(characterDataOnly \? 0 : NodeFilter\.SHOW_ELEMENT\) \| NodeFilter\.SHOW_COMMENT \| NodeFilter\.SHOW_TEXT/,
    '(withoutText ? 0 : NodeFilter.SHOW_TEXT) | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT',
  ],
  // An element without attributes has none to look at, nor to make a list of.
  [/(?<=^\tconst getAttributes = .*\n)/m, '\tconst hasAttributes = lookupGetter(ElementPrototype, "hasAttributes");\n'],
  [
    /(?<=^\tconst _sanitizeAttributes = function _sanitizeAttributes\(currentNode, root\) \{\n)/m,
    '\t\tif (_readNodeType(currentNode) === NODE_TYPE.element && !hasAttributes(currentNode)) return;\n',
  ],
  // Nobody else holds the configuration that it is given.
  [/^\t\tcfg = clone\(cfg\);\n/m, ''],
  // What it looks at has a parent until it takes it out itself: no hook of ours does.
  ...Array.from(
    { length: 2 },
    () => /** @type {const} */ ([/^\t\tif \(_handleHookDetachedNode\(currentNode, root\)\) return true;\n/m, '']),
  ),
  [/return _handleHookDetachedNode\(currentNode, root\);/, 'return false;'],
];

/** @param {string} name */
export function listDeclaration(name) {
  return new RegExp(`^const ${name.replace('$', '\\$')} = freeze\\(\\[([^\\]]*)\\]\\);$`, 'm');
}

/**
 * @param {string} source of `dompurify/dist/purify.es.mjs`
 * @returns {string}
 * @throws when it is not the release that this was written for.
 */
export function shrinkPurifier(source) {
  if (source.length !== known.length || !source.includes(known.release))
    throw new Error('DOMPurify is another release: see what it uses its lists and helpers for, then change this.');
  const cuts = [
    ...emptied.map((name) => /** @type {const} */ ([listDeclaration(name), `const ${name} = [];`])),
    ...methods.map((name) => /** @type {const} */ ([new RegExp(`^\tDOMPurify\\.${name} = .*?^\t};\n`, 'ms'), ''])),
    ...Object.entries(settings).flatMap(([name, value]) => [
      /** @type {const} */ ([new RegExp(`^\tlet ${name} = ${value};`, 'm'), `\tconst ${name} = ${value};`]),
      ...(name === 'SET_CONFIG'
        ? []
        : [/** @type {const} */ ([new RegExp(`^\t\t${name} = cfg\\.${name} .*\n`, 'm'), ''])]),
    ]),
    ...Object.entries(constants).flatMap(([name, value]) => [
      /** @type {const} */ ([new RegExp(`^\tlet ${name} = (?:null|HTML_NAMESPACE);\n`, 'm'), '']),
      /** @type {const} */ ([new RegExp(`^\t\t${name} = .*?;\n`, 'ms'), '']),
      // After all that it may be made of.
      /** @type {const} */ ([/^\tlet CONFIG = null;\n/m, `\tconst ${name} = ${value};\n\tlet CONFIG = null;\n`]),
    ]),
    ...hooks.flatMap((name) => [
      /** @type {const} */ ([new RegExp(`^\t\t${name}: \\[\\],?\n`, 'm'), '']),
      /** @type {const} */ ([new RegExp(`_executeHooks\\(hooks\\.${name}, [^;]*\\);`, 'gs'), ';']),
    ]),
    ...unasked,
    // It is given trees that are nobody else's, in documents where nothing runs: no copy in another such document.
    /** @type {const} */ ([
      /^\t\t\tbody = _initDocument\("<!---->"\);\n.*?\t\t\telse body\.appendChild\(importedNode\);\n/ms,
      '\t\t\tbody = dirty.ownerDocument.createElement("body");\n\t\t\tbody.appendChild(dirty);\n',
    ]),
    // That body is ours and no part of what is cleaned; as a name that is not allowed it would be copied with all it holds.
    /** @type {const} */ ([
      /(?<=while \(currentNode = nodeIterator\.nextNode\(\)\) )(?=_sanitizeNode\(currentNode, walkRoot\);)/,
      'if (currentNode !== walkRoot) ',
    ]),
    // What it gives back is written out as a string, and shadow trees are not.
    /** @type {const} */ ([
      /^\tconst _sanitizeAttachedShadowRoots = .*?^\t\};\n/ms,
      '\tconst _sanitizeAttachedShadowRoots = () => undefined;\n',
    ]),
    // No policy and no profile of ours is given to it.
    /** @type {const} */ ([/^\t\tif \(USE_PROFILES\) \{/m, '\t\tif (false) {']),
    /** @type {const} */ ([/^\t\tif \(cfg\.TRUSTED_TYPES_POLICY\) \{.*?(?=^\t\tCONFIG = freeze)/ms, '']),
    // Nor does it need one of its own: it is given no string to parse, and no attribute that is allowed wants one.
    /** @type {const} */ ([/^\tlet trustedTypesPolicy;\n/m, '\tconst trustedTypesPolicy = null;\n']),
    ...quicker,
    /** @type {const} */ ([generator, '']),
    /** @type {const} */ ([slicing, '_ref2']),
  ];
  return cuts.reduce((left, [pattern, replacement]) => {
    if (left.search(pattern) < 0) throw new Error(`DOMPurify has nothing like ${pattern}.`);
    return left.replace(pattern, () => replacement);
  }, source);
}

/** @returns {import('vite').Plugin} */
export function smallPurifier() {
  return {
    name: 'small-purifier',
    transform: {
      filter: { id: /\/dompurify\/dist\/purify\.es\.mjs$/ },
      handler: (source) => ({ code: shrinkPurifier(source), map: null }),
    },
  };
}
