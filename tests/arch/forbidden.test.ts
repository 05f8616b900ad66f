import { type ImportDeclaration, type Module, parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { readFiles, type SourceFile, shipped } from './source-files';

const code = shipped();
const scripts = readFiles(['scripts', 'tests'], ['.ts', '.tsx', '.mjs', '.cjs']);

/** `path:line text` of each line that matches. */
function findLines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
  );
}
const outside = (folder: string) => code.filter(({ path }) => !path.startsWith(folder));

describe('shipped code', () => {
  test('makes markup of strings only in lib/sanitize', () => {
    const sinks =
      /\b(innerHTML|outerHTML)\s*\+?=[^=]|\b(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|dangerouslySetInnerHTML|DOMParser|trustedTypes)\b|\bdocument\.write|\bsrcdoc\s*=/i;
    expect(findLines(outside('lib/sanitize/'), sinks)).toEqual([]);
  });

  test('runs no strings as code', () => {
    expect(findLines(code, /\beval\(|new Function\(|set(Timeout|Interval)\(\s*['"`]|importScripts\(/)).toEqual([]);
  });

  test('names types by import declarations, so that every dependency is seen', () => {
    expect(findLines(code, /\bimport\(['"][^)]*\)\./)).toEqual([]);
  });

  test('switches no check off', () => {
    expect(findLines(code, /@ts-(ignore|nocheck|expect-error)|biome-ignore-all/)).toEqual([]);
  });

  test('leaves nothing for later', () => {
    expect(
      findLines(
        [...code, ...scripts.filter(({ path }) => !path.endsWith('forbidden.test.ts'))],
        /\b(TODO|FIXME|XXX|HACK)\b/,
      ),
    ).toEqual([]);
  });

  test('says at the top of each module what it is for', () => {
    const modules = code.filter(({ path }) => !path.endsWith('.d.ts'));
    expect(modules.filter(({ text }) => !text.startsWith('/**')).map(({ path }) => path)).toEqual([]);
  });

  test('keeps modules short, and entry points to wiring', () => {
    const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;
    const limit = ({ path }: SourceFile) => (path.startsWith('entrypoints/') ? 60 : 300);
    expect(code.filter((file) => lines(file) > limit(file)).map((file) => `${file.path}: ${lines(file)}`)).toEqual([]);
  });
});

/** Calls `visit` for each node of a syntax tree that has a type. */
function walk(node: unknown, visit: (node: { type: string } & Record<string, unknown>) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node && typeof node === 'object') {
    if ('type' in node && typeof node.type === 'string') visit(node as { type: string });
    for (const value of Object.values(node)) walk(value, visit);
  }
}

describe('views', () => {
  const views = code.filter(({ path }) => path.startsWith('components/') && path.endsWith('.tsx'));
  const parse = ({ text }: SourceFile): Module => parseSync(text, { syntax: 'typescript', tsx: true });

  test('have no words of their own: all text is in the locales', () => {
    const shown = ['aria-label', 'title', 'placeholder', 'alt', 'label'];
    const words: string[] = [];
    for (const view of views)
      walk(parse(view), (node) => {
        if (node.type === 'JSXText' && /\p{L}{2}/u.test(String(node.value)))
          words.push(`${view.path}: ${String(node.value).trim()}`);
        const name = node.type === 'JSXAttribute' ? (node.name as { value?: string }).value : undefined;
        const value = node.value as { type?: string; value?: string } | null;
        if (name && shown.includes(name) && value?.type === 'StringLiteral' && /\p{L}{2}/u.test(value.value ?? ''))
          words.push(`${view.path}: ${name}="${value.value}"`);
      });
    expect(words).toEqual([]);
  });

  test('take their styles from a module beside them', () => {
    const far: string[] = [];
    for (const view of views)
      for (const item of parse(view).body)
        if (item.type === 'ImportDeclaration') {
          const source = (item as ImportDeclaration).source.value;
          if (source.endsWith('.css') && !/^\.\/[\w-]+\.module\.css$/.test(source)) far.push(`${view.path}: ${source}`);
        }
    expect(far).toEqual([]);
  });
});

describe('styles', () => {
  const styles = readFiles(['components', 'entrypoints'], ['.css']);
  const tokens = styles.filter(({ path }) => path === 'components/ui/tokens.css');
  const others = styles.filter((style) => !tokens.includes(style));
  const names = (files: readonly SourceFile[], pattern: RegExp) =>
    new Set(files.flatMap(({ text }) => [...text.matchAll(pattern)].map((m) => m[1] ?? '')));

  test('take colours from the tokens', () => {
    expect(findLines(others, /#[0-9a-f]{3,8}\b(?!.*\{)|\b(rgba?|hsla?|oklch|oklab|lab|lch)\(/i)).toEqual([]);
  });

  test('use no property that nothing defines', () => {
    const defined = names(styles, /(--[\w-]+)\s*:/g);
    const setByCode = names(code, /['"](--[\w-]+)['"]/g);
    const used = names(others, /var\((--[\w-]+)/g);
    expect([...used].filter((name) => !defined.has(name) && !setByCode.has(name))).toEqual([]);
  });
});

test('no file names a path of the machine it was written on', () => {
  const files = readFiles(['.'], ['.ts', '.tsx', '.mjs', '.cjs', '.json', '.md', '.css', '.html', '.yml']).filter(
    ({ path }) => !path.endsWith('forbidden.test.ts') && !path.startsWith('tests/fixtures/'),
  );
  expect(findLines(files, /(^|[\s'"`(=])\/(work|tmp|home|Users|root)\//)).toEqual([]);
});
