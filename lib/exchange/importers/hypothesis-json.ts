/** Importer: Hypothesis's JSON, as its client exports it (`annotations`) and as its API answers (`rows`); see https://h.readthedocs.io/en/latest/api-reference/. */
import type { Importer } from '../format';
import { namesKeys, readJsonSource } from '../reading/entries';
import { makeClip, makeRemark, readLine, readList, readObject, readTime } from '../reading/fields';

export const hypothesisJson: Importer = {
  id: 'hypothesis-json',
  label: 'import_format_hypothesis_json',
  hint: 'import_format_hypothesis_json_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => {
      const isExport = namesKeys(head, '{', ['annotations', 'client_version']);
      return isExport || namesKeys(head, '{', ['rows', 'uri', 'target']);
    })
      ? 'certain'
      : 'no',
  read: (source) =>
    readJsonSource(
      source,
      [
        ['annotations', '*'],
        ['rows', '*'],
      ],
      () => (entry, at) => {
        const { title } = readObject(entry.document);
        return makeClip({
          at,
          url: entry.uri,
          title: readLine(Array.isArray(title) ? title[0] : title),
          savedAt: readTime(entry.created),
          ...makeRemark({ quote: quoteOf(entry.target), note: entry.text, tags: entry.tags, at: entry.created }),
        });
      },
    ),
};

function quoteOf(targets: unknown): unknown {
  const selectors = readList(targets).flatMap((target) => readList(readObject(target).selector).map(readObject));
  return selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact;
}
