// @ts-check
/**
 * Runs the benchmarks in tests/bench: `npm run bench -- [name …] [--json file] [--data folder] [--rounds n]`.
 * Prints a table for people; `--json` keeps the figures for scripts. What else one of them takes stands in its file.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './lib/setup.mjs';

/** @typedef {{name: string, value: number, unit: 'ms' | 's' | 'KB' | '×' | '%' | '', note?: string}} Row */
/**
 * @typedef {{
 *   data: string | null, rounds: number, set?: string | undefined, limit?: number | undefined,
 *   only?: string | undefined, out?: string | undefined, size?: string | undefined, peers?: boolean | undefined,
 *   fresh?: boolean | undefined, minutes?: number | undefined, worst?: number | undefined,
 * }} BenchOptions
 */

setUp();
const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    set: { type: 'string' },
    limit: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
    size: { type: 'string' },
    peers: { type: 'boolean' },
    fresh: { type: 'boolean' },
    minutes: { type: 'string' },
    worst: { type: 'string' },
  },
  allowPositionals: true,
});
const folder = new URL('../tests/bench/', import.meta.url);
const known = readdirSync(folder).flatMap((file) => file.match(/^([\w-]+)\.mjs$/)?.[1] ?? []);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

/** @type {Record<string, {rows: Row[], load: {before: number, after: number}}>} */
const results = {};
for (const name of positionals.length > 0 ? positionals : known) {
  const before = load();
  const { run, printTable } = await import(new URL(`${name}.mjs`, folder).href);
  /** @type {Row[]} */
  const rows = await run({
    ...values,
    data: values.data ?? null,
    rounds: Number(values.rounds),
    limit: numberOf(values.limit),
    minutes: numberOf(values.minutes),
    worst: numberOf(values.worst),
  });
  results[name] = { rows, load: { before, after: load() } };
  print(name, results[name], printTable ?? printRows);
}
if (values.json) {
  mkdirSync(dirname(values.json), { recursive: true });
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    node: process.version,
    at: new Date().toISOString(),
  };
  writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
}

/** @param {string | undefined} value */
function numberOf(value) {
  return value === undefined ? undefined : Number(value);
}

/** Waiting and running processes over the last minute: above the number of cores, times are too long. */
function load() {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/**
 * @param {string} name
 * @param {{rows: Row[], load: {before: number, after: number}}} result
 * @param {(rows: Row[]) => void} table
 */
function print(name, { rows, load: { before, after } }, table) {
  console.log(`\n${name}   load ${before} → ${after} on ${cpus().length} cores`);
  table(rows);
}

/** @param {Row[]} rows */
function printRows(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const { name: what, value, unit, note } of rows) {
    const figure = unit === '×' ? value.toFixed(2) : value.toFixed(1);
    console.log(`  ${what.padEnd(width)} ${figure.padStart(9)} ${unit.padEnd(3)} ${note ?? ''}`.trimEnd());
  }
}
