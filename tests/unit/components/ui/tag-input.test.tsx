import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TagInput } from '../../../../components/ui/tag-input';
import { speak } from '../../../messages';

const known = [
  { name: 'leather', count: 9 },
  { name: 'leasing', count: 4 },
  { name: '真皮', count: 3 },
  { name: '汽车', count: 2 },
];
let typed: string[] = [];
let tags: string[] = [];

function Field({ start }: { start: string[] }) {
  const [value, setValue] = useState(start);
  tags = value;
  return (
    <TagInput
      label="Tags"
      tags={value}
      offers
      suggest={async (text) => known.filter(({ name }) => name.includes(text))}
      onChange={setValue}
      onType={(text) => typed.push(text)}
    />
  );
}

const settle = () => act(async () => new Promise<void>((resolve) => setTimeout(resolve)));
async function show(...start: string[]) {
  await act(() => render(<Field start={start} />, document.body));
  await settle();
}
const input = () => document.querySelector('input') as HTMLInputElement;
const options = () => [...document.querySelectorAll('[role="option"]')].map((option) => option.textContent);

async function type(text: string, isComposing = false) {
  await act(() => {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
  });
  await settle();
}
async function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await act(() => void input().dispatchEvent(event));
  await settle();
  return event;
}
async function compose(kind: 'start' | 'end', data = '') {
  await act(() => void input().dispatchEvent(new CompositionEvent(`composition${kind}`, { bubbles: true, data })));
  await settle();
}

beforeEach(() => {
  speak('en');
  typed = [];
});
afterEach(() => {
  render(null, document.body);
});

describe('a typed tag', () => {
  test.each(['Enter'])('is committed by %s', async (key) => {
    await show();
    await type('EV');
    await press(key);
    expect(tags).toEqual(['EV']);
    expect(input().value).toBe('');
  });

  test.each([',', '，', '、', ';', '；'])(
    'is committed by %s, and what follows is still being typed',
    async (separator) => {
      await show();
      await type(`EV${separator}BA`);
      expect(tags).toEqual(['EV']);
      expect(input().value).toBe('BA');
      expect(typed.at(-1)).toBe('BA');
    },
  );

  test('that is there already is not added again, however it is written', async () => {
    await show('Leather');
    await type('leather');
    await press('Enter');
    expect(tags).toEqual(['Leather']);
  });

  test('waits with leaving until a pressed pointer is let go, so that nothing moves away from under it', async () => {
    await show();
    input().focus();
    await type('leather');
    const pointer = (kind: string) => act(() => void document.body.dispatchEvent(new Event(kind, { bubbles: true })));
    await pointer('pointerdown');
    await act(() => input().blur());
    await settle();
    expect(tags).toEqual([]);
    await pointer('pointerup');
    await settle();
    expect(tags).toEqual(['leather']);
  });

  test('is committed when the field is left', async () => {
    await show();
    await act(() => input().focus());
    await type('EV');
    await act(() => input().blur());
    expect(tags).toEqual(['EV']);
  });

  test('is reported while it is not committed', async () => {
    await show();
    await type('le');
    expect(typed.at(-1)).toBe('le');
    await press('Enter');
    expect(typed.at(-1)).toBe('');
  });
});

describe('Backspace', () => {
  test('in an empty field takes the last tag back into the text', async () => {
    await show('leather', 'EV');
    await press('Backspace');
    expect(tags).toEqual(['leather']);
    expect(input().value).toBe('EV');
    expect(typed.at(-1)).toBe('EV');
  });

  test('in a text is left to the field', async () => {
    await show('leather');
    await type('EV');
    const event = await press('Backspace');
    expect(event.defaultPrevented).toBe(false);
    expect(tags).toEqual(['leather']);
  });
});

describe('while an input method composes', () => {
  test('neither Enter nor a separator commits', async () => {
    await show();
    await compose('start');
    await type('zhen,pi', true);
    await press('Enter', { isComposing: true, keyCode: 229 });
    expect(tags).toEqual([]);
  });

  test('what is half-made is not reported as typed', async () => {
    await show();
    await compose('start');
    await type('zhenpi', true);
    expect(typed).toEqual([]);
  });

  test('Enter that ends the composition after it (Safari) does not commit', async () => {
    await show();
    await compose('start');
    await type('真皮', true);
    await compose('end', '真皮');
    await press('Enter', { isComposing: false, keyCode: 229 });
    expect(tags).toEqual([]);
    expect(input().value).toBe('真皮');
  });

  test('the next Enter commits', async () => {
    await show();
    await compose('start');
    await type('真皮', true);
    await compose('end', '真皮');
    await press('Enter');
    expect(tags).toEqual(['真皮']);
  });

  test('a comma that the method itself put in commits once it is done', async () => {
    await show();
    await compose('start');
    await type('真皮，', true);
    await compose('end', '，');
    await type(input().value); // Firefox and Safari: the last input event comes after the end
    expect(tags).toEqual(['真皮']);
    expect(input().value).toBe('');
  });
});

describe('suggestions', () => {
  test('come from the first character, most used first', async () => {
    await show();
    await type('l');
    expect(options()).toEqual(['leather9', 'leasing4']);
    await type('真');
    expect(options()).toEqual(['真皮3']);
  });

  test('leave out the tags that are there', async () => {
    await show('leather');
    await type('l');
    expect(options()).toEqual(['leasing4']);
  });

  test('are chosen by arrow keys and Enter', async () => {
    await show();
    await type('l');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(input().getAttribute('aria-activedescendant')).toBe(
      document.querySelectorAll('[role="option"]')[1]?.getAttribute('id'),
    );
    await press('Enter');
    expect(tags).toEqual(['leasing']);
  });

  test('are not taken by Enter unless one is chosen', async () => {
    await show();
    await type('le');
    await press('Enter');
    expect(tags).toEqual(['le']);
  });

  test('are chosen by Tab only when one is chosen; otherwise Tab goes on', async () => {
    await show();
    await type('l');
    expect((await press('Tab')).defaultPrevented).toBe(false);
    await press('ArrowDown');
    expect((await press('Tab')).defaultPrevented).toBe(true);
    expect(tags).toEqual(['leather']);
  });

  test('are closed by Escape, which then goes no further', async () => {
    await show();
    await type('l');
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(options()).toEqual([]);
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });

  test('that are used most are one press away', async () => {
    await show();
    const offer = [...document.querySelectorAll('button')].find((button) => button.textContent === '真皮');
    await act(() => offer?.click());
    expect(tags).toEqual(['真皮']);
  });
});

test('pasting a list splits it', async () => {
  await show('EV');
  const data = new DataTransfer();
  data.setData('text', 'leather, 真皮；EV\nBAIC');
  await act(
    () =>
      void input().dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })),
  );
  expect(tags).toEqual(['EV', 'leather', '真皮', 'BAIC']);
});

test('a chip is removed by its button, named after the tag', async () => {
  await show('leather', 'EV');
  const button = document.querySelector<HTMLElement>('[aria-label="Remove “leather”"]');
  await act(() => button?.click());
  expect(tags).toEqual(['EV']);
});
