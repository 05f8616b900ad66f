/** Importer: wallabag's JSON: a list of entries with their texts, tags and annotations. */
import type { Importer } from '../format';
import { namesKeys, readJsonSource } from '../reading/entries';
import {
  makeClip,
  makeHighlight,
  readFlag,
  readLine,
  readList,
  readObject,
  readPublished,
  readTags,
  readTime,
} from '../reading/fields';

export const wallabag: Importer = {
  id: 'wallabag',
  label: 'import_format_wallabag',
  hint: 'import_format_wallabag_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => namesKeys(head, '[', ['is_archived', 'is_starred', 'url'])) ? 'certain' : 'no',
  read: (source, { texts }) =>
    readJsonSource(source, [['*']], () => (entry, at) => {
      const content = typeof entry.content === 'string' ? entry.content : '';
      return makeClip({
        at,
        url: entry.given_url || entry.url,
        title: readLine(entry.title),
        byline: readTags(entry.published_by).join(', ') || null,
        publishedAt: readPublished(entry.published_at),
        language: readLine(entry.language, 20).replace('_', '-') || null,
        // Tags are names, in older files objects.
        tags: readTags(readList(entry.tags).map((tag) => (typeof tag === 'string' ? tag : readObject(tag).label))),
        status: readFlag(entry.is_archived) ? 'archived' : 'inbox',
        starred: readFlag(entry.is_starred),
        savedAt: readTime(entry.created_at),
        highlights: readList(entry.annotations).flatMap((annotation) => {
          const { quote, text, created_at } = readObject(annotation);
          return makeHighlight({ quote, note: text, at: created_at }) ?? [];
        }),
        text: texts && content ? { kind: 'html', value: content } : null,
      });
    }),
};
