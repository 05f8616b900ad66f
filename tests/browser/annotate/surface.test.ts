import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { frames, highlightsOf, start, stop, violationsIn } from './highlighter';

const words = 'leather prices rose by nine per cent';

beforeEach(async () => {
  await page.viewport(900, 700);
  document.body.innerHTML = `<p id="before">Mills cut their output.</p><p>In March <b id="words">${words}</b> in one week.</p>`;
});
afterEach(async () => {
  stop();
  await emulate();
});

const emulate = (...features: { name: string; value: string }[]) =>
  cdp().send('Emulation.setEmulatedMedia', { features });
const select = () => getSelection()?.selectAllChildren(document.querySelector('#words') as Element);
const inBar = () => frames().bar.contentDocument as Document;
const inPanel = () => frames().panel.contentDocument as Document;
const focused = () => {
  const element = inBar().activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
};
const said = () => inPanel().querySelector('[role=status]')?.textContent;

/** The bar with everything in it: a highlight, its note, its tags, a field in use; the panel with its list. */
async function showAll(given: Parameters<typeof start>[0] = {}) {
  const highlights = highlightsOf([words, 'Mills cut']);
  const gone = highlightsOf(['in one week']).map((one) => ({
    ...one,
    id: 'z'.repeat(26) as typeof one.id,
    target: {
      quote: { ...one.target.quote, exact: 'words that nobody wrote here', prefix: 'x', suffix: 'y' },
      position: null,
      range: null,
    },
  }));
  select();
  await start({ ...given, highlights: [...highlights, ...gone], tags: ['hides', 'prices', 'price lists'] });
  await vi.waitFor(() => expect(frames().panel.style.visibility).not.toBe('hidden'));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(inBar().querySelector('[aria-pressed=true]')).not.toBeNull());
  for (const button of inBar().querySelectorAll<HTMLElement>('[aria-expanded=false]')) {
    button.focus();
    await userEvent.keyboard('{Enter}');
  }
  const list = inPanel().querySelector<HTMLElement>('[aria-expanded=false]');
  list?.focus();
  frames().panel.contentWindow?.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(inPanel().querySelectorAll('li')).toHaveLength(4));
}

