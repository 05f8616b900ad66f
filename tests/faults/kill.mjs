// @ts-check
/** The browser is killed while it clips without end; what was acknowledged outside of it must be there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { keepAcknowledgements } from './acknowledgements.mjs';
import { makeProfile, openFaults, start } from './extension.mjs';

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'kill',
  browsers: ['chromium', 'firefox'],
  what: 'kill -9 during continuous clipping (clip, text, 2 images), acknowledgements kept outside',
  async run({ extension, short }) {
    const rounds = short ? 2 : 20;
    const profile = makeProfile();
    const total = { acknowledged: 0, lost: 0, torn: 0, repaired: 0 };
    /** @type {string[]} */
    const acknowledged = [];
    try {
      for (let round = 0; round < rounds; round++) {
        await clipAndKill(extension, profile.path, acknowledged, 500 + Math.random() * 2500);
        const driver = await start(extension, profile.path);
        const found = await (await openFaults(driver)).call('inspect', acknowledged);
        total.lost += found.lost;
        total.torn += found.torn;
        total.repaired += Object.keys(found.findings).length;
        await driver.close();
      }
    } finally {
      profile.remove();
    }
    total.acknowledged = acknowledged.length;
    return {
      counts: { rounds, ...total },
      holds: total.acknowledged >= rounds && total.lost === 0 && total.torn === 0 && total.repaired === 0,
    };
  },
};

/**
 * Clips for a while, then kills; ids of what was acknowledged are added.
 * @param {import('./extension.mjs').Extension} extension
 * @param {string} profile
 * @param {string[]} acknowledged
 * @param {number} ms
 * @param {'strict' | 'relaxed'} [durability] `relaxed` takes from the store what makes clips last
 */
export async function clipAndKill(extension, profile, acknowledged, ms, durability = 'strict') {
  const desk = await keepAcknowledgements(acknowledged);
  const driver = await start(extension, profile);
  try {
    const before = acknowledged.length;
    await (await openFaults(driver)).begin('clipOn', desk.address, durability);
    const end = performance.now() + 60_000;
    while (acknowledged.length === before && performance.now() < end) await sleep(20);
    await sleep(ms);
  } finally {
    await driver.kill();
    await desk.close();
  }
}
