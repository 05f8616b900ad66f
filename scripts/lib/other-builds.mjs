// @ts-check
/** Builds of packages other than those that they give by themselves, for whatever bundles our code. */
import { fileURLToPath } from 'node:url';

const packaged = (/** @type {string} */ path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

export const otherBuilds = {
  // Markdown's entities are decoded through `innerHTML` in browsers, which Trusted Types refuse; this one has a table.
  'decode-named-character-reference': packaged('decode-named-character-reference/index.js'),
  // Written for browsers of today: 9 KB less in everything that opens the database.
  dexie: packaged('dexie/dist/modern/dexie.mjs'),
};
