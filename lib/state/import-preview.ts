/** What an import would bring, read through once: how much is new, what is there already, what cannot be read. */
import type { ImportedClip, Importer, ImportProblem, ImportSource } from '../exchange/format';
import { normaliseUrl } from '../model/url';
import { knownKeys } from '../store/importing';
import { db } from './db';
import { createPace } from './pace';

export type Preview = {
  /** Pages not in the library, and those that are. */
  fresh: number;
  known: number;
  /** Entries for a page that came before in the same file. */
  repeated: number;
  problemCount: number;
  /** The first of them, as many as a person will look at. */
  problems: ImportProblem[];
  /** The first entries, for the eye. */
  rows: ImportedClip[];
  /** What options are worth offering. */
  hasFolders: boolean;
  hasStatus: boolean;
};

const most = { rows: 12, problems: 20_000 };
const chunkSize = 200;

export const countEntries = ({ fresh, known, repeated }: Preview): number => fresh + known + repeated;

/** Reads a source to its end; `report` is told on the way. Stops early, with what it has, when aborted. */
export async function readPreview(
  importer: Importer,
  source: ImportSource,
  signal: AbortSignal,
  report: (preview: Preview) => void,
): Promise<Preview> {
  const preview: Preview = {
    fresh: 0,
    known: 0,
    repeated: 0,
    problemCount: 0,
    problems: [],
    rows: [],
    hasFolders: false,
    hasStatus: false,
  };
  const seen = new Set<string>();
  let waiting: string[] = [];
  const look = async () => {
    const known = await knownKeys(db, waiting);
    preview.known += known.size;
    preview.fresh += waiting.length - known.size;
    waiting = [];
    report({ ...preview });
  };
  const pace = createPace();
  for await (const item of importer.read(source, { texts: false })) {
    await pace();
    if (signal.aborted) break;
    if (item.kind === 'problem') {
      if (++preview.problemCount <= most.problems) preview.problems.push(item);
      continue;
    }
    if (preview.rows.length < most.rows) preview.rows.push(item);
    preview.hasFolders ||= item.folders.length > 0;
    preview.hasStatus ||= item.status !== null;
    const key = normaliseUrl(item.url);
    if (seen.has(key)) preview.repeated++;
    else waiting.push(key);
    seen.add(key);
    if (waiting.length >= chunkSize) await look();
  }
  await look();
  return preview;
}
