import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPlace } from '../../../lib/annotate/anchor';
import { makeSearchable } from '../../../lib/annotate/dense-text';
import type { TextSelectors } from '../../../lib/model/annotation';

/** The selectors of words in a text, as `describeSpan` makes them. */
function mark(text: string, exact: string, at = text.indexOf(exact)): TextSelectors {
  const end = at + exact.length;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: text.slice(Math.max(0, at - 32), at),
      suffix: text.slice(end, end + 32),
    },
    position: { type: 'TextPositionSelector', start: at, end },
    range: null,
  };
}

function find(text: string, selectors: TextSelectors): string | null {
  const place = findPlace(makeSearchable(text), selectors);
  return place && text.slice(place.start, place.end);
}

/** A text of these blocks, as a page has it. */
function inBlocks(...blocks: string[]) {
  const borders = blocks.map((_, at) => blocks.slice(0, at).join(' ').length + 1);
  return makeSearchable(blocks.join(' '), borders);
}

const page =
  'The plant in Wuhu will take hides from three tanneries. Its seats are sewn by hand, said Lin Mei. ' +
  'The plant in Győr will take hides from two tanneries. Nobody knows when it will open, and nobody asks.';
const chinese = '这家工厂将从三家制革厂采购皮革。座椅由人工缝制，林梅说。欧洲工厂何时开业，没有人知道，也没有人问。';

describe('words that are still there', () => {
  test('are found where they stood', () => {
    expect(find(page, mark(page, 'sewn by hand'))).toBe('sewn by hand');
  });

  test('are found among the same words by what stands around them', () => {
    const second = page.lastIndexOf('will take hides');
    const selectors = mark(page, 'will take hides', second);
    const longer = `A line that was not there before. ${page}`;
    expect(findPlace(makeSearchable(longer), selectors)?.start).toBe(longer.lastIndexOf('will take hides'));
  });

  test('are found through other white space, soft hyphens and quotation marks', () => {
    const text = 'He said “we will see” and left the hall.';
    const shown = 'He said\n  "we\u00a0will s\u00adee" and left the hall.';
    expect(find(shown, mark(text, '“we will see”'))).toBe('"we\u00a0will s\u00adee"');
  });

  test('are found in Chinese, however few', () => {
    expect(find(`编者按。${chinese}`, mark(chinese, '人工'))).toBe('人工');
  });

  test('are found anywhere in any text, whatever comes before', () => {
    const words = fc.array(fc.constantFrom('hide', 'seat', 'plant', '皮革', '座椅', 'the'), { minLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(20), (all, from, count) => {
        const text = all.join(' ');
        const start = text.indexOf(' ', from % (text.length - 20)) + 1;
        const exact = text.slice(start, start + 3 + count).trim();
        const place = findPlace(makeSearchable(text), mark(text, exact, start));
        expect(place).toMatchObject({ start, how: 'exact' });
      }),
    );
  });
});

describe('words that stand several times', () => {
  const filler = (count: number) => 'Something else was said at length in between. '.repeat(count);
  const sentence = 'The mill in the north runs day and night since the order came in, they say.';
  const text = `${filler(8)}${sentence} ${filler(20)}${sentence} ${filler(8)}`;
  const second = text.lastIndexOf('runs day and night');

  test('are found where they were expected when what is around them has changed at both places', () => {
    const after = `${text.slice(0, second - 12)}the far north ${text.slice(second)}`.replace(
      'order came in',
      'orders came',
    );
    const place = findPlace(makeSearchable(after), mark(text, 'runs day and night', second));
    expect(place?.start).toBe(after.lastIndexOf('runs day and night'));
  });

  test('are found at the nearest of places that nobody can tell apart', () => {
    const longer = `${filler(3)}${text}`;
    const place = findPlace(makeSearchable(longer), mark(text, 'runs day and night', second));
    expect(place?.start).toBe(longer.lastIndexOf('runs day and night'));
  });

  test('are found among hundreds of the same word', () => {
    const many = `${'It is so. '.repeat(400)}What the mill says is that hides cost more. ${'It is so. '.repeat(400)}`;
    const at = many.indexOf('is that hides');
    const place = findPlace(makeSearchable(`One more line. ${many}`), { ...mark(many, 'is', at), position: null });
    expect(place?.start).toBe(at + 15);
  });

  test('are found, however few, beside a border that has moved', () => {
    const paragraphs = [
      'Nobody knew that it was so.',
      'The mill said that it was not.',
      'It was so that nobody asked them.',
    ];
    const before = paragraphs.join(' ');
    const after = [paragraphs[1], paragraphs[2], paragraphs[0]].join(' ');
    const at = before.indexOf('was not');
    const place = findPlace(makeSearchable(after), mark(before, 'not', at + 4));
    expect(place && after.slice(place.start - 4, place.end)).toBe('was not');
  });

  test('are found where they were rewritten, not at the copy that was left alone', () => {
    const after = text.slice(0, second) + text.slice(second).replace('runs day', 'works day');
    const selectors = mark(text, sentence, text.lastIndexOf(sentence));
    const place = findPlace(makeSearchable(after), selectors);
    expect(place?.start).toBe(after.lastIndexOf('The mill'));
  });
});

