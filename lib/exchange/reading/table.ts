/** CSV with a header, as records: what the importers of such files share. */
import type { ImportedClip, Importer, ImportProblem, ImportSource, Sample, SourceFile } from '../format';
import { columnName, columnsOf, readRows } from './csv';
import { makeClip, problem } from './fields';
import { type PlaceAt, readEach } from './source';

/** The field of a column; empty when the row or the file has none. */
export type Field = (column: string) => string;
type Entry = Omit<Parameters<typeof makeClip>[0], 'at'>;

export type TableFormat = Pick<Importer, 'id' | 'label' | 'hint'> & {
  /** Lower case. A file is this format when it has all of them, and may have others. */
  columns: readonly string[];
  /** Columns of another format that has these columns too. */
  without?: readonly string[];
  readRow(field: Field): Entry;
};

/** An importer of CSV files: alone, or several in an archive. */
export function tableImporter({ id, label, hint, columns, without = [], readRow }: TableFormat): Importer {
  const fits = (head: string) => {
    const found = columnsOf(head);
    return columns.every((name) => found.includes(name)) && !without.some((name) => found.includes(name));
  };
  return {
    id,
    label,
    hint,
    recognise: ({ heads }: Sample) => (heads.some(({ head }) => fits(head)) ? 'certain' : 'no'),
    read: (source: ImportSource) =>
      readEach(
        source,
        (path) => source.files.length === 1 || /\.csv$/iu.test(path),
        (file, at) => readTable(file, at, columns, readRow),
      ),
  };
}

async function* readTable(
  file: SourceFile,
  at: PlaceAt,
  columns: readonly string[],
  readRow: TableFormat['readRow'],
): AsyncGenerator<ImportedClip | ImportProblem> {
  let places: ReadonlyMap<string, number> | null = null;
  for await (const { fields, line, broken } of readRows(file.pieces())) {
    if (!places) {
      places = new Map(fields.map((name, i) => [columnName(name), i]));
      const missing = columns.filter((name) => !places?.has(name));
      if (missing.length === 0) continue;
      yield problem('no-columns', at(line), missing.join(', '));
      return;
    }
    // A comma without quotes around it moves every field behind it.
    if (broken || fields.length > places.size) {
      yield problem('bad-entry', at(line), fields.join(', '));
      continue;
    }
    const known = places;
    const field: Field = (column) => fields[known.get(column) ?? -1] ?? '';
    yield makeClip({ ...readRow(field), at: at(line) });
  }
}
