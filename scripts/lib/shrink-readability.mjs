// @ts-check
/** Readability as a module of its own, without the part of its package that only guesses whether a page is readable. */
import { createRequire } from 'node:module';

const tail = /\nif \(typeof module === "object"\) \{[^}]*module\.exports = Readability;\n\}\s*$/;

/** @returns {import('vite').Plugin} */
export function readabilityAlone() {
  const file = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
  return {
    name: 'readability-alone',
    enforce: 'pre',
    resolveId: (id) => (id === '@mozilla/readability' ? file : null),
    transform: {
      filter: { id: /\/@mozilla\/readability\/Readability\.js$/ },
      handler(source) {
        if (!tail.test(source)) throw new Error('Readability is exported in another way than this module knows.');
        return { code: source.replace(tail, '\nexport { Readability };\n'), map: null };
      },
    },
  };
}