describe('a word or two', () => {
  const blocks = [
    'Nobody knew that it was so, and nobody had asked the people of the mill.',
    'Prices rose in the north, where most of the hides come from, said Lin Mei.',
    'They will rise again before the year is out, if what traders say is true.',
  ];
  const [first = '', second = '', third = ''] = blocks;
  const text = blocks.join(' ');

  test('are found at the border of a block whose neighbour has gone', () => {
    const place = findPlace(inBlocks(third, second), mark(text, 'Prices'));
    expect(place?.start).toBe(third.length + 1);
  });

  test('are an orphan where the same words go on, but others come before in the same block', () => {
    const copy = 'It is true that Prices rose in the north, where most of the hides come from, said Lin Mei.';
    expect(findPlace(inBlocks(first, copy, third), mark(text, 'Prices'))).toBeNull();
  });

  test('are found in their block though little is said in it, but not in one that says next to nothing', () => {
    const list = ['Global currencies against the dollar', 'Delhi', 'Emerging markets in spring'];
    const moved = inBlocks('Delhi', 'Something else', 'Global currencies against the dollar');
    const before = list.join(' ');
    expect(findPlace(moved, mark(before, 'the dollar'))).toMatchObject({ how: 'exact' });
    expect(findPlace(moved, mark(before, 'Delhi'))).toBeNull();
  });

  test('are found where position and path both say, although much around them was rewritten', () => {
    const at = text.indexOf('hides');
    const after = text.replace('where most of', 'as much of').replace('come from', 'came from');
    const now = after.indexOf('hides');
    const path = () => ({ at, offset: 40 });
    expect(findPlace(makeSearchable(after), mark(text, 'hides'), path)?.start).toBe(now);
    expect(findPlace(makeSearchable(after), mark(text, 'hides'), () => null)).toBeNull();
  });

  test('are found there though most words beside them were rewritten, on both sides', () => {
    const at = text.indexOf('said');
    const after = text
      .replace('most of the hides come from,', 'part of it all came in,')
      .replace('Lin Mei. They', 'Mrs Lin. Prices');
    const path = () => ({ at, offset: 70 });
    expect(findPlace(makeSearchable(after), mark(text, 'said'), path)?.start).toBe(after.indexOf('said'));
  });

  test('are found there, not where others say them in nearly the same words', () => {
    const names = 'Traders like the new hides, says Ismailovski. For mills in the north that is no news.';
    const far = 'Nobody asked, and it rained. '.repeat(20);
    const before = `${names} ${far}`;
    const after = `${names.replace('like the new', 'buy old').replace('For mills in the', 'To people of')} ${far}${names.replace('says', 'told us').replace('. For', '; for')}`;
    const place = findPlace(makeSearchable(after), mark(before, 'Ismailovski'), () => ({ at: 33, offset: 33 }));
    expect(place?.start).toBe(after.indexOf('Ismailovski'));
  });

  test('are found there, not in a copy elsewhere that kept more of their sentence', () => {
    const sentence = 'Mills give traders contracts which she would have them sign before winter begins.';
    const far = 'Nobody asked, and it rained. '.repeat(20);
    const before = `${sentence} ${far}`;
    const after = `${sentence.replace('traders contracts', 'people papers').replace('them sign before', 'all of it when')} ${far}${sentence.replace('before winter', 'in spring')}`;
    const place = findPlace(makeSearchable(after), mark(before, 'she'), () => ({ at: 40, offset: 40 }));
    expect(place?.start).toBe(after.indexOf('she'));
  });

  test('are found where their paragraph went, though the same word stands by chance where they were', () => {
    const paragraph = '现场聆听了林梅主席的贺信，东方空间联合创始人表示，明年将继续在海外办厂。';
    const other = '工厂办公室负责人说，将认真领会林梅主席精神，坚持质量第一，充分发挥优势。';
    const rest = '今年以来市场需求持续增长，多家企业表示订单充足。'.repeat(8);
    const begin = '这一段说的是别的事情，没有提到任何人，也没有提到贺信。';
    const before = [begin, paragraph, other, rest].join(' ');
    const after = inBlocks(begin, other, rest, paragraph);
    const at = before.indexOf('主席');
    const place = findPlace(after, mark(before, '主席', at), () => ({ at: at + 4, offset: 8 }));
    expect(place?.start).toBe(after.text.lastIndexOf('主席'));
  });

  test('are an orphan rather than letters within a word', () => {
    const begin = 'What follows from unfounded theories ';
    const before = `${begin}Standoff at a university in the north. Following that, nobody asked.`;
    const after = `${begin}Impeachment: witnesses were heard in the hall. Nobody asked them.`;
    const at = before.indexOf('a university');
    const path = () => ({ at, offset: at });
    expect(findPlace(makeSearchable(after), mark(before, 'a', at), path)).toBeNull();
    expect(findPlace(makeSearchable(`So. ${before}`), mark(before, 'a', at), path)?.start).toBe(at + 4);
  });

  test('are found among hundreds of the same where the letters beside them have changed', () => {
    const many = (count: number) => 'It is so. '.repeat(count);
    const before = `${many(400)}What the mill says is that hides cost more. ${many(400)}`;
    const after = `${many(430)}What the mill told is then hides cost more. ${many(400)}`;
    const at = before.indexOf('is that hides');
    const place = findPlace(makeSearchable(after), mark(before, 'is', at), () => ({ at, offset: 40_000 }));
    expect(place?.start).toBe(after.indexOf('is then hides'));
  });

  test('are an orphan where two places have much the same around them', () => {
    const row = (day: string) => `On ${day} the board of the mill meets in the hall of the old town at nine.`;
    const before = [row('Monday'), row('Tuesday'), row('Friday')].join(' ');
    const after = inBlocks(row('Sunday'), 'Nothing of that is sure, they say.', row('Thursday'));
    expect(findPlace(after, mark(before, 'board', before.indexOf('board', 90)))).toBeNull();
  });
});

