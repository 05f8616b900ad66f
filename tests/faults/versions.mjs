// @ts-check
/** Code and data of different ages: nothing is mixed, nothing is lost, and people are told to reload. */
import { see, until } from '../e2e/drivers/driver.mjs';
import { makeProfile, openFaults, start } from './extension.mjs';

/** @typedef {Awaited<ReturnType<typeof openFaults>>} Faults */

/** Version 1 as it was released. */
const first = {
  clips: 'id',
  bodies: 'clipId',
  images: 'id',
  tags: 'key',
  counters: 'prefix',
  posts: 'id',
  assets: 'id',
  standing: 'id',
};

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'versions',
  browsers: ['chromium', 'firefox'],
  what: 'newer database, blocked upgrade, upgrade that throws or is killed, two versions in two windows',
  async run({ extension, short }) {
    /** @type {Record<string, string | number>} */
    const counts = {};
    const checks = [
      await withBrowser(extension, (driver) => newerWhileOpen(driver, counts)),
      await withBrowser(extension, (driver) => upgrades(driver, counts)),
      await killedUpgrades(extension, short ? 1 : 3, counts),
    ];
    return { counts, holds: checks.every(Boolean) };
  },
};

/** @template T @param {import('./extension.mjs').Extension} extension @param {(driver: import('./extension.mjs').Driver) => Promise<T>} run */
async function withBrowser(extension, run) {
  const profile = makeProfile();
  const driver = await start(extension, profile.path);
  try {
    return await run(driver);
  } finally {
    await driver.close();
    profile.remove();
  }
}

/**
 * Two windows of this code are open when newer code upgrades the library.
 * @param {import('./extension.mjs').Driver} driver
 * @param {Record<string, string | number>} counts
 */
async function newerWhileOpen(driver, counts) {
  const old = await openFaults(driver);
  await old.call('clip', 'before', 10);
  const window = await driver.openExtensionPage('library.html');
  await see(window, { role: 'main' });
  const raw = await driver.openExtensionPage('icons/16.png');
  const before = await raw.evaluate(countRows, 'clipsheet', 'clips');
  await raw.evaluate(raise, 'clipsheet', 1000);
  counts['open page of older code then writes'] = await old.call('tryClip', 'after');
  counts['newly opened older code then writes'] = await (await openFaults(driver)).call('tryClip', 'after');
  const says = await until('the message', async () => {
    const text = await window.evaluate(() => document.body.textContent ?? '');
    return /reload/i.test(text) && text;
  }).then(
    () => true,
    () => false,
  );
  counts['open window says to reload'] = String(says);
  counts['rows mixed in'] = (await raw.evaluate(countRows, 'clipsheet', 'clips')) - before;
  return (
    counts['open page of older code then writes'] === 'database-newer' &&
    counts['newly opened older code then writes'] === 'database-newer' &&
    says &&
    counts['rows mixed in'] === 0
  );
}

/**
 * @param {import('./extension.mjs').Driver} driver
 * @param {Record<string, string | number>} counts
 */
async function upgrades(driver, counts) {
  const faults = await openFaults(driver);
  const { view, call } = faults;
  await view.evaluate(makeFirst, 'held', first, 20);
  // A page that does not let go.
  const holder = await driver.openExtensionPage('icons/16.png');
  await holder.evaluate(hold, 'held');
  counts['upgrade held up by another page'] = await call('openOther', 'held');
  await holder.close();
  counts['and when that is closed'] = await call('openOther', 'held');

  await view.evaluate(makeFirst, 'thrown', first, 20);
  await view.evaluate(failAdds, 2);
  const thrown = await call('openOther', 'thrown');
  await view.evaluate(failAdds, 0);
  counts['upgrade that throws half-way'] = thrown;
  counts['its rows after that'] = await view.evaluate(countRows, 'thrown', 'clips');
  counts['its version after that'] = await view.evaluate(versionOf, 'thrown');
  counts['and tried again'] = await call('openOther', 'thrown');
  return (
    counts['upgrade held up by another page'] === 'database-blocked' &&
    counts['and when that is closed'] === 'opened' &&
    thrown !== 'opened' &&
    counts['its rows after that'] === 20 &&
    counts['its version after that'] === 10 &&
    counts['and tried again'] === 'opened'
  );
}

