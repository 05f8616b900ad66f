/** The tags of a highlight in the page's bar: buttons that take them away, a field for new ones, and known ones to choose. */
import { X } from 'lucide';
import { mergeTags, splitTags } from '../../model/tag';
import { moveByKeys } from './arrow-keys';
import type { Make } from './parts';
import type { HighlighterWords } from './words';

export type TagFieldActions = {
  change(all: string[]): void;
  /** Known tags for what is typed, without those that are there. */
  suggest(typed: string, except: readonly string[]): Promise<readonly string[]>;
  /** Something of it has another size. */
  resized(): void;
};

export type TagField = { element: HTMLElement; focus(): void; show(tags: readonly string[]): void };

/** What is typed becomes a tag at Enter, at a comma, or when the field is left. */
export function createTagField(make: Make, words: HighlighterWords, actions: TagFieldActions): TagField {
  const { element, field } = make.field('input', words.tags);
  const list = make.element('ul', 'tags');
  field.maxLength = 200;
  field.placeholder = words.hint_tags;
  field.autocomplete = 'off';
  const offers = createOffers(make, words, (tag) => add([tag]), actions.resized);
  offers.element.addEventListener('keydown', (event) => {
    if (event.isTrusted && event.key === 'ArrowUp') field.focus();
  });
  field.before(list);
  element.append(offers.element);
  let all: string[] = [];
  const add = (tags: readonly string[]) => {
    field.value = '';
    const added = mergeTags(all, tags);
    if (added.length > all.length) actions.change(added);
    field.focus();
  };
  const suggest = async () => {
    const typed = field.value;
    const found = await actions.suggest(typed, all);
    // An answer to an earlier question is of no use.
    if (typed === field.value) offers.show(found);
  };
  field.addEventListener('input', (event) => {
    if (event.isTrusted && !(event as InputEvent).isComposing) void suggest();
  });
  field.addEventListener('compositionend', () => void suggest());
  field.addEventListener('focus', () => void suggest());
  field.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return;
    if (event.key === 'Backspace' && field.value === '' && all.length > 0) actions.change(all.slice(0, -1));
    if (event.key === 'ArrowDown' && offers.focus()) return event.preventDefault();
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add(splitTags(field.value));
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (element.contains(relatedTarget as Node | null)) return;
    const added = mergeTags(all, splitTags(field.value));
    field.value = '';
    if (added.length > all.length) actions.change(added);
  });
  return {
    element,
    focus: () => field.focus({ preventScroll: true }),
    show: (tags) => {
      all = [...tags];
      const remove = (tag: string) => () => {
        actions.change(all.filter((one) => one !== tag));
        field.focus();
      };
      const chips = all.map((tag) => {
        const button = make.button('', remove(tag), tag);
        button.setAttribute('aria-label', `${words.remove_tag}: ${tag}`);
        button.append(make.icon(X));
        const item = make.element('li');
        item.append(button);
        return item;
      });
      list.hidden = all.length === 0;
      list.replaceChildren(...chips);
      if (element.ownerDocument.activeElement === field) void suggest();
      actions.resized();
    },
  };
}

/** Known tags as buttons below the field: down from it, then arrows; a press on one leaves what is typed alone. */
function createOffers(make: Make, words: HighlighterWords, take: (tag: string) => void, resized: () => void) {
  const element = make.element('div', 'tags offers');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.suggestions);
  element.hidden = true;
  const settle = moveByKeys(element);
  // Before the field loses the focus and with it what is typed.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  return {
    element,
    show: (tags: readonly string[]) => {
      element.replaceChildren(...tags.map((tag) => make.button('', () => take(tag), tag)));
      settle();
      element.hidden = tags.length === 0;
      resized();
    },
    focus: (): boolean => {
      const first = element.querySelector('button');
      first?.focus();
      return first !== null;
    },
  };
}
