// @ts-check
/** Tabs of Firefox, and the extension's popup, as views. */
import { writeFileSync } from 'node:fs';
import { giveFocus, see, shows, toQuery, until } from './driver.mjs';
import { asScript, execute, inChrome, keyOf, performKeys, performPointer, withChrome } from './firefox-commands.mjs';
import { closePopups, countFrames, drawPopup, focusPopup, isPopupOpen, runInPopup } from './firefox-window.mjs';
import { locate } from './locate.mjs';
import { isInSight, middleOf } from './middle-of.mjs';

/** @typedef {import('./marionette.mjs').Marionette} Marionette */
/** @typedef {import('./driver.mjs').View} View */
/** @typedef {import('./driver.mjs').Target} Target */

/**
 * A tab as a view. Each call makes it the one that commands go to.
 * @param {Marionette} client
 * @param {string} handle
 * @returns {View}
 */
export function makeTab(client, handle) {
  const here = () => client.send('WebDriver:SwitchToWindow', { handle, focus: true });
  /** @type {View} */
  const view = {
    evaluate: async (fn, ...args) => {
      await here();
      return execute(client, fn, args);
    },
    click: async (target) => {
      await see(view, target);
      await clickOn(client, target);
    },
    clickThrough: async (selector) => {
      const { x, y } = await view.evaluate(middleOf, selector);
      const actions = [
        { type: 'pointerMove', x: x - 3, y: y - 3 },
        { type: 'pointerMove', x, y, duration: 50 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await performPointer(client, actions);
    },
    drag: async (from, to) => {
      await here();
      await performPointer(client, [
        { type: 'pointerMove', ...from },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', ...to, duration: 80 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    clickAt: async (point) => {
      await here();
      await performPointer(client, [
        { type: 'pointerMove', ...point },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]);
    },
    frameWith: async (target) => {
      await here();
      const count = await inChrome(client, countFrames);
      for (let index = 0; index < count; index++) {
        const frame = makeFrame(client, view, here, index);
        if ((await frame.evaluate(isInSight)) && (await shows(frame, target))) return frame;
      }
      return null;
    },
    focus: (target) => giveFocus(view, target),
    type: async (text) => {
      await here();
      for (const character of text) await performKeys(client, [character]);
    },
    press: async (key, ...modifiers) => {
      await here();
      await performKeys(client, [...modifiers.map(keyOf), keyOf(key)]);
    },
    screenshot: async (path) => {
      await here();
      const { value } = await client.send('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(path, Buffer.from(value, 'base64'));
    },
    front: here,
    isOpen: async () => (await client.send('WebDriver:GetWindowHandles')).includes(handle),
    close: async () => {
      await here();
      const [other] = await client.send('WebDriver:CloseWindow');
      if (other) await client.send('WebDriver:SwitchToWindow', { handle: other });
    },
  };
  return view;
}

/**
 * A frame of a tab by its place among all frames, those in closed shadow trees too.
 * @param {Marionette} client
 * @param {View} page
 * @param {() => Promise<unknown>} here
 * @param {number} index
 * @returns {View}
 */
function makeFrame(client, page, here, index) {
  const inside = async () => {
    await here();
    await client.send('WebDriver:SwitchToFrame', { id: index });
  };
  /** @type {View} */
  const view = {
    ...page,
    evaluate: async (fn, ...args) => {
      await inside();
      return execute(client, fn, args);
    },
    click: async (target) => {
      await see(view, target);
      await clickOn(client, target);
      await here();
    },
    focus: (target) => giveFocus(view, target),
  };
  return view;
}

/**
 * The popup as a view. It is no tab: scripts reach it through the browser's window, keys go to what has the focus.
 * @param {Marionette} client
 * @returns {View}
 */
export function makePopup(client) {
  /** @type {View} */
  const view = {
    evaluate: (fn, ...args) => inChrome(client, runInPopup, asScript(fn), args),
    click: async (target) => {
      await see(view, target);
      await view.evaluate(locate, toQuery(target), 'click');
    },
    clickThrough: () => Promise.reject(new Error('the popup has nothing that lies over it')),
    drag: () => Promise.reject(new Error('nothing is dragged in the popup')),
    clickAt: () => Promise.reject(new Error('the popup is clicked by its elements')),
    frameWith: async () => null,
    focus: async (target) => {
      await inChrome(client, focusPopup);
      await giveFocus(view, target);
    },
    type: (text) =>
      withChrome(client, async () => {
        for (const character of text) await performKeys(client, [character]);
      }),
    press: (key, ...modifiers) => withChrome(client, () => performKeys(client, [...modifiers.map(keyOf), keyOf(key)])),
    screenshot: async (path) => {
      writeFileSync(path, Buffer.from(await inChrome(client, drawPopup), 'base64'));
    },
    front: async () => undefined,
    isOpen: () => inChrome(client, isPopupOpen),
    close: async () => {
      await inChrome(client, closePopups);
      await until('the popup to close', async () => !(await inChrome(client, isPopupOpen)));
    },
  };
  return view;
}

/**
 * Clicks as people do: what a message lies over is clicked when the message has gone.
 * @param {Marionette} client
 * @param {Target} target
 */
async function clickOn(client, target) {
  const clicked = await until(`${JSON.stringify(toQuery(target))} to lie open`, async () => {
    const element = await execute(client, locate, [toQuery(target), 'element']);
    const [id] = Object.values(element ?? {});
    try {
      await client.send('WebDriver:ElementClick', { id });
      return { failure: null };
    } catch (failure) {
      return /click intercepted/u.test(String(failure)) ? null : { failure };
    }
  });
  if (clicked.failure) throw clicked.failure;
}
