// @ts-check
/** Running functions and pressing keys through Marionette. */

/** @typedef {import('./marionette.mjs').Marionette} Marionette */

/** Keys as WebDriver names them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys = /** @type {Record<string, string>} */ ({
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
});

/** @param {string} key a DOM key name, or the character itself */
export const keyOf = (key) => keys[key] ?? key;

/**
 * A function as the text of a script that calls it with the script's arguments.
 * @param {(...args: any[]) => unknown} fn
 */
export function asScript(fn) {
  return `return (${String(fn)})(...arguments)`;
}

/**
 * @param {Marionette} client
 * @param {(...args: any[]) => unknown} fn
 * @param {unknown[]} args
 * @returns {Promise<any>}
 */
export async function execute(client, fn, args) {
  const { value } = await client.send('WebDriver:ExecuteScript', { script: asScript(fn), args, newSandbox: false });
  return value;
}

/**
 * Runs commands in the browser's own window instead of the page.
 * @template T
 * @param {Marionette} client
 * @param {() => Promise<T>} run
 */
export async function withChrome(client, run) {
  await client.send('Marionette:SetContext', { value: 'chrome' });
  try {
    return await run();
  } finally {
    await client.send('Marionette:SetContext', { value: 'content' });
  }
}

/**
 * @param {Marionette} client
 * @param {(...args: any[]) => unknown} fn
 * @param {unknown[]} args
 * @returns {Promise<any>}
 */
export function inChrome(client, fn, ...args) {
  return withChrome(client, () => execute(client, fn, args));
}

/**
 * Presses the keys in order and lets go of them in reverse.
 * @param {Marionette} client
 * @param {string[]} pressed
 */
export async function performKeys(client, pressed) {
  const actions = [
    ...pressed.map((value) => ({ type: 'keyDown', value })),
    ...pressed.toReversed().map((value) => ({ type: 'keyUp', value })),
  ];
  await client.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}

/**
 * Moves and presses the mouse.
 * @param {Marionette} client
 * @param {object[]} actions https://www.w3.org/TR/webdriver2/#pointer-actions
 */
export async function performPointer(client, actions) {
  await client.send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
}
