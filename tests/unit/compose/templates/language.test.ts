import { describe, expect, it } from 'vitest';
import { findMistakes } from '../../../../lib/compose/templates/fill';
import { bodyOf, clipsOf, fill, lineOf, words } from './make';

const mistakesOf = (body: string) => findMistakes(words({ body }));

describe('a template', () => {
  it('prints variables of the first clip, as plain text in a headline and escaped in the body', () => {
    const clips = clipsOf({ title: 'A *new* plant [video]' });
    expect(lineOf('News: {{ title }}', { clips })).toBe('News: A *new* plant [video]');
    expect(bodyOf('News: {{title}}', { clips })).toBe('News: A \\*new\\* plant \\[video\\]');
  });

  it('knows today, dates as the language writes them, and lists', () => {
    const clips = clipsOf({ tags: ['EV', 'seats'], publishedAt: '2018-12-14T23:30:00-08:00' });
    expect(lineOf('{{today}} / {{date}} / {{tags}}', { clips })).toBe(
      '22 November 2026 / 14 December 2018 / EV, seats',
    );
    expect(lineOf('{{date}}｜{{tags}}', { clips, language: 'zh-CN' })).toBe('2018年12月14日｜EV、seats');
  });

  it('takes one of several ways', () => {
    const ways = '{% if author == "li wei" %}a{% elseif tags contains "baic" and not note %}b{% else %}c{% endif %}';
    expect(bodyOf(ways, { clips: clipsOf({}) })).toBe('a');
    expect(bodyOf(ways, { clips: clipsOf({ byline: null }) })).toBe('b');
    expect(bodyOf(ways, { clips: clipsOf({ byline: null, note: 'x' }) })).toBe('c');
    expect(bodyOf('{% if (date > "2018" or title) and clips|count >= 1 %}yes{% endif %}')).toBe('yes');
    expect(bodyOf('{% if date < "2018-12-14" %}yes{% else %}no{% endif %}')).toBe('no');
  });

  it('repeats, and there bare names speak of the clip in turn', () => {
    const clips = clipsOf({ title: 'One' }, { title: 'Two' });
    const list = '{% for one in clips %}\n- {{loop.index}}/{{loop.count}} {{one.title}} = {{title}}\n{% endfor %}\nEnd';
    expect(bodyOf(list, { clips })).toBe('- 1/2 One = One\n- 2/2 Two = Two\nEnd');
    expect(
      bodyOf('{% for tag in tags %}{{tag}}{% if not loop.last %}+{% endif %}{% endfor %}', {
        clips: clipsOf({ tags: ['a', 'b'] }, { tags: ['B', 'c'] }),
      }),
    ).toBe('a+b+c');
  });

  it('leaves no line behind where only a tag or a comment stood, and none too many', () => {
    expect(bodyOf('A\n{# note to self #}\nB\n\n{% if author %}\nC\n{% endif %}\n\n\n\nD')).toBe('A\nB\n\nC\n\nD');
  });

  it('takes the signs of a Chinese keyboard', () => {
    expect(lineOf('{{title｜truncate：6}}', { clips: clipsOf({ title: '比亚迪发布全新座椅' }) })).toBe('比亚迪发布全…');
    expect(lineOf('{{author｜default：“佚名”}}', { clips: clipsOf({ byline: null }) })).toBe('佚名');
  });

  it('makes parts of a post between its words', () => {
    const { blocks } = fill({ body: 'Before {{excerpt}} after\n{{gallery:"Photos"}}{{share}}{{share}}' });
    expect(blocks.map((block) => block.kind)).toEqual([
      'commentary',
      'clip',
      'commentary',
      'gallery',
      'source',
      'share',
    ]);
    expect(blocks[1]).toMatchObject({ use: 'excerpt', clipId: 'clip-a' });
    expect(blocks[3]).toMatchObject({ title: 'Photos' });
  });

  it('gives a part as words where a value is asked for', () => {
    expect(lineOf('{{excerpt|truncate:20}}')).toMatch(/^Xu Heyi, Chairman.*…$/u);
    expect(bodyOf('{% if quotes %}q{% else %}none{% endif %}')).toBe('none');
  });

  it('has parts of all clips outside a repetition, and of the one in turn inside', () => {
    const clips = clipsOf({}, {});
    const idsOf = (body: string) =>
      fill({ body }, { clips }).blocks.flatMap((block) => (block.kind === 'clip' ? block.clipId : []));
    expect(idsOf('{{excerpt}}')).toEqual(['clip-0', 'clip-1']);
    expect(idsOf('{% for clip in clips|limit:1 %}{{excerpt}}{{clip.text}}{% endfor %}')).toEqual(['clip-0', 'clip-0']);
  });

  it('says which clips it has no word on, and names as sources those it only speaks of', () => {
    const clips = clipsOf({}, {});
    expect(fill({ body: 'Read {{title|link:url}}' }, { clips })).toMatchObject({
      unused: ['clip-1'],
      blocks: [{ kind: 'commentary' }, { kind: 'source', clips: ['clip-0'] }],
    });
    expect(fill({ body: '{% for clip in clips %}{{clip.title}} {% endfor %}' }, { clips }).unused).toEqual([]);
  });

  it('stands without clips', () => {
    expect(
      fill({ title: '{{title}} {{date}}', body: 'Hello {{author}}{{excerpt}}{{digest}}' }, { clips: [] }),
    ).toMatchObject({
      title: '',
      unused: [],
      problems: [],
    });
  });
});

