// @ts-check
/**
 * Finds an element by role and accessible name. Runs in the page, so it closes over nothing.
 *
 * @typedef {'alert' | 'article' | 'button' | 'checkbox' | 'combobox' | 'dialog' | 'heading' | 'image' | 'link' | 'list' | 'listbox' | 'listitem' | 'main'
 *   | 'menu' | 'menuitem' | 'navigation' | 'option' | 'radio' | 'region' | 'row' | 'searchbox' | 'spinbutton' | 'status' | 'switch' | 'tab'
 *   | 'tabpanel' | 'textbox'} Role
 * @typedef {{role: Role, name: string | null, pattern: {source: string, flags: string} | null, nth: number, within: Query | null}} Query
 */

/**
 * What `want` asks of the element: itself, whether it is there, its text, its value, that it takes the focus (true when
 * it did: what lies behind a dialog does not) or a click by script; or (`names`) the names of all elements of the role, for a message.
 * @param {Query} query
 * @param {'element' | 'present' | 'text' | 'value' | 'focus' | 'click' | 'names'} want
 * @returns {any} null when there is none
 */
export function locate(query, want) {
  /** @type {Record<string, string>} */
  const selectors = {
    article: 'article',
    button: 'button, summary, input:is([type=button], [type=submit])',
    checkbox: 'input[type=checkbox]:not([role])',
    combobox: 'select, input[role=combobox]',
    dialog: 'dialog[open]',
    heading: 'h1, h2, h3, h4, h5, h6',
    image: 'img, [role=img]',
    link: 'a[href]',
    list: 'ul, ol',
    listitem: 'li',
    main: 'main',
    navigation: 'nav',
    option: 'option',
    radio: 'input[type=radio]',
    region: 'section[aria-label], section[aria-labelledby]',
    searchbox: 'input[type=search]',
    spinbutton: 'input[type=number]',
    status: 'output',
    textbox:
      'textarea, [contenteditable=true], input:is(:not([type]), [type=text], [type=url], [type=email], [type=date]):not([role])',
  };
  const tidy = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const byIds = (/** @type {string} */ ids) =>
    ids
      .split(/\s+/)
      .map((id) => tidy(document.getElementById(id)?.textContent))
      .join(' ');
  const nameOf = (/** @type {any} */ element) =>
    [
      () => byIds(element.getAttribute('aria-labelledby') ?? ''),
      () => tidy(element.getAttribute('aria-label')),
      () => [...(element.labels ?? [])].map((label) => tidy(label.textContent)).join(' '),
      () => tidy(element.getAttribute('alt')),
      () => (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) ? '' : tidy(element.textContent)),
      () => tidy(element.getAttribute('title')),
      () => tidy(element.getAttribute('placeholder')),
    ].reduce((name, next) => name || next(), '');
  const isShown = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden=true]');

  const all = (/** @type {Query} */ { role, name, pattern, within }) => {
    /** @type {ParentNode | null} */
    const root = within ? (all(within)[within.nth] ?? null) : document;
    const native = selectors[role];
    const found = root ? [...root.querySelectorAll(`[role=${role}]${native ? `, ${native}` : ''}`)] : [];
    const matches = (/** @type {string} */ text) =>
      pattern ? new RegExp(pattern.source, pattern.flags).test(text) : name === null || text === tidy(name);
    /** @type {Element[]} */
    const shown = found.filter((element) => {
      const own = element.getAttribute('role');
      return (own === null || own === role || own === 'img') && isShown(element) && matches(nameOf(element));
    });
    return shown;
  };

  if (want === 'names') return all({ ...query, name: null, pattern: null }).map(nameOf);
  const element = /** @type {any} */ (all(query)[query.nth] ?? null);
  if (!element) return want === 'present' ? false : null;
  if (want === 'present') return true;
  if (want === 'text') return element.textContent;
  if (want === 'value') return element.value;
  if (want === 'focus') {
    element.focus();
    return element.getRootNode().activeElement === element;
  }
  if (want === 'click') return element.click() ?? true;
  return element;
}
