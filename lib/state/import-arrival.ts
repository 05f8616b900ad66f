/** What an importer read into what the store takes: options applied, texts clean. */
import type { ImportedClip } from '../exchange/format';
import { htmlOfMarkdown, htmlOfText } from '../exchange/reading/markdown';
import type { SafeHtml } from '../model/article-html';
import type { ClipDraft, ClipStatus } from '../model/clip';
import type { Arrival } from '../model/import';
import { mergeTags } from '../model/tag';

export type ImportOptions = {
  /** For everything that comes in; empty for none. */
  tag: string;
  /** `as-is`: as the file says, and kept where it says nothing. */
  status: ClipStatus | 'as-is';
  foldersAsTags: boolean;
};

type KeptText = Pick<ClipDraft, 'html' | 'text' | 'images' | 'leadImage' | 'length' | 'excerpt' | 'language'>;
/** Reads the HTML of a text that another program kept, clean; given by the page, since it is extraction's. */
export type ReadKept = (html: string, url: string, said: { excerpt: string; language: string | null }) => KeptText;

const noText: KeptText = {
  html: '' as SafeHtml,
  text: '',
  images: [],
  leadImage: null,
  length: { words: 0, characters: 0 },
  excerpt: '',
  language: null,
};

export function makeArrival(clip: ImportedClip, options: ImportOptions, readKept: ReadKept): Arrival {
  const { url, title, byline, siteName, publishedAt, language, excerpt } = clip;
  const html = htmlOf(clip.text);
  const kept = html ? readKept(html, url, { excerpt, language }) : { ...noText, excerpt, language };
  const marked = clip.highlights.flatMap(({ tags }) => tags);
  const folders = options.foldersAsTags ? clip.folders : [];
  return {
    page: { url, title, byline, siteName, publishedAt, ...kept },
    tags: mergeTags(clip.tags, [...folders, ...marked, ...(options.tag ? [options.tag] : [])]),
    note: clip.note,
    highlights: clip.highlights.map((highlight) => ({ ...highlight, colour: highlight.colour ?? 'yellow' })),
    status: options.status === 'as-is' ? (clip.status ?? 'kept') : options.status,
    starred: clip.starred,
    savedAt: clip.savedAt,
  };
}

function htmlOf(text: ImportedClip['text']): string {
  if (!text) return '';
  if (text.kind === 'html') return text.value;
  return text.kind === 'markdown' ? htmlOfMarkdown(text.value) : htmlOfText(text.value);
}
