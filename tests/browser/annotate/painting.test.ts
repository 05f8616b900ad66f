import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { highlightsOf, paintedBoxes, start, stop } from './highlighter';

/** What is marked stands in elements of class `w`, so that its boxes are known without any of our code. */
const w = (words: string) => `<span class="w">${words}</span>`;
const shapes: Record<string, { html: string; words: string[] }> = {
  'a line': { html: `<p>One ${w('two three')} four.</p>`, words: ['two three'] },
  'several lines': {
    html: `<p style="width:180px">Before it ${w('mills in the region cut their output again this week and traders expect')} more.</p>`,
    words: ['mills in the region cut their output again this week and traders expect'],
  },
  'several blocks': {
    html: `<p>First ${w('ends here.')}</p><blockquote><p>${w('All of it.')}</p></blockquote><p>${w('And some')} more.</p>`,
    words: ['ends here. All of it. And some'],
  },
  overlapping: {
    html: `<p>One ${w('two ')}${w('three')}${w(' four')} five.</p>`,
    words: ['two three', 'three four'],
  },
  ruby: {
    html: `<p lang="ja">昨日<ruby>${w('皮革')}<rp>(</rp><rt>pígé</rt><rp>)</rp></ruby>${w('座椅')}を見た。</p>`,
    words: ['皮革座椅'],
  },
  'vertical text': {
    html: `<div style="writing-mode:vertical-rl;height:160px"><p>据记者了解，${w('今年以来市场需求持续增长，')}多家企业。</p></div>`,
    words: ['今年以来市场需求持续增长，'],
  },
  'right to left': {
    html: `<p dir="rtl" lang="ar">قال ${w('المصنع إن الأسعار')} سترتفع قريبا.</p>`,
    words: ['المصنع إن الأسعار'],
  },
  'both directions': {
    html: `<p>They said ${w('BYD 比亚迪 ')}<bdi class="w">שלום</bdi>${w(' to 5G')} today.</p>`,
    words: ['BYD 比亚迪 שלום to 5G'],
  },
  'a table': {
    html: `<table border><tr><td>${w('Northern mill')}</td><td>${w('4,200')}</td></tr><tr><td>${w('Southern')} mill</td><td>3,900</td></tr></table>`,
    words: ['Northern mill 4,200 Southern'],
  },
  'nested lists': {
    html: `<ol><li>First<ul><li>${w('Inside')}<ol><li>${w('the inner point')}</li></ol></li></ul></li></ol>`,
    words: ['Inside the inner point'],
  },
  columns: {
    html: `<div style="columns:2;width:560px;height:90px"><p style="margin:0">${w('mills in the region cut their output again this week and traders expect prices')} to follow.</p></div>`,
    words: ['mills in the region cut their output again this week and traders expect prices'],
  },
};

const native = CSS.highlights;
const ways = { 'the highlight API': native, 'boxes where it is missing': undefined };

let box: HTMLElement;
beforeEach(async () => {
  await page.viewport(640, 480);
});
afterEach(() => {
  stop();
  Object.defineProperty(CSS, 'highlights', { value: native, configurable: true });
  native.clear();
});

function show(html: string): void {
  box = document.createElement('main');
  box.innerHTML = `<style>main { width: 600px; height: 260px; overflow: hidden; background: #fff; color: #000; font: 18px/1.7 serif } main p { margin: 0 0 8px }</style>${html}`;
  document.body.replaceChildren(box);
}

type Rect = { left: number; top: number; right: number; bottom: number };
const rectOf = ({ left, top, right, bottom }: Rect): Rect => ({ left, top, right, bottom });
const layout = () => [...document.body.querySelectorAll('*')].map((one) => rectOf(one.getBoundingClientRect()));
const texts = () => {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found.map((node) => ({ node, data: node.data }));
};
const expected = () => [...box.querySelectorAll('.w')].flatMap((one) => [...one.getClientRects()].map(rectOf));

/** Where paint is. */
function painted(): Rect[] {
  if (!CSS.highlights) return paintedBoxes().map(rectOf);
  return [...CSS.highlights].flatMap(([name, ranges]) =>
    name === 'clipsheet-active'
      ? []
      : [...ranges].flatMap((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return [...live.getClientRects()].map(rectOf);
        }),
  );
}

