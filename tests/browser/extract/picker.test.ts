import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BarWords } from '../../../lib/extract/picker/bar';
import { blockAt, firstBlock, grow, shrink, sibling } from '../../../lib/extract/picker/blocks';
import { pickBlock } from '../../../lib/extract/picker/pick-block';

const names = 'language title hint keep larger smaller cancel words characters picture working undo close failed'.split(
  ' ',
);
const words = Object.fromEntries(names.map((name) => [name, name])) as BarWords;
const sentence = 'The mill runs day and night since the order came in. ';

let close: () => void = () => undefined;
beforeEach(() => {
  document.body.innerHTML = `<style>main { width: 380px } p { margin: 0 0 10px }</style><main id="main">
    <div id="wrapper"><div id="article"><h2 id="title">The mill</h2><p id="one">${sentence.repeat(3)}</p><p id="two">${sentence}<b id="bold">bold words of it</b></p></div></div>
    <div id="empty" style="height:30px"></div><figure id="figure"><img alt="" width="200" height="100"></figure>
    <aside id="aside"><p>${sentence}</p></aside></main>`;
});
afterEach(() => {
  close();
  document.body.innerHTML = '';
});

const one = (id: string) => document.getElementById(id) as HTMLElement;
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + Math.min(width, 40) / 2, y: top + height / 2 };
};
const at = (id: string) => {
  const { x, y } = middle(one(id));
  return blockAt(document, x, y, document.createElement('div'))?.id;
};

describe('blocks', () => {
  test('are what is under the mouse, never a part of a line and never an empty box', () => {
    expect([at('one'), at('bold'), at('empty')]).toEqual(['one', 'two', 'main']);
  });

  test('grow to what is around, past wrappers that look the same, up to the page', () => {
    const path = [];
    for (let block: Element | null = one('one'); block; block = grow(block)) path.push(block.id || block.localName);
    expect(path).toEqual(['one', 'article', 'main', 'body']);
  });

  test('shrink to where they grew from, else to the largest inside', () => {
    expect(shrink(one('article'), [one('two')])?.id).toBe('two');
    expect(shrink(one('article'), [])?.id).toBe('one');
    expect(shrink(one('one'), [])).toBeNull();
  });

  test('have neighbours, beside them or beside what they are in', () => {
    expect(sibling(one('one'), 1)?.id).toBe('two');
    expect(sibling(one('one'), -1)?.id).toBe('title');
    expect(sibling(one('two'), 1)?.id).toBe('figure');
    expect(sibling(one('figure'), -1)?.id).toBe('wrapper');
  });

  test('begin with the one that has most of the text', () => {
    expect(firstBlock(document)?.id).toBe('article');
  });
});

/** The picker, with a way into the closed tree that only a test has. */
async function open(take = vi.fn(async (_: Element) => ({ done: true, text: 'Kept.' }))) {
  const undo = vi.fn(async () => ({ done: true, text: 'Undone.' }));
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  close = pickBlock(document, { words, take, undo, isDark: false });
  spy.mockRestore();
  const frame = roots[0]?.querySelector('iframe') as HTMLIFrameElement;
  const inner = await vi.waitFor(() => {
    if (!frame.contentDocument?.querySelector('button')) throw new Error('not yet');
    return frame.contentDocument;
  });
  const said = () => inner.querySelector('[role=status]')?.textContent ?? '';
  const press = (key: string) =>
    inner.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const button = (name: string) => [...inner.querySelectorAll('button')].find((it) => it.textContent?.startsWith(name));
  return { take, undo, inner, said, press, button };
}
const host = () => document.querySelector('clipsheet-picker');

describe('the picker', () => {
  test('cannot be reached by the page, and moves nothing in it', async () => {
    const before = document.body.getBoundingClientRect().height;
    await open();
    expect(host()?.shadowRoot).toBeNull();
    expect(window.length).toBe(0);
    expect(document.body.getBoundingClientRect().height).toBe(before);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  test('is seen whatever the page says of all its elements', async () => {
    const style = document.createElement('style');
    style.textContent = '* { display: none !important; opacity: 0 !important; visibility: hidden !important }';
    document.head.append(style);
    await open();
    const { display, opacity, visibility } = getComputedStyle(host() as Element);
    style.remove();
    expect([display, opacity, visibility]).toEqual(['block', '1', 'visible']);
  });

  test('takes by keys what they lead to, and reads out how long it is and how it begins', async () => {
    const { take, said, press } = await open();
    expect(said()).toMatch(/^\d+ words · The mill/);
    press('ArrowDown');
    press('ArrowRight');
    expect(said()).toContain('bold words of it');
    press('Enter');
    expect(take).toHaveBeenCalledWith(one('two'));
    await vi.waitFor(() => expect(said()).toBe('Kept.'));
  });

  test('takes by its buttons too, once, and takes it back', async () => {
    const { take, undo, said, button } = await open();
    button('larger')?.click();
    button('smaller')?.click();
    const keep = button('keep');
    keep?.click();
    keep?.click();
    expect(take.mock.calls).toEqual([[one('article')]]);
    await vi.waitFor(() => expect(said()).toBe('Kept.'));
    button('undo')?.click();
    await vi.waitFor(() => expect(said()).toBe('Undone.'));
    expect(undo).toHaveBeenCalledOnce();
    button('close')?.click();
    expect(host()).toBeNull();
  });

  test('a finger shows first what it would take', async () => {
    const { take, inner, said } = await open();
    const { x, y } = middle(one('one'));
    const tap = (pointerType: string) =>
      inner.body.dispatchEvent(new PointerEvent('click', { clientX: x, clientY: y, bubbles: true, pointerType }));
    tap('touch');
    expect(take).not.toHaveBeenCalled();
    expect(said()).toContain('The mill runs');
    tap('mouse');
    expect(take).toHaveBeenCalledWith(one('one'));
  });

  test('leaves by Escape and gives the focus back', async () => {
    document.body.insertAdjacentHTML('beforeend', '<button id="mine">Mine</button>');
    one('mine').focus();
    const { take, press } = await open();
    press('Escape');
    await vi.waitFor(() => expect(host()).toBeNull());
    expect(document.activeElement?.id).toBe('mine');
    expect(take).not.toHaveBeenCalled();
  });

  test('says when what was chosen could not be kept', async () => {
    const { said, press } = await open(vi.fn(async () => Promise.reject(new Error('no answer'))));
    press('Enter');
    await vi.waitFor(() => expect(said()).toBe('failed'));
  });

  test('lies over an open modal dialog, whose page is inert', async () => {
    document.body.insertAdjacentHTML('beforeend', `<dialog id="dialog"><p>${sentence}</p></dialog>`);
    (one('dialog') as HTMLDialogElement).showModal();
    await open();
    expect(one('dialog').contains(host())).toBe(true);
  });
});
