/** What an import did, in words. */
import type { ImportCounts } from '../../lib/model/import';
import { tn } from '../../lib/state/i18n';

/** One phrase for each count that is not zero; at least what was added. */
export function countWords({ added, merged, unchanged, problems }: ImportCounts & { problems: number }): string[] {
  const words = [tn('import_counts_added', added)];
  if (merged > 0) words.push(tn('import_counts_merged', merged));
  if (unchanged > 0) words.push(tn('import_counts_unchanged', unchanged));
  if (problems > 0) words.push(tn('import_counts_problems', problems));
  return words;
}
