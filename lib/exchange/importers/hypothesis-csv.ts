/** Importer: highlights in the CSV that Hypothesis's client exports, a row for each; page notes have no quote. */
import type { Importer } from '../format';
import { makeRemark, readTime } from '../reading/fields';
import { tableImporter } from '../reading/table';

export const hypothesisCsv: Importer = tableImporter({
  id: 'hypothesis-csv',
  label: 'import_format_hypothesis_csv',
  hint: 'import_format_hypothesis_csv_hint',
  columns: ['url', 'quote', 'comment', 'tags'],
  readRow: (field) => {
    const at = field('created at') || field('created');
    return {
      url: field('url'),
      title: field('page'),
      savedAt: readTime(at),
      ...makeRemark({ quote: field('quote'), note: field('comment'), tags: field('tags'), at }),
    };
  },
});