const near = 2;
const isInside = (a: Rect, b: Rect) =>
  a.left >= b.left - near && a.right <= b.right + near && a.top >= b.top - near && a.bottom <= b.bottom + near;
const has = ({ left, top, right, bottom }: Rect, x: number, y: number, more = 0) =>
  x >= left - more && x <= right + more && y >= top - more && y <= bottom + more;

/** The picture of what is shown. */
async function look(): Promise<ImageData> {
  const base64 = await page.screenshot({ element: box, base64: true, save: false });
  const bytes = typeof base64 === 'string' ? base64 : (base64 as { base64: string }).base64;
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Points of the window whose colour is another in the second picture. */
function changedPoints(before: ImageData, after: ImageData): { x: number; y: number }[] {
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  const { left, top, width } = box.getBoundingClientRect();
  const scale = before.width / width;
  const points: { x: number; y: number }[] = [];
  for (let at = 0; at < before.data.length; at += 4) {
    const change = [0, 1, 2].reduce(
      (sum, i) => sum + Math.abs((before.data[at + i] ?? 0) - (after.data[at + i] ?? 0)),
      0,
    );
    if (change < 24) continue;
    const pixel = at / 4;
    points.push({
      x: left + ((pixel % before.width) + 0.5) / scale,
      y: top + (Math.floor(pixel / before.width) + 0.5) / scale,
    });
  }
  return points;
}

describe.each(Object.entries(ways))('painting by %s', (_, highlights) => {
  beforeEach(() => {
    Object.defineProperty(CSS, 'highlights', { value: highlights, configurable: true });
  });

  test.each(Object.entries(shapes))('%s: at the words, and nothing moves', async (_name, { html, words }) => {
    show(html);
    const [where, before, texted] = [layout(), await look(), texts()];
    await start({ mode: 'show', highlights: highlightsOf(words) });
    await vi.waitFor(() => expect(painted().length).toBeGreaterThan(0));
    expect(layout().slice(0, where.length)).toEqual(where);
    for (const { node, data } of texted) expect([node.isConnected, node.data]).toEqual([true, data]);

    const [truth, paint] = [expected(), painted()];
    expect(paint.filter((rect) => !truth.some((one) => isInside(rect, one)))).toEqual([]);
    const middles = truth.map(({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 }));
    expect(middles.filter(({ x, y }) => !paint.some((rect) => has(rect, x, y)))).toEqual([]);

    const changed = changedPoints(before, await look());
    // A line under the words may reach a little below them.
    expect(changed.filter(({ x, y }) => !truth.some((rect) => has(rect, x, y, 5)))).toEqual([]);
    for (const rect of truth) {
      const area = (rect.right - rect.left) * (rect.bottom - rect.top);
      if (area < 60) continue;
      expect(changed.filter(({ x, y }) => has(rect, x, y)).length / area).toBeGreaterThan(0.5);
    }
  });
});

test('boxes follow their words, end where these are scrolled away, and go with the last highlight', async () => {
  Object.defineProperty(CSS, 'highlights', { value: undefined, configurable: true });
  show(
    `<div id="inner" style="height:60px;overflow:auto"><p>One ${w('two three')} four.</p><p style="height:400px">x</p></div>`,
  );
  await start({ mode: 'show', highlights: highlightsOf(['two three']) });
  await vi.waitFor(() => expect(paintedBoxes()).toHaveLength(1));
  const [was] = paintedBoxes();
  document.querySelector('#inner')?.scrollTo(0, 10);
  await vi.waitFor(() => expect(paintedBoxes()[0]?.bottom).toBeCloseTo((was?.bottom ?? 0) - 10, 0));
  document.querySelector('#inner')?.scrollTo(0, 200);
  await vi.waitFor(() => expect(paintedBoxes()).toEqual([]));
  document.querySelector('#inner')?.scrollTo(0, 0);
  await vi.waitFor(() => expect(paintedBoxes()).toHaveLength(1));
  stop();
  expect(document.querySelector('clipsheet-marks')).toBeNull();
});
