import fc from 'fast-check';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../../lib/compose/templates/escape';
import { fillTemplate, findMistakes } from '../../../../lib/compose/templates/fill';
import type { Clip } from '../../../../lib/model/clip';
import { commentary } from '../../../../lib/render/commentary';
import { labelsFor } from '../../../../lib/render/labels';
import { clipsOf, fill, lineOf, optionsOf, words } from './make';

const render = (markdown: string) => commentary(markdown, 1, labelsFor('en'), 2);
/** What a reader sees of Markdown, and the elements it became. */
function shown(markdown: string): { text: string; elements: string[] } {
  const nodes = render(markdown);
  const elements: string[] = [];
  const walk = (children: typeof nodes) => {
    for (const node of children) {
      if (node.type !== 'element') continue;
      elements.push(node.tagName);
      walk(node.children);
    }
  };
  walk(nodes);
  const text = textOf({ type: 'root', children: nodes }).replaceAll('\u2060', '');
  return { text, elements };
}
const plain = (text: string) =>
  text
    .replaceAll('\u2060', '')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .trim();

/** Without white space: blocks have none between them. */
const letters = (text: string) => plain(text).replace(/\s/gu, '');

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '# ',
          '- ',
          '1. ',
          '> ',
          '```',
          '`',
          '**',
          '__',
          '*',
          '_',
          '[x](javascript:alert(1))',
          '![i](https://e.example/x.png)',
        ],
        ...[
          '<script>alert(1)</script>',
          '<img src=x onerror=alert(1)>',
          '<!--',
          '-->',
          '&lt;',
          '&amp',
          '&#60;',
          '| a | b |',
          '|---|',
        ],
        ...[
          '\n',
          '\n\n',
          '\t',
          '    ',
          '===',
          '---',
          '~~',
          '~',
          '\\',
          '[^1]',
          '[^1]: x',
          '[a]: https://e.example',
          '$$',
          ':::',
        ],
        ...[
          'https://evil.example/a',
          'http:',
          '//evil.example',
          'www.',
          'www.evil.example',
          'WWW.EVIL.EXAMPLE',
          'a@b.example',
          '@',
        ],
        ...[
          '{{title}}',
          '{% if a %}',
          '%}',
          '{#',
          '!',
          '+ ',
          '* ',
          '\u2028',
          '\u0000',
          '\u202e',
          '比亚迪',
          '。',
          '“',
          'word',
        ],
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('words of a clip', () => {
  it('stay words, whatever they are and wherever they land', () => {
    fc.assert(
      fc.property(
        nasty,
        nasty,
        fc.constantFrom('X Y', '- X Y', '## X Y', '> X', 'X\n\nY', '1. X: Y', 'a X b Y c', 'XY'),
        (a, b, frame) => {
          const values = { X: a, Y: b };
          const fillIn = (put: (value: string) => string) =>
            frame.replace(/[XY]/gu, (letter) => put(values[letter as 'X' | 'Y']));
          const hostile = shown(fillIn(escapeMarkdown));
          const harmless = shown(fillIn((value) => (plain(value) ? 'word' : '')));
          expect(hostile.elements).toEqual(harmless.elements);
          expect(letters(hostile.text)).toBe(letters(shownText(frame, values)));
        },
      ),
      { numRuns: 300 },
    );
  });

  /** The words of a frame, its own marks gone. */
  const shownText = (frame: string, values: Record<string, string>) =>
    frame
      .replace(/^(?:- |## |> |1\. )/u, '')
      .replace(/[XY]/gu, (letter) => plain(values[letter] ?? '').replaceAll('\u0000', '\ufffd'));

  it('of every kind come through a template as they are', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, note, outlet) => {
        const clips = clipsOf({ title, note, siteName: outlet, byline: outlet, tags: [title], excerpt: '' });
        const body = '{{title}}, {{tags|join}}, {{outlet|quote}} {{title|link:url}} {{note|truncate:20}} {{clips}}';
        const [block] = fill({ body }, { clips }).blocks;
        const { elements } = shown(block?.kind === 'commentary' ? block.markdown : '');
        expect(elements.filter((tag) => tag !== 'p' && tag !== 'a')).toEqual([]);
        expect(elements.filter((tag) => tag === 'a').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('are read as what they name and never as a property of anything', () => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'clip.constructor',
      'title.__proto__',
      'hasOwnProperty',
    ])
      expect(findMistakes(words({ body: `{% for clip in clips %}{{${name}}}{% endfor %}` }))).toHaveLength(1);
    expect(findMistakes(words({ body: '{{title|constructor}} {% toString %}' }))).toHaveLength(2);
  });
});

const syntax = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '{{',
          '}}',
          '{%',
          '%}',
          '{#',
          '#}',
          ' if ',
          ' else ',
          ' elseif ',
          ' endif ',
          ' for ',
          ' in ',
          ' endfor ',
          'title',
          'clips',
          'clip',
        ],
        ...[
          'quotes',
          'gallery',
          'digest',
          '.',
          '|',
          ':',
          ',',
          '"',
          '“',
          '”',
          "'",
          '==',
          '<',
          'not ',
          'and ',
          '(',
          ')',
          '1',
          'date',
          'sort',
        ],
        ...[
          '{{title}}',
          '{% if tags %}',
          '{% endif %}',
          '{% for clip in clips %}',
          '{% endfor %}',
          '{{quotes}}',
          '|truncate:3',
          '\n',
          '｜',
          '：',
        ],
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('a template of any kind', () => {
  it('is read without throwing, with mistakes that lie in it, and is used when it has none', () => {
    const clips = clipsOf({}, { tags: [] });
    fc.assert(
      fc.property(syntax, (body) => {
        const mistakes = findMistakes(words({ body, title: body }));
        for (const { start, end, field, line, column } of mistakes) {
          expect(field === 'body' || field === 'title').toBe(true);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(body.length);
          const lines = body.split('\n');
          expect((lines[line - 1]?.length ?? -1) + 1).toBeGreaterThanOrEqual(column);
        }
        const filled = fillTemplate(words({ body, title: body }), optionsOf({ clips }));
        expect(filled === null).toBe(mistakes.length > 0);
        expect(filled?.blocks.filter(({ kind }) => kind === 'source').length ?? 1).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('ends: loops within loops stop at a bound, and say so', () => {
    const clips = clipsOf(...Array.from({ length: 100 }, (): Partial<Clip> => ({})));
    const depth = 5;
    const body = `${'{% for clip in clips %}'.repeat(depth)}{{title}}${'{% endfor %}'.repeat(depth)}`;
    expect(fill({ body }, { clips }).problems).toMatchObject([{ kind: 'too-much' }]);
  });

  it('never grows beyond its bound', () => {
    const clips = clipsOf(...Array.from({ length: 100 }, (): Partial<Clip> => ({ note: 'x'.repeat(50_000) })));
    const filled = fill({ body: '{% for clip in clips %}{{note}} {% endfor %}' }, { clips });
    expect(filled.problems).toMatchObject([{ kind: 'too-much', line: 1 }]);
    expect(JSON.stringify(filled.blocks).length).toBeLessThan(600_000);
  });

  it('is fast with what people have: a hundred clips with long texts', () => {
    const clips = clipsOf(...Array.from({ length: 100 }, (_, i): Partial<Clip> => ({ title: `Clip ${i}` })));
    const body =
      '{% for clip in clips|sort:"date":"down" %}\n- {{title|link:url}} ({{outlet}}, {{date}}): {{excerpt|truncate:80}}\n{% endfor %}';
    const { blocks, problems, unused } = fill({ body, title: '{{clips|count}}' }, { clips });
    expect([problems, unused]).toEqual([[], []]);
    expect(blocks[0]?.kind === 'commentary' && blocks[0].markdown.split('\n')).toHaveLength(100);
    expect(lineOf('{{clips|count}}', { clips })).toBe('100');
  });
});