/**
 * The browser is killed while it upgrades: all rows are there, and it upgrades when it is asked again.
 * @param {import('./extension.mjs').Extension} extension
 * @param {number} rounds
 * @param {Record<string, string | number>} counts
 */
async function killedUpgrades(extension, rounds, counts) {
  const rows = 2000;
  const profile = makeProfile();
  let [whole, interrupted] = [0, 0];
  try {
    for (let round = 0; round < rounds; round++) {
      const name = `killed-${round}`;
      let driver = await start(extension, profile.path);
      let { view, call, begin } = await openFaults(driver);
      await view.evaluate(makeFirst, name, first, rows);
      await begin('openOther', name);
      await new Promise((resolve) => setTimeout(resolve, 30 + round * 40));
      await driver.kill();
      driver = await start(extension, profile.path);
      ({ view, call } = await openFaults(driver));
      if ((await view.evaluate(versionOf, name)) === 10) interrupted++;
      const before = await view.evaluate(countRows, name, 'clips');
      const opened = await call('openOther', name);
      if (before === rows && opened === 'opened' && (await view.evaluate(countRows, name, 'clips')) === rows) whole++;
      await driver.close();
    }
  } finally {
    profile.remove();
  }
  counts['upgrades killed'] = rounds;
  counts['of them before they were done'] = interrupted;
  counts['whole after that'] = whole;
  return whole === rounds;
}

/* What follows runs in a page. */

/** @param {string} name @param {number} version @returns {Promise<void>} */
function raise(name, version) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** @param {string} name @param {string} table @returns {Promise<number>} */
function countRows(name, table) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction(table).objectStore(table).count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** @param {string} name */
async function versionOf(name) {
  return (await indexedDB.databases()).find((database) => database.name === name)?.version ?? 0;
}

/**
 * A library as version 1 left it.
 * @param {string} name
 * @param {Record<string, string>} tables
 * @param {number} rows
 * @returns {Promise<void>}
 */
function makeFirst(name, tables, rows) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 10);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries(tables)) {
        const made = opening.result.createObjectStore(table, { keyPath });
        if (table === 'clips') {
          made.createIndex('keys', 'keys', { multiEntry: true });
          made.createIndex('lists', 'lists', { multiEntry: true });
          made.createIndex('pendingSince', 'pendingSince');
        }
        if (table === 'images') made.createIndex('clipId', 'clipId');
        if (table === 'tags') made.createIndex('count', 'count');
        if (table === 'posts') made.createIndex('updatedAt', 'updatedAt');
        if (table === 'standing') made.createIndex('name', 'name');
      }
    };
    opening.onsuccess = () => {
      const db = opening.result;
      const filling = db.transaction(['clips', 'bodies'], 'readwrite');
      for (let n = 0; n < rows; n++) {
        const id = `clip-${n}`;
        const length = { words: 5, characters: 20 };
        filling
          .objectStore('clips')
          .add({ id, tags: ['a'], length, clippedAt: 1.7e12, deletedAt: null, keys: [], lists: [] });
        filling.objectStore('bodies').add({ clipId: id, html: '', text: 'The whole text.' });
      }
      filling.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

/** @param {string} name @returns {Promise<void>} */
function hold(name) {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      Object.assign(globalThis, { held: opening.result });
      resolve();
    };
  });
}

/** The `nth` row that is added from now on throws; 0: none. @param {number} nth */
function failAdds(nth) {
  const page = /** @type {any} */ (globalThis);
  page.realAdd ??= IDBObjectStore.prototype.add;
  let added = 0;
  IDBObjectStore.prototype.add = function (...args) {
    if (nth > 0 && ++added === nth) throw new Error('thrown half-way');
    return page.realAdd.apply(this, args);
  };
}