describe('a mistake', () => {
  it.each([
    ['{{titel}}', 'unknown-variable', { name: 'titel', suggestion: 'title' }],
    ['{{title|trunkate:3}}', 'unknown-filter', { name: 'trunkate', suggestion: 'truncate' }],
    ['{% fi title %}', 'unknown-tag', { name: 'fi', suggestion: 'if' }],
    ['{% for c in clips %}{{c.autor}}{% endfor %}', 'unknown-field', { name: 'autor', of: 'c', suggestion: 'author' }],
    ['{{title.length}}', 'unknown-field', { name: 'length', of: 'title' }],
    ['{{title', 'unclosed-tag', { opening: '{{' }],
    ['{{ }}', 'empty-tag', {}],
    ['{{title|default:"x}}', 'unclosed-string', {}],
    ['{{title ?}}', 'unexpected', { found: '?' }],
    ['{{title author}}', 'unexpected', { found: 'author' }],
    ['{{title|}}', 'value-missing', {}],
    ['{{title == "a"}}', 'comparison-outside-if', {}],
    ['{% if title %}', 'unclosed-block', { tag: 'if' }],
    ['{% for x in clips %}', 'unclosed-block', { tag: 'for' }],
    ['{% endif %}', 'stray-tag', { tag: 'endif', belongsTo: 'if' }],
    ['{% for x in clips %}{% endif %}{% endfor %}', 'stray-tag', { tag: 'endif' }],
    ['{% for x of clips %}{% endfor %}', 'wrong-for', {}],
    ['{% for x in title %}{% endfor %}', 'not-a-list', { name: 'title' }],
    ['{% for x in clips %}{{loop}}{% endfor %}', 'not-words', { name: 'loop' }],
    ['{{title|truncate}}', 'argument-count', { name: 'truncate', least: 1, most: 1 }],
    ['{{standing}}', 'argument-count', { name: 'standing' }],
    ['{{digest:"week"}}', 'wrong-argument', { name: 'digest', allowed: '"tag", "outlet", "none"' }],
    ['{% for c in clips|sort:"datum" %}{% endfor %}', 'wrong-argument', { name: 'sort' }],
    ['{{title:"x"}}', 'part-takes-nothing', { name: 'title' }],
    ['{{share|upper}}', 'part-is-no-value', { name: 'share' }],
    ['{% if source %}{% endif %}', 'part-is-no-value', { name: 'source' }],
    [`{% if ${'not '.repeat(30)}title %}{% endif %}`, 'too-deep', {}],
    [`${'{% if title %}'.repeat(12)}${'{% endif %}'.repeat(12)}`, 'too-deep', {}],
  ])('is found: %s', (body, kind, more) => {
    expect(mistakesOf(body)[0]).toMatchObject({ kind, field: 'body', ...more });
  });

  it('is to be longer than anybody reads', () => {
    expect(mistakesOf('x'.repeat(50_001))).toMatchObject([{ kind: 'too-long', most: 50_000 }]);
  });

  it('is found in headlines, where parts have no place', () => {
    expect(findMistakes(words({ title: '{{gallery}} {{share}}' }))).toMatchObject([
      { kind: 'part-only-in-body', name: 'share', field: 'title' },
    ]);
  });

  it('is told by line and column, with its length, and does not hide the next', () => {
    expect(mistakesOf('# {{title}}\n\n比亚迪 {{autor}} {{tags|jion}}\n{% endif %}')).toMatchObject([
      { kind: 'unknown-variable', line: 3, column: 7, start: 19, end: 24 },
      { kind: 'unknown-filter', line: 3, column: 22 },
      { kind: 'stray-tag', line: 4, column: 1 },
    ]);
  });

  it('is said once, however often what it hides is used', () => {
    expect(
      mistakesOf('{% for c in clipz %}{% for q in c.quotes %}{{q.text|upper}}{% endfor %}{% endfor %}'),
    ).toHaveLength(1);
  });

  it('keeps a template from being used', () => {
    expect(() => fill({ body: '{{titel}}' })).toThrow(/unknown-variable/u);
  });

  it('is also a standing block that is not here, which other clips or people may have', () => {
    expect(fill({ body: 'Hello\n{{standing:"About us"}}' })).toMatchObject({
      blocks: [{ kind: 'commentary' }, { kind: 'source' }],
      problems: [{ kind: 'standing-missing', name: 'About us', line: 2, column: 3 }],
    });
  });
});
