/** Strings that attack formats which are no HTML: those of the fixtures, or of the folder that `CLIPSHEET_CORPUS` names. */
import { readFile, readPayloads } from '../security/read-payloads.mjs';

export type AttackKind = 'csv' | 'json' | 'markdown' | 'path' | 'url' | 'yaml';

const folder = process.env.CLIPSHEET_CORPUS;
const all = folder ? readPayloads(folder) : readFile('tests/fixtures/attack-data.json');

/** The strings of one kind, in the order of their files; the fixtures' where the folder has none. */
export function payloadsOf(kind: AttackKind): string[] {
  const own = all.filter((payload) => payload.kind === kind);
  const found = own.length > 0 ? own : readFile('tests/fixtures/attack-data.json').filter((it) => it.kind === kind);
  return found.map(({ payload }) => payload);
}
