/** Views and their style sheets belong together: a class that nobody wrote is undefined, and nobody sees that it is. */
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { readFiles, shipped } from './source-files';

/** Without comments, and without classes that a library gives its own elements. */
const ofOurs = (css: string) => css.replace(/\/\*[\s\S]*?\*\/|:global\([^)]*\)/g, '');
const sheets = new Map(
  readFiles(['components', 'entrypoints'], ['.css']).map(({ path, text }) => [path, ofOurs(text)]),
);
const views = shipped().flatMap(({ path, text }) => {
  const name = /import styles from '(.+\.module\.css)'/.exec(text)?.[1];
  return name ? [{ path, text, sheet: join(dirname(path), name) }] : [];
});
const classesOf = (sheet: string) =>
  new Set([...(sheets.get(sheet) ?? '').matchAll(/\.([a-z][\w-]*)/gi)].map((match) => match[1]));

test('every class that a view names is in its style sheet', () => {
  const missing = views.flatMap(({ path, text, sheet }) => {
    const known = classesOf(sheet);
    const named = new Set([...text.matchAll(/\bstyles\.(\w+)/g)].map((match) => match[1]));
    return [...named].filter((name) => !known.has(name)).map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('every class of a style sheet is named by a view or by another sheet', () => {
  const composed = [...sheets.values()].join('\n');
  const idle = [...sheets.keys()]
    .filter((sheet) => sheet.endsWith('.module.css'))
    .flatMap((sheet) => {
      const own = views.filter((view) => view.sheet === sheet);
      const isNamed = (name: string) =>
        own.some(({ text }) => new RegExp(`\\bstyles(?:\\.${name}\\b|\\[)`).test(text)) ||
        new RegExp(`composes:[^;]*\\b${name}\\b`).test(composed);
      return [...classesOf(sheet)].filter((name) => name && !isNamed(name)).map((name) => `${sheet}: ${name}`);
    });
  expect(idle).toEqual([]);
});
