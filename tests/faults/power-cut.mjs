// @ts-check
/**
 * A model of a power cut: of every IndexedDB file only the bytes of its last fsync or fdatasync survive, and a file that
 * was never synced is empty. Names of files are taken to be ordered. Needs Linux and a C compiler.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProfile, openFaults, start } from './extension.mjs';
import { clipAndKill } from './kill.mjs';

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'power-cut',
  browsers: ['chromium'],
  what: 'power-cut model: only fsynced bytes survive',
  async run({ extension, short }) {
    const shim = compile();
    if (!shim) return { counts: {}, holds: null, why: 'needs Linux and a C compiler (cc)' };
    const rounds = short ? 1 : 8;
    const total = await cutOften(shim, extension, rounds, 'strict');
    const control = await cutOften(shim, extension, short ? 1 : 4, 'relaxed');
    return {
      counts: {
        rounds,
        ...total,
        'control, without durability: acknowledged': control.acknowledged,
        'control: lost': control.lost,
      },
      // A model that loses nothing where nothing is flushed would prove nothing.
      holds: control.lost > 0 && total.acknowledged >= rounds && total.lost === 0 && total.torn === 0,
    };
  },
};

/**
 * Cuts the power of a fresh library in each round, and counts.
 * @param {string} shim
 * @param {import('./extension.mjs').Extension} extension
 * @param {number} rounds
 * @param {'strict' | 'relaxed'} durability
 */
async function cutOften(shim, extension, rounds, durability) {
  const total = { acknowledged: 0, lost: 0, torn: 0, repaired: 0, 'bytes dropped': 0 };
  for (let round = 0; round < rounds; round++) {
    const profile = makeProfile();
    const synced = mkdtempSync(join(tmpdir(), 'clipsheet-synced-'));
    /** @type {string[]} */
    const acknowledged = [];
    try {
      await withShim(shim, synced, () =>
        clipAndKill(extension, profile.path, acknowledged, 1000 + Math.random() * 2000, durability),
      );
      total['bytes dropped'] += dropUnsynced(profile.path, synced);
      const driver = await start(extension, profile.path);
      const found = await (await openFaults(driver)).call('inspect', acknowledged);
      await driver.close();
      total.acknowledged += acknowledged.length;
      total.lost += found.lost;
      total.torn += found.torn;
      total.repaired += Object.keys(found.findings).length;
    } finally {
      profile.remove();
      rmSync(synced, { recursive: true, force: true });
    }
  }
  return total;
}

/** @returns {string | null} path of the library that keeps what was synced */
function compile() {
  if (process.platform !== 'linux') return null;
  const library = join(mkdtempSync(join(tmpdir(), 'clipsheet-shim-')), 'power-cut.so');
  const source = fileURLToPath(new URL('power-cut.c', import.meta.url));
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch {
    return null; // said by the experiment
  }
  return library;
}

/**
 * @param {string} shim
 * @param {string} synced
 * @param {() => Promise<void>} run
 */
async function withShim(shim, synced, run) {
  process.env.LD_PRELOAD = shim;
  process.env.CLIPSHEET_SYNCED = synced;
  try {
    await run();
  } finally {
    delete process.env.LD_PRELOAD;
    delete process.env.CLIPSHEET_SYNCED;
  }
}

/**
 * Leaves of each IndexedDB file what was synced of it.
 * @param {string} profile
 * @param {string} synced
 * @returns {number} bytes that are gone
 */
function dropUnsynced(profile, synced) {
  let dropped = 0;
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !path.includes('/IndexedDB/')) continue;
    const { ino, size } = statSync(path);
    const kept = join(synced, String(ino));
    const content = existsSync(kept) ? readFileSync(kept) : null;
    if (content) writeFileSync(path, content);
    else truncateSync(path, 0);
    dropped += Math.max(0, size - (content?.length ?? 0));
  }
  return dropped;
}
