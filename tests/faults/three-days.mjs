// @ts-check
/** 72 hours of use in fast motion: clips, edits, posts, deletions, stopped workers. Memory and disk must stay flat. */
import { makeProfile, openFaults, startChromium } from './extension.mjs';

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'three-days',
  browsers: ['chromium'],
  what: '72 hours in fast motion: 10,000 clips come, are edited, published and go; the worker is stopped every 6 hours',
  async run({ extension, short }) {
    const [hours, perHour, keep] = short ? [6, 10, 30] : [72, 139, 1500];
    const profile = makeProfile();
    const driver = await startChromium(extension, profile.path);
    try {
      const { view, call } = await openFaults(driver);
      const page = driver.pageOf(view);
      const session = await page.createCDPSession();
      /** @type {{heap: number, disk: number}[]} */
      const measured = [];
      /** @type {Record<string, number>} rows of each table when the library has its size */
      let settled = {};
      for (let hour = 0; hour < hours; hour++) {
        await call('useForAnHour', hour, perHour, keep);
        if (hour % 6 === 5) await driver.stopWorker();
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
        const disk = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
        measured.push({ heap, disk });
        if (hour === Math.floor(hours / 3)) settled = await call('countRows');
      }
      const found = await call('inspect', []);
      const rows = await call('countRows');
      const grown = Object.keys(rows).filter((table) => (rows[table] ?? 0) > (settled[table] ?? 0) * 1.2 + 50);
      // The library has its size after the first third; from then on as much goes as comes.
      const [early, late] = [average(measured, 1 / 3, 2 / 3), average(measured, 2 / 3, 1)];
      const counts = {
        hours,
        'clips made': hours * perHour,
        'clips at the end': found.clips,
        'heap, second third': `${mega(early.heap)} MB`,
        'heap, last third': `${mega(late.heap)} MB`,
        'disk, second third': `${mega(early.disk)} MB`,
        'disk, last third': `${mega(late.disk)} MB`,
        'rows after a third': sum(settled),
        'rows at the end': sum(rows),
        'tables that grow': grown.join(', ') || 'none',
        findings: Object.keys(found.findings).join(', ') || 'none',
      };
      const flat = grown.length === 0 && late.heap < early.heap * 1.2 + 2e6 && late.disk < early.disk * 1.3 + 5e6;
      return { counts, holds: counts.findings === 'none' && found.clips <= keep && (short || flat) };
    } finally {
      await driver.close();
      profile.remove();
    }
  },
};

const sum = (/** @type {Record<string, number>} */ counted) =>
  Object.values(counted).reduce((all, one) => all + one, 0);
const mega = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

/**
 * @param {{heap: number, disk: number}[]} all
 * @param {number} from
 * @param {number} to shares of them
 */
function average(all, from, to) {
  const part = all.slice(Math.floor(all.length * from), Math.ceil(all.length * to));
  const mean = (/** @type {'heap' | 'disk'} */ name) => part.reduce((sum, one) => sum + one[name], 0) / part.length;
  return { heap: mean('heap'), disk: mean('disk') };
}
