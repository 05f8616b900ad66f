// @ts-check
/** The service worker is stopped while saves are under way, and while it is idle. */
import { setTimeout as sleep } from 'node:timers/promises';
import { clipPage } from '../e2e/journeys/clip.mjs';
import { readStore } from '../e2e/read-store.mjs';
import { serveArticles } from '../e2e/serve-articles.mjs';
import { makeProfile, openFaults, start } from './extension.mjs';

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'worker',
  browsers: ['chromium', 'firefox'],
  what: 'service worker stopped with 4 saves in flight; stopped while idle, then used',
  async run({ extension, short }) {
    const rounds = short ? 4 : 25;
    const profile = makeProfile();
    const site = await serveArticles();
    const driver = await start(extension, profile.path);
    const counts = {
      rounds,
      saves: 0,
      saved: 0,
      'shown as failed': 0,
      'acknowledged and lost': 0,
      'used after idle': 0,
    };
    try {
      const faults = await openFaults(driver);
      const ids = [];
      for (let n = 0; n < 4; n++) ids.push(await faults.call('clip', `worker-${n}`, 100));
      for (let round = 0; round < rounds; round++) {
        const note = `round ${round} ${'x'.repeat(150_000)}`;
        await faults.begin('saveNotes', ids, note);
        await sleep(Math.random() * 60);
        await driver.stopWorker();
        /** @type {string[]} */
        const given = await faults.answered();
        const notes = await faults.call('notesOf', ids);
        counts.saves += given.length;
        for (const [i, answer] of given.entries())
          if (answer !== 'saved') counts['shown as failed']++;
          else if (notes[i] === note) counts.saved++;
          else counts['acknowledged and lost']++;
      }
      for (let round = 0; round < (short ? 1 : 5); round++) {
        await driver.stopWorker();
        const popup = await clipPage(driver, `${site.url}/idle-${round}`);
        await popup.close();
        if ((await readStore(driver, 'clips')).some(({ url }) => url.endsWith(`/idle-${round}`)))
          counts['used after idle']++;
      }
    } finally {
      await driver.close();
      await site.close();
      profile.remove();
    }
    const holds =
      counts['acknowledged and lost'] === 0 && counts.saved > 0 && counts['used after idle'] === (short ? 1 : 5);
    return { counts, holds };
  },
};