describe('bar and panel', () => {
  test.each([
    ['light', 'en', false, []],
    ['dark', 'en', true, []],
    ['light', 'zh-CN', false, []],
    ['forced colours', 'en', true, [{ name: 'forced-colors', value: 'active' }]],
  ] as const)('are accessible: %s, %s', async (_, language, isDark, features) => {
    await emulate(...features);
    await showAll({ language, isDark });
    expect(await violationsIn(frames().bar)).toEqual([]);
    expect(await violationsIn(frames().panel)).toEqual([]);
    expect(inBar().documentElement.lang).toBe(language);
    const named = [...inPanel().querySelectorAll('li .heard')].map((one) => one.textContent);
    expect(named).toEqual(
      language === 'en' ? ['Yellow', 'Green', 'Yellow', 'Yellow'] : ['黄色', '绿色', '黄色', '黄色'],
    );
  });

  test.each([
    ['in a narrow window', 320, 640, 16],
    ['at 200 % zoom of a small one', 450, 350, 16],
    ['with text twice as large', 900, 700, 32],
  ])('stay in sight and can be used %s', async (_, width, height, size) => {
    await page.viewport(width, height);
    await showAll();
    for (const frame of Object.values(frames())) {
      const inner = frame.contentDocument as Document;
      inner.documentElement.style.fontSize = `${size}px`;
    }
    dispatchEvent(new Event('resize'));
    document.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => {
      for (const frame of Object.values(frames())) {
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(innerWidth);
        expect(bottom).toBeLessThanOrEqual(innerHeight);
        const body = frame.contentDocument?.body.firstElementChild as HTMLElement;
        // Nothing is cut off at the side; what is too high is scrolled.
        expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
      }
    });
    expect(await violationsIn(frames().bar)).toEqual([]);
  });

  test('name everything, and say what happens', async () => {
    select();
    const stored = await start({});
    await vi.waitFor(() => expect(focused()).toBe('Yellow'));
    expect(frames().bar.title).toBe('Highlight');
    expect(frames().panel.title).toBe('Highlights on this page');
    const names = [...inBar().querySelectorAll('button')].map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual([
      'Yellow',
      'Green',
      'Blue',
      'Pink',
      'Orange',
      'Note',
      'Tags',
      'Copy quote',
      'Delete highlight',
      'Close',
    ]);
    expect(inPanel().querySelector('[role=status]')?.getAttribute('aria-live')).toBe('polite');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Highlighted: Green'));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Blue'));
    expect([...stored.values()]).toMatchObject([{ colour: 'blue' }]);
    await userEvent.keyboard('{End}{ArrowLeft}');
    expect(focused()).toBe('Delete highlight');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Highlight deleted'));
    expect(stored.size).toBe(0);
    await vi.waitFor(() => expect(inPanel().activeElement?.textContent).toBe('Undo'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(said()).toBe('Highlight restored'));
    expect([...stored.values()]).toMatchObject([{ colour: 'blue' }]);
  });

  test('are one stop for Tab, with the fields after it; known tags are taken by keys', async () => {
    select();
    const stored = await start({ tags: ['hides', 'prices', 'price lists'] });
    await vi.waitFor(() => expect(focused()).toBe('Yellow'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(stored.size).toBe(1));
    for (const key of '{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}'.match(/\{\w+\}/g) ?? [])
      await userEvent.keyboard(key);
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(inBar().activeElement?.localName).toBe('textarea'));
    await userEvent.keyboard('Ask them');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(focused()).toBe('Note');
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await vi.waitFor(() => expect(inBar().activeElement?.localName).toBe('input'));
    const offered = () => [...inBar().querySelectorAll('[role=group] button')].map((one) => one.textContent);
    await vi.waitFor(() => expect(offered()).toEqual(['hides', 'prices', 'price lists']));
    await userEvent.keyboard('pri');
    await vi.waitFor(() => expect(offered()).toEqual(['prices', 'price lists']));
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    await vi.waitFor(() => expect([...stored.values()]).toMatchObject([{ tags: ['price lists'] }]));
    await vi.waitFor(() => expect(offered()).toEqual(['hides', 'prices']));
    await userEvent.keyboard('mill,');
    await vi.waitFor(() =>
      expect([...stored.values()]).toMatchObject([{ tags: ['price lists', 'mill'], note: 'Ask them' }]),
    );
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(frames().bar.style.visibility).toBe('hidden'));
  });

  test('tell who selects with keys how to get there', async () => {
    await start({});
    await vi.waitFor(() => expect(frames().panel.style.visibility).not.toBe('hidden'));
    const node = document.querySelector('#words')?.firstChild as Text;
    window.focus();
    document.body.tabIndex = -1;
    document.body.focus();
    getSelection()?.setBaseAndExtent(node, 0, node, 7);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await vi.waitFor(() => expect(said()).toBe('Press Tab for the colours.'));
    await userEvent.keyboard('{Tab}');
    await vi.waitFor(() => expect(focused()).toBe('Yellow'));
  });
});

describe('a double click', () => {
  test('selects the Chinese word that was pressed, and elsewhere what the browser does', async () => {
    document.body.innerHTML =
      '<p><span id="chinese">市场需求持续增长</span></p><p style="margin-top:300px"><span id="english">output again</span></p>';
    await start({});
    const press = (id: string) =>
      userEvent.dblClick(document.querySelector(`#${id}`) as Element, { position: { x: 8, y: 8 } });
    await press('chinese');
    await vi.waitFor(() => expect(String(getSelection())).toBe('市场'));
    await vi.waitFor(() => expect(frames().bar.style.visibility).not.toBe('hidden'));
    await press('english');
    await vi.waitFor(() => expect(String(getSelection()).trim()).toBe('output'));
  });

  test('is needed for it: what is dragged over stays as it was selected', async () => {
    document.body.innerHTML = '<p id="words">市场需求持续增长</p>';
    const node = document.querySelector('#words')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 1, node, 5);
    const stored = await start({});
    await vi.waitFor(() => expect(focused()).toBe('Yellow'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect([...stored.values()]).toMatchObject([{ target: { quote: { exact: '场需求持' } } }]));
  });
});
