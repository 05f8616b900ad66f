// @ts-check
/** Payloads of a folder: any JSON file that is a list of `{id, payload, kind}`, or the fixtures' `{html, text}`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{id: string, payload: string, kind: string}} Payload */

/**
 * All payloads, in the order of file names.
 * @param {string} folder
 * @returns {Payload[]}
 */
export function readPayloads(folder) {
  const payloads = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => readFile(join(folder, file), file.replace(/\.json$/, '')));
  if (payloads.length === 0) throw new Error(`No payloads in ${folder}: it needs a JSON list of {id, payload, kind}.`);
  return payloads;
}

/**
 * The payloads of one file; none when it holds something else.
 * @param {string} path
 * @param {string} [name] what ids begin with where the file has none
 * @returns {Payload[]}
 */
export function readFile(path, name = 'payload') {
  const data = JSON.parse(readFileSync(path, 'utf8'));
  if (Array.isArray(data))
    return data
      .filter((item) => typeof item?.payload === 'string')
      .map(({ id, payload, kind }, at) => ({
        id: String(id ?? `${name}-${at}`),
        payload,
        kind: String(kind ?? 'html'),
      }));
  return ['html', 'text'].flatMap((kind) =>
    (Array.isArray(data?.[kind]) ? data[kind] : []).map((/** @type {string} */ payload, /** @type {number} */ at) => ({
      id: `${kind}-${at}`,
      payload,
      kind,
    })),
  );
}
