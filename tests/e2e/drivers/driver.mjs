// @ts-check
/**
 * What a browser with the extension offers to a journey, the same for Chromium and Firefox.
 *
 * @typedef {object} Driver
 * @property {'chromium' | 'firefox'} name
 * @property {string} version of the browser
 * @property {string} downloads folder where saved files arrive
 * @property {(url: string) => Promise<View>} openPage opens a page in a new tab, in front
 * @property {(path: string) => Promise<View>} openExtensionPage opens a page of the extension in a new tab
 * @property {(url: RegExp) => Promise<View>} adoptPage the page of the extension that a click opened
 * @property {() => Promise<View>} clickToolbarButton as a person does, on the page in front; gives the popup
 * @property {() => Promise<View>} adoptPopup the popup that says why nothing can be done, once it has opened by itself
 * @property {() => Promise<{html: string, text: string}>} readClipboard both forms of what is on it
 * @property {() => Promise<void>} closeTabs all but the first
 * @property {() => Promise<void>} whenClosed resolves when a person closed the browser
 * @property {() => Promise<void>} restart closes the browser and opens it again with the same profile
 * @property {() => Promise<void>} stopWorker ends the background as the browser does when it is idle; the next event starts it again
 * @property {() => Promise<void>} kill ends the browser as a crash of the machine's memory would: nothing is written any more
 * @property {() => Promise<void>} close
 *
 * A page, or the popup.
 * @typedef {object} View
 * @property {<A extends unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 *   runs a function that closes over nothing in the page
 * @property {(target: Target) => Promise<void>} click waits for the element, then clicks it
 * @property {(selector: string) => Promise<void>} clickThrough moves the mouse to the middle of an element and clicks there, whatever lies over it
 * @property {(from: Point, to: Point) => Promise<void>} drag presses the mouse at a point of the window and lets go at another
 * @property {(point: Point) => Promise<void>} clickAt clicks a point of the window
 * @property {(target: Target) => Promise<View | null>} frameWith the frame in sight that shows an element now, in closed shadow trees too
 * @property {(target: Target) => Promise<void>} focus
 * @property {(text: string) => Promise<void>} type with the keyboard, into what has the focus
 * @property {(key: string, ...modifiers: Modifier[]) => Promise<void>} press a key by its DOM name
 * @property {(path: string) => Promise<void>} screenshot as PNG
 * @property {() => Promise<void>} front
 * @property {() => Promise<boolean>} isOpen
 * @property {() => Promise<void>} close
 *
 * @typedef {import('./locate.mjs').Role} Role
 * @typedef {{role: Role, name?: string | RegExp, nth?: number, within?: Target}} Target
 *   an element by its role and accessible name (a string is the whole name)
 * @typedef {{x: number, y: number}} Point
 * @typedef {'Control' | 'Alt' | 'Shift'} Modifier
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { locate } from './locate.mjs';

/** Milliseconds that anything may take that a page does by itself: for what hangs, two browsers at once on one machine do not. */
const patience = 20_000;

/**
 * Asks until the answer is neither null, undefined nor false, and gives it. What `ask` throws counts as "not yet".
 * @template T
 * @param {string} what for the message when it never is
 * @param {() => Promise<T> | T} ask
 * @param {number} [timeout] milliseconds
 * @returns {Promise<Exclude<NonNullable<T>, false>>}
 */
export async function until(what, ask, timeout = patience) {
  const end = performance.now() + timeout;
  let last;
  do {
    try {
      last = await ask();
      if (last !== null && last !== undefined && last !== false)
        return /** @type {Exclude<NonNullable<T>, false>} */ (last);
    } catch (error) {
      last = error;
    }
    await sleep(40);
  } while (performance.now() < end);
  throw new Error(
    `Waited ${timeout} ms in vain for ${what}. Last: ${last instanceof Error ? last.message : String(last)}`,
  );
}

/**
 * A target as plain data, so that it can travel into the page.
 * @param {Target} target
 * @returns {import('./locate.mjs').Query}
 */
export function toQuery({ role, name, nth = 0, within }) {
  const pattern = name instanceof RegExp ? { source: name.source, flags: name.flags } : null;
  return { role, name: typeof name === 'string' ? name : null, pattern, nth, within: within ? toQuery(within) : null };
}

/**
 * True when the view shows the element now.
 * @param {View} view
 * @param {Target} target
 * @returns {Promise<boolean>}
 */
export async function shows(view, target) {
  return view.evaluate(locate, toQuery(target), 'present');
}

/**
 * Waits until the view shows the element.
 * @param {View} view
 * @param {Target} target
 * @param {number} [timeout]
 */
export async function see(view, target, timeout = patience) {
  try {
    await until('an element', () => shows(view, target), timeout);
  } catch (error) {
    const names = await view.evaluate(locate, toQuery(target), 'names').catch((failure) => [String(failure)]);
    throw new Error(
      `No ${target.role} named ${String(target.name ?? '(any)')} after ${timeout} ms; there are: ${JSON.stringify(names)}`,
      { cause: error },
    );
  }
}

/**
 * Gives the element the focus, as soon as it takes it.
 * @param {View} view
 * @param {Target} target
 */
export async function giveFocus(view, target) {
  await see(view, target);
  await until(`the ${target.role} ${String(target.name ?? '')} to take the focus`, () =>
    view.evaluate(locate, toQuery(target), 'focus'),
  );
}

/**
 * Waits until the text of the element matches.
 * @param {View} view
 * @param {Target} target
 * @param {RegExp} pattern
 */
export async function seeText(view, target, pattern) {
  await see(view, target);
  await until(`${target.role} ${String(target.name ?? '')} to say ${pattern}`, async () => {
    const text = await view.evaluate(locate, toQuery(target), 'text');
    if (!pattern.test(text ?? '')) throw new Error(`it says ${text}`);
    return true;
  });
}
