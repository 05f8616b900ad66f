// @ts-check
/** DOMPurify without the lists of what it allows by default, for a script that gives its own lists. */

/**
 * Tags and attributes that DOMPurify allows when it is not told what to allow, and the names by which it knows SVG and
 * MathML. Emptied, it can only allow less: `ALLOWED_TAGS` and `ALLOWED_ATTR` take the place of the first, and neither
 * `svg` nor `math` is among them.
 */
const lists = [
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

/** A helper of its compiler that nothing calls. */
const generator = /^function _OverloadYield\(.*?^\}\n|^function AsyncGenerator\(.*?(?=^const entries = )/gms;

/** Length of the source that the above was read in: another release may use the lists for something else. */
const knownLength = 81574;

/**
 * @param {string} source of `dompurify/dist/purify.es.mjs`
 * @returns {string}
 * @throws when it is not the release that this was written for.
 */
export function withoutDefaults(source) {
  if (source.length !== knownLength || !source.includes('DOMPurify.version = "3.4.18"'))
    throw new Error('DOMPurify is another release: check what it uses its lists for, then change this module.');
  let left = source.replace(generator, '');
  for (const list of lists) {
    const declaration = new RegExp(`^const ${list.replace('$', '\\$')} = freeze\\(\\[[^\\]]*\\]\\);$`, 'm');
    if (!declaration.test(left)) throw new Error(`DOMPurify has no list ${list}.`);
    left = left.replace(declaration, () => `const ${list} = [];`);
  }
  return left;
}

/** @returns {import('vite').Plugin} */
export function purifierWithoutDefaults() {
  return {
    name: 'purifier-without-defaults',
    transform: {
      filter: { id: /\/dompurify\/dist\/purify\.es\.mjs$/ },
      handler: (source) => ({ code: withoutDefaults(source), map: null }),
    },
  };
}
