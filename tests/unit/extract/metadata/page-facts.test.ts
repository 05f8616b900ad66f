import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../lib/extract/clean-text';
import { chooseCanonical } from '../../../../lib/extract/metadata/addresses';
import { cleanMarkup } from '../../../../lib/extract/metadata/clean-markup';
import { cutExcerpt } from '../../../../lib/extract/metadata/excerpt';
import { readJsonLd } from '../../../../lib/extract/metadata/json-ld';
import { chooseLanguage } from '../../../../lib/extract/metadata/language';

describe('cleanText and cleanMarkup', () => {
  test('leave one line without invisible marks', () => {
    expect(cleanText('  a\n\tb\u200b \u202ec\u2066 \u0007d ')).toBe('a b c d');
  });

  test('decode entities and take off tags once', () => {
    expect(cleanMarkup('Hides &amp; seats: <em>new</em> &quot;grain&quot;')).toBe('Hides & seats: new "grain"');
    expect(cleanMarkup('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
  });

  test.each([
    ['named, decimal and hexadecimal references', '&eacute;&hellip;&#8217;&#x4E2D;&apos;&nbsp;.', "é…’中' ."],
    ['numbers that mean what Windows has there', 'it&#146;s', 'it’s'],
    ['the oldest names without a semicolon', 'H &amp S', 'H & S'],
    ['what is no reference as it is', 'AT&T &unknownname; &constructor; R&D', 'AT&T &unknownname; &constructor; R&D'],
    ['signs that begin no tag as they are', '3 < 4 && 5 > 4', '3 < 4 && 5 > 4'],
    ['blocks as words apart', '<p>One</p><p>two</p>', 'One two'],
    ['no script, style or comment', 'a<script>b</script><style>c</style><!-- d -->e', 'ae'],
  ])('read %s', (_, written, text) => {
    expect(cleanMarkup(written)).toBe(text);
  });
});

describe('chooseCanonical', () => {
  const visited = 'https://m.news.example/a/1?utm_source=x#top';
  test.each([
    ['of the same site', ['https://www.news.example/a/1#top'], 'https://www.news.example/a/1'],
    ['of another site', ['https://other.example/a/1'], null],
    ['that is the home page', ['https://news.example/'], null],
    [
      'after one that cannot be used',
      [null, 'https://other.example/', 'https://news.example/a/1'],
      'https://news.example/a/1',
    ],
  ])('takes the address %s', (_, candidates, chosen) => {
    expect(chooseCanonical(candidates, visited)).toBe(chosen);
  });
});

test.each([
  ['a portal', 'https://finance.yahoo.com/news/mills-reopen-1.html'],
  ['a cache of phone pages', 'https://daily-example-com.cdn.ampproject.org/c/s/daily.example.com/mills'],
])('chooseCanonical takes the original that %s names', (_, visited) => {
  expect(chooseCanonical(['https://daily.example.com/mills'], visited)).toBe('https://daily.example.com/mills');
  expect(chooseCanonical(['https://daily.example.com/'], visited)).toBeNull();
  expect(chooseCanonical(['http://192.168.0.1/mills'], visited)).toBeNull();
});

describe('chooseLanguage', () => {
  const chinese = '汽车皮革企业试用水性涂饰新工艺，溶剂用量比原来减少约七成，车间气味明显下降。';
  const english =
    'The plant ordered new hides for its seats, and the supplier promised to deliver them in the spring of the year.';
  const german =
    'Das Werk hat die neuen Häute für die Sitze bestellt, und der Lieferant will sie mit dem Zug bis in das Frühjahr bringen. '.repeat(
      4,
    );
  test.each([
    ['as declared, with canonical case', ['EN_us'], english, 'en-US'],
    ['by its script when nothing is declared', [], chinese, 'zh'],
    ['by its script when the declaration cannot be', ['en'], chinese, 'zh'],
    ['by the first declaration that fits', ['zh-CN', 'en-GB'], english, 'en-GB'],
    ['as Japanese by its kana', ['zh'], 'これは自動車の革についての記事です。新しい工場が来年の春に完成します。', 'ja'],
    ['by its common words', [], english, 'en'],
    ['what the text clearly is when a template says otherwise', ['en-US'], german, 'de'],
    ['as declared when the text is too short to be sure', ['nl'], english, 'nl'],
    ['as declared when the article quotes much of another language', ['en'], `${english.repeat(3)} ${german}`, 'en'],
    ['unknown when there is too little', ['x'], 'Hm.', null],
  ])('is %s', (_, declared, text, language) => {
    expect(chooseLanguage(declared, text)).toBe(language);
  });
});

describe('cutExcerpt', () => {
  test('keeps what is short', () => expect(cutExcerpt(' One\n line. ')).toBe('One line.'));
  test('ends behind a sentence', () => {
    const text = `${'A sentence of some words stands here. '.repeat(12)}`;
    expect(cutExcerpt(text)).toMatch(/here\.$/u);
    expect(cutExcerpt(text).length).toBeLessThanOrEqual(300);
  });
  test('ends behind a Chinese sentence', () =>
    expect(cutExcerpt('这是一个不长也不短的句子。'.repeat(40))).toMatch(/。$/u));
  test('ends behind a word when there is no sentence', () => {
    const cut = cutExcerpt('word '.repeat(100));
    expect(cut).toMatch(/word…$/u);
    expect(cut.length).toBeLessThanOrEqual(300);
  });
});

describe('readJsonLd', () => {
  const read = (json: string) => readJsonLd([json], 'https://a.example/b');

  test('finds the article in a graph and follows its references', () => {
    expect(
      read(
        '{"@graph":[{"@type":"Organization","@id":"#o","name":"The Ledger"},{"@type":["Thing","NewsArticle"],"headline":"H &amp; S","author":[{"name":"Lin Mei"},"Oskar Berg"],"publisher":{"@id":"#o"},"isAccessibleForFree":"False"}]}',
      ),
    ).toMatchObject({ title: 'H & S', authors: ['Lin Mei', 'Oskar Berg'], publisher: 'The Ledger', isFree: false });
  });

  test('reads JSON as sites write it', () => {
    expect(read('<!-- {"@type":"Article","headline":"Two\nlines",} -->')).toMatchObject({ title: 'Two lines' });
  });

  test('prefers the entry of this page', () => {
    expect(
      read(
        '[{"@type":"Article","headline":"Other","url":"https://a.example/c"},{"@type":"Article","headline":"Own","url":"https://a.example/b"}]',
      )?.title,
    ).toBe('Own');
  });

  test.each(['', 'null', '{', '[[[[]]]]', '{"@type":"WebSite","name":"x"}'])('is null for %j', (json) => {
    expect(read(json)).toBeNull();
  });
});
