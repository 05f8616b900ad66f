// @ts-check
/**
 * One row of what the extension must survive.
 *
 * @typedef {object} Experiment
 * @property {string} name
 * @property {string} what
 * @property {readonly import('./extension.mjs').BrowserName[]} browsers where it can be done
 * @property {(given: {extension: import('./extension.mjs').Extension, short: boolean}) => Promise<Outcome>} run `short`: few rounds, for every test run
 *
 * `holds` is null when the experiment cannot be done here; `why` says so.
 * @typedef {{counts: Record<string, number | string>, holds: boolean | null, why?: string}} Outcome
 */
import { experiment as damage } from './damage.mjs';
import { experiment as kill } from './kill.mjs';
import { experiment as network } from './network.mjs';
import { experiment as popup } from './popup.mjs';
import { experiment as powerCut } from './power-cut.mjs';
import { experiment as quota } from './quota.mjs';
import { experiment as threeDays } from './three-days.mjs';
import { experiment as versions } from './versions.mjs';
import { experiment as worker } from './worker.mjs';

/** @type {readonly Experiment[]} */
export const experiments = [kill, powerCut, worker, popup, quota, versions, damage, network, threeDays];
