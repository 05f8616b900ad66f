import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeTemplates } from '../../../lib/exchange/template-file';
import type { Template, TemplateId } from '../../../lib/model/template';
import { db } from '../../../lib/state/db';
import { go } from '../../../lib/state/route';
import { listTemplates, putTemplates } from '../../../lib/store/templates';
import { findViolations, inBothThemes } from '../axe';
import { hideLibrary, showLibrary } from '../library/show';

afterEach(hideLibrary);

const patience = { timeout: 10_000 };
const aTemplate: Template = {
  id: 't1' as TemplateId,
  name: 'Ours',
  language: 'en',
  title: 'News: {{titel}}',
  standfirst: '',
  tags: '',
  body: '{{commentary}}\n\n比亚迪 {{outlet|uper}}\n',
  createdAt: 1,
  updatedAt: 2,
};
type Look = Parameters<typeof showLibrary>[1];
const show = (look: Look = {}) => showLibrary(3, { route: () => ({ view: 'templates' }), ...look });

/** Opens a template with two mistakes. */
async function showBad(look: Look = {}): Promise<void> {
  await show(look);
  await putTemplates(db, [aTemplate]);
  go({ view: 'templates', id: aTemplate.id });
  await vi.waitFor(() => expect(document.querySelectorAll('mark')).toHaveLength(2), patience);
}

const previewed = (): string =>
  document.querySelector<HTMLIFrameElement>('iframe[data-front]')?.contentDocument?.body.textContent ?? '';
const body = () => page.getByRole('textbox', { name: 'Parts of the post' });

test('mistakes are marked where they are, told to the field, reached by a press and mended by another', async () => {
  await showBad();
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['titel', 'uper']);
  const area = body().element() as HTMLTextAreaElement;
  expect(area.getAttribute('aria-invalid')).toBe('true');
  const told = document.getElementById(area.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(told).toContain('Line 3, column 14');
  expect(told).toContain('Unknown filter “uper”. Did you mean “upper”?');
  // The mark lies exactly behind the word: same text, same box.
  const mirror = area.previousElementSibling as HTMLElement;
  expect(mirror.clientWidth).toBe(area.clientWidth);
  await userEvent.click(page.getByRole('button', { name: 'Line 3, column 14' }));
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('uper');
  await userEvent.click(page.getByRole('button', { name: 'Use “upper”' }));
  await userEvent.click(page.getByRole('button', { name: 'Use “title”' }));
  await vi.waitFor(() => expect(document.querySelectorAll('mark')).toHaveLength(0), patience);
  expect(area.value).toContain('{{outlet|upper}}');
  await vi.waitFor(() => expect(previewed()).toContain('News: '), patience);
  await vi.waitFor(async () => expect((await listTemplates(db))[0]?.title).toBe('News: {{title}}'), patience);
});

test('what is typed and what is chosen from the help is in the preview at once, and undo takes it back', async () => {
  await show();
  await userEvent.click(page.getByRole('button', { name: 'New template' }));
  await vi.waitFor(() => expect(document.querySelector('textarea')).not.toBeNull(), patience);
  await userEvent.fill(body(), 'Hello readers. ');
  await vi.waitFor(() => expect(previewed()).toContain('Hello readers.'), patience);
  await userEvent.click(page.getByRole('button', { name: /^standing/ }));
  const area = body().element() as HTMLTextAreaElement;
  await vi.waitFor(() => expect(area.value).toBe('Hello readers. {{standing:""}}'), patience);
  expect([document.activeElement, area.selectionStart]).toEqual([area, 'Hello readers. {{standing:"'.length]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await vi.waitFor(() => expect(area.value).toBe('Hello readers. '), patience);
});

test('an included template is looked at, and copied to be changed', async () => {
  await show();
  await userEvent.click(page.getByRole('link', { name: 'Weekly digest' }));
  await vi.waitFor(() => expect(previewed()).toMatch(/Industry news, week \d+/u), patience);
  expect((body().element() as HTMLTextAreaElement).readOnly).toBe(true);
  await userEvent.click(page.getByRole('button', { name: 'Make a copy' }));
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Weekly digest (copy)'), patience);
});

test('a file says what it would do before it does it, and a bad one what is wrong', async () => {
  await show();
  const input = document.querySelector<HTMLInputElement>('[data-testid="template-file"]') as HTMLInputElement;
  const choose = async (text: string) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'templates.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  };
  await choose('no JSON');
  await vi.waitFor(() => expect(document.body.textContent).toContain('This file is not JSON'), patience);
  await putTemplates(db, [aTemplate]);
  await choose(writeTemplates([{ ...aTemplate, body: 'newer', updatedAt: 9 }]));
  await vi.waitFor(
    () => expect(document.querySelector('dialog[open]')?.textContent).toContain('Newer than yours'),
    patience,
  );
  expect(await findViolations(document.querySelector('dialog[open]') as Element)).toEqual([]);
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'What to do with “Ours”' }), 'Keep both');
  await userEvent.click(page.getByRole('button', { name: 'Import', exact: true }));
  await vi.waitFor(
    async () => expect((await listTemplates(db)).map(({ name }) => name)).toEqual(['Ours', 'Ours (2)']),
    patience,
  );
});

test.each([
  [1280, 'en'],
  [768, 'zh-CN'],
  [360, 'en'],
] as const)('axe finds nothing wrong in list and editor, %i pixels wide, in %s', async (width, language) => {
  await show({ width, language });
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
  await showBad({ width, language });
  await inBothThemes(async (theme) => expect(await findViolations(), theme).toEqual([]));
  for (const tab of page.getByRole('tab').elements()) {
    await userEvent.click(tab);
    expect(await findViolations()).toEqual([]);
  }
});
