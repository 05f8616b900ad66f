// @ts-check
/**
 * Makes a new part of a kind that is registered: its file, its line in the registry, its test, its texts.
 * `npm run new publisher plain-text` · `npm run new target drupal` · `npm run new site harbour-news`
 * `npm run new pass drop-polls` (`--page`: before Readability instead of after)
 * `npm run new importer matter-csv` · `npm run new exporter kindle-notes` · `npm run new filter initials`
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newTarget } from './lib/new-target.mjs';

const [kind, name, ...options] = process.argv.slice(2);
const scripts = dirname(fileURLToPath(import.meta.url));

/** @param {string} text */
const camel = (text) => text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
/** @param {string} text */
const title = (text) => text.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());

const kinds = {
  publisher: newPublisher,
  target: (/** @type {string} */ id) => newTarget(id, camel(id), title(id)),
  pass: newPass,
  site: newSite,
  importer: newImporter,
  exporter: newExporter,
  filter: newFilter,
};
const make = kinds[/** @type {keyof typeof kinds} */ (kind)];
if (!make || !name || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error(`usage: npm run new <${Object.keys(kinds).join('|')}> <name-in-kebab-case> [-- --page]`);
  process.exit(2);
}
/**
 * @typedef {{list: string, entry: string, from: string}} Line `list`: the exported list, or record by id, that it joins
 * @typedef {{files: Record<string, string>, messages: string[][], registry: string, line: Line, more?: Record<string, Line>, next: string[]}} Made
 *   `more`: lines in other files than the registry
 */