describe('words that were rewritten a little', () => {
  test('are found by what is left of them', () => {
    const after = page.replace('sewn by hand, said Lin Mei', 'sewn by machine, said Lin Mei');
    expect(find(after, mark(page, 'Its seats are sewn by hand, said Lin Mei.'))).toBe(
      'Its seats are sewn by machine, said Lin Mei.',
    );
  });

  test('are preferred to the same words elsewhere', () => {
    const sentence = 'Its seats are sewn by hand in the old town, said Lin Mei.';
    const before = `One. ${sentence} The hall was warm that day. ${'x '.repeat(40)}`;
    const after = `One. ${sentence.replace('old', 'new')} The hall was warm that day. ${'x '.repeat(40)}Caption: ${sentence}`;
    expect(find(after, mark(before, sentence))).toBe(sentence.replace('old', 'new'));
  });

  test('are not taken for nearly the same words in other surroundings', () => {
    const before =
      'Papers (5c). Session III of agriculture, room 302. Chair: Tang Yongjun of Guangxi. Comment: Yao Yang.';
    const after =
      'Growth (6b). Session II of agriculture, room 302. Chair: Guo Xiaochuan of Inner Mongolia. Comment: Wang.';
    expect(find(after, mark(before, 'Session III of agriculture, room 302.'))).toBeNull();
  });

  test('are found beside the very words, where these come again at once', () => {
    const before = 'News. The chairman bowed to the family. Sport. It rained in the north all day long.';
    const headline = 'The chairman bowed to the family.';
    const after = `News. The chairman spoke to the family. ${headline} Sport. It rained in the north all day long.`;
    expect(find(after, mark(before, headline))).not.toBeNull();
    expect(find(`News. The chairman spoke to the family. Sport. ${headline}`, mark(before, headline))).toBe(
      'The chairman spoke to the family.',
    );
  });

  test('and are longer than most are found by their two ends', () => {
    const long = Array.from({ length: 60 }, (_, at) => `sentence ${at} of a long story`).join(', ');
    const text = `Before it all. ${long}. After it all.`;
    const after = text.replace('sentence 30', 'the thirtieth sentence');
    expect(find(after, mark(text, long))).toBe(long.replace('sentence 30', 'the thirtieth sentence'));
  });
});

describe('words that are gone', () => {
  test.each(['sewn by hand', 'Nobody knows when it will open, and nobody asks.', 'Wuhu'])(
    '“%s” are an orphan',
    (exact) => {
      expect(find(page.replace(exact, ''), mark(page, exact))).toBeNull();
    },
  );

  test('are not taken for the same few words of another sentence', () => {
    const after = 'Something else entirely was printed here, and a factory will take hides from whom it likes.';
    expect(find(after, mark(page, 'will take hides'))).toBeNull();
  });

  test('are not taken for others that a list has in the same sentence', () => {
    const line = (town: string) => `${town}, United States. Join us in ${town} for the yearly meeting of tanners.`;
    const after = [line('Minneapolis'), 'Nothing else is planned.'].join(' ');
    const before = [line('Philadelphia'), after].join(' ');
    expect(find(after, mark(before, 'us in Philadelphia for'))).toBeNull();
  });

  test('are an orphan where more than a third of the letters between the same words are others', () => {
    const line = (who: string) => `Lin Mei met the buyers from abroad, ${who}, visiting a fair in the north.`;
    const selectors = mark(line('representatives of saddlery leather'), 'representatives of saddlery leather');
    expect(find(line('representatives of saddle leathers'), selectors)).toBe('representatives of saddle leathers');
    expect(find(line('representatives of steel'), selectors)).toBeNull();
  });

  test('are an orphan in an empty text', () => {
    expect(find('', mark(page, 'Wuhu'))).toBeNull();
  });
});
