import { expect, test } from 'vitest';
import { chooseArticle } from '../../../lib/extract/blocks/choose';
import { collectBlocks } from '../../../lib/extract/blocks/collect-blocks';
import type { Witnesses } from '../../../lib/model/page-reading';

const witnesses: Witnesses = {
  heading: '',
  documentTitle: '',
  lines: '',
  headingAt: -1,
  marks: [],
  languages: [],
  canonical: '',
  licence: '',
  meta: [],
  jsonLd: [],
  readerByline: '',
};

const paragraph = (at: number) =>
  `<p>Paragraph ${at} of the report says at some length what the parts of a battery cost.</p>`;
const page = `<div class="teaser"><p>Subscribe to our newsletter</p></div>
  <div>${[1, 2, 3].map(paragraph).join('')}<h3>Cells</h3>${[4, 5, 6].map(paragraph).join('')}</div>`;

function chosenWhere(isKept: (text: string) => boolean): { texts: string[]; judged: number } {
  document.body.innerHTML = page;
  let judged = 0;
  const likelihood = () => {
    judged++;
    return 0.8;
  };
  const blocks = collectBlocks(document.body);
  const kept = new Set(blocks.blocks.filter(({ text }) => isKept(text)));
  const chosen = chooseArticle(blocks, kept, witnesses, likelihood);
  return { texts: Array.from(chosen, ({ text }) => text.slice(0, 11)), judged };
}

const whole = ['Paragraph 1', 'Paragraph 2', 'Paragraph 3', 'Cells', 'Paragraph 4', 'Paragraph 5', 'Paragraph 6'];

test('where Readability kept something else, a heading comes back with the paragraphs that it stands between', () => {
  const { texts, judged } = chosenWhere((text) => text.startsWith('Subscribe'));
  expect(texts).toEqual(whole);
  expect(judged).toBeGreaterThan(whole.length + 1);
});

test('where Readability kept the article, each block is judged once', () => {
  const { texts, judged } = chosenWhere((text) => !text.startsWith('Subscribe'));
  expect(texts).toEqual(whole);
  expect(judged).toBe(whole.length + 1);
});

test('what a line that only invites to something says is not of the article, however likely its place', () => {
  expect(chosenWhere(() => true).texts).toEqual(whole);
});

test('of a long article the rest stays with its first paragraphs, however unlikely it is called', () => {
  document.body.innerHTML = `<div>${Array.from({ length: 60 }, (_, at) => paragraph(at + 1)).join('')}</div>`;
  const { blocks, frames } = collectBlocks(document.body);
  let judged = 0;
  const chosen = chooseArticle({ blocks, frames }, new Set(blocks), witnesses, () => (++judged > 12 ? 0.1 : 0.9));
  expect(chosen.size).toBe(60);
});

test('a few promotions among many paragraphs go all the same', () => {
  document.body.innerHTML = `<div>${Array.from({ length: 60 }, (_, at) => paragraph(at + 1)).join('')}</div>`;
  const { blocks, frames } = collectBlocks(document.body);
  let judged = 0;
  const chosen = chooseArticle({ blocks, frames }, new Set(blocks), witnesses, () => (++judged > 50 ? 0.1 : 0.9));
  expect(chosen.size).toBe(50);
});