/** @type {Made} */
const made = make(name, options.includes('--page'));
const taken = Object.keys(made.files).find((path) => existsSync(path));
if (taken) {
  console.error(`${taken} is there already`);
  process.exit(1);
}
for (const [path, text] of Object.entries(made.files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
for (const message of made.messages)
  execFileSync(process.execPath, [join(scripts, 'message.mjs'), ...message], { stdio: 'inherit' });
const lines = { [made.registry]: made.line, ...made.more };
for (const [path, line] of Object.entries(lines)) register(path, line);
const changed = [...Object.keys(made.files), ...Object.keys(lines)];
execFileSync('npx', ['biome', 'check', '--write', ...changed], { stdio: ['ignore', 'ignore', 'inherit'] });
console.log(`made:\n  ${changed.join('\n  ')}\nnow:\n  ${made.next.join('\n  ')}`);

/** Adds the import and, at the end of the named list or record, the entry. @param {string} path @param {Line} line */
function register(path, { list, entry, from }) {
  const text = readFileSync(path, 'utf8');
  const head = new RegExp(`export const ${list}\\b[^=]*=[^=]*?([[{])\\n?`).exec(text.replaceAll('=>', '  '));
  const end = head ? text.indexOf(head[1] === '[' ? '];' : '\n};', head.index) : -1;
  if (!head || end < 0) throw new Error(`${path} has no list ${list}`);
  const before = text.slice(0, end).trimEnd().replace(/,$/, '');
  const comma = /[[{]$/.test(before) ? '' : ', ';
  const imported = text.indexOf('import ');
  const [name = ''] = entry.split(': ').slice(-1);
  const listed = `${before}${comma}${entry}${text.slice(end)}`;
  writeFileSync(path, `${listed.slice(0, imported)}import { ${name} } from '${from}';\n${listed.slice(imported)}`);
}

/** @param {string} id */
function newPublisher(id) {
  const constant = camel(id);
  const key = `publish_${id.replaceAll('-', '_')}`;
  return {
    files: {
      [`lib/publish/${id}.ts`]: `/** ${title(id)}: the post as plain text in a file. */
import type { Publisher } from '../model/publisher';
import { fail, ok } from '../model/result';
import { receipt } from './delivery';

export const ${constant}: Publisher = {
  id: '${id}',
  label: '${key}',
  hint: '${key}_hint',
  icon: 'send',
  group: 'file',
  async publish(post, rendering, effects) {
    effects.progress(0, 1);
    const data = new TextEncoder().encode(rendering.text());
    if (effects.signal.aborted) return fail({ kind: 'cancelled' });
    const target = \`\${post.slug}.txt\`;
    const saved = await effects.saveFile(target, 'text/plain', data);
    if (!saved.ok) return saved;
    effects.progress(1, 1);
    return ok(await receipt(target, data));
  },
};
`,
      [`tests/unit/publish/${id}.test.ts`]: `// @vitest-environment node
import { expect, test } from 'vitest';
import { ${constant} } from '../../../lib/publish/${id}';
import { createRendering } from '../../../lib/render/rendering';
import { baicPost } from '../render/posts';
import { desk } from './desk';

test('${title(id)} delivers the post', async () => {
  const post = baicPost();
  const given = desk();
  const result = await ${constant}.publish(post, createRendering(post), given);
  expect(result).toMatchObject({ ok: true, value: { target: \`\${post.slug}.txt\` } });
  expect(new TextDecoder().decode(given.files[0]?.data)).toBe(createRendering(post).text());
});
`,
    },
    messages: [
      [key, title(id), title(id)],
      [`${key}_hint`, `What ${title(id)} makes of the post`, `${title(id)} 会把文章变成什么`],
    ],
    registry: 'lib/publish/registry.ts',
    line: { list: 'publishers', entry: constant, from: `./${id}` },
    next: [
      `say what it delivers in lib/publish/${id}.ts and its test (the contract is checked by tests/unit/publish/registry.test.ts)`,
      `word ${key} and ${key}_hint in both languages: node scripts/message.mjs <key> "<English>" "<简体中文>"`,
      `add a line with \`${id}\` to the publishers in README.md`,
    ],
  };
}

/** @param {string} id @param {boolean} isPage */
function newPass(id, isPage) {
  const constant = camel(id);
  const [type, given, list] = isPage ? ['PagePass', 'page', 'pagePasses'] : ['ArticlePass', 'article', 'articlePasses'];
  const scope = isPage ? 'page.document' : 'article.root';
  const build = isPage
    ? `const base = 'https://news.example/a';
const page = (html: string) => ({ document: new DOMParser().parseFromString(html, 'text/html'), url: base, base });`
    : `function article(html: string): Article {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = { document, url: 'https://news.example/a', base: 'https://news.example/a' };
  return { root: document.body, page, outline: drawOutline(document), witnesses: readWitnesses(document) };
}`;
  const imports = isPage
    ? ''
    : `import { drawOutline } from '../../../../lib/extract/outline';
import type { Article } from '../../../../lib/extract/passes/pass';
import { readWitnesses } from '../../../../lib/extract/read-witnesses';
`;
  return {
    files: {
      [`lib/extract/passes/${id}.ts`]: `/** Pass: ${title(id).toLowerCase()}. */
import type { ${type} } from './pass';

export const ${constant}: ${type} = {
  name: '${id}',
  reason: 'Say which pages need it, and what is lost without it.',
  run(${given}) {
    const found = ${scope}.querySelectorAll('[data-${id}]');
    for (const element of found) element.remove();
    return found.length > 0;
  },
};
`,
      [`tests/unit/extract/passes/${id}.test.ts`]: `import { describe, expect, test } from 'vitest';
${imports}import { ${constant} } from '../../../../lib/extract/passes/${id}';

${build}

describe('${id}', () => {
  test('changes a page that needs it', () => {
    // Put the smallest page here that needs the pass: until then this fails.
    const ${given}Given = ${given}('');
    expect(${constant}.run(${given}Given)).toBe(true);
  });

  test('leaves every other page as it is', () => {
    const ${given}Given = ${given}('<article><h1>Headline</h1><p>Text</p></article>');
    const before = ${given}Given.${isPage ? 'document.body' : 'root'}.innerHTML;
    expect(${constant}.run(${given}Given)).toBe(false);
    expect(${given}Given.${isPage ? 'document.body' : 'root'}.innerHTML).toBe(before);
  });
});
`,
    },
    messages: [],
    registry: 'lib/extract/passes/registry.ts',
    line: { list, entry: constant, from: `./${id}` },
    next: [
      `write the pass and its reason in lib/extract/passes/${id}.ts, and the page that needs it in its test`,
      `move its line in lib/extract/passes/registry.ts to where it must run, and say why there`,
    ],
  };
}

/** @param {string} id */
function newSite(id) {
  const constant = camel(id);
  const host = `${id}.example`;
  const fixture = `tests/fixtures/sites/${id}`;
  return {
    files: {
      [`lib/extract/sites/${id}.ts`]: `/** ${title(id)}: say what makes its pages hard to read. */
import type { SiteRule } from '../../model/site-rule';

export const ${constant}: SiteRule = {
  name: '${id}',
  hosts: ['${host}'],
  article: ['#article-text'],
  drop: ['.advert'],
  facts: { title: ['h1'], byline: ['.author'], outlet: ['.source'], date: ['time@datetime'] },
};
`,
      [`${fixture}/source.html`]: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Write here what the site's pages look like</title>
</head>
<body></body>
</html>
`,
      [`${fixture}/expected.json`]: `${JSON.stringify(
        {
          url: `https://${host}/2024/story`,
          metadata: { title: '', byline: null, siteName: '', publishedAt: '2024-03-05' },
          paragraphs: [],
          images: [],
          next: null,
        },
        null,
        2,
      )}
`,
    },
    messages: [],
    registry: 'lib/extract/sites/registry.ts',
    line: { list: 'siteRules', entry: constant, from: `./${id}` },
    next: [
      `name the hosts and the selectors in lib/extract/sites/${id}.ts`,
      `build a page as the site builds it, with words of your own, in ${fixture}/source.html, and what must come of it in expected.json`,
      'run it: npx vitest run -c tests/browser/vitest.config.ts tests/browser/extract/sites.test.ts',
    ],
  };
}

/** @param {string} id */
function newImporter(id) {
  const constant = camel(id);
  const key = `import_format_${id.replaceAll('-', '_')}`;
  return {
    files: {
      [`lib/exchange/importers/${id}.ts`]: `/** Importer: ${title(id)}. Say where its format is described. */
import type { ImportedClip, Importer, ImportProblem, SourceFile } from '../format';
import { makeClip } from '../reading/fields';
import { readLines } from '../reading/lines';
import { type PlaceAt, readEach } from '../reading/source';

export const ${constant}: Importer = {
  id: '${id}',
  label: '${key}',
  hint: '${key}_hint',
  recognise: ({ heads }) => (heads.some(({ head }) => head.startsWith('${id}\\n')) ? 'certain' : 'no'),
  read: (source) => readEach(source, () => true, readFile),
};

async function* readFile(file: SourceFile, at: PlaceAt): AsyncGenerator<ImportedClip | ImportProblem> {
  for await (const { text, line } of readLines(file.pieces())) {
    if (line > 1 && text.trim()) yield makeClip({ url: text, at: at(line) });
  }
}
`,
      [`tests/unit/exchange/importers/${id}.test.ts`]: `// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { ${constant} } from '../../../../lib/exchange/importers/${id}';
import { readWith, recognised } from '../source';

const file = '${id}\\nhttps://a.example/\\njavascript:alert(1)\\n';

describe('${id}', () => {
  test('reads what the other program knows of a page', async () => {
    const { clips, problems } = await readWith(${constant}, { 'export.txt': file });
    expect(clips).toMatchObject([{ url: 'https://a.example/', at: { line: 2 } }]);
    expect(problems).toMatchObject([{ reason: 'bad-address', at: { line: 3 } }]);
  });

  test('is recognised by what is in it', async () => {
    expect(await recognised({ x: file })).toBe('${id}');
  });
});
`,
    },
    messages: [
      [key, title(id), title(id)],
      [`${key}_hint`, `Where ${title(id)} gives this file`, `${title(id)} 在哪里导出此文件`],
    ],
    registry: 'lib/exchange/importers.ts',
    line: { list: 'importers', entry: constant, from: `./importers/${id}` },
    next: [
      `read the format in lib/exchange/importers/${id}.ts, with a made-up file and its traps in the test`,
      `move its line in lib/exchange/importers.ts before those that take almost anything`,
      `word ${key} and ${key}_hint in both languages: node scripts/message.mjs <key> "<English>" "<简体中文>"`,
      `add a line with \`${id}\` to the importers in README.md`,
    ],
  };
}

/** @param {string} id */
function newExporter(id) {
  const constant = camel(id);
  const key = `export_format_${id.replaceAll('-', '_')}`;
  return {
    files: {
      [`lib/exchange/exporters/${id}.ts`]: `/** Exporter: ${title(id)}. Say where its format is described. */
import type { Exporter } from '../exporter';

export const ${constant}: Exporter = {
  id: '${id}',
  label: '${key}',
  hint: '${key}_hint',
  icon: 'file-text',
  extension: 'txt',
  type: 'text/plain',
  needs: { bodies: false, images: false },
  async *write(entries) {
    for await (const { clip } of entries) yield \`\${clip.title}\\t\${clip.url}\\n\`;
  },
};
`,
      [`tests/unit/exchange/exporters/${id}.test.ts`]: `import { describe, expect, test } from 'vitest';
import { ${constant} } from '../../../../lib/exchange/exporters/${id}';
import { aClip } from '../../clip-maker';
import { anEntry, exported } from './entries';

describe('${id}', () => {
  test('gives every clip in its order', async () => {
    const entry = anEntry({ clip: aClip({ title: 'A title', url: 'https://a.example/' }) });
    expect(await exported(${constant}, [entry])).toBe('A title\\thttps://a.example/\\n');
  });
});
`,
    },
    messages: [
      [key, title(id), title(id)],
      [`${key}_hint`, 'Say what it is good for', '说明用途'],
    ],
    registry: 'lib/exchange/exporters.ts',
    line: { list: 'exporters', entry: constant, from: `./exporters/${id}` },
    next: [
      `write the format in lib/exchange/exporters/${id}.ts and what must hold of it in its test`,
      `offer it: a line in lib/model/export-formats.ts`,
      `word ${key} and ${key}_hint in both languages: node scripts/message.mjs <key> "<English>" "<简体中文>"`,
      `add a line with \`${id}\` to the exporters in README.md`,
    ],
  };
}

/** @param {string} id */
function newFilter(id) {
  const constant = camel(id);
  return {
    files: {
      [`lib/compose/templates/filters/${id}.ts`]: `/** ${title(id)}: say here what it does to a value. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const ${constant}: Filter = {
  name: '${id}',
  args: { least: 0, most: 0 },
  shape: () => 'text',
  apply: (input, _args, { language }) => text(plainOf(input, language)),
  example: 'title|${id}',
};
`,
      [`tests/unit/compose/templates/filters/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${constant} } from '../../../../../lib/compose/templates/filters/${id}';
import { clipsOf, lineOf } from '../make';

test('${constant} keeps words as they are', () => {
  expect(${constant}.name).toBe('${id}');
  expect(lineOf('{{title|${id}}}', { clips: clipsOf({ title: 'Seats' }) })).toBe('Seats');
});
`,
    },
    messages: [[`template_filter_${id.replaceAll('-', '_')}`, title(id), title(id)]],
    registry: 'lib/compose/templates/filters/registry.ts',
    line: { list: 'filters', entry: constant, from: `./${id}` },
    next: [
      `say what it does in lib/compose/templates/filters/${id}.ts and its test`,
      `word template_filter_${id.replaceAll('-', '_')} in both languages: node scripts/message.mjs <key> "<English>" "<简体中文>"`,
      `add a line with \`${id}\` to the filters in docs/templates.md`,
    ],
  };
}
