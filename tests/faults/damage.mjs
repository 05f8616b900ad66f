// @ts-check
/** Rows are damaged past all code of the extension: the glance at the start or the full check finds it and puts it right. */
import { until } from '../e2e/drivers/driver.mjs';
import { makeProfile, openFaults, start } from './extension.mjs';

/** What is done to the database, and what the check calls it. @type {Record<string, {damage: string, found: string}>} */
const damages = {
  'counter wrong': { damage: "put counters {prefix:'all',count:99}", found: 'counts' },
  'counters gone': { damage: 'clear counters', found: 'counts' },
  'tags gone': { damage: 'clear tags', found: 'counts' },
  'tallies gone': { damage: 'clear tallies', found: 'counts' },
  'text gone': { damage: 'deleteFirst bodies', found: 'text-lost' },
  'clip gone, text there': { damage: 'deleteFirst clips', found: 'clip-recovered' },
  'clip without lists': { damage: 'merge clips {lists:[]}', found: 'lists' },
  'clip with broken fields': { damage: 'merge clips {tags:7,title:null,length:null}', found: 'fields' },
  'index state gone': { damage: 'clear searchState', found: 'index' },
  'index times gone': { damage: 'clear searchColumns', found: 'index' },
  'clip unknown to the index': { damage: 'clear searchPending', found: 'index' },
};

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'damage',
  browsers: ['chromium', 'firefox'],
  what: 'rows damaged by hand: found, put right, and nothing left at a second check',
  async run({ extension, short }) {
    const profile = makeProfile();
    const driver = await start(extension, profile.path);
    const counts = { kinds: 0, found: 0, 'put right': 0, 'seen at a glance': 0, 'told at the start': 'no' };
    /** @type {string[]} */
    const missed = [];
    try {
      const { view, call } = await openFaults(driver);
      for (const [name, { damage, found }] of Object.entries(damages).slice(0, short ? 6 : undefined)) {
        await call('clip', 'damaged', 10);
        await call('settleIndex'); // what is being made anew already is no damage
        await call('clip', 'damaged too', 10);
        await view.evaluate(harm, damage);
        counts.kinds++;
        if (await call('glance')) counts['seen at a glance']++;
        const findings = await call('check');
        if (found in findings) counts.found++;
        else missed.push(`${name}: ${JSON.stringify(findings)}`);
        const rest = Object.keys(await call('check')).filter((kind) => kind !== 'index');
        if (rest.length === 0) counts['put right']++;
        else missed.push(`${name} left ${rest}`);
      }
      await view.evaluate(harm, 'clear counters');
      const library = await driver.openExtensionPage('library.html#/clips');
      const told = until(
        'the notice',
        () => library.evaluate(() => /was repaired/.test(document.body.textContent ?? '')),
        30_000,
      );
      counts['told at the start'] = await told.then(
        () => 'yes',
        () => 'no',
      );
    } finally {
      await driver.close();
      profile.remove();
    }
    const holds =
      counts.found === counts.kinds && counts['put right'] === counts.kinds && counts['told at the start'] === 'yes';
    return { counts: { ...counts, ...(missed.length > 0 && { missed: missed.join('; ') }) }, holds };
  },
};

/**
 * Runs in the page: does to the database what the words say.
 * @param {string} order
 * @returns {Promise<void>}
 */
function harm(order) {
  const [, act = '', table = '', given = ''] = /^(\w+) (\w+) ?(.*)$/.exec(order) ?? [];
  const value = given ? JSON.parse(given.replaceAll("'", '"').replace(/([{,])(\w+):/g, '$1"$2":')) : null;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('clipsheet');
    opening.onsuccess = () => {
      const db = opening.result;
      const work = db.transaction(table, 'readwrite');
      const rows = work.objectStore(table);
      if (act === 'clear') rows.clear();
      if (act === 'put') rows.put(value);
      if (act === 'deleteFirst' || act === 'merge')
        rows.openCursor(null, 'prev').onsuccess = (event) => {
          const cursor = /** @type {any} */ (event.target).result;
          if (act === 'merge') cursor.update({ ...cursor.value, ...value });
          else cursor.delete();
        };
      work.oncomplete = () => {
        db.close();
        resolve();
      };
      work.onerror = () => reject(work.error);
    };
  });
}
