/** Importer: Hypothesis's JSON, as its client exports it (`annotations`) and as its API answers (`rows`); see https://h.readthedocs.io/en/latest/api-reference/. */
import type { Importer } from '../format';
import { namesKeys, readJsonSource } from '../reading/entries';
import {
  makeClip,
  makeHighlight,
  readLine,
  readList,
  readObject,
  readTags,
  readText,
  readTime,
} from '../reading/fields';

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
        const tags = readTags(entry.tags);
        const note = readText(entry.text);
        const { title } = readObject(entry.document);
        const highlight = makeHighlight({ quote: quoteOf(entry.target), note, tags, at: entry.created });
        return makeClip({
          at,
          url: entry.uri,
          title: readLine(Array.isArray(title) ? title[0] : title),
          savedAt: readTime(entry.created),
          highlights: highlight ? [highlight] : [],
          // A page note marks no words.
          ...(highlight ? {} : { note, tags }),
        });
      },
    ),
};

function quoteOf(targets: unknown): unknown {
  const selectors = readList(targets).flatMap((target) => readList(readObject(target).selector).map(readObject));
  return selectors.find(({ type }) => type === 'TextQuoteSelector')?.exact;
}
