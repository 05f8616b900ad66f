/** Arrivals for tests: bookmarks unless a text is given. */
import type { AnnotationId } from '../../../lib/model/annotation';
import type { SafeHtml } from '../../../lib/model/article-html';
import { type ClipId, type ImageId, type ImportId, newId } from '../../../lib/model/ids';
import type { Arrival, ImportRecord } from '../../../lib/model/import';

type Fields = Partial<Omit<Arrival, 'page'>> & { page?: Partial<Arrival['page']> };

export function anArrival(url: string, { page, ...fields }: Fields = {}): Arrival {
  const text = page?.text ?? '';
  return {
    page: {
      url,
      title: 'Hides',
      byline: null,
      siteName: null,
      publishedAt: null,
      language: null,
      excerpt: '',
      html: (text && `<p>${text}</p>`) as SafeHtml,
      text,
      length: { words: text.split(' ').length, characters: text.length },
      images: [],
      leadImage: null,
      ...page,
    },
    tags: [],
    note: '',
    highlights: [],
    status: 'kept',
    starred: false,
    savedAt: null,
    ...fields,
  };
}

export const ids = {
  clip: (at: number) => newId<ClipId>(at),
  image: () => newId<ImageId>(),
  annotation: () => newId<AnnotationId>(),
};

export function aRecord(id: string): ImportRecord {
  const counts = { added: 0, merged: 0, unchanged: 0, problems: 0 };
  return {
    ...counts,
    id: id as ImportId,
    name: 'x.csv',
    importer: 'url-list',
    state: 'running',
    tag: null,
    startedAt: 1,
    finishedAt: null,
  };
}
